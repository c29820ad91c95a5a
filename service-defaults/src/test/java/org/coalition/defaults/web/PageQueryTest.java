package org.coalition.defaults.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import org.coalition.defaults.problem.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageQueryTest {
    @Test
    void aCursorLeadsToThePageAfter() {
        List<UUID> ids = List.of(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3));
        PageQuery first = new PageQuery(2, null);
        Page<UUID> page = Page.of(ids, first, UUID::toString);
        assertEquals(ids.subList(0, 2), page.items());
        PageQuery second = new PageQuery(2, page.next());
        assertEquals(new UUID(1, 2), second.afterId());
        assertNull(Page.of(ids.subList(2, 3), second, UUID::toString).next());
    }

    @Test
    void theLimitIsCoercedFromAboveAndRefusedFromBelow() {
        assertEquals(201, new PageQuery(100_000, null).fetch());
        assertEquals(51, new PageQuery(null, null).fetch());
        assertThrows(Malformed.class, () -> new PageQuery(0, null).fetch());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%", "AAAA", "MDAwMDAwMDBhYmM", "MDAwMDAwMDA"})
    void aCursorThatWeDidNotGiveOutIsRefused(String cursor) {
        assertThrows(Malformed.class, () -> new PageQuery(null, cursor).afterId());
    }
}
