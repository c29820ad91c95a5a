package org.coalition.meetings.series;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.UUID;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.defaults.web.IfMatch;
import org.coalition.meetings.agenda.AgendaItem;
import org.coalition.meetings.agenda.AgendaItems;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.PlannedMeeting;

/** Points that wait for a next meeting come onto its agenda, once: they leave the series as they become agenda items. */
@Singleton
class Backlog {
    private final Door door;
    private final SeriesRegister register;
    private final AgendaItems items;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    Backlog(Door door, SeriesRegister register, AgendaItems items, Caller caller, Ids ids, Clock clock) {
        this.door = door;
        this.register = register;
        this.items = items;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    SeriesView take(UUID id, IfMatch ifMatch, TakeBacklog request) {
        return door.together(() -> register.change(id, ifMatch, series -> {
            series.requireRunBy(caller.party());
            UUID meeting = target(series, request.meetingId());
            series.backlog()
                    .forEach(point -> items.create(() -> {
                        Meeting held = items.heldForAdding(meeting);
                        return AgendaItem.add(
                                ids.next(),
                                held,
                                null,
                                items.nextPosition(meeting, null),
                                point.details(),
                                caller.party(),
                                clock.instant());
                    }));
            return series.takeBacklog(meeting);
        }));
    }

    private UUID target(Series series, UUID wanted) {
        return register.visibleMeetingsOf(series.id()).stream()
                .filter(meeting -> wanted == null
                        ? meeting.isAhead(clock.instant())
                        : meeting.id().equals(wanted))
                .min(Comparator.comparing(PlannedMeeting::plannedStart))
                .map(PlannedMeeting::id)
                .orElseThrow(() -> wanted == null
                        ? new Conflict("No meeting of the series is planned ahead; plan one first.")
                        : new RuleViolated(
                                "/meetingId", "unknown-meeting", "The series has no meeting " + wanted + "."));
    }
}
