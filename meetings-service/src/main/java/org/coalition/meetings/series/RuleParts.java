package org.coalition.meetings.series;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.coalition.defaults.problem.RuleViolated;

/** The text of a recurrence rule, part by part: only parts that we can bound, each once, and nothing in them but what a rule has. */
final class RuleParts {
    private static final int MOST_INTERVAL = 1000;

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
    private final String pointer;

    private RuleParts(Map<String, String> parts, String pointer) {
        this.parts = parts;
        this.pointer = pointer;
    }

    static RuleParts of(String rule, String pointer) {
        RuleParts read = new RuleParts(new LinkedHashMap<>(), pointer);
        for (String part : rule.split(";", -1)) {
            read.add(part);
        }
        if (!FREQUENCIES.contains(read.parts.getOrDefault("FREQ", ""))) {
            throw read.fault("frequency", "FREQ is one of DAILY, WEEKLY, MONTHLY, YEARLY.");
        }
        read.requireBetween("INTERVAL", 1, MOST_INTERVAL);
        read.requireBetween("COUNT", 1, Recurrence.MOST);
        String until = read.parts.get("UNTIL");
        if (until != null && !UNTIL.matcher(until).matches()) {
            throw read.fault("until", "UNTIL is a time in UTC such as 20261231T235959Z.");
        }
        return read;
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

    /** A refusal that names the place of the rule. */
    RuleViolated fault(String code, String detail) {
        return new RuleViolated(pointer, code, detail);
    }

    /** The rule as it was given. */
    String text() {
        return text(parts);
    }

    /** For a walk on the wall clock: UNTIL as that clock shows it. */
    String localText(ZoneId zone) {
        Map<String, String> local = new LinkedHashMap<>(parts);
        local.computeIfPresent(
                "UNTIL",
                (part, utc) -> Recurrence.LOCAL.format(LocalDateTime.ofInstant(UTC.parse(utc, Instant::from), zone)));
        return text(local);
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
}
