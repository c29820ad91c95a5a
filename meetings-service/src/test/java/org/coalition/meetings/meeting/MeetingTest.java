package org.coalition.meetings.meeting;

import static org.coalition.meetings.meeting.MeetingStatus.CANCELLED;
import static org.coalition.meetings.meeting.MeetingStatus.CLOSED;
import static org.coalition.meetings.meeting.MeetingStatus.CONVENED;
import static org.coalition.meetings.meeting.MeetingStatus.DRAFT;
import static org.coalition.meetings.meeting.MeetingStatus.IN_PROGRESS;
import static org.coalition.meetings.meeting.MeetingStatus.MINUTES_APPROVED;
import static org.coalition.meetings.meeting.MeetingStatus.POSTPONED;
import static org.coalition.meetings.meeting.SampleMeeting.NOW;
import static org.coalition.meetings.meeting.SampleMeeting.details;
import static org.coalition.meetings.meeting.SampleMeeting.draft;
import static org.coalition.meetings.meeting.SampleMeeting.in;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.junit.jupiter.api.Test;

class MeetingTest {
    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    void aDraftIsForItsHostAndChairOnlyWhateverItsVisibility() {
        for (Visibility visibility : Visibility.values()) {
            Meeting meeting = draft(visibility, "US");
            assertEquals(Visibility.RESTRICTED, meeting.audience().visibility());
            assertEquals(List.of("FR", "GB"), meeting.audience().parties());
        }
    }

    @Test
    void whatWasPostponedOrCancelledBeforeItWasConvenedStaysADraftToOthers() {
        for (MeetingStatus end : Set.of(POSTPONED, CANCELLED)) {
            assertEquals(Visibility.RESTRICTED, in(end).audience().visibility());
        }
    }

    @Test
    void fromConveningOnAMeetingIsForThoseItNamesAndAlwaysForHostAndChair() {
        assertEquals(Visibility.COALITION, in(CONVENED).audience().visibility());
        Meeting restricted = draft(Visibility.RESTRICTED, "US");
        said(restricted.convene(none -> List.of(), null, "FR", NOW));
        assertEquals(List.of("FR", "GB", "US"), restricted.audience().parties());
    }

    @Test
    void nobodyButHostAndChairRunsAMeeting() {
        Meeting meeting = in(CONVENED);
        List<Consumer<String>> verbs = List.of(
                by -> said(meeting.revise(details(Visibility.PUBLIC), by)),
                by -> said(meeting.convene(none -> List.of(), null, by, NOW)),
                by -> said(meeting.open(by, NOW)),
                by -> said(meeting.close(by, NOW)),
                by -> said(meeting.approveMinutes(by)),
                by -> said(meeting.postpone("why", by)),
                by -> said(meeting.cancel("why", by)),
                by -> said(meeting.correct("summary", "why", by)));
        for (Consumer<String> verb : verbs) {
            assertThrows(NotAllowed.class, () -> verb.accept("US"));
        }
        assertEquals(CONVENED, meeting.status());
        assertThrows(NotAllowed.class, () -> Meeting.draft(meeting.id(), details(Visibility.PUBLIC), "US", NOW));
    }

    @Test
    void aPartyCannotHandAMeetingToOthersAndKeepOut() {
        Meeting meeting = in(CONVENED);
        MeetingDetails others = new MeetingDetails(
                "London",
                MeetingLevel.EXPERT,
                MeetingFormat.ONLINE,
                "DE",
                new Chair("UA", null),
                null,
                "Europe/Berlin",
                NOW,
                LATER,
                null,
                Visibility.PUBLIC,
                List.of(),
                List.of());
        assertThrows(NotAllowed.class, () -> meeting.revise(others, "GB"));
    }

    @Test
    void aMeetingIsEditedUntilItIsCancelledOrItsMinutesAreApproved() {
        assertOnlyIn(
                EnumSet.complementOf(EnumSet.of(CANCELLED, MINUTES_APPROVED)),
                meeting -> said(meeting.revise(details(Visibility.PUBLIC), "GB")));
    }

