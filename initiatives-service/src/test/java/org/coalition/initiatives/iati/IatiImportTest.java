package org.coalition.initiatives.iati;

import static org.coalition.defaults.testing.AtOnce.atOnce;
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
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.iati.Publications.activity;
import static org.coalition.initiatives.iati.Publications.elements;
import static org.coalition.initiatives.iati.Publications.meaning;
import static org.coalition.initiatives.iati.Publications.parse;
import static org.coalition.initiatives.iati.Publications.post;
import static org.coalition.initiatives.iati.Publications.values;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalition.defaults.testing.Topics;
import org.coalition.initiatives.MeetingsService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

@QuarkusTest
class IatiImportTest {
    @BeforeEach
    void register() {
        MeetingsService.registerParties();
    }

    @Test
    void theExampleOfTheStandardIsExportedWithTheMeaningWithWhichItWasImported() {
        String document =
                Publications.example().replace("AA-AAA-123456789-ABC123", "AA-AAA-123456789-" + UUID.randomUUID());
        String initiative = imported(post(GB, "", null, document));
        assertEquals(meaning(only(document)), meaning(activity(GB, initiative)));
        as(GB).get(initiative)
                .then()
                .body("title", equalTo("Activity title"))
                .body("aspect", equalTo("HUMANITARIAN_AID"))
                .body("status", equalTo("IMPLEMENTATION"))
                .body("leadParties", contains("GB"))
                .body("recipients", empty())
                .body("expectedOutcomes[0]", containsString("Objectives for the activity"))
                .body("visibility", equalTo("COALITION"));
    }

    @Test
    void whatThePartyGivesBecomesLedgersAndTheActivityIsGivenBackAsItWas() {
        Activity wanted = Activity.of()
                .with("12", "100.50", "GB-GOV-1")
                .with("2", "80", "GB-GOV-1")
                .with("3", "30.25", "GB-GOV-1")
                .with("2", "5", "GB-GOV-1", "currency=\"USD\"")
                .with("2", "77", "DE-1")
                .with("1", "66", "GB-GOV-1")
                .with("4", "55", "GB-GOV-1")
                .with("2", "0", "GB-GOV-1");
        Response answer = post(GB, "?visibility=PUBLIC", null, wanted.document());
        String initiative = imported(answer);
        as(FR).get(initiative)
                .then()
                .body("title", equalTo("Shelters"))
                .body("supportMeasures", contains("Building of shelters"))
                .body("expectedOutcomes", contains("Safety of schools"))
                .body("leadParties", contains("GB"))
                .body("participants", contains("DE"))
                .body("recipients", contains("UA"))
                .body("visibility", equalTo("PUBLIC"))
                .body("approvalReason", containsString(wanted.identifier()));
        List<Map<String, Object>> lines =
                as(FR).get("/v1/contributions?initiativeId=" + id(initiative)).path("items");
        assertEquals(2, lines.size());
        assertEquals(
                List.of("GB", "HUMANITARIAN", "GRANT", "First tranche", "EUR", 100.5f, 80, 30.25f),
                List.of(
                        lines.get(0).get("party"),
                        lines.get(0).get("track"),
                        lines.get(0).get("instrument"),
                        lines.get(0).get("description"),
                        lines.get(0).get("currency"),
                        lines.get(0).get("pledged"),
                        lines.get(0).get("committed"),
                        lines.get(0).get("disbursed")));
        assertEquals("USD", lines.get(1).get("currency"));
        as(FR).get("/v1/contributions/" + lines.get(0).get("id") + "/entries")
                .then()
                .body("items.agreementRef", contains("T-1", "T-1", "T-1"))
                .body("items[2].exceptionReason", containsString("no allocations"));
        as(FR).get(initiative + "/iati-source")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("identifier", equalTo(wanted.identifier()))
                .body("party", equalTo("GB"))
                .body("entries", equalTo(4));
        assertEquals(meaning(only(wanted.document())), meaning(activity(null, initiative)));
    }

