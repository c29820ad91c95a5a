package org.coalition.initiatives.report;

import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lines that count in a unit in which nobody else counts, and what they come to. */
record OwnTotals(String unit) {
    OwnTotals() {
        this("S-" + UUID.randomUUID());
    }

    Response pledge(String line, int pieces, String valueDate) {
        return post(
                FR,
                line + "/entries",
                Map.of("kind", "PLEDGE", "quantity", Map.of("value", pieces, "unit", unit), "valueDate", valueDate));
    }

    /** In two, of which the first has a piece. */
    static Response split(String line) {
        int pledged = as(FR).get(line).jsonPath().getInt("pledged.value");
        return move(FR, line + "/split", Map.of("parts", List.of(part("one", 1), part("other", pledged - 1))));
    }

    static List<String> partsOf(String line) {
        return as(FR)
                .get("/v1/contributions?splitFrom=" + id(line))
                .jsonPath()
                .getList("items.id", String.class)
                .stream()
                .map(part -> "/v1/contributions/" + part)
                .toList();
    }

    private static Map<String, Object> part(String description, int pledged) {
        return Map.of("description", description, "pledged", pledged);
    }

    Response totals(String caller, String query) {
        return ok(as(caller).get("/v1/totals?unit={unit}&" + query, unit));
    }

    /** The summary says what the ledgers say: by way of a day that is not the first of a month, only these can answer. */
    void assertSame(String caller, String query) {
        String byLedger = query.contains("from=") ? query.replace("-01&to", "-02&to") : query + "&from=1900-01-02";
        assertEquals(
                totals(caller, byLedger).jsonPath().getList("items.findAll { it.remove('entries') }"),
                totals(caller, query).jsonPath().getList("items.findAll { it.remove('entries') }"),
                query);
    }
}
