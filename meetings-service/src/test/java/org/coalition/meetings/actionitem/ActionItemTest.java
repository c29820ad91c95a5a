package org.coalition.meetings.actionitem;

import static org.coalition.meetings.actionitem.ActionItemStatus.CANCELLED;
import static org.coalition.meetings.actionitem.ActionItemStatus.DONE;
import static org.coalition.meetings.actionitem.ActionItemStatus.IN_PROGRESS;
import static org.coalition.meetings.actionitem.ActionItemStatus.OPEN;
import static org.coalition.meetings.actionitem.ActionItemStatus.VERIFIED;
import static org.coalition.meetings.meeting.SampleMeeting.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.Problem;
import org.coalition.meetings.agenda.SampleItem;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.MeetingStatus;
import org.coalition.meetings.meeting.SampleMeeting;
import org.junit.jupiter.api.Test;

class ActionItemTest {
    private static final LocalDate DUE = LocalDate.parse("2026-02-01");
    private static final Instant LAST_INSTANT = Instant.parse("2026-02-01T23:59:59.999999Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-02-02T00:00:00Z");
    private static final List<Evidence> EVIDENCE =
            List.of(new Evidence("Report", "https://example.org/report.pdf", null));

    private final Meeting meeting = SampleMeeting.in(MeetingStatus.IN_PROGRESS);

    @Test
    void eachVerbMovesAlongAnArrowAndNowhereElse() {
        for (ActionItemStatus from : ActionItemStatus.values()) {
            for (ActionItemStatus to : EnumSet.complementOf(EnumSet.of(OPEN))) {
                ActionItem item = in(from);
                if (from.next().contains(to)) {
                    said(move(item, to));
                    assertEquals(to, item.status());
                } else {
                    Problem problem = assertThrows(
                                    IllegalTransition.class, () -> said(move(item, to)), from + " to " + to)
                            .problem(null, null);
                    assertEquals(from.name(), problem.state());
                    assertEquals(from.next().stream().map(Enum::name).toList(), problem.allowed());
                    assertEquals(from, item.status());
                }
            }
        }
    }

    /** From DONE it is only by a refused verification that it is in progress again, and only from OPEN by its start. */
    @Test
    void theTwoWaysIntoProgressAreNotEachOthers() {
        ActionItem done = in(DONE);
        assertThrows(IllegalTransition.class, () -> said(done.start("US")));
        ActionItem open = in(OPEN);
        assertThrows(IllegalTransition.class, () -> said(open.refuseVerification("why", true, "GB")));
        assertEquals(new ActionItemEvent.VerificationRefused("GB", "why"), done.refuseVerification("why", true, "GB"));
        assertEquals("why", done.statusReason());
        said(done.complete(EVIDENCE, "US"));
        assertEquals(null, done.statusReason());
    }

    @Test
    void itsOwnerDoesItAndAnotherPartyThatTakesPartVerifiesIt() {
        ActionItem open = in(OPEN);
        ActionItem inProgress = in(IN_PROGRESS);
        for (String other : List.of("GB", "FR", "DE")) {
            assertThrows(NotAllowed.class, () -> said(open.start(other)));
            assertThrows(NotAllowed.class, () -> said(inProgress.complete(EVIDENCE, other)));
        }
        ActionItem done = in(DONE);
        assertThrows(NotAllowed.class, () -> said(done.verify(true, "US", NOW)));
        assertThrows(NotAllowed.class, () -> said(done.refuseVerification("why", true, "US")));
        assertThrows(NotAllowed.class, () -> said(done.verify(false, "DE", NOW)));
        assertThrows(NotAllowed.class, () -> said(done.refuseVerification("why", false, "DE")));
        assertThrows(NotAllowed.class, () -> said(open.cancel("why", meeting, "US")));
        assertThrows(NotAllowed.class, () -> said(open.revise(open.details(), meeting, "US")));
        assertEquals(new ActionItemEvent.Verified("DE"), done.verify(true, "DE", NOW));
        assertEquals(new Verification("DE", NOW), done.verification());
    }

