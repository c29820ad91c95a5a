package org.coalition.initiatives.mandate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Visibility;
import org.junit.jupiter.api.Test;

class CircleTest {
    @Test
    void hostAndChairAreAlwaysInside() {
        for (String visibility : List.of("PUBLIC", "COALITION", "RESTRICTED")) {
            assertTrue(circle(visibility, false, "FR").insiders().containsAll(Set.of("GB", "DE")));
            assertTrue(circle(visibility, true, "FR").insiders().containsAll(Set.of("GB", "DE")));
        }
    }

    @Test
    void thoseListedComeInWhenARestrictedMeetingIsConvened() {
        assertEquals(Set.of("GB", "DE", "FR"), circle("RESTRICTED", true, "FR").insiders());
        assertEquals(Set.of("GB", "DE"), circle("RESTRICTED", false, "FR").insiders());
        assertEquals(Set.of("GB", "DE"), circle("COALITION", true, "FR").insiders());
    }

    @Test
    void aVisibilityThatIsNotKnownIsReadAsTheNarrowest() {
        assertEquals(Visibility.RESTRICTED, circle("OBSERVERS", true).visibility());
        assertEquals(Visibility.RESTRICTED, circle("", true).visibility());
    }

    /** A meeting covers an audience if nobody in the audience is outside of the meeting. */
    @Test
    void aMeetingCoversAnAudienceOnlyIfNobodyOfItIsLeftOutside() {
        Audience all = Audience.of(Visibility.PUBLIC, List.of(), List.of("GB"));
        Audience coalition = Audience.of(Visibility.COALITION, List.of(), List.of("GB"));
        Audience some = Audience.of(Visibility.RESTRICTED, List.of("FR"), List.of("GB"));
        Audience more = Audience.of(Visibility.RESTRICTED, List.of("FR", "US"), List.of("GB"));

        assertCovers(circle("PUBLIC", true), true, all, coalition, some, more);
        assertCovers(circle("COALITION", true), true, coalition, some, more);
        assertCovers(circle("COALITION", true), false, all);
        assertCovers(circle("RESTRICTED", true, "FR"), true, some);
        assertCovers(circle("RESTRICTED", true, "FR"), false, all, coalition, more);
        for (String visibility : List.of("PUBLIC", "COALITION", "RESTRICTED")) {
            assertCovers(circle(visibility, false, "FR"), false, all, coalition, some, more);
            assertCovers(
                    circle(visibility, false),
                    true,
                    Audience.of(Visibility.RESTRICTED, List.of(), List.of("GB", "DE")));
        }
    }

    @Test
    void anItemNarrowsTheCircleOfItsMeetingAndNeverWidensIt() {
        assertEquals(circle("PUBLIC", true), circle("PUBLIC", true).around(item(null)));
        assertEquals(
                Visibility.COALITION,
                circle("PUBLIC", true).around(item("COALITION")).visibility());
        Circle some = circle("COALITION", true).around(item("RESTRICTED", "FR"));
        assertEquals(Visibility.RESTRICTED, some.visibility());
        assertEquals(Set.of("GB", "DE", "FR"), some.insiders());
        assertEquals(
                Set.of("GB", "DE", "FR"),
                circle("RESTRICTED", true, "FR")
                        .around(item("RESTRICTED", "FR", "US"))
                        .insiders());
        assertEquals(
                Set.of("GB", "DE"),
                circle("RESTRICTED", true, "FR").around(item("RESTRICTED")).insiders());
        assertEquals(
                circle("RESTRICTED", true, "FR"),
                circle("RESTRICTED", true, "FR").around(item("PUBLIC")));
        assertEquals(
                Set.of("GB", "DE"),
                circle("COALITION", false).around(item("RESTRICTED", "FR")).insiders());
        assertEquals(
                Visibility.RESTRICTED,
                circle("PUBLIC", true).around(item("OBSERVERS")).visibility());
    }

    private static ObjectNode item(String visibility, String... visibleTo) {
        ObjectNode item = JsonNodeFactory.instance.objectNode().put("title", "Item");
        if (visibility != null) {
            item.put("visibility", visibility);
            List.of(visibleTo).forEach(party -> item.withArray("visibleTo").add(party));
        }
        return item;
    }

    private static void assertCovers(Circle circle, boolean expected, Audience... audiences) {
        for (Audience audience : audiences) {
            assertEquals(expected, circle.covers(audience), circle + " and " + audience.visibility());
        }
        assertFalse(circle.insiders().isEmpty());
    }

    private static Circle circle(String visibility, boolean convened, String... visibleTo) {
        ObjectNode meeting =
                JsonNodeFactory.instance.objectNode().put("host", "GB").put("visibility", visibility);
        meeting.putObject("chair").put("party", "DE");
        if (convened) {
            meeting.put("convenedAt", "2026-01-12T10:00:00Z");
        }
        for (String party : visibleTo) {
            meeting.withArray("visibleTo").add(party);
        }
        return Circle.of(meeting);
    }
}
