package org.coalition.initiatives;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.coalition.defaults.testing.SqlLog;

/**
 * Counts the statements that requests send to the database, whichever library sends them: the driver itself tells of each
 * that it executes. Those of the background (relay, inbox) run on other threads and are left out.
 */
public final class Statements extends Handler {
    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private final AtomicInteger executed = new AtomicInteger();

    /** Once a connection the driver asks what a type is that it has not met there. */
    private final AtomicBoolean lookup = new AtomicBoolean();

    private Statements() {
        setLevel(Level.ALL);
    }

    /** How many statements a request executes. */
    public static int of(Runnable request) {
        Statements statements = new Statements();
        Level level = DRIVER.getLevel();
        boolean forwards = DRIVER.getUseParentHandlers();
        DRIVER.setLevel(Level.FINEST);
        DRIVER.setUseParentHandlers(false);
        DRIVER.addHandler(statements);
        try {
            request.run();
        } finally {
            DRIVER.removeHandler(statements);
            DRIVER.setUseParentHandlers(forwards);
            DRIVER.setLevel(level);
        }
        return statements.executed.get();
    }

    @Override
    public void publish(LogRecord told) {
        if (!Thread.currentThread().getName().startsWith("executor-thread") || SqlLog.isOfAJob()) {
            return;
        }
        if (told.getMessage().contains("FE=> Parse")) {
            lookup.set(told.getMessage().contains("pg_catalog.pg_type"));
        }
        if (told.getMessage().contains("FE=> Execute") && !lookup.getAndSet(false)) {
            executed.incrementAndGet();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
