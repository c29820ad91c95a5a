package org.coalition.defaults.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Eight writers that change forty things at once. Some commit late, so that ids are committed out of order; some roll back.
 */
final class Writers {
    private static final int WRITERS = 8;
    private static final int THINGS = 40;

    private final RelayRig rig;
    private final Ledger ledger;
    private final List<UUID> things = new ArrayList<>();

    Writers(RelayRig rig, Ledger ledger) throws SQLException {
        this.rig = rig;
        this.ledger = ledger;
        for (int i = 0; i < THINGS; i++) {
            UUID thing = UUID.randomUUID();
            rig.execute("INSERT INTO thing VALUES ('" + thing + "', 0)");
            things.add(thing);
        }
    }

    /** Lets each writer make this many attempts; wakes after each commit. */
    void write(int each, Runnable wake) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int seed = 0; seed < WRITERS; seed++) {
                Random random = new Random(seed);
                work.add(() -> write(each, random, wake));
            }
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Void write(int each, Random random, Runnable wake) throws SQLException {
        try (Connection connection = rig.connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < each; i++) {
                UUID thing = things.get(random.nextInt(THINGS));
                UUID eventId = rig.announce(connection, thing, raise(connection, thing), rig.topic(), "{}");
                if (random.nextInt(4) == 0) {
                    dawdle(connection, random.nextInt(20));
                }
                if (random.nextInt(10) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    ledger.committed(eventId);
                    wake.run();
                }
            }
        }
        return null;
    }

    private static long raise(Connection connection, UUID thing) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE thing SET last_version = last_version + 1 WHERE id = ? RETURNING last_version")) {
            update.setObject(1, thing);
            try (ResultSet row = update.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void dawdle(Connection connection, int millis) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_sleep(" + millis + " / 1000.0)");
        }
    }
}
