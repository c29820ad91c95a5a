package org.coalition.gateway.events;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads all topics from a place on, as one log. Not for several threads at once; whatever Kafka throws ends it.
 */
final class TopicReader implements AutoCloseable {
    /** So many records of one partition may wait for those of its neighbour before it is read no further. */
    private static final int MOST_WAITING = 1_000;

    private static final Duration BRIEFLY = Duration.ofMillis(20);
    private static final long NOT_ASKED = -1;

    private final Layout layout;
    private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> kafka;
    private final Ends ends;
    private final Consumer<String> unreadable;
    private final Lane[] lanes;
    private final long[] place;
    /** Where a partition has to be read to before its neighbour may go on, and the round in which that was asked. */
    private final long[] required;

    private final long[] askedIn;
    private long round;
    private int turn;

    /** @param unreadable told of each record that is no event */
    TopicReader(
            Layout layout,
            org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> kafka,
            Ends ends,
            Consumer<String> unreadable) {
        this.layout = layout;
        this.kafka = kafka;
        this.ends = ends;
        this.unreadable = unreadable;
        this.lanes = new Lane[layout.lanes()];
        Arrays.setAll(lanes, lane -> new Lane());
        this.place = new long[layout.places()];
        this.required = new long[layout.places()];
        this.askedIn = new long[layout.places()];
        kafka.assign(layout.partitions());
    }

    /** Goes on from another place, unless it stands there already. */
    void seek(Cursor to) {
        if (isAt(to)) {
            return;
        }
        Arrays.stream(lanes).forEach(Lane::clear);
        Arrays.fill(required, NOT_ASKED);
        for (int i = 0; i < place.length; i++) {
            place[i] = to.offset(i);
            kafka.seek(layout.partition(i), place[i]);
        }
        kafka.resume(kafka.paused());
        round++;
    }

    /** Whether it has been brought to this place, and stands there. */
    boolean isAt(Cursor other) {
        return round > 0 && Arrays.equals(place, other.offsets());
    }

    /** The place behind all that was taken. */
    Cursor place() {
        return Cursor.of(place);
    }

    /** Reads what is there; waits for it so long at most. */
    void fill(Duration patience) {
        boolean pending = Arrays.stream(required).anyMatch(offset -> offset != NOT_ASKED);
        ConsumerRecords<byte[], byte[]> records =
                kafka.poll(pending && patience.compareTo(BRIEFLY) > 0 ? BRIEFLY : patience);
        round++;
        records.forEach(this::add);
        settle();
        if (askWhereNeeded() || pending) {
            learn();
        }
    }

    /** Takes the next event; null if there is none, or it cannot be known yet which one it is. */
    Entry next() {
        Entry entry = take();
        if (entry == null) {
            pauseAndResume();
            if (askWhereNeeded()) {
                learn();
                entry = take();
            }
        }
        return entry;
    }

    /** From the lanes in turn, so that none keeps another waiting. */
    private Entry take() {
        for (int empty = 0; empty < lanes.length; turn = (turn + 1) % lanes.length) {
            Pending record = lanes[turn].next();
            if (record == null) {
                empty++;
                continue;
            }
            empty = 0;
            settle(record.place());
            if (record.event() != null) {
                return new Entry(record.event(), record.place(), record.offset(), place());
            }
        }
        return null;
    }

    @Override
    public void close() {
        kafka.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }

    private void add(ConsumerRecord<byte[], byte[]> message) {
        int at = layout.place(new TopicPartition(message.topic(), message.partition()));
        LoggedEvent event = null;
        try {
            event = RecordForm.read(message, Layout.isRestricted(at));
        } catch (RecordForm.Unreadable why) {
            unreadable.accept("%s-%d at %d: %s"
                    .formatted(message.topic(), message.partition(), message.offset(), why.getMessage()));
        }
        lanes[Layout.lane(at)].add(new Pending(at, message.offset(), RecordForm.position(message), round, event));
    }

    private void settle() {
        for (int i = 0; i < place.length; i++) {
            settle(i);
        }
    }

    /** Where a partition stands: at its first record that was not taken, or behind all that was read of it. */
    private void settle(int at) {
        Pending head = lanes[Layout.lane(at)].head(Layout.isRestricted(at));
        place[at] = head == null ? kafka.position(layout.partition(at)) : head.offset();
    }

    /** Asks for the ends of the partitions for which others wait, of all at once; tells whether there were any. */
    private boolean askWhereNeeded() {
        Set<TopicPartition> asked = new HashSet<>();
        for (int lane = 0; lane < lanes.length; lane++) {
            addIfNeeded(asked, lanes[lane].waitsForOpen(), Layout.open(lane));
            addIfNeeded(asked, lanes[lane].waitsForRestricted(), Layout.restricted(lane));
        }
        if (asked.isEmpty()) {
            return false;
        }
        Map<TopicPartition, Long> answer = ends.highWatermarks(asked);
        answer.forEach((partition, end) -> {
            int at = layout.place(partition);
            required[at] = end;
            askedIn[at] = round;
        });
        return true;
    }

    private void addIfNeeded(Set<TopicPartition> asked, boolean waits, int at) {
        if (waits && required[at] == NOT_ASKED) {
            asked.add(layout.partition(at));
        }
    }

    private void learn() {
        for (int i = 0; i < required.length; i++) {
            if (required[i] != NOT_ASKED && kafka.position(layout.partition(i)) >= required[i]) {
                Lane lane = lanes[Layout.lane(i)];
                if (Layout.isRestricted(i)) {
                    lane.restrictedComplete(askedIn[i]);
                } else {
                    lane.openComplete(askedIn[i]);
                }
                required[i] = NOT_ASKED;
            }
        }
    }

    private void pauseAndResume() {
        Set<TopicPartition> full = new HashSet<>();
        for (int i = 0; i < place.length; i++) {
            if (lanes[Layout.lane(i)].waiting(Layout.isRestricted(i)) > MOST_WAITING) {
                full.add(layout.partition(i));
            }
        }
        if (!full.equals(kafka.paused())) {
            kafka.resume(kafka.paused());
            kafka.pause(full);
        }
    }
}
