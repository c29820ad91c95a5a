package org.coalition.acceptance.fault;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.coalition.acceptance.running.MeetingDraft;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.api.Answer;
import org.coalition.local.api.Partner;
import org.coalition.local.process.Await;

/**
 * Eight partners that write without pause, whatever happens around them: half of them meetings, on both topics, and half of
 * them pledges. Each request has a mark of its own; all of them are in the ledger.
 */
final class Load implements AutoCloseable {
    private static final int WRITERS = 8;
    private static final int REVISIONS = 5;
    private static final int PLEDGES = 20;
    private static final Duration PACE = Duration.ofMillis(10);
    private static final Duration PACE_OF_FAILURE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final AtomicInteger MARKS = new AtomicInteger();

    private final Ledger ledger = new Ledger();
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    private final List<Future<?>> writers = new ArrayList<>();
    private volatile boolean stopping;

    private Load() {}

    /**
     * Begins to write.
     *
     * @param bases where it is written: pledges at the first, a gateway; meetings, writer by writer, at each in turn, gateways or
     *     instances of the service
     */
    static Load on(RunningSet set, String... bases) {
        Load load = new Load();
        String initiative = initiative(set);
        for (int i = 0; i < WRITERS / 2; i++) {
            Partner chair = set.as("gb-chair").at(bases[i % bases.length]);
            load.writers.add(load.threads.submit(() -> load.repeat(() -> load.holdMeeting(chair))));
        }
        Partner donor = set.as("fr-contributor").at(bases[0]);
        for (int i = 0; i < WRITERS / 2; i++) {
            load.writers.add(load.threads.submit(() -> load.repeat(() -> load.contribute(donor, initiative))));
        }
        try {
            load.awaitMore(WRITERS * 2);
        } catch (AssertionError e) {
            load.close();
            throw e;
        }
        return load;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Waits until so many more requests have succeeded. */
    void awaitMore(int successes) {
        int wanted = ledger.succeeded() + successes;
        if (!Await.until(PATIENCE, () -> ledger.succeeded() >= wanted)) {
            throw new AssertionError("Nothing succeeds any more: " + ledger.unsuccessful());
        }
    }

    /** Stops writing; the last requests are answered or given up. */
    Ledger stop() {
        stopping = true;
        for (Future<?> writer : writers) {
            try {
                writer.get();
            } catch (ExecutionException e) {
                throw new AssertionError("A writer failed", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
        return ledger;
    }

    /** Nothing is written after it, whatever comes next. */
    @Override
    public void close() {
        stopping = true;
        threads.shutdownNow();
        if (!Await.until(PATIENCE, threads::isTerminated)) {
            throw new AssertionError("A writer goes on");
        }
    }

    private void repeat(Runnable work) {
        while (!stopping) {
            work.run();
        }
    }

    /** Leaves the processes under test the better part of the machine; a failure is followed by a longer pause. */
    private Answer send(String mark, Supplier<Answer> request) {
        Answer answer = ledger.send(mark, request);
        boolean succeeded = answer != null && answer.isSuccess();
        LockSupport.parkNanos((succeeded ? PACE : PACE_OF_FAILURE).toNanos());
        return answer;
    }

    private void holdMeeting(Partner chair) {
        String title = mark("meeting");
        Answer drafted = send(title, () -> chair.post("/v1/meetings", MeetingDraft.of(title)));
        if (drafted == null || !drafted.isSuccess()) {
            return;
        }
        String meeting = drafted.header("Location");
        // The first changes of a draft go to the restricted topic, those after the convening to the open one.
        Answer last = revise(chair, meeting, drafted.header("ETag"));
        String etag = last.header("ETag");
        send("convened " + meeting, () -> chair.post(meeting + "/convening", etag, null));
        for (int i = 0; i < REVISIONS && !stopping; i++) {
            revise(chair, meeting, null);
        }
    }

    /** One change of the title, of what is there now if no ETag is known; gives what is there afterwards. */
    private Answer revise(Partner chair, String meeting, String known) {
        String etag = known == null ? read(chair, meeting).header("ETag") : known;
        String title = mark("revision");
        Answer revised = send(title, () -> chair.patch(meeting, etag, Map.of("title", title)));
        return revised != null && revised.isSuccess() ? revised : read(chair, meeting);
    }

    private void contribute(Partner donor, String initiative) {
        String description = mark("line");
        Answer opened = send(description, () -> donor.post(initiative + "/contributions", line(description)));
        if (opened == null || !opened.isSuccess()) {
            return;
        }
        String line = opened.header("Location");
        for (int i = 0; i < PLEDGES && !stopping; i++) {
            String reference = mark("pledge");
            send(reference, () -> donor.post(line + "/entries", pledge(reference)));
        }
    }

    /** What is there, as soon as someone answers. */
    private Answer read(Partner partner, String path) {
        List<Answer> found = new ArrayList<>();
        Await.until(PATIENCE, () -> {
            try {
                found.add(partner.get(path));
                Answer last = found.get(found.size() - 1);
                if (last.isSuccess()) {
                    return true;
                }
                ledger.missed(path, last.status() + " " + last.text());
            } catch (UncheckedIOException noAnswer) {
                // The next look will tell.
                ledger.missed(path, noAnswer.getMessage());
            }
            LockSupport.parkNanos(PACE_OF_FAILURE.toNanos());
            return false;
        });
        return found.get(found.size() - 1);
    }

    private static String initiative(RunningSet set) {
        Answer planned = RunningSet.whenLearned(() -> set.as("gb-chair")
                .post(
                        "/v1/initiatives",
                        Map.of(
                                "title",
                                mark("initiative"),
                                "aspect",
                                "TRAINING",
                                "leadParties",
                                List.of("GB"),
                                "visibility",
                                "COALITION")));
        if (!planned.isSuccess()) {
            throw new AssertionError("No initiative to contribute to: " + planned.text());
        }
        return planned.header("Location");
    }

    private static Map<String, Object> line(String description) {
        return Map.of("track", "MILITARY", "instrument", "GRANT", "description", description, "currency", "EUR");
    }

    private static Map<String, Object> pledge(String reference) {
        return Map.of(
                "kind",
                "PLEDGE",
                "money",
                Map.of("amount", 1, "currency", "EUR"),
                "valueDate",
                "2026-01-12",
                "agreementRef",
                reference);
    }

    private static String mark(String what) {
        return what + " " + MARKS.incrementAndGet() + " under load";
    }
}
