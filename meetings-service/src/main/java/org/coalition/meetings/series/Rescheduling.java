package org.coalition.meetings.series;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.web.IfMatch;
import org.coalition.meetings.meeting.PlannedMeeting;

/**
 * Changes the rule of a series from one occurrence on. What has been held stays; planned meetings that no longer fit are not moved by
 * arithmetic, as invitations may be out, but reported by the very change.
 */
@Singleton
class Rescheduling {
    private final Door door;
    private final SeriesRegister register;
    private final Caller caller;
    private final Clock clock;

    Rescheduling(Door door, SeriesRegister register, Caller caller, Clock clock) {
        this.door = door;
        this.register = register;
        this.caller = caller;
        this.clock = clock;
    }

    RescheduledView reschedule(UUID id, IfMatch ifMatch, Reschedule change) {
        return door.together(() -> {
            Instant now = clock.instant();
            SeriesView after = register.change(
                    id, ifMatch, series -> series.reschedule(change, heldOccurrences(id), caller.party(), now));
            return new RescheduledView(after, standing(register.requireVisible(id), now));
        });
    }

    /** Leaves out one occurrence, which then has no meeting, nor gets one. */
    SeriesView exclude(UUID id, IfMatch ifMatch, ExcludeOccurrence exclusion) {
        return register.change(id, ifMatch, series -> {
            Occurrence occurrence = at(series, exclusion.occurrence());
            boolean planned = register.meetingsOf(id).stream()
                    .anyMatch(meeting -> meeting.occurrence().equals(occurrence.id()));
            return series.exclude(occurrence, exclusion.reason(), planned, caller.party(), clock.instant());
        });
    }

    /** Takes an exclusion back. */
    SeriesView reinstate(UUID id, IfMatch ifMatch, ReinstateOccurrence reinstatement) {
        return register.change(
                id,
                ifMatch,
                series -> series.reinstate(at(series, reinstatement.occurrence()), caller.party(), clock.instant()));
    }

    private static Occurrence at(Series series, String occurrence) {
        return series.timetable().at(occurrence).orElseThrow(() -> PhaseRules.unknown("/occurrence", occurrence));
    }

    private List<String> heldOccurrences(UUID id) {
        return register.meetingsOf(id).stream()
                .filter(PlannedMeeting::isHeld)
                .map(PlannedMeeting::occurrence)
                .toList();
    }

    private List<OccurrenceView> standing(Series series, Instant now) {
        return register.visibleMeetingsOf(series.id()).stream()
                .filter(meeting -> meeting.isAhead(now))
                .map(meeting -> view(series, meeting))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<OccurrenceView> view(Series series, PlannedMeeting meeting) {
        Optional<Occurrence> occurrence = series.timetable().at(meeting.occurrence());
        boolean fits = occurrence
                .map(now ->
                        now.start().equals(meeting.plannedStart()) && now.end().equals(meeting.plannedEnd()))
                .orElse(false);
        return fits
                ? Optional.empty()
                : Optional.of(OccurrenceView.planned(
                        meeting, OccurrenceList.original(series, meeting.occurrence()), occurrence.isPresent()));
    }
}
