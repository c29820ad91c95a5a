package org.coalition.meetings.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.coalition.defaults.problem.RuleViolated;
import org.junit.jupiter.api.Test;

class AgendaNumberTest {
    @Test
    void anItemComesBeforeItsSubItemsAndTenAfterNine() {
        assertEquals(
                List.of("1", "2", "2.1", "2.1.3", "2.9", "2.10", "9", "10", "10.1"),
                Stream.of("10.1", "2.10", "9", "2", "1", "2.1.3", "10", "2.9", "2.1")
                        .sorted(AgendaNumber.ORDER)
                        .toList());
    }

    @Test
    void aTreeHasThreeLevels() {
        assertEquals("4", AgendaNumber.under(null, 4));
        assertEquals("4.2", AgendaNumber.under("4", 2));
        assertEquals("4.2.1", AgendaNumber.under("4.2", 1));
        assertThrows(RuleViolated.class, () -> AgendaNumber.under("4.2.1", 1));
    }
}
