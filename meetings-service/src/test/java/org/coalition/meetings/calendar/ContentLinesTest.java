package org.coalition.meetings.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentLinesTest {
    @Test
    void noLineIsLongerThan75OctetsAndNoCharacterIsSplit() {
        for (String character : List.of("a", "é", "€", "😀", "a😀€é")) {
            for (int shift = 0; shift < 5; shift++) {
                String line = "x".repeat(shift) + character.repeat(60);
                byte[] folded = ContentLines.folded(line + "\r\nEND:VEVENT\r\n");
                String text = new String(folded, StandardCharsets.UTF_8);
                for (String physical : text.split("\r\n", -1)) {
                    assertTrue(physical.getBytes(StandardCharsets.UTF_8).length <= 75, physical);
                    assertFalse(physical.contains("\ufffd"), physical);
                }
                assertEquals(line + "\r\nEND:VEVENT\r\n", text.replace("\r\n ", ""));
            }
        }
    }

    @Test
    void aLineThatJustFitsIsLeftAsItIs() {
        String fits = "x".repeat(75) + "\r\n" + "y".repeat(75) + "\r\n";
        assertEquals(fits, new String(ContentLines.folded(fits), StandardCharsets.UTF_8));
        assertEquals(
                "x".repeat(75) + "\r\n x\r\n",
                new String(ContentLines.folded("x".repeat(76) + "\r\n"), StandardCharsets.UTF_8));
    }
}
