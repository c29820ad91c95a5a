package org.coalition.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.coalition.local.process.Await;
import org.coalition.local.process.LogFile;
import org.coalition.local.process.StackFailure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningStackTest {
    @TempDir
    static Path folder;

    private static Stack stack;
    private static PostgreSql postgreSql;
    private static KafkaBroker kafka;
    private static Identity identity;

    @BeforeAll
    static void start() {
        stack = Stack.onFreePorts(folder.resolve("data"), folder.resolve("programs"));
        postgreSql = new PostgreSql(stack);
        kafka = new KafkaBroker(stack);
        identity = new Identity(stack);
        components().forEach(Component::start);
        components().forEach(Component::awaitReady);
    }

    @AfterAll
    static void stop() {
        components().forEach(Component::stop);
        components().forEach(component -> assertEquals("stopped", component.state(), component.name()));
    }

    private static Stream<Component> components() {
        return Stream.of(identity, kafka, postgreSql);
    }

    @Test
    void acknowledgedRowsSurviveKillOfPostgreSql() throws SQLException {
        try (Connection connection = asMeetings();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (id int)");
            statement.execute("INSERT INTO kept VALUES (1), (2), (3)");
        }
        postgreSql.kill();
        assertEquals("stopped", postgreSql.state());

        postgreSql.startAndAwait();

        try (Connection connection = asMeetings();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count(*), current_setting('fsync') || current_setting('synchronous_commit') FROM kept")) {
            assertTrue(rows.next());
            assertEquals(3, rows.getInt(1));
            assertEquals("onon", rows.getString(2));
        }
    }

    @Test
    void aKilledPostgreSqlStartsOnceTheLastOfItsProcessesHasGone() throws IOException {
        long orphan = ProcessHandle.of(postgreSql.pid().getAsLong())
                .orElseThrow()
                .children()
                .findFirst()
                .orElseThrow()
                .pid();
        signal("STOP", orphan);
        postgreSql.kill();
        CompletableFuture<Void> started = CompletableFuture.runAsync(postgreSql::startAndAwait);
        assertTrue(Await.until(
                Duration.ofSeconds(20),
                () -> new LogFile(postgreSql.log()).last(5).toString().contains("pre-existing shared memory block")));

        signal("CONT", orphan);

        started.orTimeout(60, TimeUnit.SECONDS).join();
        assertEquals("ready", postgreSql.state());
    }

    @Test
    void acknowledgedRecordsSurviveKillOfKafka() throws Exception {
        send("first");
        kafka.kill();

        kafka.startAndAwait();
        send("second");

        assertEquals(List.of("first", "second"), receive(2));
    }

    @Test
    void aTokenCarriesTheClaimsOfItsClientAndIsSignedAlikeAfterARestart() throws Exception {
        SignedJWT before = SignedJWT.parse(identity.tokens().token("gb-chair"));
        identity.kill();
        identity.startAndAwait();
        SignedJWT after = SignedJWT.parse(identity.tokens().token("gb-chair"));

        RSASSAVerifier published = new RSASSAVerifier(
                JWKSet.load(URI.create(stack.issuer() + "/jwks").toURL())
                        .getKeys()
                        .get(0)
                        .toRSAKey());
        assertEquals(stack.issuer(), before.getJWTClaimsSet().getIssuer());
        assertEquals(List.of("coalition"), before.getJWTClaimsSet().getAudience());
        assertEquals("gb-chair", before.getJWTClaimsSet().getSubject());
        assertEquals("GB", before.getJWTClaimsSet().getClaim("party"));
        assertEquals(
                List.of("reader", "contributor", "chair"),
                before.getJWTClaimsSet().getClaim("roles"));
        assertEquals(before.getHeader().getKeyID(), after.getHeader().getKeyID());
        assertTrue(after.verify(published));
        assertTrue(before.verify(published));
    }

    @Test
    void aWrongSecretGetsNoToken() {
        StackFailure refused =
                assertThrows(StackFailure.class, () -> identity.tokens().token("gb-chair", "guess"));

        assertEquals("no token for gb-chair: client authentication failed", refused.getMessage());
    }

    @Test
    void theNextLauncherFindsWhatRunsAndStartsItNotTwice() {
        Identity sameSet = new Identity(stack);

        sameSet.startAndAwait();

        assertEquals(identity.pid(), sameSet.pid());
    }

    @Test
    void theNextLauncherFindsAProcessWhosePidFileWasNeverWritten() throws Exception {
        Files.delete(stack.data().resolve("run/identity.pid"));

        assertEquals("ready", new Identity(stack).state());
    }

    @Test
    void aPortTakenByAnotherIsRefusedWithItsHolder() {
        Stack other =
                new Stack(folder.resolve("other"), stack.programs(), stack.ports(), stack.jdk(), stack.classpath());
        StackFailure refused = assertThrows(StackFailure.class, () -> new Identity(other).start());

        assertTrue(
                refused.getMessage()
                        .startsWith("identity needs port " + identity.port() + ", which is taken by process "
                                + identity.pid().getAsLong() + " ("),
                refused.getMessage());
    }

    @Test
    void aSuspendedProcessIsAliveAndGoesOnWhenResumed() {
        identity.suspend();
        assertTrue(Await.until(Duration.ofSeconds(30), () -> identity.state().equals("suspended")));

        identity.resume();

        assertTrue(Await.until(Duration.ofSeconds(30), identity::isReady));
        assertNotEquals("suspended", identity.state());
    }

    @Test
    void aMistypedTopicIsNotCreated() throws Exception {
        try (var admin = kafka.admin()) {
            assertFalse(admin.listTopics().names().get(5, TimeUnit.SECONDS).contains("coalition.meeting"));
            assertEquals(
                    KafkaBroker.PARTITIONS,
                    admin.describeTopics(KafkaBroker.TOPICS)
                            .allTopicNames()
                            .get(5, TimeUnit.SECONDS)
                            .get("coalition.meetings.restricted")
                            .partitions()
                            .size());
        }
    }

    private static void signal(String name, long pid) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
                .start()
                .onExit()
                .join();
    }

    private static Connection asMeetings() throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl("meetings"), "meetings", "meetings");
    }

    private static void send(String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers(), "transactional.id", "test"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("coalition.meetings", "key", value))
                    .get(20, TimeUnit.SECONDS);
            producer.commitTransaction();
        }
    }

    private static List<String> receive(int count) {
        List<String> received = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG, "test",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of("coalition.meetings"));
            Await.until(Duration.ofSeconds(20), () -> {
                for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofMillis(200))) {
                    received.add(found.value());
                }
                return received.size() >= count;
            });
        }
        return received;
    }
}