    @Test
    void whatIsOursNowIsMergedIntoWhatCameFromElsewhere() {
        String initiative = imported(
                post(GB, "", null, Activity.of().with("2", "80", "GB-GOV-1").document()));
        String line =
                as(GB).get("/v1/contributions?initiativeId=" + id(initiative)).path("items[0].id");
        String commitment = as(GB).get("/v1/contributions/" + line + "/entries").path("items[0].id");
        created(org.coalition.initiatives.InitiativesDriver.post(
                GB, "/v1/contributions/" + line + "/entries/" + commitment + "/reversal", Map.of("reason", "x")));
        String other = contribution(FR, initiative);
        created(org.coalition.initiatives.InitiativesDriver.post(FR, other + "/entries", entry("COMMITMENT", "7")));
        ok(patch(
                GB, initiative, Map.of("title", "Schools", "participants", List.of("DE", "FR"), "aspect", "TRAINING")));
        ok(move(GB, initiative + "/finalisation"));
        Element activity = activity(GB, initiative);
        assertEquals(List.of("Schools"), values(activity, "title/narrative"));
        assertEquals(List.of("3"), values(activity, "activity-status/@code"));
        assertEquals(List.of("80", "-80", "7"), values(activity, "transaction/value"));
        assertEquals(List.of("2"), values(activity, "transaction/disbursement-channel/@code"), "the source's detail");
        assertEquals(
                List.of("GB", "DE", "FR"),
                values(activity, "participating-org[@role=2 or @role=4][@ref!='GB-COH-77']/@ref"));
        assertEquals(List.of("GB-COH-77"), values(activity, "participating-org[@type=70]/@ref"));
        assertEquals(List.of("FR", "GB"), values(activity, "participating-org[@role=1]/@ref"));
        assertEquals(List.of("0"), values(activity, "@humanitarian"));
        assertEquals(List.of("TRAINING"), values(activity, "tag/@code"));
        assertEquals(List.of("Pupils"), values(activity, "description[@type=3]/narrative"));
        assertEquals(List.of("72040"), values(activity, "sector/@code"));
        assertEquals(List.of("kept"), values(activity, "*[local-name()='extra']"));
        assertEquals(List.of("2025-01-01"), values(activity, "activity-date[@type=1]/@iso-date"));
    }