    @Test
    void itIsOverdueFromTheDayAfterTheDueDateOnUntilItIsDone() {
        ActionItem item = in(OPEN);
        assertEquals(0, item.daysOverdue(NOW));
        assertEquals(0, item.daysOverdue(LAST_INSTANT));
        assertEquals(1, item.daysOverdue(MIDNIGHT));
        assertEquals(10, item.daysOverdue(Instant.parse("2026-02-11T12:00:00Z")));
        said(item.start("US"));
        assertEquals(1, item.daysOverdue(MIDNIGHT));
        for (ActionItemStatus over : List.of(DONE, VERIFIED, CANCELLED)) {
            assertEquals(0, in(over).daysOverdue(MIDNIGHT), over.name());
        }
    }

    @Test
    void theTagTellsEachDayThatItIsOverdue() {
        ActionItem item = in(OPEN);
        assertEquals("1", ActionItemView.of(item, LAST_INSTANT).tag());
        assertEquals("1-overdue-1", ActionItemView.of(item, MIDNIGHT).tag());
        assertEquals(
                "1-overdue-2",
                ActionItemView.of(item, MIDNIGHT.plusSeconds(86_400)).tag());
    }

    @Test
    void itHasBecomeOverdueWhenTheDayAfterTheDueDateBeganHoweverLateThatIsNoticed() {
        ActionItem item = in(OPEN);
        DomainEvent late = item.announceOverdue(Instant.parse("2026-05-01T12:00:00Z"));
        assertEquals(new ActionItemEvent.BecameOverdue(DUE, MIDNIGHT), late);
        assertEquals(MIDNIGHT, late.happenedAt(NOW));
        ActionItem old = assigned(LocalDate.parse("2025-12-01"));
        assertEquals(new ActionItemEvent.BecameOverdue(LocalDate.parse("2025-12-01"), NOW), old.announceOverdue(NOW));
    }

    @Test
    void itGoesOnAfterTheMinutesAreApprovedButIsNotAssignedThen() {
        Meeting over = SampleMeeting.in(MeetingStatus.MINUTES_APPROVED);
        ActionItem item = in(OPEN);
        said(item.revise(new ActionItemDetails("Train", "US", null, DUE.plusDays(9), null), over, "GB"));
        assertEquals(DUE.plusDays(9), item.details().dueOn());
        said(item.start("US"));
        said(item.cancel("overtaken", over, "GB"));
        AssignActionItem assign = new AssignActionItem("Train", "US", null, DUE, null, null, null);
        assertThrows(IllegalTransition.class, () -> ActionItem.assign(
                        UUID.randomUUID(), SampleItem.of(meeting), over, assign, "GB", NOW)
                .aggregate());
        for (ActionItemStatus settled : List.of(DONE, VERIFIED, CANCELLED)) {
            ActionItem settledItem = in(settled);
            assertThrows(
                    IllegalTransition.class,
                    () -> said(settledItem.revise(settledItem.details(), meeting, "GB")),
                    settled.name());
        }
    }

    private static void said(DomainEvent event) {
        assertEquals(ActionItemEvent.class, event.getClass().getInterfaces()[0]);
    }

    private ActionItemEvent move(ActionItem item, ActionItemStatus to) {
        return switch (to) {
            case IN_PROGRESS -> item.status() == DONE ? item.refuseVerification("why", true, "GB") : item.start("US");
            case DONE -> item.complete(EVIDENCE, "US");
            case VERIFIED -> item.verify(true, "GB", NOW);
            case CANCELLED -> item.cancel("why", meeting, "GB");
            case OPEN -> throw new IllegalArgumentException("Nothing leads back");
        };
    }

    private ActionItem in(ActionItemStatus status) {
        List<ActionItemStatus> way =
                switch (status) {
                    case OPEN -> List.of();
                    case IN_PROGRESS, CANCELLED -> List.of(status);
                    case DONE -> List.of(IN_PROGRESS, DONE);
                    case VERIFIED -> List.of(IN_PROGRESS, DONE, VERIFIED);
                };
        ActionItem item = assigned(DUE);
        way.forEach(step -> said(move(item, step)));
        return item;
    }

    private ActionItem assigned(LocalDate dueOn) {
        AssignActionItem assign = new AssignActionItem("Train", "US", null, dueOn, null, null, null);
        return ActionItem.assign(UUID.randomUUID(), SampleItem.of(meeting), meeting, assign, "GB", NOW)
                .aggregate();
    }
}
