package org.coalition.meetings.series;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** When a series takes place: what its phases give, in order and each time once. */
final class Timetable {
    private final List<Phase> phases;
    private final ZoneId zone;

    Timetable(List<Phase> phases, ZoneId zone) {
        this.phases = phases;
        this.zone = zone;
    }

    /** The occurrences on the wall clock before this time; never more than a walk may take. */
    List<Occurrence> before(LocalDateTime end) {
        List<Occurrence> occurrences = new ArrayList<>();
        for (int i = 0; i < phases.size() && occurrences.size() < Recurrence.MOST; i++) {
            occurrences.addAll(of(i, end, Recurrence.MOST - occurrences.size()));
        }
        return occurrences;
    }

    /** Those of one phase. */
    List<Occurrence> of(int phase, LocalDateTime end, int most) {
        Phase current = phases.get(phase);
        LocalDateTime cut = phase + 1 < phases.size() ? phases.get(phase + 1).from() : LocalDateTime.MAX;
        return current.recurrence(zone).before(cut.isBefore(end) ? cut : end, most).stream()
                .map(original -> new Occurrence(original, current, zone))
                .toList();
    }

    /** The occurrences that start in this time, its end excluded. */
    List<Occurrence> between(Instant from, Instant until) {
        return before(LocalDateTime.ofInstant(until, zone).plusDays(1)).stream()
                .filter(occurrence ->
                        !occurrence.start().isBefore(from) && occurrence.start().isBefore(until))
                .toList();
    }

    /** The first occurrence that is not earlier than this and that the condition lets pass. */
    Optional<Occurrence> firstFrom(Instant from, Predicate<Occurrence> condition) {
        return before(LocalDateTime.MAX).stream()
                .filter(occurrence -> !occurrence.start().isBefore(from))
                .filter(condition)
                .findFirst();
    }

    /** The occurrence with this id. */
    Optional<Occurrence> at(String id) {
        LocalDateTime original;
        try {
            original = LocalDateTime.parse(id, Recurrence.LOCAL);
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
        return before(original.plusSeconds(1)).stream()
                .filter(occurrence -> occurrence.original().equals(original))
                .findFirst();
    }
}
