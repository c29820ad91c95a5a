package org.coalition.meetings.calendar;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.ExceptionDates;
import biweekly.property.ICalProperty;
import biweekly.property.RecurrenceId;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;

/** A calendar in the making. The same events give the same bytes: nothing in it comes from the clock or from chance. */
final class Feed {
    private static final String PRODUCT = "-//Coalition//Meetings//EN";

    /** Zones are for ever in use by a rule without end: so long after its last shown year they are given in full. */
    private static final int YEARS_AHEAD = 30;

    private final ICalendar calendar = new ICalendar();
    private final List<VEvent> events = new ArrayList<>();
    private final Map<String, Zone> zones = new TreeMap<>();

    private static final class Zone {
        private final TimezoneAssignment assignment;
        private final VTimezone component;
        private int first = Integer.MAX_VALUE;
        private int last = Integer.MIN_VALUE;

        private Zone(String id) {
            component = new VTimezone(id);
            assignment = new TimezoneAssignment(TimeZone.getTimeZone(id), component);
        }

        private void shows(int year) {
            first = Math.min(first, year);
            last = Math.max(last, year);
        }
    }

    Feed(String name) {
        calendar.setProductId(PRODUCT);
        calendar.setName(EventText.line(name));
    }

    void add(VEvent event) {
        events.add(event);
    }

    /** When an event takes place, on the clock of a zone. */
    void time(VEvent event, Instant start, Instant end, ZoneId zone) {
        event.setDateStart(in(zone, new DateStart(date(start, zone))));
        event.setDateEnd(in(zone, new DateEnd(date(end, zone))));
    }

    /** The occurrence of a recurring event in whose place an event stands. */
    void insteadOf(VEvent event, Instant original, ZoneId zone) {
        event.setRecurrenceId(in(zone, new RecurrenceId(date(original, zone))));
    }

    /** Occurrences of a recurring event that do not take place. */
    void without(VEvent event, List<Instant> excluded, ZoneId zone) {
        if (!excluded.isEmpty()) {
            ExceptionDates dates = in(zone, new ExceptionDates());
            excluded.forEach(start -> dates.getValues().add(date(start, zone)));
            event.addExceptionDates(dates);
        }
    }

    private ICalDate date(Instant time, ZoneId zone) {
        zone(zone).shows(time.atZone(zone).getYear());
        return new ICalDate(Date.from(time), true);
    }

    private <P extends ICalProperty> P in(ZoneId zone, P property) {
        calendar.getTimezoneInfo().setTimezone(property, zone(zone).assignment);
        return property;
    }

    private Zone zone(ZoneId zone) {
        return zones.computeIfAbsent(zone.getId(), Zone::new);
    }

    byte[] bytes() {
        zones.forEach((id, zone) -> {
            ClockChanges.describe(ZoneId.of(id), zone.first, zone.last + YEARS_AHEAD, zone.component);
            calendar.addComponent(zone.component);
        });
        events.forEach(calendar::addEvent);
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            // Names of persons may hold quotes (RFC 6868); lines are folded by octets, which the library cannot.
            writer.setCaretEncodingEnabled(true);
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can be written", e);
        }
        return ContentLines.folded(text.toString());
    }
}
