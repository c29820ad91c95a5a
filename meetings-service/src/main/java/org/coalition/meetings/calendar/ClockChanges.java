package org.coalition.meetings.calendar;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.property.RecurrenceDates;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The clocks of a time zone as a VTIMEZONE (RFC 5545, section 3.6.5), out of the platform's own database. What recurs every year by a
 * rule is written as one, and so holds for ever; what does not is written date by date.
 */
final class ClockChanges {
    private record Change(boolean daylight, ZoneOffset from, ZoneOffset to) {}

    private ClockChanges() {}

    /** Describes the zone in these years, both included. */
    static void describe(ZoneId zone, int firstYear, int lastYear, VTimezone component) {
        Instant begin = LocalDateTime.of(firstYear, 1, 1, 0, 0).minusYears(1).toInstant(ZoneOffset.UTC);
        ZoneOffset offset = zone.getRules().getOffset(begin);
        boolean daylight = zone.getRules().isDaylightSavings(begin);
        add(component, new Change(daylight, offset, offset), LocalDateTime.ofInstant(begin, offset));
        changes(zone, begin, lastYear).forEach((change, times) -> {
            Optional<Recurrence> yearly = yearly(times, lastYear);
            Observance observance = add(component, change, times.get(0));
            if (yearly.isPresent()) {
                observance.setRecurrenceRule(yearly.get());
            } else if (times.size() > 1) {
                RecurrenceDates dates = new RecurrenceDates();
                times.subList(1, times.size())
                        .forEach(time -> dates.getDates().add(new ICalDate(components(time), true)));
                observance.addRecurrenceDates(dates);
            }
        });
    }

    /** When the clocks change, as they show it before they do, by what the change is. */
    private static Map<Change, List<LocalDateTime>> changes(ZoneId zone, Instant begin, int lastYear) {
        Map<Change, List<LocalDateTime>> changes = new LinkedHashMap<>();
        ZoneOffsetTransition next = zone.getRules().nextTransition(begin);
        while (next != null && next.getDateTimeBefore().getYear() <= lastYear) {
            Change change = new Change(
                    zone.getRules().isDaylightSavings(next.getInstant()),
                    next.getOffsetBefore(),
                    next.getOffsetAfter());
            changes.computeIfAbsent(change, first -> new ArrayList<>()).add(next.getDateTimeBefore());
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return changes;
    }

    @CanIgnoreReturnValue
    private static Observance add(VTimezone component, Change change, LocalDateTime from) {
        Observance observance;
        if (change.daylight()) {
            DaylightSavingsTime summer = new DaylightSavingsTime();
            component.addDaylightSavingsTime(summer);
            observance = summer;
        } else {
            StandardTime standard = new StandardTime();
            component.addStandardTime(standard);
            observance = standard;
        }
        observance.setDateStart(components(from));
        observance.setTimezoneOffsetFrom(offset(change.from()));
        observance.setTimezoneOffsetTo(offset(change.to()));
        return observance;
    }

    /** The rule behind these times, if they come once in each year to the last, on the same weekday of the same week of a month. */
    static Optional<Recurrence> yearly(List<LocalDateTime> times, int lastYear) {
        LocalDateTime first = times.get(0);
        boolean everyYear = times.size() == lastYear - first.getYear() + 1
                && IntStream.range(0, times.size()).allMatch(i -> times.get(i).getYear() == first.getYear() + i);
        boolean alike = times.stream()
                .allMatch(time -> time.getMonth() == first.getMonth()
                        && time.getDayOfWeek() == first.getDayOfWeek()
                        && time.toLocalTime().equals(first.toLocalTime()));
        if (times.size() < 10 || !everyYear || !alike) {
            return Optional.empty();
        }
        Recurrence.Builder rule = new Recurrence.Builder(Frequency.YEARLY).byMonth(first.getMonthValue());
        DayOfWeek weekday = DayOfWeek.valueOf(first.getDayOfWeek().name());
        int least = times.stream().mapToInt(LocalDateTime::getDayOfMonth).min().orElseThrow();
        int most = times.stream().mapToInt(LocalDateTime::getDayOfMonth).max().orElseThrow();
        if (times.stream().allMatch(time -> time.plusWeeks(1).getMonth() != time.getMonth())) {
            return Optional.of(rule.byDay(-1, weekday).build());
        }
        if (most - least > 6) {
            return Optional.empty();
        }
        // As every calendar program writes it, if the seven days are a week of the month: the second Sunday.
        return Optional.of(
                least % 7 == 1
                        ? rule.byDay(least / 7 + 1, weekday).build()
                        : rule.byDay(weekday)
                                .byMonthDay(IntStream.rangeClosed(least, least + 6)
                                        .boxed()
                                        .toArray(Integer[]::new))
                                .build());
    }

    private static DateTimeComponents components(LocalDateTime time) {
        return new DateTimeComponents(
                time.getYear(),
                time.getMonthValue(),
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond(),
                false);
    }

    private static UtcOffset offset(ZoneOffset offset) {
        return new UtcOffset(offset.getTotalSeconds() * 1000L);
    }
}
