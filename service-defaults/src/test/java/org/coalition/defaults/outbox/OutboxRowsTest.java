package org.coalition.defaults.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxRowsTest {
    private RelayRig rig;
    private Connection connection;
    private OutboxRows rows;

    @BeforeEach
    void open() throws Exception {
        rig = new RelayRig();
        connection = rig.database().open("test");
        rows = new OutboxRows(connection);
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
        rig.close();
    }

    @Test
    void rowsComeInTheOrderOfTheirIds() throws Exception {
        UUID first = rig.announce(UUID.randomUUID(), 1);
        UUID second = rig.announce(UUID.randomUUID(), 1);
        rig.announce(UUID.randomUUID(), 1);
        assertEquals(List.of(first, second), eventIds(rows.next(2)));
    }

    @Test
    void rowsOfAParkedAggregateStayBehind() throws Exception {
        UUID parked = UUID.randomUUID();
        rig.announce(parked, 1);
        UUID other = rig.announce(UUID.randomUUID(), 1);
        rows.park(parked, "a test");
        assertEquals(List.of(other), eventIds(rows.next(10)));
        assertEquals(2, rows.backlog().rows());
        assertEquals(1, rows.backlog().parked());
    }

    @Test
    void aBatchEndsBeforeItGrowsTooLargeForMemoryAndSkipsNothing() throws Exception {
        UUID thing = UUID.randomUUID();
        String large = "x".repeat(900_000);
        for (int version = 1; version <= 12; version++) {
            rig.announce(thing, version, rig.topic(), large);
        }
        rig.announce(thing, 13, rig.topic(), null);
        assertEquals(9, rows.next(1000).size());
    }

    @Test
    void theAgeIsThatOfTheFirstRowThatMayGo() throws Exception {
        UUID parked = UUID.randomUUID();
        rig.announce(parked, 1);
        rig.execute("UPDATE outbox_event SET created_at = created_at - interval '1 hour'");
        assertTrue(rows.backlog().oldestSeconds() >= 3600);
        rows.park(parked, "a test");
        assertEquals(0, rows.backlog().oldestSeconds());
    }

    private static List<UUID> eventIds(List<OutboxRow> rows) {
        return rows.stream().map(OutboxRow::eventId).toList();
    }
}
