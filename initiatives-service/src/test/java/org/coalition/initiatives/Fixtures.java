package org.coalition.initiatives;

import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.post;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ready-made resources, in the state that a test needs; each call makes a new one. */
public final class Fixtures {
    private Fixtures() {}

    /** The details of an initiative that GB leads. */
    public static Map<String, Object> details(String visibility, String... visibleTo) {
        Map<String, Object> details = new HashMap<>();
        details.put("title", "Air Defense Enhancement");
        details.put("aspect", "MILITARY_SUPPORT");
        details.put("supportMeasures", List.of("Supply of SAM Systems"));
        details.put("expectedOutcomes", List.of("Improved airspace control"));
        details.put("leadParties", List.of("GB"));
        details.put("recipients", List.of("UA"));
        details.put("visibility", visibility);
        details.put("visibleTo", List.of(visibleTo));
        return details;
    }

    /** The path of an initiative in PIPELINE. */
    public static String initiative(String visibility, String... visibleTo) {
        MeetingsService.registerParties();
        return created(post(GB, "/v1/initiatives", details(visibility, visibleTo)));
    }

    /** The path of an initiative that came of a decision. */
    public static String initiativeOf(String decision, String visibility, String... visibleTo) {
        MeetingsService.registerParties();
        Map<String, Object> details = details(visibility, visibleTo);
        details.put("originDecision", decision);
        return created(post(GB, "/v1/initiatives", details));
    }

    /** Moves an initiative without a decision from PIPELINE through these moves. */
    public static void through(String initiative, String... moves) {
        ok(move(GB, initiative + "/approval", Map.of("approvalReason", "urgent")));
        for (String move : moves) {
            ok(move(GB, initiative + "/" + move));
        }
    }

    /** The path of a line in euros to an initiative. */
    public static String contribution(String token, String initiative) {
        return contribution(token, initiative, Map.of("currency", "EUR"));
    }

    /** The path of a line to an initiative, in a currency or unit. */
    public static String contribution(String token, String initiative, Map<String, String> measure) {
        Map<String, Object> opening = new HashMap<>(measure);
        opening.putIfAbsent("track", "MILITARY");
        opening.put("instrument", "GRANT");
        opening.put("description", "SAM systems");
        return created(post(token, initiative + "/contributions", opening));
    }

    /** An entry in euros. */
    public static String entry(String kind, String amount) {
        return """
                {"kind": "%s", "money": {"amount": %s, "currency": "EUR"}, "valueDate": "2026-01-12"}""".formatted(kind, amount);
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
