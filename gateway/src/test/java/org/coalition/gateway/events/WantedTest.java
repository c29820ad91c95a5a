package org.coalition.gateway.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedTest {
    private static final String MEETING = "0198f000-0000-7000-8000-000000000001";

    @ParameterizedTest
    @CsvSource({
        "type=org.coalition.meeting.revised.v1, true",
        "type=org.coalition.meeting.convened.v1, false",
        "type=org.coalition.meeting.*, true",
        "type=org.coalition.decision.*&type=org.coalition.meeting.*, true",
        "party=GB, true",
        "party=FR, false",
        "party=FR&party=GB, true",
        "subject=/v1/meetings/" + MEETING + ", true",
        "subject=/v1/meetings/0198f000-0000-7000-8000-000000000002, false",
        "party=GB&type=org.coalition.decision.*, false",
    })
    void ofEachKindOfFilterOneValueHasToFit(String query, boolean wanted) throws Exception {
        assertEquals(wanted, wanted(query).includes(LoggedEventTest.read(Announcement.of(MEETING, 3))));
    }

    @Test
    void aMeetingStandsForAllThatBelongsToItAndADecisionForItself() throws Exception {
        String decision = "/v1/decisions/0198f000-0000-7000-8000-000000000003";
        LoggedEvent event = LoggedEventTest.read(Announcement.of(MEETING, 3).about(decision));
        assertTrue(wanted("subject=/v1/meetings/" + MEETING).includes(event));
        assertTrue(wanted("subject=" + decision).includes(event));
        assertFalse(wanted("subject=" + decision).includes(LoggedEventTest.read(Announcement.of(MEETING, 3))));
    }

    @ParameterizedTest
    @CsvSource({
        "type=meeting, type",
        "type=*, type",
        "type=org.coalition.*.revised.v1, type",
        "party=gb, party",
        "subject=meetings, subject",
        "subject=/v1/meetings/a%2Fb%20c, subject",
        "typ=x, typ",
        "type, type",
        "party=, party",
    })
    void whatIsNotUnderstoodIsRefusedWithItsPlace(String query, String parameter) {
        BadQuery bad = assertThrows(BadQuery.class, () -> wanted(query));
        assertEquals(parameter, bad.fault().parameter());
    }

    @Test
    void aFilterHasItsMostValues() {
        String query = "party=GB&".repeat(20) + "party=GB";
        assertThrows(BadQuery.class, () -> wanted(query));
    }

    private static Wanted wanted(String query) throws BadQuery {
        return Wanted.of(Asked.of(query, Wanted.PARAMETERS));
    }
}
