package org.coalition.defaults.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Holds every record that the tests of a service have it publish against the committed schema of its type: after each test class, and once
 * more when all have run. JUnit finds this by itself.
 */
public final class PublishedRecords implements BeforeAllCallback, AfterAllCallback {
    private static final int SHOWN = 10;
    private static final Watch WATCH = Watch.begin();

    @Override
    public void beforeAll(ExtensionContext context) {
        if (WATCH != null) {
            context.getRoot().getStore(Namespace.create(PublishedRecords.class)).computeIfAbsent("the rest", key ->
                    (AutoCloseable) WATCH::look);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (WATCH != null) {
            WATCH.look();
        }
    }

    /** Reads on from where it has stopped, from the start of the topics on. */
    private record Watch(EventSchemas schemas, Topics topics) {
        /** Null where no events are published, or their schemas are just being written anew. */
        static Watch begin() {
            EventSchemas schemas = EventSchemas.ofThisModule();
            boolean beingWritten = System.getProperty("contract.update") != null;
            if (beingWritten || schemas.isEmpty() || System.getProperty("kafka.bootstrap.servers") == null) {
                return null;
            }
            String open = topic();
            return new Watch(schemas, Topics.fromStart(open, open + ".restricted"));
        }

        synchronized void look() {
            Set<String> faults = new LinkedHashSet<>();
            for (ConsumerRecord<String, String> message : topics.take()) {
                schemas.faults(message).forEach(fault -> faults.add(fault + " in " + message.value()));
            }
            if (!faults.isEmpty()) {
                throw new AssertionError(faults.size() + " faults of published records:\n"
                        + String.join("\n", faults.stream().limit(SHOWN).toList()));
            }
        }
    }

    /** The open topic of the service in whose folder this runs. */
    private static String topic() {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings.getProperty("outbox.topic");
    }
}
