package org.coalition.meetings.agenda;

import static org.coalition.meetings.agenda.SampleItem.details;
import static org.coalition.meetings.meeting.SampleMeeting.NOW;
import static org.coalition.meetings.meeting.SampleMeeting.in;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.MeetingStatus;
import org.junit.jupiter.api.Test;

class AgendaItemTest {
    private static final Set<MeetingStatus> OPEN =
            Set.of(MeetingStatus.DRAFT, MeetingStatus.CONVENED, MeetingStatus.POSTPONED, MeetingStatus.IN_PROGRESS);

    @Test
    void itemsAreAddedAndEditedUntilTheMeetingCloses() {
        AgendaItem item = SampleItem.of(in(MeetingStatus.CONVENED));
        for (MeetingStatus status : MeetingStatus.values()) {
            Meeting meeting = in(status);
            if (OPEN.contains(status)) {
                assertEquals(1, SampleItem.of(meeting).position());
                assertEquals(new AgendaItemEvent.Revised(), item.revise(details(status.name()), meeting, "GB"));
                assertEquals(status.name(), item.details().title());
            } else {
                assertThrows(IllegalTransition.class, () -> SampleItem.of(meeting), status.name());
                assertThrows(IllegalTransition.class, () -> item.revise(details("late"), meeting, "GB"));
            }
        }
    }

    @Test
    void onceInProgressOnlyHostAndChairTouchIt() {
        Meeting meeting = in(MeetingStatus.IN_PROGRESS);
        AgendaItem item = SampleItem.of(meeting);
        assertThrows(NotAllowed.class, () -> item.revise(details("mine"), meeting, "US"));
        assertThrows(
                NotAllowed.class,
                () -> AgendaItem.add(UUID.randomUUID(), meeting, null, 2, details("mine"), "US", NOW));
        assertEquals("Oversight", item.details().title());
    }

    @Test
    void anItemBelongsToItsMeetingsStream() {
        Meeting meeting = in(MeetingStatus.CONVENED);
        assertEquals(meeting.id(), SampleItem.of(meeting).streamId());
    }

    @Test
    void aMoveTellsFromWhereToWhere() {
        AgendaItem item = SampleItem.of(in(MeetingStatus.CONVENED));
        assertEquals(new AgendaItemEvent.Moved("1", "3"), item.move(new Place(3, "3")));
        assertEquals(3, item.position());
    }

    @Test
    void theAgendaAddsUpWhatHasADuration() {
        Meeting meeting = in(MeetingStatus.CONVENED);
        AgendaItemView item = AgendaItemView.of(SampleItem.of(meeting));
        AgendaView agenda = AgendaView.of(meeting, List.of(item, item));
        assertEquals(60, agenda.plannedMinutes());
        assertEquals(2, agenda.version());
    }
}
