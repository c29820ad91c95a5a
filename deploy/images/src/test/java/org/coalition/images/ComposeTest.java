package org.coalition.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.local.stack.KafkaBroker;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeTest {
    private static Compose compose;

    @BeforeAll
    static void read() throws IOException {
        compose = Compose.read();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"read_only: true=read_onyl: true", "kafka: {condition=kafak: {condition", "[inside]=[insied]"})
    void aMistakeIsFoundOut(String change, @TempDir Path folder) throws IOException {
        String right = change.substring(0, change.indexOf('='));
        String wrong = change.substring(change.indexOf('=') + 1);
        String faulty = Files.readString(Compose.FILE).replace(right, wrong);
        Path file = Files.writeString(folder.resolve("compose.yaml"), faulty);
        assertTrue(faulty.contains(wrong));
        assertThrows(IOException.class, () -> Compose.read(file));
    }

    @Test
    void everyProcessIsNobodyAndWritesNowhere() {
        compose.services().forEach((name, service) -> {
            assertTrue(service.path("read_only").asBoolean(), name);
            assertEquals(List.of("ALL"), Compose.texts(service.path("cap_drop")), name);
            assertEquals(List.of("no-new-privileges:true"), Compose.texts(service.path("security_opt")), name);
            assertTrue(service.path("user").asText().matches("[1-9]\\d*:\\d+"), name);
            assertFalse(service.path("privileged").asBoolean(), name);
            for (String limit : List.of("memory", "cpus")) {
                assertTrue(service.at("/deploy/resources/limits").has(limit), name);
            }
        });
    }

    @Test
    void onlyGatewayAndKeycloakAreReachedAndOnlyFromThisMachine() {
        Set<String> reached = new HashSet<>();
        compose.services().forEach((name, service) -> Compose.elements(service.path("ports"))
                .forEach(port -> {
                    reached.add(name);
                    assertEquals("127.0.0.1", port.path("host_ip").asText(), name);
                }));
        assertEquals(Set.of("gateway", "identity"), reached);
        Set<String> outside = compose.services().entrySet().stream()
                .filter(service -> service.getValue().path("networks").has("outside"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertEquals(reached, outside);
        assertTrue(compose.model().at("/networks/inside/internal").asBoolean());
    }

    @Test
    void eachStartsWhenWhatItNeedsIsHealthy() {
        compose.services().forEach((name, service) -> {
            boolean ends = name.equals("topics");
            assertEquals(!ends, service.has("healthcheck"), name);
            Compose.fields(service.path("depends_on")).forEach((needed, how) -> {
                String condition = needed.equals("topics") ? "service_completed_successfully" : "service_healthy";
                assertEquals(condition, how.path("condition").asText(), name);
            });
        });
        assertEquals(
                Set.of("postgresql", "topics", "identity", "meetings-service", "initiatives-service"),
                Compose.fields(compose.service("gateway").path("depends_on")).keySet());
    }

    @Test
    void theTopicsAreThoseOfTheOneMachineStack() {
        Map<String, JsonNode> told = compose.environment("topics");
        Set<String> all = new TreeSet<>(KafkaBroker.TOPICS);
        all.addAll(KafkaBroker.AUDIT_TOPICS);
        assertEquals(all, new TreeSet<>(List.of(told.get("TOPICS").asText().split(" ", -1))));
        assertEquals(KafkaBroker.PARTITIONS, told.get("PARTITIONS").asInt());
        assertTrue(compose.service("topics").path("command").toString().contains("--config retention.ms=-1"));
    }

    @Test
    void imagesHaveTheNamesThatKubernetesKnows() throws IOException {
        for (String name : Service.NAMES) {
            JsonNode pod = new YAMLMapper()
                    .readTree(Path.of("../kubernetes/base", name + ".yaml").toFile());
            assertEquals(
                    pod.at("/spec/template/spec/containers/0/image").asText(),
                    compose.service(name).path("image").asText());
            assertEquals(name, compose.service(name).at("/build/args/SERVICE").asText());
        }
    }

    /** What is tested is what runs. */
    @Test
    void postgreSqlAndKafkaAreOfTheVersionsOfTheTests() throws IOException {
        String pom = Files.readString(Path.of("../../pom.xml"));
        var version =
                Pattern.compile("<postgres-binaries.version>(\\d+\\.\\d+)\\.").matcher(pom);
        assertTrue(version.find());
        assertEquals(
                "docker.io/library/postgres:" + version.group(1),
                compose.service("postgresql").path("image").asText());
        assertEquals(
                "docker.io/apache/kafka:" + org.apache.kafka.common.utils.AppInfoParser.getVersion(),
                compose.service("kafka").path("image").asText());
    }

    @Test
    void whatIsMountedIsThere() {
        List<Path> mounted = compose.mounted().toList();
        assertEquals(2, mounted.size());
        for (Path file : mounted) {
            assertTrue(Files.isRegularFile(file), file.toString());
        }
    }

    @Test
    void noSecretStandsInTheFile() {
        compose.services().forEach((name, service) -> {
            Stream<String> variables = Compose.fields(service.path("environment")).keySet().stream();
            assertEquals(
                    List.of(),
                    variables
                            .filter(variable -> variable.matches(".*(PASSWORD|SECRET|KEYS?)$"))
                            .toList(),
                    name);
        });
    }
}
