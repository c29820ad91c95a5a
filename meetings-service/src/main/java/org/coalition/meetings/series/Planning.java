package org.coalition.meetings.series;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.defaults.web.IfMatch;
import org.coalition.meetings.agenda.AgendaItem;
import org.coalition.meetings.agenda.AgendaItems;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.Meetings;
import org.coalition.meetings.meeting.PlannedMeeting;

/** Makes real meetings of occurrences, each once: whoever plans holds the series, and so waits for others who do. */
@Singleton
class Planning {
    private static final Duration FARTHEST = Duration.ofDays(3 * 366);

    private final Door door;
    private final SeriesRegister register;
    private final Meetings meetings;
    private final AgendaItems items;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    Planning(
            Door door,
            SeriesRegister register,
            Meetings meetings,
            AgendaItems items,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.door = door;
        this.register = register;
        this.meetings = meetings;
        this.items = items;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Drafts what is missing; what was planned before is found, so that a retry changes nothing. */
    OccurrenceList plan(UUID id, IfMatch ifMatch, Instant until) {
        return door.together(() -> {
            Series series = register.heldAlone(id);
            IfMatch.require(ifMatch, register.noun(), SeriesView.of(series).tag());
            series.requireRunBy(caller.party());
            Instant now = clock.instant();
            missing(series, now, until).forEach(occurrence -> draft(series, occurrence));
            return OccurrenceList.of(series, meetings.ofSeries(id), now, until);
        });
    }

    private List<Occurrence> missing(Series series, Instant now, Instant until) {
        if (until.isAfter(now.plus(FARTHEST))) {
            throw new RuleViolated("/until", "too-far", "until is at most three years ahead.");
        }
        Set<String> planned = register.meetingsOf(series.id()).stream()
                .map(PlannedMeeting::occurrence)
                .collect(Collectors.toSet());
        List<Occurrence> missing = series.timetable().between(now, until).stream()
                .filter(occurrence -> !planned.contains(occurrence.id()) && !series.isExcluded(occurrence.id()))
                .toList();
        if (missing.size() > PlanOccurrences.MOST) {
            throw new RuleViolated(
                    "/until",
                    "too-many",
                    "%d meetings would be drafted, %d is the most at once; plan until %s first."
                            .formatted(
                                    missing.size(),
                                    PlanOccurrences.MOST,
                                    missing.get(PlanOccurrences.MOST).start()));
        }
        return missing;
    }

    private void draft(Series series, Occurrence occurrence) {
        Created<Meeting> draft = Meeting.planned(
                ids.next(),
                series.meetingAt(occurrence),
                series.id(),
                occurrence.id(),
                caller.party(),
                clock.instant());
        meetings.create(() -> draft);
        int position = 0;
        for (TemplateItem item : series.details().agenda()) {
            int place = ++position;
            items.create(() -> AgendaItem.add(
                    ids.next(), draft.aggregate(), null, place, item.details(), caller.party(), clock.instant()));
        }
    }
}
