package org.coalition.defaults.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayParkingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final UUID poisoned = UUID.randomUUID();
    private RelayRig rig;
    private Ledger ledger;

    @BeforeEach
    void open() throws Exception {
        rig = new RelayRig();
        ledger = rig.ledger();
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void anEventTooLargeToSendParksItsAggregateAndNoOther() throws Exception {
        others();
        rig.announce(poisoned, 1, rig.topic(), "x".repeat(2_000_000));
        others();
        onlyThePoisonedIsParked();
    }

    @Test
    void anEventTooLargeForTheTopicParksItsAggregateAndNoOther() throws Exception {
        limit("100000");
        others();
        rig.announce(poisoned, 1, rig.topic(), "x".repeat(300_000));
        others();
        onlyThePoisonedIsParked();
    }

    @Test
    void anEventForAnUnknownTopicParksItsAggregateAndNoOther() throws Exception {
        others();
        rig.announce(poisoned, 1, "nowhere", "{}");
        others();
        onlyThePoisonedIsParked();
    }

    @Test
    void anEventWithGarbledHeadersParksItsAggregateAndNoOther() throws Exception {
        others();
        rig.announce(poisoned, 1);
        rig.execute("UPDATE outbox_event SET headers = 'garbled' WHERE aggregate_id = '" + poisoned + "'");
        others();
        onlyThePoisonedIsParked();
    }

    @Test
    void whatAnOperatorReleasesGoesOnInOrder() throws Exception {
        UUID first = rig.announce(poisoned, 1, "nowhere", "{}");
        // On another topic than the first, behind which a reader of both has to put it, and later ones are there
        // already.
        UUID second = rig.announce(poisoned, 2, rig.topic() + ".restricted", "{}");
        RelayMember relay = rig.join();
        await().atMost(PATIENCE).until(() -> rig.count("outbox_parked") == 1);
        others();
        ledger.committed(first);
        ledger.committed(second);
        await().atMost(PATIENCE).until(() -> rig.count("outbox_event") == 2);
        rig.execute("UPDATE outbox_event SET topic = '" + rig.topic() + "' WHERE topic = 'nowhere'");
        rig.execute("DELETE FROM outbox_parked");
        relay.wake();
        ledger.check(PATIENCE);
        await().until(() -> relay.status().state().equals("ok"));
    }

    private void others() throws Exception {
        for (int i = 0; i < 20; i++) {
            ledger.committed(rig.announce(UUID.randomUUID(), 1));
        }
    }

    private void onlyThePoisonedIsParked() throws Exception {
        rig.announce(poisoned, 2);
        RelayMember relay = rig.join();
        ledger.check(PATIENCE);
        await().until(() -> rig.count("outbox_event") == 2);
        assertEquals(1, rig.count("outbox_parked WHERE aggregate_id = '" + poisoned + "'"));
        assertEquals(1, rig.count("outbox_parked"));
        await().until(() -> relay.status().state().equals("degraded"));
    }

    private void limit(String bytes) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, rig.topic());
        AlterConfigOp limit = new AlterConfigOp(new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", rig.bootstrap()))) {
            admin.incrementalAlterConfigs(Map.of(topic, List.of(limit))).all().get();
        }
    }
}
