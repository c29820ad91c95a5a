package org.coalition.meetings.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coalition.defaults.identity.Visibility;
import org.coalition.meetings.meeting.Chair;
import org.coalition.meetings.meeting.Location;

/**
 * What a calendar shows of a series.
 *
 * @param masters one for each phase that has an occurrence
 * @param uids which master an occurrence belongs to, by the occurrence's id
 */
public record SeriesCalendar(
        UUID id,
        long version,
        Instant createdAt,
        Instant updatedAt,
        String title,
        String mandate,
        String host,
        Chair chair,
        ZoneId zone,
        Visibility visibility,
        List<Master> masters,
        Map<String, String> uids) {

    /**
     * A recurring event.
     *
     * @param rule ends where the next phase begins
     * @param excluded the starts of occurrences that are left out
     */
    public record Master(
            String uid,
            LocalDateTime start,
            Duration duration,
            Location location,
            String rule,
            List<Instant> excluded) {}

    static SeriesCalendar of(Series series) {
        Timetable timetable = series.timetable();
        List<Phase> phases = series.phases();
        List<Master> masters = new ArrayList<>();
        Map<String, String> uids = new HashMap<>();
        for (int i = 0; i < phases.size(); i++) {
            List<Occurrence> occurrences = timetable.of(i, LocalDateTime.MAX, Recurrence.MOST);
            if (!occurrences.isEmpty()) {
                String uid = uid(series.id(), i == 0 ? null : phases.get(i));
                occurrences.forEach(occurrence -> uids.put(occurrence.id(), uid));
                masters.add(master(series, uid, phases.get(i), occurrences, i == phases.size() - 1));
            }
        }
        return new SeriesCalendar(
                series.id(),
                series.version(),
                series.createdAt(),
                series.updatedAt(),
                series.details().title(),
                series.details().mandate(),
                series.details().host(),
                series.details().chair(),
                series.zone(),
                series.details().visibility(),
                masters,
                uids);
    }

    /** The master to whose occurrences this one belongs; none if the rule no longer gives it. */
    public Optional<String> masterOf(String occurrence) {
        return Optional.ofNullable(uids.get(occurrence));
    }

    /** When an occurrence would start by the rule. */
    public Instant originalStart(String occurrence) {
        return LocalDateTime.parse(occurrence, Recurrence.LOCAL).atZone(zone).toInstant();
    }

    /** The name of a series in calendars; a phase after the first one is an event of its own there. */
    public static String uid(UUID series, String phase) {
        return "series-" + series + (phase == null ? "" : "-" + phase) + "@coalition";
    }

    private static String uid(UUID series, Phase later) {
        return uid(series, later == null ? null : Recurrence.LOCAL.format(later.from()));
    }

    private static Master master(Series series, String uid, Phase phase, List<Occurrence> occurrences, boolean lasts) {
        Recurrence recurrence = phase.recurrence(series.zone());
        Instant last = occurrences.get(occurrences.size() - 1).start();
        return new Master(
                uid,
                phase.start(),
                phase.duration(),
                phase.location(),
                lasts ? recurrence.text() : recurrence.textUntil(last),
                occurrences.stream()
                        .filter(occurrence -> series.isExcluded(occurrence.id()))
                        .map(Occurrence::start)
                        .toList());
    }
}
