package org.coalition.meetings.delegation;

import static org.coalition.meetings.meeting.SampleMeeting.NOW;
import static org.coalition.meetings.meeting.SampleMeeting.in;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.Problem;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.MeetingStatus;
import org.junit.jupiter.api.Test;

class DelegationTest {
    private static final Meeting CONVENED = in(MeetingStatus.CONVENED);
    private static final DelegationMembers NOBODY = new DelegationMembers(null, List.of());
    private static final RecordAttendance PRESENT = new RecordAttendance(Attendance.PRESENT, NOW, null);

    @Test
    void aPartyFormsItsOwnDelegationAndHostAndChairFormAny() {
        assertEquals("US", formed("US", "US").party());
        assertEquals("US", formed("US", "GB").party());
        assertEquals("US", formed("US", "FR").party());
        assertThrows(NotAllowed.class, () -> formed("US", "DE"));
    }

    @Test
    void onlyItsOwnPartyHostAndChairChangeIt() {
        Delegation delegation = formed("US", "US");
        assertThrows(NotAllowed.class, () -> delegation.recompose(NOBODY, CONVENED, "DE"));
        assertThrows(NotAllowed.class, () -> delegation.reply(reply(Rsvp.ACCEPTED), CONVENED, "DE"));
        assertEquals(new DelegationEvent.Recomposed(), delegation.recompose(NOBODY, CONVENED, "US"));
        assertEquals(
                new DelegationEvent.Replied(Rsvp.NEEDS_ACTION, Rsvp.ACCEPTED),
                delegation.reply(reply(Rsvp.ACCEPTED), CONVENED, "GB"));
    }

    @Test
    void aReplyCanBeChangedButNotTakenBack() {
        for (Rsvp from : Rsvp.values()) {
            for (Rsvp to : Rsvp.values()) {
                Delegation delegation = replied(from);
                if (from == to || to != Rsvp.NEEDS_ACTION) {
                    assertEquals(new DelegationEvent.Replied(from, to), delegation.reply(reply(to), CONVENED, "US"));
                } else {
                    Problem problem = assertThrows(
                                    IllegalTransition.class, () -> delegation.reply(reply(to), CONVENED, "US"))
                            .problem(null, null);
                    assertEquals(from.name(), problem.state());
                    assertEquals(from.next().stream().map(Enum::name).toList(), problem.allowed());
                    assertEquals(from, delegation.reply().rsvp());
                }
            }
        }
    }

    @Test
    void delegationsAreFormedUntilTheMeetingCloses() {
        Set<MeetingStatus> open = EnumSet.of(
                MeetingStatus.DRAFT, MeetingStatus.CONVENED, MeetingStatus.POSTPONED, MeetingStatus.IN_PROGRESS);
        Delegation delegation = formed("US", "US");
        for (MeetingStatus status : EnumSet.complementOf(EnumSet.copyOf(open))) {
            Meeting over = in(status);
            assertThrows(IllegalTransition.class, () -> delegation.recompose(NOBODY, over, "US"), status.name());
            assertThrows(IllegalTransition.class, () -> delegation.reply(reply(Rsvp.ACCEPTED), over, "US"));
            assertThrows(
                    IllegalTransition.class, () -> Delegation.form(UUID.randomUUID(), over, form("US"), "US", NOW));
        }
        for (MeetingStatus status : open) {
            assertEquals(new DelegationEvent.Recomposed(), delegation.recompose(NOBODY, in(status), "US"));
        }
    }

    @Test
    void whoWasThereIsRecordedByHostAndChairWhileTheMeetingRunsOrIsClosed() {
        Delegation delegation = formed("US", "US");
        for (MeetingStatus status : MeetingStatus.values()) {
            Meeting meeting = in(status);
            assertThrows(NotAllowed.class, () -> delegation.attend(PRESENT, meeting, "US"));
            if (status == MeetingStatus.IN_PROGRESS || status == MeetingStatus.CLOSED) {
                assertEquals(
                        new DelegationEvent.Attended(Attendance.PRESENT), delegation.attend(PRESENT, meeting, "FR"));
            } else {
                assertThrows(IllegalTransition.class, () -> delegation.attend(PRESENT, meeting, "GB"));
            }
        }
    }

    @Test
    void aSubstituteIsNamedForDelegatedAndOnlyThen() {
        assertTrue(new Reply(Rsvp.DELEGATED, "B. Person").isSubstitute());
        assertFalse(new Reply(Rsvp.DELEGATED, null).isSubstitute());
        assertFalse(new Reply(Rsvp.DELEGATED, " ").isSubstitute());
        assertTrue(new Reply(Rsvp.ACCEPTED, null).isSubstitute());
        assertFalse(new Reply(Rsvp.ACCEPTED, "").isSubstitute());
        assertFalse(new Reply(Rsvp.ACCEPTED, "B. Person").isSubstitute());
    }

    @Test
    void nobodyLeavesBeforeArriving() {
        assertTrue(new RecordAttendance(Attendance.PRESENT, NOW, NOW.plusSeconds(1)).isLeftAt());
        assertFalse(new RecordAttendance(Attendance.PRESENT, NOW, NOW).isLeftAt());
        assertFalse(new RecordAttendance(Attendance.PRESENT, NOW, NOW.minusSeconds(1)).isLeftAt());
    }

    private static Delegation formed(String party, String by) {
        return Delegation.form(UUID.randomUUID(), CONVENED, form(party), by, NOW)
                .aggregate();
    }

    private static Delegation replied(Rsvp rsvp) {
        Delegation delegation = formed("US", "US");
        assertEquals(
                new DelegationEvent.Replied(Rsvp.NEEDS_ACTION, rsvp), delegation.reply(reply(rsvp), CONVENED, "US"));
        return delegation;
    }

    private static FormDelegation form(String party) {
        return new FormDelegation(party, null, List.of());
    }

    private static Reply reply(Rsvp rsvp) {
        return new Reply(rsvp, rsvp == Rsvp.DELEGATED ? "B. Person" : null);
    }
}
