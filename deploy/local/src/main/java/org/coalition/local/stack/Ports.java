package org.coalition.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The ports of one running set; all on the loopback interface. */
public record Ports(
        int gateway,
        int meetings,
        int initiatives,
        int identity,
        int kafka,
        int kafkaController,
        int postgresql,
        int gatewayManagement,
        int prometheus) {
    private static final int COUNT = 9;
    private static final int HIGHEST = 65_535;
    private static final int HIGHEST_FIXED = 9093;
    private static final int LOWEST_FREE = 10_000;
    private static final int FIRST_OUTGOING = 32_768;

    /** The fixed ports of the product, all moved by the same number. */
    public static Ports movedBy(int offset) {
        if (offset < 0 || HIGHEST_FIXED + offset > HIGHEST) {
            throw new IllegalArgumentException("a port offset is between 0 and " + (HIGHEST - HIGHEST_FIXED));
        }
        return new Ports(
                8080 + offset,
                8081 + offset,
                8082 + offset,
                8180 + offset,
                9092 + offset,
                HIGHEST_FIXED + offset,
                5433 + offset,
                9000 + offset,
                9090 + offset);
    }

    /** Ports that nobody uses at this moment, for a set beside others. */
    public static Ports free() {
        List<Integer> found = free(COUNT);
        return new Ports(
                found.get(0),
                found.get(1),
                found.get(2),
                found.get(3),
                found.get(4),
                found.get(5),
                found.get(6),
                found.get(7),
                found.get(8));
    }

    /**
     * So many different free ports, for further instances of a service. They lie below those that systems give to outgoing connections,
     * which could take one while the process that listens there restarts.
     */
    public static List<Integer> free(int count) {
        Set<Integer> found = new LinkedHashSet<>();
        while (found.size() < count) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_FREE, FIRST_OUTGOING);
            if (isFree(port)) {
                found.add(port);
            }
        }
        return List.copyOf(found);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
