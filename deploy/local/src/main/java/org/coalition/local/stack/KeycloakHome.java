package org.coalition.local.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.coalition.local.process.StackFailure;

/** The programs of Keycloak, fetched by Maven when they are first needed: they are too large for everybody. */
final class KeycloakHome {
    /** The execution in our own project file, which knows the version. */
    private static final String GOAL = "dependency:unpack@keycloak";

    private KeycloakHome() {}

    /** Unpacks into a folder beside the final one first, so that whoever is killed meanwhile leaves nothing half-done. */
    static void create(Path home, Path log) {
        Path project = Path.of(System.getProperty("coalition.root", "."), "deploy/local/pom.xml")
                .toAbsolutePath();
        Path draft = home.resolveSibling("keycloak.draft");
        try {
            Folders.delete(draft);
            Files.createDirectories(draft);
            Files.createDirectories(log.getParent());
            run(log, List.of("mvn", "-B", "-ntp", "-f", project.toString(), GOAL, "-Dkeycloak.folder=" + draft));
            try (Stream<Path> unpacked = Files.list(draft)) {
                Files.move(
                        unpacked.filter(folder -> Files.exists(folder.resolve("bin/kc.sh")))
                                .findFirst()
                                .orElseThrow(() -> new IOException("there is no bin/kc.sh in it")),
                        home);
            }
            Folders.delete(draft);
        } catch (IOException e) {
            throw new StackFailure(
                    "Keycloak (some 180 MB) cannot be fetched by Maven: " + e.getMessage() + " (log: " + log + ")", e);
        }
    }

    private static void run(Path log, List<String> command) throws IOException {
        File output = log.toFile();
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start()
                .onExit()
                .join()
                .exitValue();
        if (status != 0) {
            throw new IOException("it ended with " + status);
        }
    }
}
