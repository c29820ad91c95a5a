package org.coalition.initiatives.need;

import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.post;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coalition.defaults.testing.Tokens;
import org.coalition.initiatives.MeetingsService;

/** Needs of UA, and offers to them; each call makes a new one. */
final class Asked {
    static final String UA = Tokens.of("UA", "reader", "contributor");

    private Asked() {}

    static Map<String, Object> details(String item, String value) {
        Map<String, Object> details = new HashMap<>();
        details.put("item", item);
        details.put("quantity", quantity(value));
        details.put("priority", "HIGH");
        details.put("neededBy", "2099-03-01");
        details.put("visibility", "COALITION");
        return details;
    }

    static Map<String, Object> quantity(String value) {
        return Map.of("value", new BigDecimal(value), "unit", "units");
    }

    /** The path of a need of so many generators. */
    static String need(String value) {
        return need(details("Generators", value));
    }

    @CanIgnoreReturnValue
    static String need(Map<String, Object> details) {
        MeetingsService.registerParties();
        return created(post(UA, "/v1/needs", details));
    }

    /** The path of a need that only these parties and UA may know of. */
    static String restricted(String... visibleTo) {
        Map<String, Object> details = details("Generators", "10");
        details.put("visibility", "RESTRICTED");
        details.put("visibleTo", List.of(visibleTo));
        return need(details);
    }

    /** The path of an offer. */
    @CanIgnoreReturnValue
    static String offer(String token, String need, String value) {
        return created(post(token, need + "/offers", offer(value)));
    }

    static Map<String, Object> offer(String value) {
        return new HashMap<>(Map.of("quantity", quantity(value), "availableFrom", "2026-02-01"));
    }

    static Response accept(String offer, Map<String, Object> what) {
        return move(UA, offer + "/acceptance", what);
    }

    /** Accepts a whole offer. */
    static void accepted(String offer) {
        ok(accept(offer, Map.of()));
    }
}
