package org.coalition.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coalition.consumer.LocalCopy.Taken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCopyTest {
    private static final String MEETING = "/v1/meetings/1";

    @TempDir
    private Path folder;

    private LocalCopy copy;

    @BeforeEach
    void begin() throws IOException {
        copy = new LocalCopy(folder);
    }

    @Test
    void theLastVersionWins() throws IOException {
        assertEquals(Taken.KEPT, copy.take(MEETING, 1, true, "one"));
        assertEquals(Taken.KEPT, copy.take(MEETING, 2, false, "two"));
        assertEquals(Taken.DROPPED, copy.take(MEETING, 2, false, "two, again"));
        assertEquals(Taken.DROPPED, copy.take(MEETING, 1, true, "one"));
        assertEquals("2\ntwo", kept());
    }

    @Test
    void aCrashForgetsNothing() throws IOException {
        assertEquals(Taken.KEPT, copy.take(MEETING, 1, true, "one"));
        assertEquals(Taken.DROPPED, new LocalCopy(folder).take(MEETING, 1, true, "one"));
    }

    @Test
    void aGapIsToldAndABeginningIsNone() throws IOException {
        assertEquals(Taken.KEPT, copy.take(MEETING, 1, true, "one"));
        assertEquals(Taken.GAP, copy.take(MEETING, 3, false, "three"));
        assertEquals(Taken.KEPT, copy.take(MEETING, 7, true, "seven"));
        assertEquals("7\nseven", kept());
    }

    @Test
    void whatIsWithheldIsGoneAndStaysGone() throws IOException {
        assertEquals(Taken.KEPT, copy.take(MEETING, 1, true, "one"));
        assertEquals(Taken.KEPT, copy.take(MEETING, 2, false, null));
        assertEquals(Taken.DROPPED, copy.take(MEETING, 1, true, "one"));
        assertEquals("2\n", kept());
    }

    private String kept() throws IOException {
        return Files.readString(folder.resolve("v1~meetings~1"));
    }
}
