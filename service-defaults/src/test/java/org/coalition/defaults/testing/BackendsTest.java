package org.coalition.defaults.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.DriverManager;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class BackendsTest {
    @Test
    void theDatabaseAnswers() throws Exception {
        try (var connection = DriverManager.getConnection(
                        System.getProperty("quarkus.datasource.jdbc.url"),
                        System.getProperty("quarkus.datasource.username"),
                        System.getProperty("quarkus.datasource.password"));
                var row = connection.createStatement().executeQuery("SELECT current_database()")) {
            assertTrue(row.next());
            assertEquals("test", row.getString(1));
        }
    }

    @Test
    void onlyCommittedRecordsAreSeen() throws Exception {
        try (var topic = Topics.fromNow("coalition.meetings");
                var producer = new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                System.getProperty("kafka.bootstrap.servers"),
                                "transactional.id",
                                "backends-test"),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.initTransactions();
            send(producer, "aborted");
            producer.abortTransaction();
            send(producer, "committed");
            producer.commitTransaction();
            assertEquals("committed", topic.await(message -> true).value());
            assertEquals(1, topic.all().size());
        }
    }

    private static void send(KafkaProducer<String, String> producer, String value) throws Exception {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("coalition.meetings", 0, "key", value))
                .get();
    }
}
