package org.coalition.initiatives.contribution;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.entry;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever the size of the page, and whatever is added meanwhile, a walk meets each item once and in order. */
@QuarkusTest
class LedgerPagingTest {
    private static final int ITEMS = 13;

    @Test
    void aWalkThroughALedgerMeetsEachEntryOnceInOrder() {
        String entries = contribution(FR, initiative("COALITION")) + "/entries";
        walkInEverySize(entries + "?", () -> created(post(FR, entries, entry("PLEDGE", "1"))));
    }

    @Test
    void aWalkThroughTheContributionsMeetsEachOnceInOrder() {
        String initiative = initiative("COALITION");
        walkInEverySize("/v1/contributions?initiativeId=" + id(initiative) + "&", () -> contribution(FR, initiative));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String initiative = initiative("COALITION");
        String line = contribution(FR, initiative);
        String other = contribution(FR, initiative);
        for (String entries : List.of(line, line, other, other)) {
            created(post(FR, entries + "/entries", entry("PLEDGE", "1")));
        }
        String foreign = as(FR).get(other + "/entries?limit=1").path("next");
        as(FR).get(line + "/entries?cursor=" + foreign)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("foreign-cursor"));
        as(FR).get(line + "/entries?cursor=x").then().statusCode(400);
        as(FR).get(line + "/entries?limit=0").then().statusCode(400);
        as(FR).get(line + "/entries?limit=999").then().statusCode(200);
        as(FR).get("/v1/contributions?cursor=x").then().statusCode(400);
    }

    /** Adds an item after every page; those that were there when the walk began are met, and none is met twice. */
    private static void walkInEverySize(String list, Supplier<String> add) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            expected.add(id(add.get()));
        }
        for (int size = 1; size <= ITEMS + 1; size++) {
            int before = expected.size();
            List<String> met = new ArrayList<>();
            String cursor = "";
            while (cursor != null) {
                Response page = as(FR).get(list + "limit=" + size + cursor);
                List<String> items = page.path("items.id");
                assertEquals(cursor.isEmpty() || !items.isEmpty(), true, "a next page is never empty");
                met.addAll(items);
                assertEquals(met.size(), Set.copyOf(met).size(), "in pages of " + size + " an item is met twice");
                String next = page.path("next");
                cursor = next == null ? null : "&cursor=" + next;
                if (expected.size() - before < 2) {
                    expected.add(id(add.get()));
                }
            }
            assertEquals(expected.subList(0, met.size()), met, "in pages of " + size);
            assertEquals(true, met.size() >= before, "in pages of " + size);
        }
    }
}
