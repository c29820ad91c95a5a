package org.coalition.initiatives;

import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.details;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.post;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Ready-made parts, milestones and indicators of initiatives; each call makes a new one. */
public final class Plans {
    private Plans() {}

    /** The path of an initiative that is a part of another one. */
    public static String part(String parent, String visibility, String... visibleTo) {
        Map<String, Object> details = details(visibility, visibleTo);
        details.put("parentId", id(parent));
        return created(post(GB, "/v1/initiatives", details));
    }

    /** Sets weights, by paths, from the version that is there. */
    public static Response weigh(String token, String parent, Map<String, String> weights) {
        List<Map<String, Object>> body = new LinkedHashMap<>(weights)
                .entrySet().stream()
                        .map(weight -> Map.<String, Object>of(
                                "initiativeId", id(weight.getKey()), "weight", new BigDecimal(weight.getValue())))
                        .toList();
        return as(token)
                .header("If-Match", InitiativesDriver.etag(token, parent + "/weights"))
                .contentType(ContentType.JSON)
                .body(InitiativesDriver.json(Map.of("weights", body)))
                .put(parent + "/weights");
    }

    /** The path of a milestone that waits for others. */
    public static String milestone(String initiative, String dueOn, String... dependsOn) {
        return created(post(GB, initiative + "/milestones", milestoneDetails(dueOn, dependsOn)));
    }

    /** What a milestone is about. */
    public static Map<String, Object> milestoneDetails(String dueOn, String... dependsOn) {
        Map<String, Object> details = new HashMap<>();
        details.put("title", "First battery operational");
        details.put("dueOn", dueOn);
        details.put("dependsOn", Stream.of(dependsOn).map(Fixtures::id).toList());
        return details;
    }

    /** An assessment as MET or PARTIALLY_MET. */
    public static Map<String, Object> met(String status, String metOn) {
        return Map.of("status", status, "metOn", metOn, "evidence", "Handover report");
    }

    /** The path of an indicator from 0 to 100 percent in 2025. */
    public static String indicator(String initiative) {
        return created(post(GB, initiative + "/indicators", indicatorDetails()));
    }

    /** What that indicator is about. */
    public static Map<String, Object> indicatorDetails() {
        Map<String, Object> details = new HashMap<>();
        details.put("title", "Share of the airspace covered");
        details.put("expectedOutcome", "Improved airspace control");
        details.put("measure", "PERCENTAGE");
        details.put("baseline", Map.of("value", 0, "on", "2024-12-31"));
        details.put("periods", List.of(Map.of("start", "2025-01-01", "end", "2025-12-31", "target", 100)));
        return details;
    }

    /** What was measured on a day. */
    public static Map<String, Object> actual(String value, String day) {
        return Map.of("value", new BigDecimal(value), "measuredOn", day, "source", "Air force report");
    }
}
