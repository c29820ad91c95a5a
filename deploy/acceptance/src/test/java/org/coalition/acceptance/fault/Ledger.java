package org.coalition.acceptance.fault;

import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.coalition.local.api.Answer;

/** Every request of a load and what its sender knows of it. What is in no ledger cannot be missed by a check. */
final class Ledger {
    /** The answers that a caller is told to expect while something is broken; all of them leave the outcome open. */
    private static final Set<Integer> OPEN = Set.of(502, 503, 504);

    private final Collection<Entry> entries = new ConcurrentLinkedQueue<>();
    private final Collection<String> improper = new ConcurrentLinkedQueue<>();
    private final Collection<String> unread = new ConcurrentLinkedQueue<>();
    private final AtomicInteger succeeded = new AtomicInteger();

    /** OK: it happened. FAIL: it did not. UNKNOWN: one of the two. */
    enum Outcome {
        OK,
        FAIL,
        UNKNOWN
    }

    /** @param mark the text by which the request's event is found, and no other's */
    record Entry(String mark, Outcome outcome, String answer) {}

    /** Sends a request and writes down how it went; gives its answer, null if there was none. */
    Answer send(String mark, Supplier<Answer> request) {
        Answer answer = null;
        try {
            answer = request.get();
        } catch (UncheckedIOException noAnswer) {
            entries.add(new Entry(mark, Outcome.UNKNOWN, noAnswer.getMessage()));
            return null;
        }
        entries.add(new Entry(mark, outcome(answer), answer.status() + " " + answer.text()));
        if (answer.isSuccess()) {
            succeeded.incrementAndGet();
        } else if (!isProper(answer)) {
            improper.add(mark + " was answered " + answer.status() + " "
                    + answer.headers().map() + " " + answer.text());
        }
        return answer;
    }

    /** Writes down that a read failed, which the sender tries again. */
    void missed(String path, String reason) {
        unread.add(path + ": " + reason);
    }

    /** The reads that failed. */
    List<String> unread() {
        return List.copyOf(unread);
    }

    /** How many requests have succeeded so far. */
    int succeeded() {
        return succeeded.get();
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The entries that did not succeed. */
    List<Entry> unsuccessful() {
        return entries.stream().filter(entry -> entry.outcome() != Outcome.OK).toList();
    }

    /** Answers that no caller should ever see. */
    List<String> improper() {
        return List.copyOf(improper);
    }

    private static Outcome outcome(Answer answer) {
        return answer.isSuccess() ? Outcome.OK : OPEN.contains(answer.status()) ? Outcome.UNKNOWN : Outcome.FAIL;
    }

    private static boolean isProper(Answer answer) {
        boolean problem = answer.header("Content-Type").startsWith("application/problem+json")
                && answer.body().path("status").asInt() == answer.status();
        boolean told = answer.status() != 503 || !answer.header("Retry-After").isEmpty();
        return problem && told && (answer.status() == 412 || OPEN.contains(answer.status()));
    }
}
