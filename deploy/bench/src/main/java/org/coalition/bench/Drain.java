package org.coalition.bench;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.coalition.local.stack.Coalition;
import org.coalition.local.stack.Stack;

/** How fast a backlog leaves the outbox, for instance after a day without Kafka, and whether each stream keeps its order. */
final class Drain {
    private static final int EVENTS = 200_000;
    private static final int STREAMS = 1_000;
    private static final int DATA_BYTES = 1_000;
    private static final long PATIENCE_SECONDS = 120;
    private static final String BACKLOG = """
            INSERT INTO outbox_event (event_id, noun, aggregate_id, aggregate_version, seq, event_type, topic, partition, key, headers, payload)
            SELECT gen_random_uuid(), 'meeting', stream, 1 + n / %2$d, 0, 'org.coalition.meeting.revised.v1', 'coalition.meetings', n %% %2$d %% 6,
                   stream, json_build_object('ce_specversion', '1.0', 'ce_type', 'org.coalition.meeting.revised.v1', 'ce_sequence',
                   (1 + n / %2$d)::text), json_build_object('after', repeat('x', %3$d))
            FROM generate_series(0, %1$d - 1) n, LATERAL (SELECT md5('stream ' || n %% %2$d)::uuid stream) s
            ORDER BY n""".formatted(EVENTS, STREAMS, DATA_BYTES);

    private final Stack stack;
    private final Coalition coalition;
    private final PrintStream out;
    private final Map<String, Integer> lastOf = new HashMap<>();
    private final CountDownLatch missing = new CountDownLatch(EVENTS);
    private int outOfOrder;
    private long first;
    private long last;

    Drain(Stack stack, Coalition coalition, PrintStream out) {
        this.stack = stack;
        this.coalition = coalition;
        this.out = out;
    }

    void measure() throws SQLException, InterruptedException {
        coalition.meetings().stop();
        try (Connection connection = coalition.postgreSql().connect("meetings");
                Statement statement = connection.createStatement()) {
            statement.execute(BACKLOG);
        }
        EventWatch watch = EventWatch.start(stack.bootstrapServers(), this::arrived);
        coalition.meetings().start();
        boolean whole = missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        watch.stop();
        out.printf("%n== A backlog of %,d events of %,d bytes ==%n", EVENTS, DATA_BYTES);
        out.printf(
                "%,.0f events/s, %d missing, %d out of order%n",
                (EVENTS - missing.getCount()) / (TimeUnit.NANOSECONDS.toMillis(last - first) / 1000.0),
                whole ? 0 : missing.getCount(),
                outOfOrder);
    }

    private void arrived(String change) {
        last = System.nanoTime();
        first = first == 0 ? last : first;
        int at = change.indexOf('#');
        int version = Integer.parseInt(change.substring(at + 1));
        if (lastOf.merge(change.substring(0, at), version, (before, now) -> now == before + 1 ? now : -1) == -1) {
            outOfOrder++;
        }
        missing.countDown();
    }
}
