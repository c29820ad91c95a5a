package org.coalition.defaults.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the leader does beside: by it alone, at its times, and never in the way of the events. */
class LeaderDutyTest {
    private RelayRig rig;

    @BeforeEach
    void open() throws Exception {
        rig = new RelayRig();
        rig.execute("CREATE TABLE done (epoch bigint PRIMARY KEY, times integer NOT NULL)");
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void onlyTheLeaderDoesItAndItsSuccessorGoesOn() throws Exception {
        rig.duty(new Counting(Duration.ofMillis(20)));
        RelayMember first = rig.join();
        await().until(() -> first.status().leader());
        RelayMember second = rig.join();
        await().until(() -> rig.count("done WHERE times > 5") == 1);
        assertEquals(1, rig.count("done"), "epochs in which it was done");
        first.leave();
        await().until(() -> second.status().leader() && rig.count("done") == 2);
    }

    @Test
    void whatIsLeftToDoIsDoneWithoutWaiting() throws Exception {
        Counting duty = new Counting(Duration.ofHours(1));
        duty.more = 4;
        rig.duty(duty);
        RelayMember member = rig.join();
        await().until(() -> {
            member.wake();
            return duty.calls.get() == 5;
        });
        UUID event = rig.announce(UUID.randomUUID(), 1);
        member.wake();
        await().until(() -> rig.count("outbox_event WHERE event_id = '" + event + "'") == 0);
        assertEquals(5, duty.calls.get());
    }

    @Test
    void aDutyThatFailsLeavesNothingBehindAndTheEventsGoOn() throws Exception {
        Counting duty = new Counting(Duration.ofMillis(20));
        duty.fails = true;
        rig.duty(duty);
        RelayMember member = rig.join();
        await().until(() -> duty.calls.get() > 2);
        rig.announce(UUID.randomUUID(), 1);
        member.wake();
        await().until(() -> rig.count("outbox_event") == 0);
        assertEquals(0, rig.count("done"));
        assertEquals(1, member.counter("outbox.takeovers"), "terms");
    }

    @Test
    void whoHasLostTheLeaseDoesNothing() throws Exception {
        try (Connection connection = rig.database().open("test")) {
            OutboxLease lease = OutboxLease.acquire(connection, "one", Duration.ofSeconds(60))
                    .orElseThrow();
            rig.execute("UPDATE outbox_lease SET epoch = epoch + 1");
            Counting duty = new Counting(Duration.ZERO);
            assertThrows(LeaseLost.class, () -> lease.during(duty));
            assertEquals(0, duty.calls.get());
        }
    }

    private static final class Counting implements LeaderDuty {
        private final Duration every;
        private final AtomicInteger calls = new AtomicInteger();
        private volatile int more;
        private volatile boolean fails;

        Counting(Duration every) {
            this.every = every;
        }

        @Override
        public Duration every() {
            return every;
        }

        @Override
        public boolean perform(Connection connection) throws SQLException {
            int call = calls.incrementAndGet();
            try (Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO done SELECT epoch, 1 FROM outbox_lease"
                        + " ON CONFLICT (epoch) DO UPDATE SET times = done.times + 1");
                if (fails) {
                    statement.execute("SELECT 1 / 0");
                }
            }
            return call <= more;
        }
    }
}
