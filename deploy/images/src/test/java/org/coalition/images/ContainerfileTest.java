package org.coalition.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerfileTest {
    private static final String OPTIONS = "-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError -XX:+UseSerialGC";

    private final Containerfile services = new Containerfile(Path.of("Containerfile"));

    @ParameterizedTest
    @ValueSource(strings = {"Containerfile", "keycloak.Containerfile"})
    void theLinterFindsNothing(String file) throws IOException {
        assertEquals(List.of(), new Containerfile(Path.of(file)).findings());
    }

    @Test
    void aFaultyFileIsFoundOut(@TempDir Path folder) throws IOException {
        Path faulty = Files.writeString(folder.resolve("Containerfile"), """
                FROM docker.io/library/debian
                RUN cd /tmp && sudo apt-get install curl
                USER root
                CMD java -jar quarkus-run.jar
                """);
        List<String> rules = new Containerfile(faulty)
                .findings().stream().map(finding -> finding.substring(0, 6)).toList();
        // No version, sudo, root in the end, a shell between the engine and Java.
        assertTrue(rules.containsAll(List.of("DL3006", "DL3004", "DL3002", "DL3025")), rules.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Containerfile", "keycloak.Containerfile"})
    void baseImagesHaveAVersion(String file) throws IOException {
        List<String> bases = new Containerfile(Path.of(file)).bases();
        assertTrue(bases.size() >= 2, bases.toString());
        for (String base : bases) {
            assertTrue(base.matches(".+:\\d+\\.\\d+\\.\\d+.*"), base);
        }
    }

    @Test
    void itsUserIsThatOfThePods() throws IOException {
        JsonNode context = new YAMLMapper()
                .readTree(Path.of("../kubernetes/base/pod.yaml").toFile())
                .at("/spec/template/spec/securityContext");
        assertEquals(
                List.of(context.path("runAsUser").asText() + ":"
                        + context.path("runAsGroup").asText()),
                services.inTheImage("USER"));
    }

    @Test
    void javaIsTheFirstProcessAndHearsTheSignal() throws IOException {
        assertTrue(services.inTheImage("ENTRYPOINT").get(0).startsWith("[\"java\", "));
        assertEquals(List.of("SIGTERM"), services.inTheImage("STOPSIGNAL"));
    }

    @Test
    void javaKeepsToTheMemoryItIsGivenAndEndsWhenItIsUsedUp() throws IOException {
        assertTrue(Files.readString(services.file()).contains("\nENV JDK_JAVA_OPTIONS=\"" + OPTIONS + "\"\n"));
    }

    /** Two ways to one image: what the other way says stands in the profile. */
    @Test
    void withoutAnEngineTheSameImageIsMade() throws IOException {
        String profile = Files.readString(Path.of("pom.xml"));
        assertTrue(profile.contains("<user>" + services.inTheImage("USER").get(0) + "</user>"));
        assertTrue(profile.contains("<jib.from.image>" + services.bases().get(1) + "</jib.from.image>"));
        String entrypoint = services.inTheImage("ENTRYPOINT").get(0).replaceAll("[\\[\\]\" ]", "");
        assertTrue(profile.contains("<entrypoint>" + entrypoint + "</entrypoint>"), entrypoint);
        assertTrue(profile.contains("<JDK_JAVA_OPTIONS>" + OPTIONS + "</JDK_JAVA_OPTIONS>"));
        for (String service : Service.NAMES) {
            assertTrue(profile.contains("<image>coalition/" + service + "</image>"), service);
        }
    }

    @Test
    void eachPartOfThePackagedServiceIsInTheImage() throws IOException {
        List<String> copied = services.inTheImage("COPY");
        for (String part : List.of("lib", "quarkus-run.jar", "quarkus", "app", "app.aot")) {
            assertTrue(copied.stream().anyMatch(copy -> copy.startsWith("--from=archive /app/" + part + " ")), part);
        }
    }
}
