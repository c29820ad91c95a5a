package org.coalition.initiatives.need;

import static org.coalition.initiatives.need.NeedStatus.MET;
import static org.coalition.initiatives.need.NeedStatus.OPEN;
import static org.coalition.initiatives.need.NeedStatus.PARTLY_MET;
import static org.coalition.initiatives.need.NeedStatus.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedStatusTest {
    /** From and to: what is met grows, and only a larger quantity makes less of what was met. */
    private static final Set<List<NeedStatus>> ARROWS = Set.of(
            List.of(OPEN, PARTLY_MET),
            List.of(OPEN, MET),
            List.of(OPEN, WITHDRAWN),
            List.of(PARTLY_MET, MET),
            List.of(PARTLY_MET, WITHDRAWN),
            List.of(MET, PARTLY_MET));

    @Test
    void theTableHasTheseArrowsAndNoOthers() {
        for (NeedStatus from : NeedStatus.values()) {
            for (NeedStatus to : NeedStatus.values()) {
                assertEquals(ARROWS.contains(List.of(from, to)), from.next().contains(to), from + " to " + to);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 10, OPEN", "0.0000, 10, OPEN", "0.0001, 10, PARTLY_MET", "9.9999, 10, PARTLY_MET", "10.00, 10, MET"
    })
    void itFollowsFromWhatIsMet(BigDecimal met, BigDecimal quantity, NeedStatus status) {
        assertEquals(status, NeedStatus.of(met, quantity));
    }

    @Test
    void anOfferIsDecidedOnceAndForAll() {
        for (OfferStatus from : OfferStatus.values()) {
            for (OfferStatus to : OfferStatus.values()) {
                boolean arrow = from == OfferStatus.OFFERED && to != OfferStatus.OFFERED;
                assertEquals(arrow, from.next().contains(to), from + " to " + to);
            }
        }
    }
}
