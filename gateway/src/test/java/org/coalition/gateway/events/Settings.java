package org.coalition.gateway.events;

import java.time.Duration;
import java.util.List;

/** Settings for a log without the gateway around it. */
record Settings(int ringEvents, Duration awaited) implements EventsConfig {
    @Override
    public String key() {
        return "c3RyZWFtcyBhbmQgZmVlZHMgb2YgdGhlIHRlc3RzISE=";
    }

    @Override
    public List<String> services() {
        return List.of("meetings", "initiatives");
    }

    @Override
    public int partitions() {
        return 6;
    }

    @Override
    public Ring ring() {
        return new Ring() {
            @Override
            public int events() {
                return ringEvents;
            }

            @Override
            public long bytes() {
                return 1_000_000;
            }
        };
    }

    @Override
    public Reading reading() {
        return new Reading() {
            @Override
            public int readers() {
                return 2;
            }

            @Override
            public int waiting() {
                return 4;
            }

            @Override
            public int events() {
                return 50;
            }

            @Override
            public Duration patience() {
                return Duration.ofSeconds(5);
            }
        };
    }

    @Override
    public Stream stream() {
        throw new UnsupportedOperationException();
    }
}
