package org.coalition.local.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting with a deadline for something that another process does. */
public final class Await {
    private static final Duration PAUSE = Duration.ofMillis(25);

    private Await() {}

    /** Returns whether the condition became true before the deadline. */
    public static boolean until(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    /** A short wait between two looks. */
    public static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }
}
