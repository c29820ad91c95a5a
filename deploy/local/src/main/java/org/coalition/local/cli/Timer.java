package org.coalition.local.cli;

import java.time.Duration;
import java.util.Locale;

/** How long something has taken since this was made. */
final class Timer {
    private final long began = System.nanoTime();

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** A line with the seconds in the place of its format. */
    String in(String format) {
        return String.format(Locale.ROOT, format, took().toMillis() / 1000.0);
    }
}
