package org.coalition.initiatives.report;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.InitiativesDriver.DE;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.US;
import static org.coalition.initiatives.InitiativesDriver.anonymous;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.report.Ledger.exact;
import static org.coalition.initiatives.report.Ledger.followed;
import static org.coalition.initiatives.report.Ledger.posted;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.coalition.initiatives.Statements;
import org.coalition.initiatives.rate.Rates;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TotalsEntriesTest {
    private static final Map<String, String> FIGURES = Map.of(
            "pledged", "PLEDGE",
            "committed", "COMMITMENT",
            "allocated", "ALLOCATION",
            "disbursed", "DISBURSEMENT",
            "delivered", "DELIVERY");

    @Test
    void eachFigureIsTheSumOfTheEntriesBehindItWhateverIsAskedFor() {
        long seed = System.nanoTime();
        String initiative = "initiativeId=" + id(filled(new Random(seed)));
        String asOf = as(US).get("/v1/totals?" + initiative).path("asOf");
        for (String question : List.of(
                "",
                "&by=initiative",
                "&by=party,track,instrument",
                "&by=month",
                "&by=party,quarter&from=2026-01-10",
                "&by=year&to=2026-02-15&party=FR",
                "&by=aspect&currency=EUR",
                "&by=party,month&currency=EUR&rateOn=2026-02-01",
                "&by=party&currency=XPF")) {
            JsonNode totals = exact(as(US).get("/v1/totals?" + initiative + "&asOf=" + asOf + question));
            List<JsonNode> lines = new ArrayList<>();
            totals.path("items").forEach(lines::add);
            totals.path("unconverted").forEach(lines::add);
            assertTrue(!lines.isEmpty(), question);
            Set<String> counted = new HashSet<>();
            for (JsonNode line : lines) {
                FIGURES.forEach((figure, kind) -> {
                    BigDecimal sum = BigDecimal.ZERO;
                    for (JsonNode entry : entries(line.path("entries").asText() + "&kind=" + kind)) {
                        assertTrue(counted.add(entry.path("id").asText()), "seed " + seed + question);
                        sum = sum.add(amount(entry, totals.hasNonNull("rates")));
                    }
                    assertEquals(
                            0,
                            sum.compareTo(line.path(figure).decimalValue()),
                            "seed " + seed + question + " " + figure + " of " + line);
                });
            }
        }
    }

    /** By the figures on the lines, and by the entries: a bound that excludes nothing makes the ledgers be read. */
    @Test
    void whatTheLinesCarryIsWhatTheLedgersComeTo() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String initiative = initiative("COALITION");
        List<String[]> standing = fill(random, initiative, 12);
        List<String> times = new ArrayList<>();
        for (int step = 0; step < 5; step++) {
            times.add(as(US).get("/v1/totals?initiativeId=" + id(initiative)).path("asOf"));
            reverse(standing.remove(random.nextInt(standing.size())));
            standing.addAll(fill(random, initiative, 2));
        }
        for (String asOf : times) {
            String question = "/v1/totals?by=party,aspect,track,instrument,initiative&initiativeId=" + id(initiative)
                    + "&asOf=" + asOf;
            String ledgers = as(US).get(question + "&from=1900-01-01").asString();
            assertEquals(
                    ledgers.replace("from=1900-01-01&", ""),
                    as(US).get(question).asString(),
                    "seed " + seed);
        }
    }

    @Test
    void aCallerGetsNoEntriesOfWhatItMayNotKnowOf() {
        String initiative = initiative("RESTRICTED", "FR");
        posted(FR, contribution(FR, initiative), "COMMITMENT", "1", "2026-01-12");
        String path = "/v1/totals/entries?initiativeId=" + id(initiative);
        as(FR).get(path).then().body("items.money.amount", contains(1));
        as(US).get(path).then().statusCode(200).body("items", empty());
        anonymous().get(path).then().statusCode(200).body("items", empty());
        assertEquals(400, as(FR).get(path + "&cursor=x").statusCode());
        assertEquals(400, as(FR).get(path + "&kind=GIFT").statusCode());
        assertEquals(2, Statements.of(() -> as(FR).get(path).then().statusCode(200)));
    }

    @Test
    void entriesOfALineFromADayBeforeAnEarlierOneAreNoQuestion() {
        String line = contribution(FR, initiative("COALITION"));
        assertEquals(
                400, as(FR).get(line + "/entries?from=2026-02-01&to=2026-01-31").statusCode());
        assertEquals(
                200, as(FR).get(line + "/entries?from=2026-02-01&to=2026-02-01").statusCode());
    }

    private static BigDecimal amount(JsonNode entry, boolean converted) {
        if (entry.hasNonNull("quantity")) {
            return entry.at("/quantity/value").decimalValue();
        }
        boolean hasRate = converted && entry.hasNonNull("converted");
        return entry.at(hasRate ? "/converted/amount" : "/money/amount").decimalValue();
    }

    private static List<JsonNode> entries(String path) {
        List<JsonNode> entries = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = exact(followed(as(US), path + "&limit=3" + cursor));
            page.path("items").forEach(entries::add);
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : null;
        } while (cursor != null);
        return entries;
    }

    /** An initiative with lines of several measures, of which some have rates from some day on. */
    private static String filled(Random random) {
        Rates.record("EUR", "XPF", "119.33", "2026-01-20");
        Rates.record("GYD", "EUR", "0.0041", "2026-01-05");
        String initiative = initiative("COALITION");
        fill(random, initiative, 40);
        return initiative;
    }

    /** Who posted what, as far as it was not reversed. */
    @CanIgnoreReturnValue
    private static List<String[]> fill(Random random, String initiative, int steps) {
        List<String> tokens = List.of(FR, DE);
        List<String[]> standing = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            String token = tokens.get(random.nextInt(2));
            String line = contribution(token, initiative, measure(random));
            String kind = random.nextBoolean() ? "PLEDGE" : "COMMITMENT";
            for (int i = random.nextInt(3); i >= 0; i--) {
                String amount = BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(5))
                        .toPlainString();
                String day = "2026-0%d-%02d".formatted(1 + random.nextInt(3), 1 + random.nextInt(28));
                standing.add(new String[] {token, posted(token, line, kind, amount, day)});
            }
            if (random.nextInt(3) == 0) {
                reverse(standing.remove(random.nextInt(standing.size())));
            }
        }
        return standing;
    }

    private static void reverse(String[] wrong) {
        created(post(wrong[0], wrong[1] + "/reversal", Map.of("reason", "x")));
    }

    private static Map<String, String> measure(Random random) {
        String track = random.nextBoolean() ? "MILITARY" : "ECONOMIC";
        int which = random.nextInt(4);
        return which == 0
                ? Map.of("unit", "fire & rescue kits", "track", track)
                : Map.of("currency", List.of("EUR", "XPF", "GYD").get(which - 1), "track", track);
    }
}
