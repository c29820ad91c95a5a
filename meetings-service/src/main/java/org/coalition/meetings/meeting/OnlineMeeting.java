package org.coalition.meetings.meeting;

import java.time.Instant;
import java.util.List;
import org.coalition.defaults.identity.Visibility;

/**
 * What is to be known of a meeting that begins at once and online.
 *
 * @param visibleTo the parties that may know of it if it is RESTRICTED; its host always may
 */
public record OnlineMeeting(
        String title, MeetingLevel level, Visibility visibility, List<String> visibleTo, Instant plannedEnd) {

    MeetingDetails details(String host, Instant now) {
        return new MeetingDetails(
                title,
                level,
                MeetingFormat.ONLINE,
                host,
                new Chair(host, null),
                null,
                "UTC",
                now,
                plannedEnd,
                null,
                visibility,
                visibleTo,
                List.of());
    }
}