    @Test
    void eachStatusIsReachedByItsStepsAndAnnounced() throws Exception {
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            Map<String, String> states = Map.of(
                    "1", "PIPELINE",
                    "2", "IMPLEMENTATION",
                    "3", "FINALISATION",
                    "4", "CLOSED",
                    "5", "CANCELLED",
                    "6", "SUSPENDED");
            for (Map.Entry<String, String> state : states.entrySet()) {
                Activity wanted = Activity.of().in(state.getKey()).with("2", "1", "GB-GOV-1");
                String initiative = imported(post(GB, "", null, wanted.document()));
                as(GB).get(initiative).then().body("status", equalTo(state.getValue()));
                assertEquals(meaning(only(wanted.document())), meaning(activity(GB, initiative)));
                int version = as(GB).get(initiative).path("version");
                topics.await(message -> initiative.equals(Topics.header(message, "ce_subject"))
                        && Integer.toString(version).equals(Topics.header(message, "ce_sequence")));
                topics.await(message -> (initiative + "/iati-source").equals(Topics.header(message, "ce_subject")));
            }
        }
    }

    @Test
    void aNegativeTransactionReversesTheOneThatItTakesBack() {
        Activity wanted = Activity.of()
                .with("2", "80", "GB-GOV-1")
                .with("2", "5", "GB-GOV-1")
                .with("2", "-5", "GB-GOV-1");
        String initiative = imported(post(GB, "", null, wanted.document()));
        as(GB).get("/v1/contributions?initiativeId=" + id(initiative))
                .then()
                .body("items[0].committed", equalTo(80))
                .body("items[0].entryCount", equalTo(3));
        assertEquals(meaning(only(wanted.document())), meaning(activity(GB, initiative)));
        post(
                        GB,
                        "",
                        null,
                        Activity.of()
                                .with("2", "80", "GB-GOV-1")
                                .with("2", "-5", "GB-GOV-1")
                                .document())
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("nothing-to-reverse"))
                .body("errors[0].pointer", equalTo("/iati-activity/0/transaction/1/value"));
    }

    @Test
    void anActivityIsImportedOnce() throws Exception {
        Activity wanted = Activity.of();
        List<Integer> statuses = atOnce(Collections.nCopies(
                8, () -> post(GB, "", null, wanted.document()).statusCode()));
        assertEquals(1, Collections.frequency(statuses, 201), statuses.toString());
        assertEquals(7, Collections.frequency(statuses, 409), statuses.toString());
        post(GB, "", null, wanted.document())
                .then()
                .statusCode(409)
                .body("detail", containsString("/v1/initiatives/"))
                .body("errors[0].pointer", equalTo("/iati-activity/0"));
        post(DE, "", null, wanted.document()).then().statusCode(409);
    }

    @Test
    void thatSomebodyElseHasImportedAnActivityIsToldToNobodyWhoMayNotKnowOfIt() {
        Activity wanted = Activity.of();
        String theirs = imported(post(FR, "?visibility=RESTRICTED", null, wanted.document()));
        as(DE).get(theirs + "/iati-source").then().statusCode(404);
        imported(post(DE, "?visibility=RESTRICTED", null, wanted.document()));
        post(GB, "", null, wanted.document()).then().statusCode(409);
    }

    @Test
    void anInitiativeOfOurOwnIsNotImportedAgain() {
        String ours = initiative("PUBLIC");
        String document = Publications.get(GB, "?initiativeId=" + id(ours)).asString();
        post(GB, "", null, document).then().statusCode(409).body("detail", containsString(ours));
    }

    @Test
    void byDefaultAllActivitiesAreImportedOrNone() {
        Activity good = Activity.of();
        Activity known = Activity.of();
        imported(post(GB, "", null, known.document()));
        post(GB, "", null, Activity.document(good, known))
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/iati-activity/1"));
        Activity bad =
                Activity.of().in("9").with("2", "1.23456", "GB-GOV-1").with("2", "1", "GB-GOV-1", "currency=\"XXX\"");
        post(GB, "", null, Activity.document(good, bad, good))
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/iati-activity/1/activity-status",
                                "/iati-activity/1/transaction/0/value",
                                "/iati-activity/1/transaction/1/value",
                                "/iati-activity/2/iati-identifier"));
        imported(post(GB, "", null, good.document()));
    }

    @Test
    void leniencyImportsEachActivityForItself() {
        Activity known = Activity.of();
        imported(post(GB, "", null, known.document()));
        Response answer = post(
                GB,
                "",
                "handling=lenient",
                Activity.document(Activity.of(), known, Activity.of().in("9")));
        answer.then()
                .statusCode(207)
                .header("Preference-Applied", equalTo("handling=lenient"))
                .body("items.status", contains(201, 409, 422))
                .body("items[1].problem.type", equalTo("/problems/conflict"))
                .body("items[2].problem.errors.pointer", hasItem("/iati-activity/2/activity-status"));
        as(GB).get(answer.<String>path("items[0].created[0]")).then().statusCode(200);
    }

    @Test
    void aLenientImportUnderAKeyIsMadeOnceAndToldAgain() {
        Activity refused = Activity.of().with("2", "80", "GB-GOV-1").titled("Refused " + UUID.randomUUID());
        String same = refused.identifier();
        Activity good = Activity.of();
        imported(post(GB, "", null, Activity.of().called(same).document()));
        String document = Activity.document(good, refused, Activity.of().with("2", "1", "GB-GOV-1"));
        String key = UUID.randomUUID().toString();
        Response first = keyed(key, document);
        first.then().statusCode(207).body("items.status", contains(201, 409, 201));
        Response second = keyed(key, document);
        second.then()
                .statusCode(207)
                .header("Idempotent-Replayed", equalTo("true"))
                .header("Preference-Applied", equalTo("handling=lenient"));
        assertEquals(first.asString(), second.asString());
        as(GB).get(first.<String>path("items[2].created[1]"))
                .then()
                .statusCode(200)
                .body("committed", equalTo(1));
    }

    private static Response keyed(String key, String document) {
        return as(GB).contentType("application/xml")
                .header("Prefer", "handling=lenient")
                .header("Idempotency-Key", key)
                .body(document)
                .post("/v1/iati/activities");
    }

    @Test
    void validatingChangesNothing() {
        Activity wanted = Activity.of().with("2", "1", "GB-GOV-1");
        Response answer = post(GB, "?validateOnly=true", null, wanted.document());
        answer.then().statusCode(200).body("validatedOnly", equalTo(true)).body("created", equalTo(1));
        as(GB).get(answer.<String>path("items[0].created[0]")).then().statusCode(404);
        as(GB).get(answer.<String>path("items[0].created[1]")).then().statusCode(404);
        imported(post(GB, "", null, wanted.document()));
        post(GB, "?validateOnly=true", null, wanted.document()).then().statusCode(409);
    }

    @Test
    void onlyAContributorImportsAndOnlyADocumentOfTheStandard() {
        String good = Activity.of().document();
        post(null, "", null, good).then().statusCode(401);
        post(EU, "", null, good).then().statusCode(403);
        post(GB, "", null, "").then().statusCode(400);
        post(GB, "", null, "{}").then().statusCode(400).contentType("application/problem+json");
        post(GB, "", null, "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>" + good)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("no-xml"));
        post(GB, "", null, good.replace("2.03", "1.05"))
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("other-version"));
        post(GB, "", null, good.replace("<title>", "<titel>").replace("</title>", "</titel>"))
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("not-valid"))
                .body("errors[0].detail", containsString("Line "));
        post(GB, "", null, good + " ".repeat(1_100_000)).then().statusCode(413);
        as(GB).contentType("application/json")
                .body("{}")
                .post("/v1/iati/activities")
                .then()
                .statusCode(415);
        Activity[] many = Collections.nCopies(51, Activity.of()).toArray(Activity[]::new);
        post(GB, "", null, Activity.document(many)).then().statusCode(400).body("errors[0].code", equalTo("too-many"));
    }

    @Test
    void aPartyImportsNothingInTheNameOfAnother() {
        String initiative = imported(
                post(FR, "", null, Activity.of().with("2", "80", "GB-GOV-1").document()));
        as(FR).get(initiative).then().body("leadParties", contains("FR", "GB"));
        as(FR).get("/v1/contributions?initiativeId=" + id(initiative)).then().body("items", empty());
        assertEquals(List.of("80"), values(activity(FR, initiative), "transaction/value"));
    }

    @Test
    void textsThatAreTooLongAreCutHereAndGivenBackWhole() {
        Activity wanted = Activity.of().titled("x".repeat(198) + "\ud83d\ude00" + "y".repeat(100));
        String initiative = imported(post(GB, "", null, wanted.document()));
        String title = as(GB).get(initiative).path("title");
        assertEquals("x".repeat(198) + "…", title);
        assertEquals(meaning(only(wanted.document())), meaning(activity(GB, initiative)));
    }

    @Test
    void theSourceIsWithheldWithItsInitiative() throws Exception {
        String initiative = imported(post(GB, "", null, Activity.of().document()));
        as(DE).get(initiative + "/iati-source").then().statusCode(200);
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            ok(patch(GB, initiative, Map.of("visibility", "RESTRICTED")));
            topics.await(message -> (initiative + "/iati-source").equals(Topics.header(message, "ce_subject"))
                    && message.value() == null);
        }
        as(DE).get(initiative + "/iati-source").then().statusCode(404);
        assertTrue(elements(activity(GB, initiative), "title").size() == 1);
    }

    @CanIgnoreReturnValue
    private static String imported(Response answer) {
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.asString());
        }
        return answer.path("items[0].created[0]");
    }

    private static Element only(String document) {
        return elements(parse(document), "/iati-activities/iati-activity").get(0);
    }
}
