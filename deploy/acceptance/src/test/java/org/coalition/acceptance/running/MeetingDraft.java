package org.coalition.acceptance.running;

import java.util.Map;

/** What is sent to draft a meeting of which, once it is convened, the whole coalition may know. */
public final class MeetingDraft {
    private MeetingDraft() {}

    public static Map<String, Object> of(String title) {
        return Map.of(
                "title", title,
                "level", "EXPERT",
                "format", "ONLINE",
                "host", "GB",
                "chair", Map.of("party", "GB"),
                "timeZone", "Europe/London",
                "plannedStart", "2030-01-12T10:00:00Z",
                "plannedEnd", "2030-01-12T13:00:00Z",
                "visibility", "COALITION");
    }
}
