package org.coalition.defaults.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AudienceTest {
    private static final Audience ALL = Audience.of(Visibility.PUBLIC, List.of(), List.of());
    private static final Audience PARTIES = Audience.of(Visibility.COALITION, List.of(), List.of());
    private static final Audience FR_DE = Audience.of(Visibility.RESTRICTED, List.of("FR", "DE"), List.of());
    private static final Audience FR_US = Audience.of(Visibility.RESTRICTED, List.of("FR", "US"), List.of());
    private static final Audience FR = Audience.of(Visibility.RESTRICTED, List.of("FR"), List.of());
    private static final List<Audience> EACH = List.of(ALL, PARTIES, FR_DE, FR_US, FR);

    @Test
    void thoseInBothAreInEach() {
        assertEquals(FR, FR_DE.and(FR_US));
        assertEquals(PARTIES, ALL.and(PARTIES));
        assertEquals(FR_DE, FR_DE.and(ALL));
        for (Audience one : EACH) {
            for (Audience other : EACH) {
                Audience both = one.and(other);
                assertEquals(both, other.and(one));
                assertTrue(one.covers(both) && other.covers(both));
                assertEquals(one.covers(other), both.equals(other));
                for (String party : List.of("FR", "DE", "US", "GB")) {
                    assertEquals(one.includes(party) && other.includes(party), both.includes(party));
                }
            }
        }
    }
}
