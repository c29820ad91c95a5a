package org.coalition.defaults.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Puts rows into Kafka in their order: a batch is one transaction, or, in at-least-once mode, plain sends. */
final class Publisher implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Producer<String, String> producer;
    private final OutboxConfig config;
    private final LongSupplier positions;
    private final Consumer<CrashPoint> passing;

    Publisher(
            Producer<String, String> producer,
            OutboxConfig config,
            LongSupplier positions,
            Consumer<CrashPoint> passing) {
        this.producer = producer;
        this.config = config;
        this.positions = positions;
        this.passing = passing;
    }

    /** Fences whoever published before, and ends the transaction that it may have left open. */
    void fence() {
        if (exactlyOnce()) {
            producer.initTransactions();
        }
    }

    /**
     * Publishes the rows, all of them or, with transactions, none. After any exception the outcome is unknown and this publisher
     * is of no more use.
     *
     * @return per partition the offset after the last record and its transaction's marker
     * @throws Unsendable if Kafka will never take one of them
     */
    Positions publish(List<OutboxRow> rows) throws Unsendable {
        List<ProducerRecord<String, String>> messages = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            messages.add(message(row));
        }
        List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
        try {
            if (exactlyOnce()) {
                producer.beginTransaction();
            }
            for (ProducerRecord<String, String> message : messages) {
                sent.add(producer.send(message));
            }
            producer.flush();
            passing.accept(CrashPoint.RELAY_BEFORE_KAFKA_COMMIT);
            if (exactlyOnce()) {
                producer.commitTransaction();
            }
        } catch (KafkaException e) {
            // A row that is to blame explains the failure better; if there is none, this is as good an explanation as
            // any.
            outcome(rows, sent);
            throw e;
        }
        return outcome(rows, sent);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private boolean exactlyOnce() {
        return config.mode() == OutboxConfig.Mode.EXACTLY_ONCE;
    }

    private ProducerRecord<String, String> message(OutboxRow row) throws Unsendable {
        boolean known = config.topics().contains(row.topic());
        if (!known || row.partition() < 0 || row.partition() >= config.partitions()) {
            String place = row.topic() + "-" + row.partition();
            throw new Unsendable(List.of(row), new KafkaException("This outbox does not publish to " + place));
        }
        ProducerRecord<String, String> message =
                new ProducerRecord<>(row.topic(), row.partition(), row.key(), row.payload());
        try {
            JSON.readValue(row.headers(), TEXTS)
                    .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new Unsendable(List.of(row), e);
        }
        // For the read-back after a restore; the subject does not name every aggregate.
        message.headers().add(Overtaken.AGGREGATE, row.aggregateId().toString().getBytes(StandardCharsets.UTF_8));
        // By it a reader of several topics finds the one order in which their records were published.
        message.headers()
                .add("ce_position", Long.toString(positions.getAsLong()).getBytes(StandardCharsets.UTF_8));
        return message;
    }

    /** What became of each record; tells the rows that were refused for what they are from those that met a bad moment. */
    private Positions outcome(List<OutboxRow> rows, List<Future<RecordMetadata>> sent) throws Unsendable {
        // Behind a transaction's last record stands its marker. It counts as settled, lest retention's removing it look
        // like a loss.
        int length = exactlyOnce() ? 2 : 1;
        Map<TopicPartition, Long> offsets = new HashMap<>();
        List<OutboxRow> refused = new ArrayList<>();
        KafkaException permanent = null;
        KafkaException passing = null;
        for (int i = 0; i < sent.size(); i++) {
            try {
                RecordMetadata at = sent.get(i).get(0, TimeUnit.SECONDS);
                if (at.hasOffset()) {
                    offsets.merge(new TopicPartition(at.topic(), at.partition()), at.offset() + length, Math::max);
                }
            } catch (ExecutionException e) {
                KafkaException failure = e.getCause() instanceof KafkaException own ? own : new KafkaException(e);
                if (isPermanent(failure)) {
                    refused.add(rows.get(i));
                    permanent = failure;
                } else {
                    passing = failure;
                }
            } catch (TimeoutException e) {
                passing = new KafkaException("A record was not acknowledged", e);
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
        if (permanent != null) {
            throw new Unsendable(refused, permanent);
        }
        if (passing != null) {
            throw passing;
        }
        return new Positions(offsets);
    }

    private static boolean isPermanent(KafkaException failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof InvalidRecordException
                || failure instanceof InvalidTimestampException;
    }
}