    @Test
    void onlyApprovedMinutesAreCorrected() {
        assertOnlyIn(EnumSet.of(MINUTES_APPROVED), meeting -> said(meeting.correct("summary", "why", "FR")));
    }

    @Test
    void theStateGovernsWhatIsWrittenAboutAMeeting() {
        assertOnlyIn(EnumSet.of(IN_PROGRESS, CLOSED), Meeting::requireRecordsOutcomes);
        assertOnlyIn(EnumSet.of(IN_PROGRESS, CLOSED), Meeting::requireRecordsAttendance);
        assertOnlyIn(EnumSet.of(DRAFT, CONVENED, POSTPONED, IN_PROGRESS), Meeting::requireFormsDelegations);
        assertOnlyIn(EnumSet.of(DRAFT, CONVENED, POSTPONED, IN_PROGRESS), meeting -> meeting.requireAgendaOpenTo("GB"));
    }

    @Test
    void onceInProgressTheAgendaIsForHostAndChair() {
        in(CONVENED).requireAgendaOpenTo("US");
        in(IN_PROGRESS).requireAgendaOpenTo("FR");
        assertThrows(NotAllowed.class, () -> in(IN_PROGRESS).requireAgendaOpenTo("US"));
    }

    @Test
    void aMeetingEndsAfterItStarts() {
        MeetingDetails whole = details(Visibility.PUBLIC);
        for (Instant end : List.of(whole.plannedStart(), whole.plannedStart().minusSeconds(1))) {
            MeetingDetails backwards = new MeetingDetails(
                    whole.title(),
                    whole.level(),
                    whole.format(),
                    whole.host(),
                    whole.chair(),
                    null,
                    whole.timeZone(),
                    whole.plannedStart(),
                    end,
                    null,
                    whole.visibility(),
                    List.of(),
                    List.of());
            RuleViolated refusal =
                    assertThrows(RuleViolated.class, () -> in(DRAFT).revise(backwards, "GB"));
            assertEquals(
                    "/plannedEnd", refusal.problem(null, null).errors().get(0).pointer());
        }
    }

    @Test
    void convenedAgainItKeepsWhenItFirstBecameKnown() {
        Meeting meeting = in(CONVENED);
        said(meeting.postpone("why", "GB"));
        assertEquals(NOW, meeting.previousStart());
        said(meeting.convene(none -> List.of(), null, "GB", LATER));
        assertEquals(NOW, meeting.convenedAt());
    }

    @Test
    void aMeetingThatClashesIsConvenedOnlyWithAReasonWhichIsAnnounced() {
        Meeting meeting = draft(Visibility.COALITION);
        Clash clash = new Clash(Clash.Kind.VENUE, UUID.randomUUID(), "Another", NOW, LATER, "Lancaster House");
        Conflict refusal =
                assertThrows(Conflict.class, () -> meeting.convene(found -> List.of(clash), null, "GB", NOW));
        assertEquals(
                "/location/venue", refusal.problem(null, null).errors().get(0).pointer());
        Meeting forced = draft(Visibility.COALITION);
        assertEquals(
                new MeetingEvent.Convened("two rooms", List.of(clash.meetingId())),
                forced.convene(found -> List.of(clash, clash), "two rooms", "GB", NOW));
        assertEquals(
                new MeetingEvent.Convened(null, List.of()),
                draft(Visibility.COALITION).convene(found -> List.of(), "needless", "GB", NOW));
    }

    /** In each of these states it is allowed, and in every other one a 409. */
    private static void assertOnlyIn(Set<MeetingStatus> allowed, Consumer<Meeting> move) {
        for (MeetingStatus status : MeetingStatus.values()) {
            Meeting meeting = in(status);
            if (allowed.contains(status)) {
                move.accept(meeting);
            } else {
                assertEquals(
                        status.name(),
                        assertThrows(IllegalTransition.class, () -> move.accept(meeting), status.name())
                                .problem(null, null)
                                .state());
            }
        }
    }

    private static void said(MeetingEvent event) {
        assertEquals(MeetingEvent.class, event.getClass().getInterfaces()[0]);
    }
}
