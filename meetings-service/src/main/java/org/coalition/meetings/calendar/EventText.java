package org.coalition.meetings.calendar;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.meetings.meeting.Location;

/** The callers' words, as a calendar can hold them: no character in them ends a line, a parameter or a property. */
final class EventText {
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private EventText() {}

    /** A text of several lines. */
    static String lines(String text) {
        return text == null
                ? null
                : CONTROL.matcher(LINE_BREAK.matcher(text).replaceAll("\n")).replaceAll(" ");
    }

    /** A text of one line, also fit for a parameter. */
    static String line(String text) {
        return text == null ? null : SPACE.matcher(lines(text)).replaceAll(" ").strip();
    }

    static String place(Location location) {
        return location == null
                ? null
                : Stream.of(location.venue(), location.city(), location.country())
                        .filter(Objects::nonNull)
                        .map(EventText::line)
                        .collect(Collectors.joining(", "));
    }
}
