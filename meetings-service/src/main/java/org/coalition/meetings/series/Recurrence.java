package org.coalition.meetings.series;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import org.coalition.defaults.problem.RuleViolated;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * A recurrence rule (RFC 5545, section 3.3.10) over wall-clock times: the clocks may change, the hour stays. Whatever the rule says,
 * walking it costs little: at most one instance a day, {@link #MOST} of them, and none later than {@link #YEARS} years after the start.
 */
final class Recurrence {
    /** A daily consultation for 27 years. */
    static final int MOST = 10_000;

    static final int YEARS = 50;

    /** The form of an occurrence's id, and of a local time in iCalendar. */
    static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withResolverStyle(ResolverStyle.STRICT);

    private final RuleParts parts;
    private final RecurrenceRule rule;
    private final LocalDateTime start;

    private Recurrence(RuleParts parts, RecurrenceRule rule, LocalDateTime start) {
        this.parts = parts;
        this.rule = rule;
        this.start = start;
    }

    /** A rule that was checked when it was stored. */
    static Recurrence of(String rule, LocalDateTime start, ZoneId zone) {
        return read(rule, start, zone, "/rule");
    }

    /**
     * A rule as a caller wrote it.
     *
     * @param pointer where it stands in the request
     * @throws RuleViolated 422 saying what is wrong with it
     */
    static Recurrence checked(String rule, LocalDateTime start, ZoneId zone, String pointer) {
        Recurrence recurrence = read(rule, start, zone, pointer);
        List<LocalDateTime> first = recurrence.before(LocalDateTime.MAX, 1);
        if (first.isEmpty()) {
            throw recurrence.parts.fault("never", "The rule has no instance from this start on.");
        }
        if (!first.get(0).equals(start)) {
            throw recurrence.parts.fault(
                    "start-off-rule",
                    "The start is no instance of the rule; its first one from there on is %s.".formatted(first.get(0)));
        }
        return recurrence;
    }

    private static Recurrence read(String rule, LocalDateTime start, ZoneId zone, String pointer) {
        RuleParts parts = RuleParts.of(rule, pointer);
        try {
            return new Recurrence(
                    parts, new RecurrenceRule(parts.localText(zone), RecurrenceRule.RfcMode.RFC5545_STRICT), start);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException | DateTimeException invalid) {
            throw parts.fault("rule", "The rule is none of RFC 5545: " + invalid.getMessage() + ".");
        }
    }

    /** The instances before a time, in order; at most so many. */
    List<LocalDateTime> before(LocalDateTime end, int most) {
        List<LocalDateTime> instances = new ArrayList<>();
        LocalDateTime horizon = start.plusYears(YEARS);
        try {
            RecurrenceRuleIterator walk = rule.iterator(DateTime.parse(LOCAL.format(start)));
            while (instances.size() < most && walk.hasNext()) {
                LocalDateTime next = local(walk.nextDateTime());
                if (!next.isBefore(end) || !next.isBefore(horizon)) {
                    break;
                }
                instances.add(next);
            }
        } catch (IllegalArgumentException | IllegalStateException givenUp) {
            // The library looked for another instance in a thousand years and found none: the rule ends here.
            return instances;
        }
        return instances;
    }

    /** The rule as it was given. */
    String text() {
        return parts.text();
    }

    /** The same rule, ending with its instance at this time. */
    String textUntil(Instant last) {
        return parts.textUntil(last);
    }

    private static LocalDateTime local(DateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonth() + 1,
                time.getDayOfMonth(),
                time.getHours(),
                time.getMinutes(),
                time.getSeconds());
    }
}
