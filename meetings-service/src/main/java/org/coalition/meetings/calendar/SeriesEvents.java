package org.coalition.meetings.calendar;

import biweekly.component.VEvent;
import biweekly.property.Status;
import java.time.Instant;
import java.util.List;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.series.SeriesCalendar;

/** A series as recurring events, one for each phase, with its planned meetings in the place of their occurrences. */
final class SeriesEvents {
    private final Feed feed;
    private final MeetingEvents meetings;

    SeriesEvents(Feed feed, MeetingEvents meetings) {
        this.feed = feed;
        this.meetings = meetings;
    }

    void add(SeriesCalendar series, List<Meeting> planned) {
        series.masters().forEach(master -> feed.add(event(series, master)));
        for (Meeting meeting : planned) {
            series.masterOf(meeting.occurrence())
                    .ifPresentOrElse(
                            uid -> meetings.addInsteadOf(
                                    uid, series.originalStart(meeting.occurrence()), series.zone(), meeting),
                            () -> meetings.add(meeting));
        }
    }

    /** Tentative: what is not planned yet is only expected. */
    private VEvent event(SeriesCalendar series, SeriesCalendar.Master master) {
        VEvent event = new VEvent();
        event.setUid(master.uid());
        MeetingEvents.stamp(event, series.version(), series.createdAt(), series.updatedAt());
        event.setStatus(Status.tentative());
        event.setSummary(EventText.line(series.title()));
        event.setDescription(EventText.lines(series.mandate()));
        event.setLocation(EventText.place(master.location()));
        event.setClassification(MeetingEvents.classification(series.visibility()));
        Instant start = master.start().atZone(series.zone()).toInstant();
        feed.time(event, start, start.plus(master.duration()), series.zone());
        event.addExperimentalProperty("RRULE", master.rule());
        feed.without(event, master.excluded(), series.zone());
        meetings.roles(event, series.host(), series.chair(), List.of());
        return event;
    }
}
