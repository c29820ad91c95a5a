package org.coalition.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.coalition.local.process.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka as in a cluster: a stranger stays outside, and inside each does what its user may do. */
class SecureKafkaTest {
    private static final String OPEN = "coalition.meetings";
    private static final String RESTRICTED = "coalition.meetings.restricted";
    private static final Duration BRIEFLY = Duration.ofSeconds(2);

    @TempDir
    static Path folder;

    private static Stack stack;
    private static KafkaBroker kafka;
    private static String strangersAuthority;

    @BeforeAll
    static void start() throws Exception {
        stack = Stack.onFreePorts(folder.resolve("data"), folder.resolve("programs"), Feature.SECURE);
        kafka = new KafkaBroker(stack);
        strangersAuthority = Certificates.of(
                        Stack.onFreePorts(folder.resolve("stranger"), folder.resolve("programs"), Feature.SECURE))
                .authority()
                .toString();
        kafka.startAndAwait();
        send("meetings-service", "coalition.meetings.relay", OPEN);
    }

    @AfterAll
    static void stop() {
        kafka.stop();
    }

    @Test
    void aServiceWritesItsOwnTopicsUnderItsOwnTransactionalIdAndNoOther() throws Exception {
        send("meetings-service", "coalition.meetings.relay", RESTRICTED);
        send("gateway", "coalition.webhooks.relay", "coalition.webhooks.restricted");
        assertInstanceOf(
                TopicAuthorizationException.class,
                refused(() -> send("meetings-service", "coalition.meetings.relay", "coalition.initiatives")));
        assertInstanceOf(
                TopicAuthorizationException.class,
                refused(() -> send("gateway", "coalition.webhooks.relay", RESTRICTED)));
        assertInstanceOf(
                TransactionalIdAuthorizationException.class,
                refused(() -> send("meetings-service", "coalition.initiatives.relay", OPEN)));
    }

    @Test
    void aPartnerReadsTheOpenTopicsInGroupsOfItsNameAndNothingElse() throws Exception {
        assertEquals(1, read("partner-fr", "partner-fr.copy", OPEN));
        assertInstanceOf(
                TopicAuthorizationException.class, refused(() -> read("partner-fr", "partner-fr.copy", RESTRICTED)));
        assertInstanceOf(GroupAuthorizationException.class, refused(() -> read("partner-fr", "partner-de.copy", OPEN)));
        assertInstanceOf(
                TransactionalIdAuthorizationException.class,
                refused(() -> send("partner-fr", "partner-fr.relay", OPEN)));
        assertInstanceOf(TopicAuthorizationException.class, refused(() -> sendPlainly("partner-fr", OPEN)));
        try (KafkaConsumer<String, String> consumer = consumer(stack.kafkaClient("partner-fr"), "partner-fr.copy")) {
            assertEquals(
                    Set.of("coalition.meetings", "coalition.initiatives"),
                    consumer.listTopics().keySet());
        }
    }

    @Test
    void theServicesReadWhatTheyLearnFrom() throws Exception {
        assertEquals(1, read("initiatives-service", "initiatives-service", OPEN));
        try (KafkaConsumer<String, String> gateway = consumer(stack.kafkaClient("gateway"), null)) {
            assertTrue(gateway.listTopics().keySet().containsAll(KafkaBroker.TOPICS));
        }
    }

    @Test
    void kafkaRefusesAWrongPasswordAnotherAuthorityAndWhoHasNoTls() {
        Map<String, Object> wrongPassword = stack.kafkaClient("gateway");
        wrongPassword.compute(
                "sasl.jaas.config", (key, login) -> login.toString().replace("password=\"", "password=\"x"));
        assertInstanceOf(SaslAuthenticationException.class, refused(() -> listed(wrongPassword)));
        Map<String, Object> otherAuthority = stack.kafkaClient("gateway");
        otherAuthority.put("ssl.truststore.location", strangersAuthority);
        assertInstanceOf(SslAuthenticationException.class, refused(() -> listed(otherAuthority)));
        Map<String, Object> withoutTls = stack.kafkaClient("gateway");
        withoutTls.put("security.protocol", "SASL_PLAINTEXT");
        assertInstanceOf(TimeoutException.class, refused(() -> listed(withoutTls)));
    }

    private static void send(String user, String transactionalId, String topic) throws Exception {
        Map<String, Object> settings = stack.kafkaClient(user);
        settings.put("transactional.id", transactionalId);
        settings.put("max.block.ms", "20000");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "key", "value")).get();
            producer.commitTransaction();
        }
    }

    private static void sendPlainly(String user, String topic) throws Exception {
        Map<String, Object> settings = stack.kafkaClient(user);
        settings.put("enable.idempotence", "false");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "value")).get();
        }
    }

    private static int read(String user, String group, String topic) {
        try (KafkaConsumer<String, String> consumer = consumer(stack.kafkaClient(user), group)) {
            consumer.subscribe(List.of(topic));
            int[] count = {0};
            Await.until(Duration.ofSeconds(20), () -> {
                count[0] += consumer.poll(Duration.ofMillis(200)).count();
                return count[0] > 0;
            });
            consumer.commitSync();
            return count[0];
        }
    }

    private static int listed(Map<String, Object> settings) {
        try (KafkaConsumer<String, String> consumer = consumer(settings, null)) {
            return consumer.listTopics(BRIEFLY).size();
        }
    }

    private static KafkaConsumer<String, String> consumer(Map<String, Object> settings, String group) {
        if (group != null) {
            settings.put("group.id", group);
        }
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private static Throwable refused(Attempt attempt) {
        Exception refused = assertThrows(Exception.class, attempt::make);
        return refused instanceof ExecutionException ? refused.getCause() : refused;
    }

    private interface Attempt {
        void make() throws Exception;
    }
}
