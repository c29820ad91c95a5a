package org.coalition.defaults.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.coalition.defaults.testing.Broker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayBlockedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private RelayRig rig;

    @BeforeEach
    void open() throws Exception {
        rig = new RelayRig();
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void aPositionBeyondTheEndBlocksUntilAnOperatorActs() throws Exception {
        rig.execute("UPDATE outbox_lease SET positions = '{\"" + rig.topic() + "-0\": 1000}'");
        rig.announce(UUID.randomUUID(), 1);
        RelayMember blocked = rig.join();
        assertTrue(reason(blocked).contains("another topic"), reason(blocked));
        assertEquals(1, rig.count("outbox_event"));
        rig.execute("UPDATE outbox_lease SET positions = '{}'");
        await().atMost(PATIENCE).until(() -> rig.count("outbox_event") == 0);
        assertNull(blocked.status().blockedBy());
    }

    @Test
    void recordsThatRetentionRemovedUnreadBlockWhileEventsWait() throws Exception {
        publishAndForget();
        forgetPositions();
        rig.announce(UUID.randomUUID(), 1);
        assertTrue(reason(rig.join()).contains("cannot be known"));
        assertEquals(1, rig.count("outbox_event"));
    }

    @Test
    void recordsThatRetentionRemovedDoNotMatterWhileNothingWaits() throws Exception {
        publishAndForget();
        forgetPositions();
        RelayMember relay = rig.join();
        await().atMost(PATIENCE).until(() -> relay.status().leader());
    }

    @Test
    void recordsThatRetentionRemovedAfterTheyWereSettledDoNotMatter() throws Exception {
        publishAndForget();
        rig.announce(UUID.randomUUID(), 1);
        rig.join();
        await().atMost(PATIENCE).until(() -> rig.count("outbox_event") == 0);
    }

    @Test
    void aTopicWithAnotherNumberOfPartitionsBlocks() throws Exception {
        try (Admin admin = admin()) {
            admin.createPartitions(Map.of(rig.topic(), NewPartitions.increaseTo(7)))
                    .all()
                    .get();
            // The controller answers before the broker knows.
            await().until(() -> partitions(admin) == 7);
        }
        rig.announce(UUID.randomUUID(), 1);
        assertTrue(reason(rig.join()).contains("7 partitions"));
        assertEquals(1, rig.count("outbox_event"));
    }

    /** Leaves the topic with records that are gone. */
    private void publishAndForget() throws Exception {
        RelayMember relay = rig.join();
        for (int i = 0; i < 20; i++) {
            rig.announce(UUID.randomUUID(), 1);
        }
        await().atMost(PATIENCE).until(() -> rig.count("outbox_event") == 0);
        relay.leave();
        Map<TopicPartition, RecordsToDelete> all = IntStream.range(0, Broker.PARTITIONS)
                .mapToObj(number -> new TopicPartition(rig.topic(), number))
                .collect(Collectors.toMap(Function.identity(), partition -> RecordsToDelete.beforeOffset(-1)));
        try (Admin admin = admin()) {
            admin.deleteRecords(all).all().get();
        }
    }

    /** As if what is gone had not been settled. */
    private void forgetPositions() throws Exception {
        rig.execute(
                "UPDATE outbox_lease SET positions = '{\"" + rig.topic() + "-0\": 0, \"" + rig.topic() + "-1\": 0}'");
    }

    private int partitions(Admin admin) throws Exception {
        return admin.describeTopics(List.of(rig.topic()))
                .topicNameValues()
                .get(rig.topic())
                .get()
                .partitions()
                .size();
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", rig.bootstrap()));
    }

    private static String reason(RelayMember relay) {
        await().atMost(PATIENCE).until(() -> relay.status().state().equals("blocked"));
        return relay.status().blockedBy();
    }
}
