package org.coalition.meetings.decision;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Announces expired silence procedures that nobody has touched. Every instance may run it: the first one records, once. */
@Singleton
class SilenceExpiry {
    private final Decisions decisions;

    SilenceExpiry(Decisions decisions) {
        this.decisions = decisions;
    }

    @Scheduled(every = "${silence.settle-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void settleDue() {
        decisions.settleDue();
    }
}
