package org.coalition.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PortHolderTest {
    @Test
    void aHolderIsShownInOneShortLine() {
        assertEquals(
                "python3 -c import socket s = 1",
                PortHolder.oneLine(List.of("python3", "-c", "\nimport socket\n\ts = 1\n")));
        assertEquals("x".repeat(100) + "...", PortHolder.oneLine(List.of("x".repeat(300))));
    }
}
