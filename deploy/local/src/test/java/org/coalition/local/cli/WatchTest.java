package org.coalition.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coalition.local.process.Daemon;
import org.coalition.local.stack.Component;
import org.junit.jupiter.api.Test;

class WatchTest {
    private final List<String> said = new ArrayList<>();
    private final Part gateway = new Part("gateway");
    private final Part meetings = new Part("meetings");
    private final Watch watch = new Watch(List.of(gateway, meetings), "up", said::add);

    @Test
    void aProcessThatEndsOfItselfIsToldOnce() {
        assertFalse(watch.noneIsLeft(() -> false));
        gateway.runs = false;
        assertFalse(watch.noneIsLeft(() -> false));
        assertFalse(watch.noneIsLeft(() -> false));
        assertEquals(List.of("  gateway has ended (log: gateway.log); up in another terminal starts it again"), said);
        meetings.runs = false;
        assertTrue(watch.noneIsLeft(() -> false));
    }

    @Test
    void whatWeStopOurselvesIsNoNews() {
        gateway.runs = false;
        meetings.runs = false;
        assertFalse(watch.noneIsLeft(() -> true));
        assertEquals(List.of(), said);
    }

    private static final class Part implements Component {
        private final String name;
        private boolean runs = true;

        Part(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Path log() {
            return Path.of(name + ".log");
        }

        @Override
        public boolean isRunning() {
            return runs;
        }

        @Override
        public Daemon daemon() {
            throw new UnsupportedOperationException("The watch needs no daemon");
        }

        @Override
        public void start() {}

        @Override
        public void awaitReady() {}

        @Override
        public boolean isReady() {
            return runs;
        }

        @Override
        public void stop() {}
    }
}
