package org.coalition.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.EventLog;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.api.Answer;
import org.coalition.local.api.Partner;
import org.coalition.local.process.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Decisions are adopted all at once while the service dies amid them: the register has no gap, and each its one number. */
@ExtendWith(Acceptance.class)
class RegisterIT {
    private static final int DECISIONS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final RunningSet set;
    private final Partner chair;

    RegisterIT(RunningSet set) {
        this.set = set;
        this.chair = set.as("gb-chair");
    }

    @Test
    void theRegisterHasNoGapAndEachDecisionOneNumber() throws Exception {
        List<String> decisions = opened();
        AtomicInteger adopted = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(DECISIONS);
        try {
            List<Future<Boolean>> conclusions = new ArrayList<>();
            for (String decision : decisions) {
                conclusions.add(threads.submit(() -> Await.until(PATIENCE, () -> conclude(decision, adopted))));
            }
            assertTrue(Await.until(PATIENCE, () -> adopted.get() > 0));
            set.processes().meetings().kill();
            set.processes().meetings().startAndAwait();
            for (Future<Boolean> conclusion : conclusions) {
                assertTrue(conclusion.get());
            }
        } finally {
            threads.shutdownNow();
            set.startWhatIsDown();
        }
        String year = chair.get(decisions.get(0)).text("registerNumber").substring(4, 8);
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode entry : chair.all("/v1/decision-register?year=" + year)) {
            numbers.add(Integer.parseInt(entry.path("number").asText().substring(9)));
        }
        assertTrue(numbers.size() >= DECISIONS, numbers::toString);
        assertEquals(
                IntStream.rangeClosed(1, numbers.size()).boxed().toList(),
                numbers.stream().sorted().toList());
        for (String decision : decisions) {
            EventLog log = set.awaitEvents(decision, 3);
            assertEquals(
                    1,
                    log.about(decision)
                            .filter(event -> event.cloud().getType().equals("org.coalition.decision.adopted.v1"))
                            .count(),
                    decision);
        }
    }

    /** Whether it is known now that the decision is adopted; an answer that was lost is asked for again. */
    private boolean conclude(String decision, AtomicInteger adopted) {
        try {
            Answer answer = chair.post(decision + "/conclusion", "*", null);
            if (answer.status() == 200 || answer.text("state").equals("ADOPTED")) {
                adopted.incrementAndGet();
                return true;
            }
        } catch (UncheckedIOException lost) {
            // The next try will tell.
        }
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        return false;
    }

    private List<String> opened() {
        String meeting = created(chair.post(
                "/v1/meetings",
                Map.of(
                        "title", "Meeting of the register",
                        "level", "EXPERT",
                        "format", "ONLINE",
                        "host", "GB",
                        "chair", Map.of("party", "GB"),
                        "timeZone", "UTC",
                        "plannedStart", "2027-06-01T09:00:00Z",
                        "plannedEnd", "2027-06-01T10:00:00Z",
                        "visibility", "COALITION")));
        chair.act(meeting, "convening", null);
        chair.act(meeting, "opening", null);
        String item = created(chair.post(meeting + "/agenda-items", Map.of("kind", "DECISION", "title", "Many")));
        List<String> decisions = new ArrayList<>();
        for (int i = 0; i < DECISIONS; i++) {
            String decision = created(chair.post(
                    item + "/decisions",
                    Map.of("text", "Decision " + i, "adoptionRule", "CONSENSUS", "entitledParties", List.of("GB"))));
            assertEquals(200, chair.act(decision, "opening", null).status());
            decisions.add(decision);
        }
        return decisions;
    }

    private static String created(Answer answer) {
        assertEquals(201, answer.status(), answer.text());
        return answer.header("Location");
    }
}
