package org.coalition.initiatives.transfer;

import static org.coalition.initiatives.transfer.TransferStatus.AUTHORISED;
import static org.coalition.initiatives.transfer.TransferStatus.REFUSED;
import static org.coalition.initiatives.transfer.TransferStatus.REQUESTED;
import static org.coalition.initiatives.transfer.TransferStatus.TRANSFERRED;
import static org.coalition.initiatives.transfer.TransferStatus.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransferStatusTest {
    /** From and to, as the domain has them. */
    private static final Set<List<TransferStatus>> ARROWS = Set.of(
            List.of(REQUESTED, AUTHORISED),
            List.of(REQUESTED, REFUSED),
            List.of(REQUESTED, WITHDRAWN),
            List.of(AUTHORISED, TRANSFERRED),
            List.of(AUTHORISED, WITHDRAWN));

    @Test
    void theTableHasTheArrowsOfTheDomainAndNoOthers() {
        for (TransferStatus from : TransferStatus.values()) {
            for (TransferStatus to : TransferStatus.values()) {
                assertEquals(ARROWS.contains(List.of(from, to)), from.next().contains(to), from + " to " + to);
            }
        }
    }
}
