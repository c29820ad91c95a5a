package org.coalition.meetings.minutes;

import static org.coalition.meetings.meeting.SampleMeeting.NOW;
import static org.coalition.meetings.minutes.MinutesStatus.APPROVED;
import static org.coalition.meetings.minutes.MinutesStatus.CIRCULATED;
import static org.coalition.meetings.minutes.MinutesStatus.DRAFT;
import static org.coalition.meetings.minutes.SampleMinutes.CLOSED;
import static org.coalition.meetings.minutes.SampleMinutes.UNTIL;
import static org.coalition.meetings.minutes.SampleMinutes.in;
import static org.coalition.meetings.minutes.SampleMinutes.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.Problem;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.meetings.meeting.MeetingStatus;
import org.coalition.meetings.meeting.SampleMeeting;
import org.junit.jupiter.api.Test;

class MinutesTest {
    private static final Instant BEFORE = UNTIL.minusNanos(1000);

    @Test
    void eachVerbMovesAlongAnArrowAndNowhereElse() {
        for (MinutesStatus from : MinutesStatus.values()) {
            for (MinutesStatus to : EnumSet.complementOf(EnumSet.of(DRAFT))) {
                Minutes minutes = in(from);
                if (from.next().contains(to)) {
                    assertEquals(
                            MinutesEvent.class,
                            SampleMinutes.move(minutes, to).getClass().getInterfaces()[0]);
                    assertEquals(to, minutes.status());
                } else {
                    Problem problem = assertThrows(
                                    IllegalTransition.class, () -> SampleMinutes.move(minutes, to), from + " to " + to)
                            .problem(null, null);
                    assertEquals(from.name(), problem.state());
                    assertEquals(from.next().stream().map(Enum::name).toList(), problem.allowed());
                    assertEquals(from, minutes.status());
                }
            }
        }
    }

    @Test
    void theStateGovernsWhatChangesTheText() {
        assertOnlyIn(Set.of(DRAFT), minutes -> said(minutes.revise(text("Other."), CLOSED, "GB")));
        assertOnlyIn(Set.of(CIRCULATED), minutes -> minutes.requireTakesCorrections(NOW));
        assertOnlyIn(Set.of(CIRCULATED), minutes -> said(minutes.agree(1, "US", NOW)));
        assertOnlyIn(Set.of(CIRCULATED), minutes -> {
            Correction correction = SampleMinutes.correction(in(CIRCULATED), 1, "Other.");
            said(minutes.amend(CorrectionView.of(correction)));
        });
        assertOnlyIn(Set.of(APPROVED), minutes -> said(minutes.correct(text("Other."), "why", CLOSED, "FR")));
    }

    @Test
    void minutesAreTakenOfAMeetingThatRunsOrIsClosedAndCirculatedOfOneThatIsClosed() {
        for (MeetingStatus status : MeetingStatus.values()) {
            var meeting = SampleMeeting.in(status);
            if (status == MeetingStatus.IN_PROGRESS || status == MeetingStatus.CLOSED) {
                assertEquals(
                        new MinutesEvent.Drafted(),
                        Minutes.draft(UUID.randomUUID(), meeting, text("x"), "FR", NOW)
                                .event());
            } else {
                assertThrows(
                        IllegalTransition.class,
                        () -> Minutes.draft(UUID.randomUUID(), meeting, text("x"), "FR", NOW),
                        status.name());
            }
            if (status != MeetingStatus.CLOSED) {
                assertThrows(
                        IllegalTransition.class, () -> in(DRAFT).circulate(UNTIL, meeting, "GB", NOW), status.name());
            }
        }
    }

    @Test
    void onlyHostAndChairKeepTheMinutes() {
        List<Consumer<Minutes>> verbs = List.of(
                minutes -> said(minutes.revise(text("x"), CLOSED, "US")),
                minutes -> said(minutes.circulate(UNTIL, CLOSED, "US", NOW)),
                minutes -> said(minutes.approve(CLOSED, List.of(), 0, "US", NOW)),
                minutes -> said(minutes.correct(text("x"), "why", CLOSED, "US")));
        for (Consumer<Minutes> verb : verbs) {
            for (MinutesStatus status : MinutesStatus.values()) {
                assertThrows(NotAllowed.class, () -> verb.accept(in(status)));
            }
        }
        assertThrows(NotAllowed.class, () -> Minutes.draft(UUID.randomUUID(), CLOSED, text("x"), "US", NOW));
    }

