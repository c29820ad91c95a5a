package org.coalition.gateway.linters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs that npm installs, of the versions in the lockfile of a folder; they live under {@code target}. */
final class NpmFolder {
    private static final Path SOURCES = Path.of("src/test/linters");
    private static final Path WORK = Path.of("target/linters").toAbsolutePath();

    private final Path source;
    private final Path work;

    NpmFolder(String name) {
        this.source = SOURCES.resolve(name);
        this.work = WORK.resolve(name);
    }

    /** What a program writes to its standard output; its status is of no interest, for a linter that finds something fails. */
    String run(String program, List<String> arguments) throws IOException {
        return run(
                program,
                List.of(work.resolve("node_modules/.bin").resolve(program).toString()),
                arguments);
    }

    /** The same of a script in the folder. */
    String node(String script, List<String> arguments) throws IOException {
        return run(script, List.of("node", work.resolve(script).toString()), arguments);
    }

    private String run(String program, List<String> start, List<String> arguments) throws IOException {
        install();
        List<String> command = new ArrayList<>(start);
        command.addAll(arguments);
        Path output = Files.createTempFile(work, program, ".out");
        int status = Tools.run(work, output, command);
        String written = Files.readString(output);
        if (written.isBlank()) {
            throw new IOException(program + " ended with " + status + ": " + Tools.complaints(output));
        }
        return written;
    }

    private void install() throws IOException {
        synchronized (NpmFolder.class) {
            installOnce();
        }
    }

    private void installOnce() throws IOException {
        Path lockfile = work.resolve("package-lock.json");
        boolean installed = Files.exists(work.resolve("node_modules/.package-lock.json"))
                && Files.mismatch(source.resolve("package-lock.json"), lockfile) < 0;
        Files.createDirectories(work);
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, work.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!installed) {
            Path log = work.resolve("npm.log");
            int status = Tools.run(
                    work, log, List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"));
            if (status != 0) {
                throw new Tools.Missing("npm cannot install the linters: " + Tools.complaints(log), null);
            }
        }
    }
}
