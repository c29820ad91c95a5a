package org.coalition.meetings;

import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.post;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Ready-made resources, in the state that a test needs; each call makes a new one. */
public final class Fixtures {
    private Fixtures() {}

    /** The details of a meeting that GB hosts and chairs. */
    public static Map<String, Object> details(String visibility, String... visibleTo) {
        Map<String, Object> details = new HashMap<>();
        details.put("title", "London meeting of leaders");
        details.put("level", "LEADERS");
        details.put("format", "IN_PERSON");
        details.put("host", "GB");
        details.put("chair", Map.of("party", "GB"));
        details.put("location", Map.of("country", "GB", "city", "London"));
        details.put("timeZone", "Europe/London");
        details.put("plannedStart", "2026-01-12T10:00:00Z");
        details.put("plannedEnd", "2026-01-12T13:00:00Z");
        details.put("visibility", visibility);
        details.put("visibleTo", List.of(visibleTo));
        return details;
    }

    /** The path of a draft. */
    public static String draft(String visibility, String... visibleTo) {
        MeetingsDriver.registerParties();
        return created(post(GB_CHAIR, "/v1/meetings", details(visibility, visibleTo)));
    }

    /** The path of a convened meeting. */
    public static String convened(String visibility, String... visibleTo) {
        String meeting = draft(visibility, visibleTo);
        ok(move(GB_CHAIR, meeting + "/convening"));
        return meeting;
    }

    /** The path of a meeting in progress, to which these parties have delegations. */
    public static String inProgress(String visibility, List<String> delegations, String... visibleTo) {
        String meeting = convened(visibility, visibleTo);
        delegations.forEach(party -> delegation(meeting, party));
        ok(move(GB_CHAIR, meeting + "/opening"));
        return meeting;
    }

    /** The path of a party's delegation to a meeting. */
    public static String delegation(String meeting, String party) {
        return created(post(GB_CHAIR, meeting + "/delegations", Map.of("party", party)));
    }

    /** The path of a new agenda item. */
    public static String agendaItem(String meeting, String title) {
        return created(post(GB_CHAIR, meeting + "/agenda-items", Map.of("kind", "DECISION", "title", title)));
    }

    /** The path of a new decision under a new agenda item. */
    public static String decision(String meeting, String rule) {
        String item = agendaItem(meeting, "Joint oversight");
        return created(post(
                GB_CHAIR,
                item + "/decisions",
                Map.of("text", "A joint oversight mechanism is established.", "adoptionRule", rule)));
    }

    /** The path of a closed meeting, to which these parties had delegations. */
    public static String closed(String visibility, List<String> delegations, String... visibleTo) {
        String meeting = inProgress(visibility, delegations, visibleTo);
        ok(move(GB_CHAIR, meeting + "/closing"));
        return meeting;
    }

    /** The path of the draft minutes of a meeting, of these sections. */
    public static String minutes(String meeting, String... sections) {
        return created(post(GB_CHAIR, meeting + "/minutes", text(sections)));
    }

    /** What minutes say that are about the meeting as a whole. */
    public static Map<String, Object> text(String... sections) {
        return Map.of(
                "sections",
                Stream.of(sections).map(section -> Map.of("text", section)).toList());
    }

    /** The path of circulated minutes of a closed meeting. */
    public static String circulated(String meeting, Instant commentUntil, String... sections) {
        String minutes = minutes(meeting, sections);
        ok(move(GB_CHAIR, minutes + "/circulation", Map.of("commentUntil", commentUntil.toString())));
        return minutes;
    }

    /** The path of what was created. */
    public static String created(Response answer) {
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.asString());
        }
        return answer.header("Location");
    }

    /** The answer, if it is 200. */
    public static Response ok(Response answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.asString());
        }
        return answer;
    }

    /** The id at the end of a path. */
    public static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
