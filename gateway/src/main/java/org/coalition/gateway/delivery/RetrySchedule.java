package org.coalition.gateway.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** When a delivery that failed is tried again. */
record RetrySchedule(List<Duration> pauses, double jitter, DoubleSupplier chance) {
    /**
     * How long after a failed try comes the next; empty after the last.
     *
     * @param tries so many have failed
     * @param wanted how long the endpoint wants to be left alone; null if it does not say
     */
    Optional<Duration> after(int tries, Duration wanted) {
        if (tries >= pauses.size()) {
            return Optional.empty();
        }
        Duration pause = pauses.get(tries);
        Duration longer = pause.plusMillis((long) (pause.toMillis() * jitter * chance.getAsDouble()));
        return Optional.of(wanted != null && wanted.compareTo(longer) > 0 ? wanted : longer);
    }
}
