package org.coalition.defaults.inbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.coalition.defaults.broker.BrokerFailure;
import org.jboss.logging.Logger;

/**
 * Follows the topics on a thread of its own: takes a batch, stores it, and only then tells Kafka how far it is. After any
 * failure it starts over from there, so nothing is passed over but what can never be read.
 */
final class InboxConsumer {
    private static final Logger LOG = Logger.getLogger(InboxConsumer.class);
    private static final Duration TURN = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Supplier<Consumer<String, byte[]>> kafka;
    private final InboxTable table;
    private final InboxStatus status;
    private final List<String> topics;
    private final Duration retryAfter;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "inbox");
    private volatile Consumer<String, byte[]> current;

    InboxConsumer(
            Supplier<Consumer<String, byte[]>> kafka,
            InboxTable table,
            InboxStatus status,
            List<String> topics,
            Duration retryAfter) {
        this.kafka = kafka;
        this.table = table;
        this.status = status;
        this.topics = topics;
        this.retryAfter = retryAfter;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends after the batch at hand. */
    void stop() throws InterruptedException {
        stopped.countDown();
        Consumer<String, byte[]> reading = current;
        if (reading != null) {
            reading.wakeup();
        }
        thread.join(PATIENCE.toMillis());
    }

    private void run() {
        while (!isStopped()) {
            try {
                follow();
            } catch (WakeupException stop) {
                LOG.debug("The inbox stops");
            } catch (SQLException | RuntimeException failure) {
                status.waits(BrokerFailure.told(failure));
                LOG.warnf("The inbox starts over: %s", BrokerFailure.told(failure));
                rest();
            }
        }
    }

    private void follow() throws SQLException {
        table.requireDatabase();
        try (Consumer<String, byte[]> consumer = kafka.get()) {
            current = consumer;
            // A poll goes on for ever where no broker answers, and says nothing of it.
            consumer.listTopics(PATIENCE);
            consumer.subscribe(topics);
            while (!isStopped()) {
                ConsumerRecords<String, byte[]> messages = consumer.poll(TURN);
                if (!messages.isEmpty()) {
                    store(read(messages));
                    consumer.commitSync(PATIENCE);
                }
                status.follows(lag(consumer));
            }
        } finally {
            current = null;
        }
    }

    private List<Received> read(Iterable<ConsumerRecord<String, byte[]>> messages) {
        List<Received> batch = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : messages) {
            try {
                batch.add(Received.of(message));
            } catch (Unreadable unreadable) {
                skip("%s-%d at %d".formatted(message.topic(), message.partition(), message.offset()), unreadable);
            }
        }
        return batch;
    }

    private void store(List<Received> batch) throws SQLException {
        try {
            status.stored(table.store(batch), batch.size());
        } catch (SQLException failure) {
            if (!InboxTable.refusesData(failure)) {
                throw failure;
            }
            storeOneByOne(batch);
        }
    }

    /** One of them cannot be stored; the others can. */
    private void storeOneByOne(List<Received> batch) throws SQLException {
        for (Received received : batch) {
            try {
                status.stored(table.store(List.of(received)), 1);
            } catch (SQLException failure) {
                if (!InboxTable.refusesData(failure)) {
                    throw failure;
                }
                skip(received.subject() + " version " + received.sequence(), failure);
            }
        }
    }

    private void skip(String what, Exception why) {
        status.skipped();
        LOG.errorf("The inbox passes over %s: %s", what, why.getMessage());
    }

    private static long lag(Consumer<?, ?> consumer) {
        return consumer.assignment().stream()
                .mapToLong((TopicPartition partition) ->
                        consumer.currentLag(partition).orElse(0))
                .sum();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void rest() {
        try {
            if (stopped.await(retryAfter.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("The inbox stops while it waits");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }
}
