package org.coalition.gateway.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes as a relay does: transaction by transaction. */
public final class Announcer implements AutoCloseable {
    private final KafkaProducer<String, String> producer;

    public Announcer(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "transactional.id", "announcer-" + UUID.randomUUID()),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
    }

    /** Publishes these in one transaction. */
    public void tell(Announcement... announcements) {
        begin(announcements);
        producer.commitTransaction();
    }

    /** Publishes these in a transaction that stays open. */
    void begin(Announcement... announcements) {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Announcement one : announcements) {
            sent.add(producer.send(one.record()));
        }
        producer.flush();
        if (!sent.stream().allMatch(Future::isDone)) {
            throw new AssertionError("Not sent: " + sent);
        }
    }

    void commit() {
        producer.commitTransaction();
    }

    void abort() {
        producer.abortTransaction();
    }

    @Override
    public void close() {
        producer.close();
    }
}
