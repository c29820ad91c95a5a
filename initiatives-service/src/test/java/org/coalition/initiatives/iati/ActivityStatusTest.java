package org.coalition.initiatives.iati;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import org.coalition.initiatives.contribution.EntryKind;
import org.coalition.initiatives.contribution.Instrument;
import org.coalition.initiatives.initiative.InitiativeStatus;
import org.junit.jupiter.api.Test;

class ActivityStatusTest {
    @Test
    void theStatesHaveTheCodesOfTheStandard() {
        assertEquals(
                List.of("1", "1", "2", "6", "3", "4", "5"),
                Arrays.stream(InitiativeStatus.values())
                        .map(ActivityStatus::code)
                        .toList());
    }

    @Test
    void eachCodeIsReadAsTheStateThatHasItAndApprovedAsWhatIsInThePipeline() {
        for (InitiativeStatus status : InitiativeStatus.values()) {
            InitiativeStatus expected = status == InitiativeStatus.APPROVED ? InitiativeStatus.PIPELINE : status;
            assertEquals(expected, ActivityStatus.of(ActivityStatus.code(status)));
        }
        assertNull(ActivityStatus.of("7"));
        assertNull(ActivityStatus.of(""));
    }

    @Test
    void transactionsHaveTheCodesOfTheStandardAndAnAllocationHasNone() {
        assertEquals(
                Arrays.asList("12", "2", null, "3", "4"),
                Arrays.stream(EntryKind.values()).map(Codes::transactionType).toList());
        for (EntryKind kind : List.of(EntryKind.PLEDGE, EntryKind.COMMITMENT, EntryKind.DISBURSEMENT)) {
            assertEquals(kind, Codes.entryKind(Codes.transactionType(kind)));
        }
        assertNull(Codes.entryKind("4"), "only the recipient says what was delivered");
        assertNull(Codes.entryKind("11"));
    }

    @Test
    void formsOfFinanceAreReadAsTheyAreWritten() {
        for (Instrument instrument :
                List.of(Instrument.GRANT, Instrument.LOAN, Instrument.EQUITY, Instrument.GUARANTEE)) {
            assertEquals(instrument, Codes.instrument(Codes.financeType(instrument)));
        }
        assertEquals(Instrument.GRANT, Codes.instrument(""));
        assertEquals(Instrument.LOAN, Codes.instrument("410"));
    }
}
