package org.coalition.defaults.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.defaults.web.Sort;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final UUID ID = new UUID(1, 2);

    /** A cursor is anybody's text: its checksum is no secret. */
    @Test
    void aKeyThatIsNoneIsRefusedBeforeTheDatabaseSeesIt() {
        assertThrows(Malformed.class, () -> begin(order(LocalDate.class, false), "2026-13-01"));
        assertThrows(Malformed.class, () -> begin(order(LocalDate.class, false), "infinity"));
        assertThrows(Malformed.class, () -> begin(order(LocalDate.class, true), "+12026-01-01"));
        assertThrows(Malformed.class, () -> begin(order(Instant.class, true), "2026-01-01"));
        assertThrows(Malformed.class, () -> begin(order(Instant.class, true), "+12026-01-01T00:00:00Z"));
        assertThrows(Malformed.class, () -> begin(order(BigDecimal.class, false), "1'; DROP TABLE meeting"));
        assertThrows(Malformed.class, () -> begin(order(BigDecimal.class, false), "1E999999999"));
        assertThrows(Malformed.class, () -> begin(order(BigDecimal.class, false), ""));
    }

    @Test
    void aPageBeginsBehindTheKeyAndTheIdOfTheOneBefore() {
        Listing listing = begin(order(LocalDate.class, true), "infinity");
        assertEquals("infinity", listing.parameters().get("afterKey"));
        assertEquals(ID.toString(), listing.parameters().get("after"));
        assertEquals(
                "10.50",
                begin(order(BigDecimal.class, false), "10.50").parameters().get("afterKey"));
        assertEquals("", begin(order(String.class, false), "").parameters().get("afterKey"));
    }

    @Test
    void aCursorThatIsNoPlaceIsRefused() {
        PageQuery query = new PageQuery(1, cursor("not-an-id"));
        assertThrows(Malformed.class, () -> order(String.class, false).begin(Listing.from("X e"), query));
    }

    private static Order order(Class<?> type, boolean optional) {
        return new Order(new Sort("dueOn", optional, true), "e.dueOn", type);
    }

    private static Listing begin(Order order, String key) {
        return order.begin(Listing.from("X e"), new PageQuery(1, cursor(ID + key)));
    }

    private static String cursor(String position) {
        return Page.of(List.of(1, 2), new PageQuery(1, null), row -> position).next();
    }
}
