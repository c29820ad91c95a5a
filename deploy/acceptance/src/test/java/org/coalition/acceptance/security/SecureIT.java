package org.coalition.acceptance.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.AsInACluster;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.api.Answer;
import org.coalition.local.process.Await;
import org.coalition.local.stack.Component;
import org.coalition.local.stack.Feature;
import org.coalition.local.stack.Ports;
import org.coalition.local.stack.ServiceProcess;
import org.coalition.local.stack.Stack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS and passwords before Kafka and PostgreSQL: the services work, told by files and variables alone; one that is told wrongly says what. */
@Tag("soak")
@ExtendWith(Acceptance.class)
class SecureIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RunningSet set;

    @TempDir
    private Path folder;

    SecureIT(@AsInACluster RunningSet set) {
        this.set = set;
    }

    @Test
    void theLondonStoryIsToldWithAllItsEvents() {
        assertEquals("is there", set.tellStory());
        assertTrue(set.events().events().size() > 50);
        assertEquals(7, set.as("fr-contributor").all("/v1/initiatives").size());
    }

    @Test
    void noSecretIsTold() {
        Secrets secrets = new Secrets(set.stack().secrets());
        assertTrue(secrets.count() >= 15, () -> secrets.count() + " secrets");
        assertEquals(List.of(), secrets.toldBy(set));
    }

    @ParameterizedTest
    @CsvSource({
        "KAFKA_SASL_JAAS_CONFIG,        'refuses its password: see kafka.sasl.jaas.config'",
        "KAFKA_SSL_TRUSTSTORE_LOCATION, 'not from whom kafka.ssl.truststore.location trusts'",
        "KAFKA_SECURITY_PROTOCOL,       'does it expect what kafka.security.protocol says?'",
    })
    void whoReadsFromKafkaSaysWhichSettingIsWrong(String variable, String said) {
        for (ServiceProcess service :
                List.of(set.processes().initiatives(), set.processes().gateway())) {
            assertSaid(said, wrong(service, variable));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "QUARKUS_DATASOURCE_PASSWORD,  'password authentication failed for user'",
        "QUARKUS_DATASOURCE_JDBC_URL,  'no encryption'",
        "PGSSLROOTCERT,                'PKIX path'",
    })
    void whoseDatabaseRefusesItSaysWhy(String variable, String said) {
        assertSaid(said, wrong(set.processes().meetings(), variable));
    }

    @Test
    void aRelayThatIsRefusedSaysWhyAndLosesNothing() {
        ServiceProcess meetings = set.processes().meetings();
        meetings.stop();
        ServiceProcess refused = meetings.with("KAFKA_SASL_JAAS_CONFIG", wrongValue("KAFKA_SASL_JAAS_CONFIG"));
        String made;
        try {
            refused.startAndAwait();
            // Not through the gateway, which goes on only when it has seen that the service is back.
            Answer answer = set.as("admin")
                    .at("http://localhost:" + refused.port())
                    .post("/v1/parties", Map.of("code", "SE", "name", "Sweden", "kind", "STATE"));
            assertEquals(201, answer.status(), answer::text);
            made = answer.header("Location");
            assertTrue(Await.until(PATIENCE, () -> read(refused.log()).contains("refuses its password")));
        } finally {
            refused.stop();
            meetings.startAndAwait();
        }
        assertEquals(1, set.awaitEvents(made, 1).about(made).count());
    }

    /** Another instance beside the running one. */
    private ServiceProcess wrong(ServiceProcess service, String variable) {
        ServiceProcess another =
                service.named("wrong-" + service.name(), Ports.free(1).get(0));
        return variable.equals("PGSSLROOTCERT")
                ? another.with(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        set.stack()
                                .jdbcUrl(service.name())
                                .replaceFirst("sslrootcert=.*", "sslrootcert=" + otherAuthority()))
                : another.with(variable, wrongValue(variable));
    }

    private String wrongValue(String variable) {
        return switch (variable) {
            case "KAFKA_SASL_JAAS_CONFIG" ->
                set.stack()
                        .kafkaClient("gateway")
                        .get("sasl.jaas.config")
                        .toString()
                        .replace("password=\"", "password=\"x");
            case "KAFKA_SSL_TRUSTSTORE_LOCATION" -> otherAuthority();
            case "KAFKA_SECURITY_PROTOCOL" -> "SASL_PLAINTEXT";
            case "QUARKUS_DATASOURCE_PASSWORD" -> "guessed";
            default -> set.stack().jdbcUrl("meetings").replaceFirst("\\?.*", "?sslmode=disable");
        };
    }

    private String otherAuthority() {
        Stack stranger = Stack.onFreePorts(folder, folder, Feature.SECURE);
        return stranger.kafkaClient().get("ssl.truststore.location").toString();
    }

    private static void assertSaid(String said, Component process) {
        process.start();
        try {
            assertTrue(
                    Await.until(PATIENCE, () -> read(process.log()).contains(said)),
                    () -> process.name() + " does not say \"" + said + "\": " + read(process.log()));
        } finally {
            process.kill();
        }
    }

    private static String read(Path log) {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
