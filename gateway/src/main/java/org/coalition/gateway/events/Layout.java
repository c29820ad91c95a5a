package org.coalition.gateway.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Where each partition of each topic has its place in a cursor. A lane is the two partitions, the open and the restricted one, between
 * which the events of one stream are divided: its key has the same partition number in both.
 */
final class Layout {
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final Map<TopicPartition, Integer> places = new HashMap<>();

    private Layout(List<String> services, int count) {
        for (String service : services) {
            for (int number = 0; number < count; number++) {
                add(new TopicPartition("coalition." + service, number));
                add(new TopicPartition("coalition." + service + ".restricted", number));
            }
        }
    }

    static Layout of(EventsConfig config) {
        return of(config.services(), config.partitions());
    }

    static Layout of(List<String> services, int partitions) {
        return new Layout(services, partitions);
    }

    private void add(TopicPartition partition) {
        places.put(partition, partitions.size());
        partitions.add(partition);
    }

    int places() {
        return partitions.size();
    }

    int lanes() {
        return partitions.size() / 2;
    }

    List<TopicPartition> partitions() {
        return partitions;
    }

    TopicPartition partition(int place) {
        return partitions.get(place);
    }

    int place(TopicPartition partition) {
        return places.get(partition);
    }

    static int lane(int place) {
        return place / 2;
    }

    static boolean isRestricted(int place) {
        return place % 2 == 1;
    }

    static int open(int lane) {
        return 2 * lane;
    }

    static int restricted(int lane) {
        return 2 * lane + 1;
    }
}
