package org.coalition.meetings.series;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern UNTIL = Pattern.compile("\\d{8}T\\d{6}Z");
    private static final Pattern VALUE = Pattern.compile("[A-Z0-9,+-]+");
    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");

    /** BYHOUR and smaller are not among them: the start says the time of day. */
    private static final Set<String> PARTS = Set.of(
            "FREQ",
            "INTERVAL",
            "COUNT",
            "UNTIL",
            "BYMONTH",
            "BYWEEKNO",
            "BYYEARDAY",
            "BYMONTHDAY",
            "BYDAY",
            "BYSETPOS",
            "WKST");

    private final Map<String, String> parts;
    private final LocalDateTime start;
    private final ZoneId zone;
    private final String pointer;

    private Recurrence(Map<String, String> parts, LocalDateTime start, ZoneId zone, String pointer) {
        this.parts = parts;
        this.start = start;
        this.zone = zone;
        this.pointer = pointer;
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
            throw recurrence.fault("never", "The rule has no instance from this start on.");
        }
        if (!first.get(0).equals(start)) {
            throw recurrence.fault(
                    "start-off-rule",
                    "The start is no instance of the rule; its first one from there on is %s.".formatted(first.get(0)));
        }
        return recurrence;
    }

    private static Recurrence read(String rule, LocalDateTime start, ZoneId zone, String pointer) {
        Recurrence recurrence = new Recurrence(new LinkedHashMap<>(), start, zone, pointer);
        for (String part : rule.split(";", -1)) {
            recurrence.add(part);
        }
        if (!FREQUENCIES.contains(recurrence.parts.get("FREQ"))) {
            throw recurrence.fault("frequency", "FREQ is one of DAILY, WEEKLY, MONTHLY, YEARLY.");
        }
        recurrence.requireBetween("INTERVAL", 1, 1000);
        recurrence.requireBetween("COUNT", 1, MOST);
        String until = recurrence.parts.get("UNTIL");
        if (until != null && !UNTIL.matcher(until).matches()) {
            throw recurrence.fault("until", "UNTIL is a time in UTC such as 20261231T235959Z.");
        }
        try {
            return recurrence.parsed() == null ? null : recurrence;
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException | DateTimeException invalid) {
            throw recurrence.fault("rule", "The rule is none of RFC 5545: " + invalid.getMessage() + ".");
        }
    }

    private void add(String part) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals);
        if (!PARTS.contains(name)) {
            throw fault(
                    "part",
                    "A rule has parts NAME=value of "
                            + String.join(", ", PARTS.stream().sorted().toList())
                            + "; the start gives the time of day.");
        }
        String value = equals < 0 ? "" : part.substring(equals + 1);
        if (!VALUE.matcher(value).matches()) {
            throw fault("part", name + " has no value that a rule can have.");
        }
        if (parts.put(name, value) != null) {
            throw fault("part", name + " stands twice.");
        }
    }

    private void requireBetween(String part, int least, int most) {
        String value = parts.get(part);
        if (value == null) {
            return;
        }
        boolean number = value.matches("\\d{1,6}");
        if (!number || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw fault(part.toLowerCase(Locale.ROOT), "%s is from %d to %d.".formatted(part, least, most));
        }
    }

    private RuleViolated fault(String code, String detail) {
        return new RuleViolated(pointer, code, detail);
    }

    /** For the walk, UNTIL is a time of the same clock as the start. */
    private RecurrenceRule parsed() throws InvalidRecurrenceRuleException {
        Map<String, String> local = new LinkedHashMap<>(parts);
        local.computeIfPresent(
                "UNTIL", (part, utc) -> LOCAL.format(LocalDateTime.ofInstant(UTC.parse(utc, Instant::from), zone)));
        return new RecurrenceRule(text(local), RecurrenceRule.RfcMode.RFC5545_STRICT);
    }

    /** The instances before a time, in order; at most so many. */
    List<LocalDateTime> before(LocalDateTime end, int most) {
        List<LocalDateTime> instances = new ArrayList<>();
        LocalDateTime horizon = start.plusYears(YEARS);
        try {
            RecurrenceRuleIterator walk = parsed().iterator(floating(start));
            while (instances.size() < most && walk.hasNext()) {
                LocalDateTime next = local(walk.nextDateTime());
                if (!next.isBefore(end) || !next.isBefore(horizon)) {
                    break;
                }
                instances.add(next);
            }
        } catch (InvalidRecurrenceRuleException invalid) {
            throw fault("rule", invalid.getMessage());
        } catch (IllegalArgumentException givenUp) {
            // The library looked for another instance in a thousand years and found none: the rule ends here.
            return instances;
        }
        return instances;
    }

    /** The rule as it was given. */
    String text() {
        return text(parts);
    }

    /** The same rule, ending with its instance at this time. */
    String textUntil(Instant last) {
        Map<String, String> ending = new LinkedHashMap<>(parts);
        ending.remove("COUNT");
        ending.put("UNTIL", UTC.format(last));
        return text(ending);
    }

    private static String text(Map<String, String> parts) {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(";"));
    }

    private static DateTime floating(LocalDateTime time) {
        return DateTime.parse(LOCAL.format(time));
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
