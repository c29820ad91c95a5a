package org.coalition.gateway.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final int OPEN = 0;
    private static final int RESTRICTED = 1;

    private final Lane lane = new Lane();

    @Test
    void asLongAsBothHaveRecordsTheLesserGoesFirst() {
        lane.add(record(OPEN, 2, 1));
        lane.add(record(OPEN, 4, 1));
        lane.add(record(RESTRICTED, 1, 1));
        lane.add(record(RESTRICTED, 3, 1));
        assertEquals(List.of(1L, 2L, 3L), taken());
        assertTrue(lane.waitsForRestricted());
        assertFalse(lane.waitsForOpen());
    }

    @Test
    void aHeadWaitsUntilTheOtherIsKnownToHaveNothingBeforeIt() {
        lane.add(record(OPEN, 7, 3));
        assertNull(lane.next());
        lane.restrictedComplete(2);
        assertNull(lane.next(), "what was known before the head was seen says nothing");
        lane.restrictedComplete(3);
        assertEquals(7, lane.next().position());
    }

    @Test
    void whatWasKnownOfOneRoundDoesNotHoldForALaterOne() {
        lane.restrictedComplete(3);
        lane.add(record(OPEN, 7, 3));
        lane.add(record(OPEN, 9, 4));
        assertEquals(List.of(7L), taken());
        lane.add(record(RESTRICTED, 8, 5));
        assertEquals(List.of(8L), taken());
    }

    /**
     * A relay publishes transaction by transaction to both partitions; the markers that make one visible come to each in its own time. A
     * reader reads from each as far as it happens to, asks for the ends when it happens to, and must find the relay's order.
     */
    @Property(tries = 2_000)
    void howeverItIsReadTheOrderIsThatOfPublishing(@ForAll long seed) {
        Random random = new Random(seed);
        Relay relay = new Relay(random);
        Reader reader = new Reader(relay);
        for (int step = 0; step < 300; step++) {
            switch (random.nextInt(5)) {
                case 0 -> relay.publish();
                case 1 -> relay.showOne();
                case 2 -> reader.poll(random.nextInt(4), random.nextInt(4));
                case 3 -> reader.ask();
                default -> reader.take();
            }
        }
        relay.showOne();
        relay.showOne();
        for (int i = 0; i < 1_000 && reader.given.size() < relay.published; i++) {
            reader.poll(5, 5);
            reader.ask();
            reader.take();
        }
        assertEquals(LongStream.rangeClosed(1, relay.published).boxed().toList(), reader.given);
    }

    private static final class Relay {
        private final Random random;
        private final List<List<Long>> partitions = List.of(new ArrayList<>(), new ArrayList<>());
        private final int[] visible = new int[2];
        private long published;

        Relay(Random random) {
            this.random = random;
        }

        /** Not before the transaction before has become visible everywhere. */
        void publish() {
            if (isVisible(OPEN) && isVisible(RESTRICTED)) {
                for (int left = 1 + random.nextInt(4); left > 0; left--) {
                    partitions.get(random.nextInt(2)).add(++published);
                }
            }
        }

        void showOne() {
            int side = random.nextInt(2);
            int late = isVisible(side) ? 1 - side : side;
            visible[late] = partitions.get(late).size();
        }

        private boolean isVisible(int side) {
            return visible[side] == partitions.get(side).size();
        }
    }

    private static final class Reader {
        private final Relay relay;
        private final Lane lane = new Lane();
        private final int[] read = new int[2];
        private final int[] required = {-1, -1};
        private final long[] askedIn = new long[2];
        private final List<Long> given = new ArrayList<>();
        private long round;

        Reader(Relay relay) {
            this.relay = relay;
        }

        void poll(int ofOpen, int ofRestricted) {
            round++;
            int[] most = {ofOpen, ofRestricted};
            for (int side = 0; side < 2; side++) {
                for (; most[side] > 0 && read[side] < relay.visible[side]; most[side]--) {
                    lane.add(record(side, relay.partitions.get(side).get(read[side]++), round));
                }
            }
            learn();
        }

        void ask() {
            boolean[] waits = {lane.waitsForOpen(), lane.waitsForRestricted()};
            for (int side = 0; side < 2; side++) {
                if (waits[side] && required[side] < 0) {
                    required[side] = relay.partitions.get(side).size();
                    askedIn[side] = round;
                }
            }
            learn();
        }

        private void learn() {
            for (int side = 0; side < 2; side++) {
                if (required[side] >= 0 && read[side] >= required[side]) {
                    required[side] = -1;
                    if (side == OPEN) {
                        lane.openComplete(askedIn[side]);
                    } else {
                        lane.restrictedComplete(askedIn[side]);
                    }
                }
            }
        }

        void take() {
            for (Pending next = lane.next(); next != null; next = lane.next()) {
                given.add(next.position());
            }
        }
    }

    private List<Long> taken() {
        List<Long> taken = new ArrayList<>();
        for (Pending next = lane.next(); next != null; next = lane.next()) {
            taken.add(next.position());
        }
        return taken;
    }

    private static Pending record(int place, long position, long round) {
        return new Pending(place, position, position, round, null);
    }
}
