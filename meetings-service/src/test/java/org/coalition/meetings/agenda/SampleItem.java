package org.coalition.meetings.agenda;

import java.util.UUID;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.SampleMeeting;

/** Agenda items for the tests of rules. */
public final class SampleItem {
    private SampleItem() {}

    /** An item of this meeting, whose state must allow that. */
    public static AgendaItem of(Meeting meeting) {
        return AgendaItem.add(UUID.randomUUID(), meeting, null, 1, details("Oversight"), "GB", SampleMeeting.NOW)
                .aggregate();
    }

    static AgendaItemDetails details(String title) {
        return AgendaItemDetails.of(AgendaItemKind.DECISION, title, 30);
    }
}
