package org.coalition.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.api.Answer;
import org.coalition.local.api.Partner;
import org.coalition.local.process.Await;
import org.coalition.local.stack.ServiceProcess;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fifty tries of one request at once, amid which the service dies: before its commit, and after it when the answer is lost. */
@ExtendWith(Acceptance.class)
class RepetitionIT {
    private static final int TRIES = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final RunningSet set;
    private final Partner chair;

    RepetitionIT(RunningSet set) {
        this.set = set;
        this.chair = set.as("gb-chair");
    }

    @ParameterizedTest
    @ValueSource(strings = {"before-commit:1", "after-commit:1"})
    void itIsCarriedOutOnceAndAnsweredAlike(String place) throws Exception {
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = Map.of(
                "title", "Tried fifty times " + key,
                "level", "EXPERT",
                "format", "ONLINE",
                "host", "GB",
                "chair", Map.of("party", "GB"),
                "timeZone", "UTC",
                "plannedStart", "2027-09-01T09:00:00Z",
                "plannedEnd", "2027-09-01T10:00:00Z",
                "visibility", "COALITION");
        ServiceProcess meetings = set.processes().meetings();
        ExecutorService threads = Executors.newFixedThreadPool(TRIES);
        List<Answer> answers = new ArrayList<>();
        try {
            meetings.kill();
            meetings.option("-Dcoalition.crash-point=" + place).start();
            List<Future<Answer>> tries = new ArrayList<>();
            for (int i = 0; i < TRIES; i++) {
                tries.add(threads.submit(() -> untilAnswered(key, request)));
            }
            assertTrue(Await.until(PATIENCE, () -> !meetings.isRunning()), () -> place + " was never reached");
            meetings.startAndAwait();
            for (Future<Answer> one : tries) {
                answers.add(one.get());
            }
        } finally {
            threads.shutdownNow();
            set.startWhatIsDown();
        }
        String meeting = answers.get(0).header("Location");
        assertFalse(meeting.isEmpty());
        answers.forEach(answer -> {
            assertEquals(answers.get(0).text(), answer.text());
            assertEquals(meeting, answer.header("Location"));
            assertEquals("\"1\"", answer.header("ETag"));
        });
        assertEquals(
                1,
                chair.all("/v1/meetings?q=" + key).stream()
                        .filter(found -> found.path("title").asText().endsWith(key))
                        .count());
        assertEquals(1, set.awaitEvents(meeting, 1).about(meeting).count());
    }

    /** As a partner's client does it: whatever comes between it and the answer, it tries again. */
    private Answer untilAnswered(String key, Map<String, Object> request) {
        AtomicReference<Answer> answer = new AtomicReference<>();
        assertTrue(
                Await.until(PATIENCE, () -> {
                    try {
                        answer.set(chair.attempt(key, "/v1/meetings", request));
                        if (answer.get().status() == 201) {
                            return true;
                        }
                    } catch (UncheckedIOException lost) {
                        // The next try will tell.
                    }
                    LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
                    return false;
                }),
                () -> "no answer in time; the last was " + answer.get());
        return answer.get();
    }
}
