package org.coalition.initiatives.report;

import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.post;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Lines with entries on any day in any measure, and totals to the last digit. */
final class Ledger {
    private Ledger() {}

    /** The path of an entry in the line's own currency or unit. */
    @CanIgnoreReturnValue
    static String posted(String token, String line, String kind, String amount, String day) {
        Response found = as(token).get(line);
        String currency = found.path("currency");
        Map<String, Object> body = new HashMap<>(Map.of("kind", kind, "valueDate", day));
        if (currency == null) {
            body.put("quantity", Map.of("value", new BigDecimal(amount), "unit", found.<String>path("unit")));
        } else {
            body.put("money", Map.of("amount", new BigDecimal(amount), "currency", currency));
        }
        return created(post(token, line + "/entries", body));
    }

    /** What a link leads to, as it stands. */
    static Response followed(RequestSpecification request, String link) {
        return request.urlEncodingEnabled(false).get(link);
    }

    /** The answer, with its numbers as they are written. */
    static JsonNode exact(Response answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.asString());
        }
        try {
            return new ObjectMapper()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(answer.asString());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
