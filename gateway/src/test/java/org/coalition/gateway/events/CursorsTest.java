package org.coalition.gateway.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class CursorsTest {
    private static final byte[] KEY = "thirty-two bytes, as good as any".getBytes(StandardCharsets.UTF_8);
    private static final Cursor PLACE = Cursor.of(0, 1, 7_000_000_000L, 42);

    private final Cursors cursors = new Cursors(KEY, 4);

    @Test
    void aPlaceIsReadBackAlsoByAnotherInstance() throws ForeignCursor {
        assertEquals(PLACE, new Cursors(KEY.clone(), 4).read(cursors.write(PLACE)));
        Cursor within = PLACE.within(new Cursor.Snapshot(1, "the service's own"));
        assertEquals(within, cursors.read(cursors.write(within)));
    }

    @Test
    void itsTextTellsNothingNotEvenThatTheLogStoodStill() {
        String one = cursors.write(PLACE);
        String again = cursors.write(PLACE);
        assertNotEquals(one, again);
        assertEquals(one.length(), cursors.write(Cursor.of(0, 0, 0, 0)).length());
    }

    @Test
    void whatWasNotGivenOutIsForeign() {
        String good = cursors.write(PLACE);
        byte[] bytes = Base64.getUrlDecoder().decode(good);
        for (int i = 0; i < bytes.length; i++) {
            byte[] other = bytes.clone();
            other[i] ^= 1;
            foreign(Base64.getUrlEncoder().withoutPadding().encodeToString(other));
        }
        for (String text :
                List.of("", "x", "start", good + "A", good.substring(4), "?".repeat(10), "A".repeat(5_000))) {
            foreign(text);
        }
        byte[] otherKey = KEY.clone();
        otherKey[0]++;
        foreign(new Cursors(otherKey, 4).write(PLACE));
        // Of another layout of the topics.
        foreign(new Cursors(KEY, 6).write(Cursor.of(0, 0, 0, 0, 0, 0)));
        assertThrows(ForeignCursor.class, () -> new Cursors(KEY, 6).read(good));
    }

    @Test
    void aShortKeyIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new Cursors(new byte[16], 4));
    }

    private void foreign(String text) {
        assertThrows(ForeignCursor.class, () -> cursors.read(text), text);
    }
}
