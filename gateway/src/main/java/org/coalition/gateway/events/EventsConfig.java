package org.coalition.gateway.events;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;

/** How the gateway reads the topics and gives out what they hold. The values stand in {@code application.properties}, with their reasons. */
@ConfigMapping(prefix = "coalition.events")
public interface EventsConfig {
    /** 32 random bytes in base64, the same for all instances: with it cursors are encrypted. */
    String key();

    /** The services whose topics {@code coalition.<service>} and {@code coalition.<service>.restricted} are read; in this order. */
    List<String> services();

    /** Partitions of each topic, as the services publish to them. */
    int partitions();

    /** How long a gateway that has just started is not ready for want of the topics. */
    Duration awaited();

    Ring ring();

    Reading reading();

    Stream stream();

    /** The last events, which are held in memory for all who are up to date. */
    interface Ring {
        int events();

        long bytes();
    }

    /** Reading what lies before the ring. */
    interface Reading {
        /** So many read at a time. */
        int readers();

        /** So many may wait for one of them; one more is refused. */
        int waiting();

        /** The most events that are read at once. */
        int events();

        /** How long one reading may take. */
        Duration patience();
    }

    /** The streams of events (SSE). */
    interface Stream {
        /** Streams in all. */
        int most();

        /** Streams of one client. */
        int mostOfClient();

        Duration heartbeat();

        /** How long a reader may take nothing of what waits for it. */
        Duration drain();
    }
}
