package org.coalition.initiatives.report;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.coalition.defaults.outbox.StatementDuty;

/** Merges what the summary of the ledgers has gathered, so that it stays as small as there are different things to total. */
@Singleton
class TotalsMerge extends StatementDuty {
    /** What a total is asked as of again, to see what stands behind it, is mostly younger: it stays as quick. */
    private static final Duration YOUNG = Duration.ofMinutes(10);
    /** Fewer are as quickly read as merged. */
    private static final int FEW = 1_000;

    private final Clock clock;

    TotalsMerge(Clock clock) {
        super("SELECT merge_totals(?, ?)");
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    protected List<?> values() {
        return List.of(clock.instant().minus(YOUNG).atOffset(ZoneOffset.UTC), FEW);
    }
}
