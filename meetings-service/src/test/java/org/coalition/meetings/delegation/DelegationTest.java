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
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.MeetingStatus;
import org.junit.jupiter.api.Test;

class DelegationTest {
    private static final Meeting CONVENED = in(MeetingStatus.CONVENED);
    private static final DelegationMembers NOBODY = new DelegationMembers(null, List.of());

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
    void aSubstituteIsNamedForDelegatedAndOnlyThen() {
        assertTrue(new Reply(Rsvp.DELEGATED, "B. Person").isSubstitute());
        assertFalse(new Reply(Rsvp.DELEGATED, null).isSubstitute());
        assertFalse(new Reply(Rsvp.DELEGATED, " ").isSubstitute());
        assertTrue(new Reply(Rsvp.ACCEPTED, null).isSubstitute());
        assertFalse(new Reply(Rsvp.ACCEPTED, "").isSubstitute());
        assertFalse(new Reply(Rsvp.ACCEPTED, "B. Person").isSubstitute());
    }

    @Test
    void whoeverComesInThePlaceOfAnotherTakesThatPlace() {
        Delegate head = person("A. Person");
        Delegate member = person("B. Person");
        Delegation delegation = Delegation.form(
                        UUID.randomUUID(), CONVENED, new FormDelegation("US", head, List.of(member)), "US", NOW)
                .aggregate();
        assertEquals(
                new DelegationEvent.DelegateReplaced("A. Person", "C. Person", "illness"),
                delegation.replace(replacement("A. Person", "C. Person"), CONVENED, "US", NOW));
        assertEquals(
                new DelegationEvent.DelegateReplaced("B. Person", "D. Person", "illness"),
                delegation.replace(replacement("B. Person", "D. Person"), CONVENED, "GB", NOW));
        assertEquals(
                new DelegationMembers(person("C. Person"), List.of(person("D. Person"))), delegation.composition());
        assertEquals(
                List.of(head, member),
                delegation.replacements().stream().map(Replacement::outgoing).toList());
        assertThrows(
                RuleViolated.class,
                () -> delegation.replace(replacement("A. Person", "E. Person"), CONVENED, "US", NOW));
        assertThrows(
                NotAllowed.class, () -> delegation.replace(replacement("C. Person", "E. Person"), CONVENED, "DE", NOW));
        assertThrows(
                IllegalTransition.class,
                () -> delegation.replace(replacement("C. Person", "E. Person"), in(MeetingStatus.CLOSED), "US", NOW));
    }

    private static ReplaceDelegate replacement(String outgoing, String incoming) {
        return new ReplaceDelegate(outgoing, person(incoming), "illness");
    }

    private static Delegate person(String name) {
        return new Delegate(name, null, null, null);
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