    @Test
    void theTimeToCommentEndsInTheFutureAndWithinNinetyDays() {
        Instant last = NOW.plus(Duration.ofDays(90));
        for (Instant until : List.of(NOW.minusSeconds(1), NOW, last.plusSeconds(1))) {
            RuleViolated refusal =
                    assertThrows(RuleViolated.class, () -> in(DRAFT).circulate(until, CLOSED, "GB", NOW));
            assertEquals(
                    "/commentUntil", refusal.problem(null, null).errors().get(0).pointer());
        }
        assertEquals(new MinutesEvent.Circulated(last), in(DRAFT).circulate(last, CLOSED, "GB", NOW));
    }

    @Test
    void correctionsAreTakenUntilTheInstantThatWasSetAndNotAtIt() {
        in(CIRCULATED).requireTakesCorrections(BEFORE);
        for (Instant late : List.of(UNTIL, UNTIL.plusSeconds(1))) {
            assertThrows(Conflict.class, () -> in(CIRCULATED).requireTakesCorrections(late));
        }
    }

    @Test
    void whileThePartiesMayCommentEachOfThemMustHaveAgreedButWhoApproves() {
        List<String> represented = List.of("DE", "GB", "US");
        Minutes minutes = in(CIRCULATED);
        said(minutes.agree(1, "US", NOW));
        Conflict refusal = assertThrows(Conflict.class, () -> minutes.approve(CLOSED, represented, 0, "GB", BEFORE));
        assertTrue(refusal.getMessage().endsWith(": DE."), refusal.getMessage());
        Minutes agreed = in(CIRCULATED);
        said(agreed.agree(1, "US", NOW));
        said(agreed.agree(1, "DE", NOW));
        said(agreed.approve(CLOSED, represented, 0, "GB", BEFORE));
        said(in(CIRCULATED).approve(CLOSED, represented, 0, "GB", UNTIL));
    }

    @Test
    void anOpenCorrectionHoldsUpTheApprovalAtAnyTime() {
        for (Instant now : List.of(BEFORE, UNTIL, UNTIL.plusSeconds(86_400))) {
            assertThrows(Conflict.class, () -> in(CIRCULATED).approve(CLOSED, List.of(), 1, "GB", now));
        }
    }

    @Test
    void anAgreementIsToTheTextThatWasReadAndVoidWhenItChanges() {
        Minutes minutes = in(CIRCULATED);
        assertThrows(Conflict.class, () -> minutes.agree(2, "US", NOW));
        said(minutes.agree(1, "US", NOW));
        said(minutes.agree(1, "US", NOW.plusSeconds(1)));
        assertEquals(List.of(new Agreement("US", NOW)), minutes.agreements());
        said(minutes.amend(CorrectionView.of(SampleMinutes.correction(minutes, 2, "Second."))));
        assertEquals(1, minutes.textVersion());
        assertEquals(1, minutes.agreements().size());
        said(minutes.amend(CorrectionView.of(SampleMinutes.correction(minutes, 2, "Corrected."))));
        assertEquals(text("First.", "Corrected."), minutes.text());
        assertEquals(2, minutes.textVersion());
        assertEquals(List.of(), minutes.agreements());
        assertThrows(Conflict.class, () -> minutes.agree(1, "US", NOW));
    }

    @Test
    void aCorrigendumIsANewTextWithItsReasonUnlessItSaysTheSame() {
        Minutes minutes = in(APPROVED);
        assertEquals(
                new MinutesEvent.Corrected(1, "why"), minutes.correct(text("First.", "Second."), "why", CLOSED, "GB"));
        assertEquals(new MinutesEvent.Corrected(2, "a slip"), minutes.correct(text("Only."), "a slip", CLOSED, "GB"));
        assertEquals(text("Only."), minutes.text());
        assertEquals(APPROVED, minutes.status());
    }

    /** In each of these states it is allowed, and in every other one a 409. */
    private static void assertOnlyIn(Set<MinutesStatus> allowed, Consumer<Minutes> verb) {
        for (MinutesStatus status : MinutesStatus.values()) {
            if (allowed.contains(status)) {
                verb.accept(in(status));
            } else {
                Minutes minutes = in(status);
                assertEquals(
                        status.name(),
                        assertThrows(IllegalTransition.class, () -> verb.accept(minutes), status.name())
                                .problem(null, null)
                                .state());
            }
        }
    }

    private static void said(MinutesEvent event) {
        assertEquals(MinutesEvent.class, event.getClass().getInterfaces()[0]);
    }
}
