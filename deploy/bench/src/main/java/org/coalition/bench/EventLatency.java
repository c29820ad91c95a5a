package org.coalition.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * How long after the answer to a change its event is in the hands of a read_committed consumer, at a fixed rate of
 * changes. The rate is kept whatever the answers take (open loop); an event that overtakes its answer counts as zero.
 */
final class EventLatency {
    static final int MEETINGS = 32;
    private static final int PER_SECOND = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration LATEST = Duration.ofSeconds(30);
    private static final long HIGHEST_MICROS = TimeUnit.SECONDS.toMicros(60);
    private static final double MICROS_IN_MILLI = 1000.0;

    private final Api api;
    private final List<String> meetings;
    private final PrintStream out;
    private final Map<String, Long> answered = new ConcurrentHashMap<>();
    private final Map<String, Long> arrived = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final Histogram events = new ConcurrentHistogram(HIGHEST_MICROS, 3);
    private final Histogram answers = new ConcurrentHistogram(HIGHEST_MICROS, 3);

    EventLatency(Api api, List<String> meetings, PrintStream out) {
        this.api = api;
        this.meetings = meetings;
        this.out = out;
    }

    void measure(Duration length, String bootstrapServers) throws InterruptedException {
        EventWatch watch = EventWatch.start(bootstrapServers, this::arrived);
        ExecutorService writers = Executors.newFixedThreadPool(meetings.size());
        long begin = System.nanoTime();
        for (int i = 0; i < meetings.size(); i++) {
            String meeting = meetings.get(i);
            long first = begin + i * interval() / meetings.size();
            writers.execute(() -> write(meeting, first, begin + WARM_UP.toNanos(), length));
        }
        writers.shutdown();
        boolean ended =
                writers.awaitTermination(WARM_UP.plus(length).plus(LATEST).toSeconds(), TimeUnit.SECONDS);
        long patience = System.nanoTime() + LATEST.toNanos();
        while (!answered.isEmpty() && System.nanoTime() < patience) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        watch.stop();
        report(length, ended);
    }

    private long interval() {
        return TimeUnit.SECONDS.toNanos(meetings.size()) / PER_SECOND;
    }

    private void write(String meeting, long first, long warm, Duration length) {
        Api.Version version = api.read(meeting);
        for (long due = first; due < warm + length.toNanos(); due += interval()) {
            LockSupport.parkNanos(due - System.nanoTime());
            long sent = System.nanoTime();
            try {
                version = api.change(version);
                if (due >= warm) {
                    answers.recordValue(micros(sent, System.nanoTime()));
                    answered(version.id() + '#' + version.number());
                }
            } catch (IllegalStateException e) {
                failures.incrementAndGet();
                version = api.read(meeting);
            }
        }
    }

    private void answered(String change) {
        long now = System.nanoTime();
        answered.put(change, now);
        settle(change);
    }

    private void arrived(String change) {
        arrived.put(change, System.nanoTime());
        settle(change);
    }

    /** Called by both sides after they have noted theirs: at least one of them sees both. */
    private void settle(String change) {
        Long event = arrived.get(change);
        Long answer = event == null ? null : answered.remove(change);
        if (answer != null) {
            events.recordValue(micros(answer, event));
        }
    }

    private static long micros(long from, long to) {
        return Math.min(HIGHEST_MICROS, Math.max(0, TimeUnit.NANOSECONDS.toMicros(to - from)));
    }

    private void report(Duration length, boolean ended) {
        out.printf(
                "%n== From the answer to its event, %d changes/s asked for, %.0f/s done%s ==%n",
                PER_SECOND,
                answers.getTotalCount() / (double) length.toSeconds(),
                ended ? "" : " (writers still busy)");
        out.printf(
                "changes %d, events %d, events missing %d, requests failed %d%n",
                answers.getTotalCount(), events.getTotalCount(), answered.size(), failures.get());
        line("answer to event", events);
        line("request to answer", answers);
        out.println("\nanswer to event, milliseconds:");
        events.outputPercentileDistribution(out, 2, MICROS_IN_MILLI);
    }

    private void line(String name, Histogram histogram) {
        out.printf(
                "%-18s p50 %.1f ms, p90 %.1f, p99 %.1f, max %.1f%n",
                name, at(histogram, 50), at(histogram, 90), at(histogram, 99), at(histogram, 100));
    }

    private static double at(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / MICROS_IN_MILLI;
    }
}
