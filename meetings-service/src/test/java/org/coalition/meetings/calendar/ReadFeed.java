package org.coalition.meetings.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalReader;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RecurrenceId;

/** What calendar programs make of a feed: the instants of a window, each with status and summary. Two libraries, one answer. */
final class ReadFeed {
    private ReadFeed() {}

    /** As biweekly reads it. */
    static Set<String> byBiweekly(byte[] feed, Instant from, Instant until) throws Exception {
        ICalendar calendar;
        try (ICalReader reader = new ICalReader(new String(feed, StandardCharsets.UTF_8))) {
            calendar = reader.readNext();
            if (!reader.getWarnings().isEmpty()) {
                throw new AssertionError(reader.getWarnings());
            }
        }
        Set<String> instead = new HashSet<>();
        calendar.getEvents().stream()
                .filter(event -> event.getRecurrenceId() != null)
                .forEach(event -> instead.add(event.getUid().getValue()
                        + event.getRecurrenceId().getValue().toInstant()));
        Set<String> shown = new TreeSet<>();
        for (VEvent event : calendar.getEvents()) {
            for (Instant start : starts(calendar, event, until)) {
                boolean replaced = event.getRecurrenceId() == null
                        && instead.contains(event.getUid().getValue() + start);
                if (!replaced && !start.isBefore(from) && start.isBefore(until)) {
                    shown.add(start + " " + event.getStatus().getValue() + " "
                            + event.getSummary().getValue());
                }
            }
        }
        return shown;
    }

    private static List<Instant> starts(ICalendar calendar, VEvent event, Instant until) {
        if (event.getRecurrenceId() != null || event.getRecurrenceRule() == null) {
            return List.of(event.getDateStart().getValue().toInstant());
        }
        TimezoneAssignment zone = calendar.getTimezoneInfo().getTimezone(event.getDateStart());
        DateIterator dates = event.getDateIterator(zone == null ? TimeZone.getTimeZone("UTC") : zone.getTimeZone());
        List<Instant> starts = new ArrayList<>();
        while (dates.hasNext()) {
            Date next = dates.next();
            if (!next.toInstant().isBefore(until)) {
                break;
            }
            starts.add(next.toInstant());
        }
        return starts;
    }

    /** As ical4j reads it. */
    static Set<String> byIcal4j(byte[] feed, Instant from, Instant until) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(feed));
        List<net.fortuna.ical4j.model.component.VEvent> events = calendar.getComponents(Component.VEVENT);
        Set<String> instead = new HashSet<>();
        for (var event : events) {
            event.<RecurrenceId<ZonedDateTime>>getProperty(Property.RECURRENCE_ID)
                    .ifPresent(original ->
                            instead.add(uid(event) + original.getDate().toInstant()));
        }
        ZoneId utc = ZoneOffset.UTC;
        Set<String> shown = new TreeSet<>();
        for (var event : events) {
            boolean replaces = event.getProperty(Property.RECURRENCE_ID).isPresent();
            Set<Instant> starts = new TreeSet<>();
            if (event.getProperty(Property.RRULE).isPresent()) {
                Set<Period<ZonedDateTime>> periods =
                        event.calculateRecurrenceSet(new Period<>(from.atZone(utc), until.atZone(utc)));
                periods.forEach(period -> starts.add(period.getStart().toInstant()));
            } else {
                starts.add(event.<DtStart<ZonedDateTime>>getProperty(Property.DTSTART)
                        .orElseThrow()
                        .getDate()
                        .toInstant());
            }
            for (Instant start : starts) {
                if (!start.isBefore(from)
                        && start.isBefore(until)
                        && (replaces || !instead.contains(uid(event) + start))) {
                    shown.add(start + " " + text(event, Property.STATUS) + " " + text(event, Property.SUMMARY));
                }
            }
        }
        return shown;
    }

    private static String uid(Component event) {
        return text(event, Property.UID);
    }

    static String text(Component event, String property) {
        return event.<Property>getProperty(property).orElseThrow().getValue();
    }
}
