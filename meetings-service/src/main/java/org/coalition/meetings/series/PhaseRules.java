package org.coalition.meetings.series;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.RuleViolated;

/** How a series may recur, and how that may change: what has been held or is past stays as it was. */
final class PhaseRules {
    private static final int MOST_PHASES = 50;
    private static final int MOST_EXCLUSIONS = 500;
    private static final int EARLIEST_YEAR = 1970;
    private static final int LATEST_YEAR = 2200;
    private static final int MOST_MONTHS = 120;

    private PhaseRules() {}

    /** The phases of a new series. */
    static List<Phase> first(Phase phase, ZoneId zone) {
        return List.of(checked(phase, zone));
    }

    /** The phases after a change. */
    static List<Phase> changed(Series series, Reschedule change, List<String> held, Instant now) {
        Timetable timetable = series.timetable();
        String lastHeld = held.stream().max(String::compareTo).orElse("");
        LocalDateTime cut = cut(change, timetable, lastHeld, now);
        LocalDateTime from = change.start().isBefore(cut) ? change.start() : cut;
        Phase phase = checked(change.phase(from, last(series.phases()).location()), series.zone());
        requireAhead(new Occurrence(change.start(), phase, series.zone()), "/start", now);
        timetable.before(cut).stream()
                .map(Occurrence::original)
                .filter(kept -> !kept.isBefore(change.start()))
                .findFirst()
                .ifPresent(kept -> {
                    throw new RuleViolated(
                            "/start", "not-after-kept", "The occurrence at %s stays; start after it.".formatted(kept));
                });
        if (lastHeld.compareTo(Recurrence.LOCAL.format(change.start())) >= 0) {
            throw new RuleViolated("/start", "held", "The occurrence %s was held; start after it.".formatted(lastHeld));
        }
        List<Phase> phases = new ArrayList<>(series.phases());
        phases.removeIf(before -> !before.from().isBefore(from));
        if (phases.size() == MOST_PHASES) {
            throw new Conflict("The series has changed %d times; establish a new one.".formatted(MOST_PHASES));
        }
        phases.add(phase);
        return List.copyOf(phases);
    }

    private static Phase last(List<Phase> phases) {
        return phases.get(phases.size() - 1);
    }

    private static LocalDateTime cut(Reschedule change, Timetable timetable, String lastHeld, Instant now) {
        if (change.from() == null) {
            return timetable
                    .firstFrom(now, occurrence -> occurrence.id().compareTo(lastHeld) > 0)
                    .map(Occurrence::original)
                    .orElse(change.start());
        }
        Occurrence from = timetable.at(change.from()).orElseThrow(() -> unknown("/from", change.from()));
        if (change.from().compareTo(lastHeld) <= 0) {
            throw new RuleViolated(
                    "/from", "held", "The occurrence %s was held; change later ones only.".formatted(lastHeld));
        }
        requireAhead(from, "/from", now);
        return from.original();
    }

    private static Phase checked(Phase phase, ZoneId zone) {
        if (phase.start().getYear() < EARLIEST_YEAR || phase.start().getYear() > LATEST_YEAR) {
            throw new RuleViolated(
                    "/start", "year", "start is in a year from %d to %d.".formatted(EARLIEST_YEAR, LATEST_YEAR));
        }
        if (zone.getRules().getValidOffsets(phase.start()).isEmpty()) {
            throw new RuleViolated(
                    "/start",
                    "skipped-time",
                    "The clocks of %s skip %s; start at a time that they show.".formatted(zone, phase.start()));
        }
        String rule =
                Recurrence.checked(phase.rule(), phase.start(), zone, "/rule").text();
        return new Phase(phase.from(), phase.start(), rule, phase.duration(), phase.location());
    }

    /** What is past stays as it was. */
    static void requireAhead(Occurrence occurrence, String pointer, Instant now) {
        if (occurrence.start().isBefore(now)) {
            throw new RuleViolated(
                    pointer, "past", "%s is past; change what is ahead.".formatted(occurrence.original()));
        }
    }

    static void requireRoom(List<Exclusion> exclusions) {
        if (exclusions.size() == MOST_EXCLUSIONS) {
            throw new Conflict("%d occurrences are left out; change the rule instead.".formatted(MOST_EXCLUSIONS));
        }
    }

    static RuleViolated unknown(String pointer, String occurrence) {
        return new RuleViolated(
                pointer,
                "unknown-occurrence",
                "The series has no occurrence %s; see its occurrences.".formatted(occurrence));
    }

    /** The agreed interval as it is kept. */
    static String interval(Period interval) {
        if (interval == null) {
            return null;
        }
        boolean within = !interval.isNegative()
                && !interval.isZero()
                && interval.toTotalMonths() <= MOST_MONTHS
                && interval.getDays() <= 366;
        if (!within) {
            throw new RuleViolated("/interval", "interval", "interval is from P1D to P10Y.");
        }
        return interval.toString();
    }
}
