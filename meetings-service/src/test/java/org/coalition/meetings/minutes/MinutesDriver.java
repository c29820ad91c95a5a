package org.coalition.meetings.minutes;

import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coalition.meetings.Fixtures;
import org.coalition.meetings.TestClock;

/** What parties say to minutes, over HTTP; the time to comment is ten minutes. */
final class MinutesDriver {
    private MinutesDriver() {}

    /** The path of circulated minutes that say: First. */
    static String circulated(TestClock clock, String meeting) {
        return Fixtures.circulated(meeting, clock.instant().plus(Duration.ofMinutes(10)), "First.");
    }

    static Map<String, String> until(TestClock clock) {
        return Map.of(
                "commentUntil", clock.instant().plus(Duration.ofMinutes(10)).toString());
    }

    static int approve(String minutes) {
        return as(GB_CHAIR).header("If-Match", "*").post(minutes + "/approval").statusCode();
    }

    static Map<String, Object> correction(int section, String text) {
        return Map.of("section", section, "text", text, "reason", "we said so");
    }

    @CanIgnoreReturnValue
    static String propose(String token, String minutes, int section, String text) {
        return created(post(token, minutes + "/corrections", correction(section, text)));
    }

    @CanIgnoreReturnValue
    static Response agree(String token, String minutes, int textVersion) {
        return agree(token, minutes, textVersion, 200);
    }

    @CanIgnoreReturnValue
    static Response agree(String token, String minutes, int textVersion, int status) {
        Response answer = post(token, minutes + "/agreements", Map.of("textVersion", textVersion));
        assertEquals(status, answer.statusCode(), answer.asString());
        return answer;
    }

    static void illegal(Response answer, String state, String... allowed) {
        answer.then()
                .statusCode(409)
                .body("type", equalTo("/problems/illegal-transition"))
                .body("state", equalTo(state));
        List<String> given = answer.jsonPath().getList("allowed");
        assertEquals(List.of(allowed), given == null ? List.of() : given, answer.asString());
    }
}
