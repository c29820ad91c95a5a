package org.coalition.initiatives.report;

import static io.restassured.path.json.config.JsonPathConfig.jsonPathConfig;
import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.entry;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.DE;
import static org.coalition.initiatives.InitiativesDriver.EU;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.US;
import static org.coalition.initiatives.InitiativesDriver.anonymous;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TotalsResourceTest {
    private static final String ALL = "/v1/totals?initiativeId=";

    @Test
    void pledgesStandApartAndAreNeverCountedAsCommitted() {
        String initiative = initiative("COALITION");
        String line = contribution(FR, initiative);
        posted(FR, line, "PLEDGE", "1000");
        as(US).get(ALL + id(initiative))
                .then()
                .statusCode(200)
                .body("items.committed", contains(0))
                .body("items.pledged", contains(1000))
                .body("counts", containsString("not contained in committed"));
        posted(FR, line, "COMMITMENT", "250.50");
        as(US).get(ALL + id(initiative))
                .then()
                .body("items.committed", contains(250.5f))
                .body("items.pledged", contains(1000));
    }

    @Test
    void figuresAreBrokenDownByPartyAspectAndTrackAndNeverAddedOverMeasures() {
        String initiative = initiative("COALITION");
        posted(FR, contribution(FR, initiative), "COMMITMENT", "10");
        posted(DE, contribution(DE, initiative), "COMMITMENT", "20");
        posted(
                DE,
                contribution(DE, initiative, Map.of("currency", "EUR", "track", "HUMANITARIAN")),
                "COMMITMENT",
                "30");
        String systems = contribution(DE, initiative, Map.of("unit", "systems"));
        created(
                post(
                        DE,
                        systems + "/entries",
                        "{\"kind\":\"COMMITMENT\",\"quantity\":{\"value\":4,\"unit\":\"systems\"},\"valueDate\":\"2026-01-12\"}"));

        Response byDefault = as(US).get(ALL + id(initiative));
        byDefault
                .then()
                .body("by", contains("party", "aspect"))
                .body("items.party", contains("DE", "DE", "FR"))
                .body("items.aspect", contains("MILITARY_SUPPORT", "MILITARY_SUPPORT", "MILITARY_SUPPORT"))
                .body("items.currency", contains("EUR", null, "EUR"))
                .body("items.unit", contains(null, "systems", null))
                .body("items.committed", contains(50, 4, 10))
                .body("items.track", contains(null, null, null));
        as(US).get(ALL + id(initiative) + "&by=track")
                .then()
                .body("items.track", contains("HUMANITARIAN", "MILITARY", "MILITARY"))
                .body("items.committed", contains(30, 30, 4));
        as(US).get(ALL + id(initiative) + "&by=aspect").then().body("items.committed", contains(60, 4));
        as(US).get(ALL + id(initiative) + "&by=party,aspect,track")
                .then()
                .body("items.committed", contains(30, 20, 4, 10));
        as(US).get(ALL + id(initiative) + "&by=party&party=DE&track=MILITARY")
                .then()
                .body("items.committed", contains(20, 4));
        as(US).get(ALL + id(initiative) + "&aspect=TRAINING").then().body("items", equalTo(List.of()));
    }

    @Test
    void eachStageHasItsFigureAndASplitLineIsCountedByItsPartsFromThenOn() {
        String initiative = initiative("COALITION");
        String line = contribution(FR, initiative);
        posted(FR, line, "COMMITMENT", "100");
        posted(FR, line, "ALLOCATION", "40");
        posted(FR, line, "DISBURSEMENT", "14");
        Response before = stages(initiative, "");
        before.then()
                .body("items.committed", contains(100))
                .body("items.allocated", contains(40))
                .body("items.disbursed", contains(14))
                .body("items.delivered", contains(0));
        Map<String, Object> half = Map.of("description", "half", "committed", 50, "allocated", 20, "delivered", 7);
        ok(move(FR, line + "/split", Map.of("parts", List.of(half, half))));
        assertEquals(
                List.of(100, 40, 14),
                stages(initiative, "").path("items.collectMany { [it.committed, it.allocated, it.disbursed] }"));
        String asOf = before.path("asOf");
        assertEquals(before.asString(), stages(initiative, "&asOf=" + asOf).asString());
    }

    private static Response stages(String initiative, String more) {
        return as(US).get(ALL + id(initiative) + more);
    }

    @Test
    void whatHadBeenRecordedAtATimeIsCountedAsOfThatTime() {
        String initiative = initiative("COALITION");
        String line = contribution(FR, initiative);
        String first = posted(FR, line, "COMMITMENT", "10");
        String afterFirst = as(FR).get(first).path("recordedAt");
        String afterSecond = as(FR).get(posted(FR, line, "COMMITMENT", "5")).path("recordedAt");
        created(post(FR, first + "/reversal", Map.of("reason", "entered twice")));
        assertEquals(BigDecimal.valueOf(10), committed(US, initiative, "&asOf=" + afterFirst));
        assertEquals(BigDecimal.valueOf(15), committed(US, initiative, "&asOf=" + afterSecond));
        assertEquals(BigDecimal.valueOf(5), committed(US, initiative, ""));
        assertEquals(null, committed(US, initiative, "&asOf=2020-01-01T00:00:00Z"));
        as(US).get(ALL + id(initiative) + "&asOf=" + afterFirst).then().body("asOf", equalTo(afterFirst));
    }

    /** Otherwise the same answer could not be had again: what is recorded until then would be in it. */
    @Test
    void anAnswerNeverSaysThatItIsOfATimeThatIsStillToCome() {
        String asOf = as(US).get("/v1/totals?asOf=2999-01-01T00:00:00Z").path("asOf");
        assertEquals(true, Instant.parse(asOf).isBefore(Instant.parse("2998-01-01T00:00:00Z")), asOf);
    }

    @Test
    void aRestrictedInitiativeIsNotInTheFiguresOfOtherParties() {
        String restricted = initiative("RESTRICTED", "FR");
        String coalition = initiative("COALITION");
        String open = initiative("PUBLIC");
        for (String initiative : List.of(restricted, coalition, open)) {
            posted(FR, contribution(FR, initiative, Map.of("currency", "TOP")), "COMMITMENT", "100");
        }
        for (String inside : List.of(FR, GB)) {
            assertEquals(BigDecimal.valueOf(100), committed(inside, restricted, ""));
        }
        for (String outside : List.of(US, EU, DE)) {
            assertEquals(null, committed(outside, restricted, ""));
            assertEquals(BigDecimal.valueOf(100), committed(outside, coalition, ""));
        }
        assertEquals(List.of(300), inTongaDollars(as(FR).get("/v1/totals?by=party&party=FR")));
        assertEquals(List.of(200), inTongaDollars(as(US).get("/v1/totals?by=party&party=FR")));
        assertEquals(List.of(100), inTongaDollars(anonymous().get("/v1/totals?by=party&party=FR")));
    }

    @Test
    void totalsEqualTheSumOfTheEntriesThatStandWhateverWasPostedAndReversed() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String initiative = initiative("COALITION");
        List<String> lines = List.of(contribution(FR, initiative), contribution(FR, initiative));
        BigDecimal committed = BigDecimal.ZERO;
        BigDecimal pledged = BigDecimal.ZERO;
        List<String> standing = new ArrayList<>();
        List<BigDecimal> amounts = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            boolean pledge = random.nextBoolean();
            BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(5));
            if (random.nextInt(3) > 0 || standing.isEmpty()) {
                String line = lines.get(random.nextInt(2));
                String posted = posted(FR, line, pledge ? "PLEDGE" : "COMMITMENT", amount.toPlainString());
                if (pledge) {
                    pledged = pledged.add(amount);
                } else {
                    committed = committed.add(amount);
                    standing.add(posted);
                    amounts.add(amount);
                }
            } else {
                int which = random.nextInt(standing.size());
                created(post(FR, standing.remove(which) + "/reversal", Map.of("reason", "x")));
                committed = committed.subtract(amounts.remove(which));
            }
        }
        assertEquals(0, committed.compareTo(committed(US, initiative, "")), "seed " + seed);
        assertEquals(0, pledged.compareTo(figure(US, initiative, "", "pledged")), "seed " + seed);
    }

    @Test
    void aParameterThatIsNotUnderstoodIsNotPassedOver() {
        for (String bad : List.of(
                "by=donor",
                "by=year,month",
                "rateOn=2026-01-12",
                "currency=EUR&rateOn=12.01.2026",
                "from=2026-02-01&to=2026-01-01",
                "by=party,party",
                "by=party,",
                "by=PARTY",
                "aspect=NONE",
                "track=x",
                "initiativeId=1",
                "asOf=yesterday",
                "asOf=2026-01-12",
                "asOf=-0001-01-01T00:00:00Z",
                "asOf=2026-01-12T10:00:00",
                "year=2026",
                "party=FR&party=DE")) {
            assertEquals(400, as(US).get("/v1/totals?" + bad).statusCode(), bad);
        }
        as(US).get("/v1/totals?party=nobody").then().statusCode(200).body("items", equalTo(List.of()));
    }

    private static BigDecimal committed(String token, String initiative, String parameters) {
        return figure(token, initiative, parameters, "committed");
    }

    /** Null if the report has no line; the fixtures make one line at most. */
    private static BigDecimal figure(String token, String initiative, String parameters, String name) {
        Object figure = as(token)
                .get(ALL + id(initiative) + "&by=aspect" + parameters)
                .jsonPath(jsonPathConfig().numberReturnType(NumberReturnType.BIG_DECIMAL))
                .get("items.find { true }?." + name);
        return figure == null ? null : new BigDecimal(figure.toString());
    }

    private static List<Integer> inTongaDollars(Response totals) {
        return totals.path("items.findAll { it.currency == 'TOP' }.committed");
    }

    @CanIgnoreReturnValue
    private static String posted(String token, String line, String kind, String amount) {
        return created(post(
                token,
                line + "/entries",
                entry(kind, amount).replace("EUR", as(token).get(line).path("currency"))));
    }
}
