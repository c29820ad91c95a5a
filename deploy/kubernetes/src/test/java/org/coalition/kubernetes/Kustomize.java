package org.coalition.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * kustomize, of the version in {@code go.mod}. Where there is no Go the build says in one line that it goes on without it, unless
 * {@code -Dlinters=required} says otherwise.
 */
final class Kustomize {
    private static final Path SOURCE = Path.of("src/test/kustomize").toAbsolutePath();
    private static final Path PROGRAM = Path.of("target/kustomize").toAbsolutePath();

    private Kustomize() {}

    /** What applying this folder would apply. */
    static String build(Path folder) {
        try {
            if (!Files.exists(PROGRAM) && !made()) {
                return Assumptions.abort("kustomize cannot be built");
            }
            return run(folder, List.of(PROGRAM.toString(), "build", "."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean made() throws IOException {
        try {
            run(
                    SOURCE,
                    List.of(
                            "go",
                            "build",
                            "-mod=readonly",
                            "-o",
                            PROGRAM.toString(),
                            "sigs.k8s.io/kustomize/kustomize/v5"));
            return true;
        } catch (IOException missing) {
            if ("required".equals(System.getProperty("linters"))) {
                throw missing;
            }
            System.err.println("[WARNING] The manifests are not checked, for want of Go: " + missing.getMessage());
            return false;
        }
    }

    private static String run(Path folder, List<String> command) throws IOException {
        Path output = Files.createTempFile("kustomize", ".yaml");
        Path errors = Files.createTempFile("kustomize", ".errors");
        int status = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start()
                .onExit()
                .join()
                .exitValue();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + ": " + Files.readString(errors));
        }
        return Files.readString(output);
    }
}
