package org.coalition.defaults.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.coalition.defaults.testing.Broker;
import org.junit.jupiter.api.Test;

class RelayOutageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void whileTheBrokerIsAwayEventsWaitAndThenTheyAllArrive() throws Exception {
        try (Broker broker = Broker.start()) {
            RelayRig rig = new RelayRig(broker.address());
            Ledger ledger = rig.ledger();
            RelayMember relay = rig.join();
            Writers writers = new Writers(rig, ledger);
            writers.write(50, relay::wake);
            ledger.check(PATIENCE);
            broker.pause();
            writers.write(100, relay::wake);
            await().atMost(PATIENCE).until(() -> relay.status().backlog().oldestSeconds() > 8);
            assertTrue(rig.count("outbox_event") > 500);
            await().atMost(PATIENCE).until(() -> relay.status().reason() != null);
            broker.resume();
            ledger.check(PATIENCE);
            await().until(() -> rig.count("outbox_event") == 0);
            assertNull(relay.status().reason());
            rig.close();
        }
    }

    @Test
    void aRelayWhoseDatabaseConnectionsAreCutAgainAndAgainLosesAndDoublesNothing() throws Exception {
        RelayRig rig = new RelayRig();
        Ledger ledger = rig.ledger();
        RelayMember relay = rig.join();
        ScheduledExecutorService scissors = Executors.newSingleThreadScheduledExecutor();
        try (Connection connection = rig.connect();
                Statement statement = connection.createStatement()) {
            ScheduledFuture<?> cutting =
                    scissors.scheduleWithFixedDelay(() -> cut(statement), 300, 300, TimeUnit.MILLISECONDS);
            new Writers(rig, ledger).write(400, relay::wake);
            cutting.cancel(false);
            scissors.shutdown();
            assertTrue(scissors.awaitTermination(5, TimeUnit.SECONDS));
        }
        ledger.check(PATIENCE);
        await().until(() -> rig.count("outbox_event") == 0);
        rig.close();
    }

    private static void cut(Statement statement) {
        try {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE application_name LIKE 'outbox %' AND datname = current_database()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
