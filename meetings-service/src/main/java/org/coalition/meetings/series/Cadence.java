package org.coalition.meetings.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.meetings.meeting.PlannedMeeting;

/** How a series is kept, by the clock: counted over its occurrences and those of its meetings that the caller may know of. */
final class Cadence {
    private final Series series;
    private final List<PlannedMeeting> meetings;
    private final Instant now;

    Cadence(Series series, List<PlannedMeeting> meetings, Instant now) {
        this.series = series;
        this.meetings = meetings;
        this.now = now;
    }

    CadenceView view() {
        Optional<Instant> last = lastHeld();
        LocalDate dueOn = dueOn().orElse(null);
        return new CadenceView(
                series.id(),
                series.version(),
                today(),
                new CadenceView.Figure(
                        planned(), "Meetings drafted, convened or postponed whose planned end is ahead."),
                new CadenceView.Figure(held(), "Meetings opened, whether or not they have closed."),
                new CadenceView.Figure(
                        missed(),
                        "Meetings cancelled, meetings not opened by their planned end, and past occurrences without a "
                                + "meeting; not those left out."),
                last.orElse(null),
                last.map(at -> ChronoUnit.DAYS.between(day(at), today())).orElse(null),
                next().orElse(null),
                series.interval().orElse(null),
                dueOn,
                dueOn != null && today().isAfter(dueOn));
    }

    int planned() {
        return (int) meetings.stream().filter(meeting -> meeting.isAhead(now)).count();
    }

    int held() {
        return (int) meetings.stream().filter(PlannedMeeting::isHeld).count();
    }

    int missed() {
        long meetingsMissed = meetings.stream()
                .filter(meeting -> !meeting.isHeld() && !meeting.isAhead(now))
                .count();
        Set<String> known = meetings.stream().map(PlannedMeeting::occurrence).collect(Collectors.toSet());
        long neverPlanned = series.timetable().before(LocalDateTime.ofInstant(now, series.zone())).stream()
                .filter(occurrence -> !occurrence.end().isAfter(now))
                .filter(occurrence -> !known.contains(occurrence.id()) && !series.isExcluded(occurrence.id()))
                .count();
        return (int) (meetingsMissed + neverPlanned);
    }

    Optional<Instant> lastHeld() {
        return meetings.stream()
                .map(PlannedMeeting::actualStart)
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
    }

    /** When the next consultation is planned, or expected by the rule. */
    Optional<Instant> next() {
        Set<String> known = meetings.stream().map(PlannedMeeting::occurrence).collect(Collectors.toSet());
        Stream<Instant> planned = meetings.stream()
                .filter(meeting -> meeting.isAhead(now))
                .map(PlannedMeeting::plannedStart)
                .filter(start -> !start.isBefore(now));
        Stream<Instant> expected = series
                .timetable()
                .firstFrom(now, occurrence -> !known.contains(occurrence.id()) && !series.isExcluded(occurrence.id()))
                .map(Occurrence::start)
                .stream();
        return Stream.concat(planned, expected).min(Instant::compareTo);
    }

    /** The last day on which a consultation keeps the agreed interval; before any was held, the day of the first occurrence. */
    Optional<LocalDate> dueOn() {
        return series.interval().map(interval -> lastHeld()
                .map(last -> day(last).plus(interval))
                .orElse(series.phases().get(0).start().toLocalDate()));
    }

    private LocalDate today() {
        return day(now);
    }

    private LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, series.zone());
    }
}
