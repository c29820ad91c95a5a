package org.coalition.acceptance.running;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.coalition.local.stack.KafkaBroker;

/** Topics from their beginning, as a read_committed consumer sees them at one moment; each partition in its order. */
public record EventLog(List<Event> events) {
    private static final Duration WAIT = Duration.ofMillis(200);

    /** With the settings of a client that may read all topics. */
    static EventLog read(Map<String, Object> kafka, List<String> topics) {
        List<Event> events = new ArrayList<>();
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("isolation.level", "read_committed");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(found -> new TopicPartition(found.topic(), found.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(WAIT).forEach(message -> events.add(Event.of(message)));
            }
        }
        return new EventLog(events);
    }

    public Stream<Event> about(String subject) {
        return events.stream().filter(event -> event.subject().equals(subject));
    }

    /** What the topics that every party reads hold. */
    public EventLog open() {
        return only(event -> KafkaBroker.OPEN_TOPICS.contains(event.topic()));
    }

    public EventLog only(Predicate<Event> wanted) {
        return new EventLog(events.stream().filter(wanted).toList());
    }

    /** The events of each resource, those without data left out, by rising version whichever topic they stand in. */
    public Map<String, List<Event>> bySubject() {
        return events.stream()
                .filter(event -> !event.isWithheld())
                .sorted((one, other) -> Long.compare(one.sequence(), other.sequence()))
                .collect(Collectors.groupingBy(Event::subject, LinkedHashMap::new, Collectors.toList()));
    }
}
