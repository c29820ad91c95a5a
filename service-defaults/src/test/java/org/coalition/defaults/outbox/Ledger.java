package org.coalition.defaults.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.coalition.defaults.testing.Topics;

/** What was committed, held against what the topics hold: nothing lost, nothing twice, each thing in order. */
final class Ledger {
    private final RelayRig rig;
    private final Set<String> committed = ConcurrentHashMap.newKeySet();

    Ledger(RelayRig rig) {
        this.rig = rig;
    }

    void committed(UUID eventId) {
        committed.add(eventId.toString());
    }

    int size() {
        return committed.size();
    }

    /** Waits until the topics hold as many records as were committed, then checks them. */
    void check(Duration patience) {
        try (Topics topics = Topics.fromStartAt(rig.bootstrap(), rig.topic(), rig.topic() + ".restricted")) {
            topics.await(committed.size(), patience);
            check(topics.all());
        }
    }

    /** How many records stand there more than once. */
    int doubled() {
        try (Topics topics = Topics.fromStartAt(rig.bootstrap(), rig.topic(), rig.topic() + ".restricted")) {
            List<ConsumerRecord<String, String>> all = topics.all();
            return all.size() - ids(all).size();
        }
    }

    private void check(List<ConsumerRecord<String, String>> all) {
        Set<String> ids = ids(all);
        assertEquals(ids.size(), all.size(), "records, each of them once");
        assertEquals(committed, ids, "published is what was committed");
        Map<TopicPartition, Long> last = new HashMap<>();
        all.forEach(message -> {
            Long before = last.put(new TopicPartition(message.topic(), message.partition()), position(message));
            assertTrue(before == null || before < position(message), () -> "position of " + message);
        });
        Map<String, List<Long>> versions = new TreeMap<>();
        for (ConsumerRecord<String, String> message :
                all.stream().sorted(Comparator.comparingLong(Ledger::position)).toList()) {
            versions.computeIfAbsent(message.key(), key -> new ArrayList<>())
                    .add(Long.valueOf(Topics.header(message, "ce_sequence")));
        }
        versions.forEach((key, order) -> {
            for (int i = 0; i < order.size(); i++) {
                assertEquals(i + 1L, order.get(i), "version of " + key + " at place " + i);
            }
        });
    }

    private static long position(ConsumerRecord<String, String> message) {
        return Long.parseLong(Topics.header(message, "ce_position"));
    }

    private static Set<String> ids(List<ConsumerRecord<String, String>> all) {
        Set<String> ids = new HashSet<>();
        all.forEach(message -> ids.add(Topics.header(message, "ce_id")));
        return ids;
    }
}
