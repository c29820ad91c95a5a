package org.coalition.gateway.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FollowerTest {
    private static final int PLACES = 4;

    @Test
    void whoComesFromBeforeTheRingIsSentAway() throws Exception {
        Script script = new Script(new Random(1), 4);
        script.add(3);
        Follower early = new Follower(script.ring, Cursor.of(0, 0, 0, 0));
        script.add(3);
        assertThrows(Follower.FellBehind.class, early::take);
        assertThrows(Follower.FellBehind.class, () -> new Follower(script.ring, Cursor.of(0, 0, 0, 0)));
        assertFalse(script.ring.covers(Cursor.of(0, 0, 0, 0)));
    }

    @Test
    void bytesBoundTheRingAsNumbersDo() {
        Ring ring = new Ring(100, 10_000, Cursor.of(0, 0, 0, 0));
        Script script = new Script(new Random(1), ring);
        script.add(50);
        Ring.Span span = ring.span();
        assertTrue(span.end() - span.first() <= 10_000 / 2_500, span.toString());
        assertEquals(50, span.end());
    }

    /** From wherever a reader comes, also from where another gateway got in another order, it gets what lies behind its place, once. */
    @Property(tries = 1_000)
    void eachEventBehindAPlaceIsTakenOnceAndInOrder(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        Script script = new Script(random, 10_000);
        script.add(random.nextInt(40));
        long[] from = new long[PLACES];
        for (int i = 0; i < PLACES; i++) {
            // Ahead of this ring, perhaps: the other gateway may have read further.
            from[i] = random.nextInt((int) script.offsets[i] + 3);
        }
        Follower follower = new Follower(script.ring, Cursor.of(from));
        List<Entry> taken = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            drain(follower, taken);
            script.add(random.nextInt(6));
        }
        drain(follower, taken);
        List<Entry> expected = script.all.stream()
                .filter(entry -> entry.offset() >= from[entry.place()])
                .toList();
        assertEquals(expected, taken);
        assertTrue(follower.place().reaches(script.ring.span().place()));
    }

    private static void drain(Follower follower, List<Entry> taken) throws Follower.FellBehind {
        for (Entry entry = follower.take(); entry != null; entry = follower.take()) {
            taken.add(entry);
        }
    }

    /** Fills a ring as the tail does, with gaps between the offsets as the marks of transactions leave them. */
    private static final class Script {
        private final Random random;
        private final Ring ring;
        private final long[] offsets = new long[PLACES];
        private final List<Entry> all = new ArrayList<>();

        Script(Random random, int size) {
            this(random, new Ring(size, Long.MAX_VALUE, Cursor.of(new long[PLACES])));
        }

        Script(Random random, Ring ring) {
            this.random = random;
            this.ring = ring;
        }

        void add(int count) {
            List<Entry> read = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int place = random.nextInt(PLACES);
                long offset = offsets[place];
                offsets[place] = offset + 1 + random.nextInt(2);
                read.add(new Entry(event(), place, offset, Cursor.of(offsets)));
            }
            all.addAll(read);
            ring.add(read, Cursor.of(offsets));
        }

        private static LoggedEvent event() {
            return new LoggedEvent(
                    "key", List.of("recordedtime", "2026-01-12T10:00:00Z"), null, Circle.NOBODY, Circle.NOBODY);
        }
    }
}
