package org.coalition.initiatives.finding;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.DE;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.UA;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.etag;
import static org.coalition.initiatives.InitiativesDriver.json;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.Overseers.DE_MILITARY;
import static org.coalition.initiatives.Overseers.EU_AUDITOR;
import static org.coalition.initiatives.Overseers.FR_DIPLOMATIC;
import static org.coalition.initiatives.Overseers.person;
import static org.coalition.initiatives.review.Reviewed.submitted;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.coalition.defaults.testing.Topics;
import org.coalition.initiatives.MeetingsService;
import org.coalition.initiatives.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FindingResourceTest {
    private static final Map<String, Object> WHY = Map.of("reason", "It is not enough.");

    @Inject
    TestClock clock;

    @Inject
    Findings findings;

    private String initiative;

    @BeforeEach
    void plan() {
        initiative = initiative("COALITION");
    }

    @Test
    void aFindingIsFollowedUpUntilItIsClosed() {
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            String finding = raised(EU_AUDITOR, contribution(FR, initiative), "UA", day(30));
            as(DE).get(finding)
                    .then()
                    .body("status", equalTo("OPEN_UNRESOLVED"))
                    .body("severity", equalTo("MEDIUM"))
                    .body("valueQuestioned.amount", equalTo(12.5f))
                    .body("initiativeId", equalTo(id(initiative)))
                    .body("overdue", equalTo(false))
                    .body("next", contains("OPEN_RESOLVED"));
            move(EU_AUDITOR, finding + "/plan-agreement").then().statusCode(409);
            ok(move(UA, finding + "/plan", planned()));
            move(UA, finding + "/plan-agreement").then().statusCode(403);
            move(DE_MILITARY, finding + "/plan-agreement").then().statusCode(403);
            ok(move(EU_AUDITOR, finding + "/rejection", WHY)).then().body("plan", nullValue());
            ok(move(UA, finding + "/plan", planned()));
            ok(move(EU_AUDITOR, finding + "/plan-agreement")).then().body("status", equalTo("OPEN_RESOLVED"));
            ok(move(UA, finding + "/evidence", evidence()));
            move(person("ua-auditor", "UA", "auditor"), finding + "/closure")
                    .then()
                    .statusCode(403);
            move(person("ua-reader", "EU", "auditor"), finding + "/closure")
                    .then()
                    .statusCode(403);
            ok(move(EU_AUDITOR, finding + "/closure")).then().body("status", equalTo("CLOSED"));
            move(UA, finding + "/evidence", evidence()).then().statusCode(409).body("state", equalTo("CLOSED"));
            ok(move(EU_AUDITOR, finding + "/reopening", WHY)).then().body("status", equalTo("OPEN_UNRESOLVED"));
            for (String event : List.of(
                    "raised", "plan-filed", "plan-rejected", "plan-agreed", "evidence-filed", "closed", "reopened")) {
                topics.awaitEvent("org.coalition.finding." + event + ".v1", finding);
            }
        }
    }

    @Test
    void overseersAndAuditorsRaiseFindingsOnOthersWhoMayKnowOfThem() {
        for (String other : List.of(DE, GB, UA)) {
            post(other, initiative + "/findings", raise("UA", day(9))).then().statusCode(403);
        }
        post(DE_MILITARY, initiative + "/findings", raise("DE", day(9)))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("own-finding"));
        post(DE_MILITARY, initiative + "/findings", raise("ZZ", day(9)))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-party"));
        String secret = initiative("RESTRICTED", "DE");
        post(DE_MILITARY, secret + "/findings", raise("UA", day(9)))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("not-in-audience"));
        post(FR_DIPLOMATIC, secret + "/findings", raise("GB", day(9))).then().statusCode(404);
        post(DE_MILITARY, initiative + "/findings", Map.of("owner", "UA"))
                .then()
                .statusCode(422)
                .body("errors", hasSize(4));
        post(DE_MILITARY, initiative + "/findings", "{\"status\": \"CLOSED\"}")
                .then()
                .statusCode(400);
    }

    @Test
    void aFindingNamesAReviewOfTheSameInitiativeOnly() {
        Map<String, Object> raise = new HashMap<>(raise("UA", day(9)));
        raise.put("reviewId", id(submitted(GB, initiative)));
        String finding = created(post(DE_MILITARY, initiative + "/findings", raise));
        String review = (String) raise.get("reviewId");
        as(DE).get("/v1/findings?reviewId=" + review).then().body("items.id", contains(id(finding)));
        assertEquals(1, onAny(review).size());
        for (String other : List.of(id(submitted(GB, initiative("COALITION"))), MeetingsService.newId())) {
            raise.put("reviewId", other);
            post(DE_MILITARY, initiative + "/findings", raise)
                    .then()
                    .statusCode(422)
                    .body("errors[0].code", equalTo("unknown-review"));
        }
    }

    @Test
    void findersForTheTraceTellWhatHangsOnALink() {
        String line = contribution(FR, initiative);
        raised(DE_MILITARY, line, "FR", day(9));
        raised(DE_MILITARY, initiative, "GB", day(9));
        assertEquals(1, onAny(id(line)).size());
        assertEquals(1, onAny(id(initiative)).size());
    }

    private List<Finding> onAny(String link) {
        return findings.on(List.of(UUID.fromString(link)), 10);
    }

    @Test
    void theClockSaysWhatIsOverdueAndThatIsAnnouncedOnce() {
        String finding = raised(DE_MILITARY, initiative, "UA", day(0));
        String late = raised(DE_MILITARY, initiative, "UA", day(-2));
        as(DE).get(finding).then().body("overdue", equalTo(false)).body("daysOverdue", equalTo(0));
        as(DE).get(late).then().body("overdue", equalTo(true)).body("daysOverdue", equalTo(2));
        String list = "/v1/findings?initiativeId=" + id(initiative) + "&overdue=";
        as(DE).get(list + "true").then().body("items.id", contains(id(late)));
        as(DE).get(list + "false").then().body("items.id", contains(id(finding)));
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            findings.announceOverdue(UUID.fromString(id(late)));
            topics.awaitEvent("org.coalition.finding.became-overdue.v1", late);
        }
        String tag = etag(DE, late);
        findings.announceOverdue(UUID.fromString(id(late)));
        findings.announceOverdue(UUID.fromString(id(finding)));
        assertEquals(tag, etag(DE, late));
        clock.advance(Duration.ofDays(1));
        assertNotEquals(tag, etag(DE, late));
        as(DE).get(list + "true").then().body("items.id", contains(id(finding), id(late)));
    }

    @Test
    void whoRaisedItEditsItUntilAPlanIsAgreed() {
        String finding = raised(DE_MILITARY, initiative, "UA", day(9));
        patch(UA, finding, Map.of("title", "x")).then().statusCode(403);
        patch(EU_AUDITOR, finding, Map.of("title", "x")).then().statusCode(403);
        ok(patch(DE_MILITARY, finding, Collections.singletonMap("valueQuestioned", null)))
                .then()
                .body("valueQuestioned", nullValue());
        patch(DE_MILITARY, finding, Map.of("title", "")).then().statusCode(422);
        ok(move(UA, finding + "/plan", planned()));
        ok(move(DE_MILITARY, finding + "/plan-agreement"));
        patch(DE_MILITARY, finding, Map.of("title", "x")).then().statusCode(409);
    }

    @Test
    void ofManyWhoAgreeOrRejectAtOnceOneIsHeard() throws Exception {
        String finding = raised(DE_MILITARY, initiative, "UA", day(9));
        ok(move(UA, finding + "/plan", planned()));
        String seen = etag(DE, finding);
        Callable<Integer> agree = () -> as(DE_MILITARY)
                .header("If-Match", seen)
                .post(finding + "/plan-agreement")
                .statusCode();
        Callable<Integer> file = () -> as(UA).header("If-Match", seen)
                .contentType("application/json")
                .body(json(planned()))
                .post(finding + "/plan")
                .statusCode();
        List<Integer> answers = atOnce(List.of(agree, file, agree, file));
        assertEquals(1, Collections.frequency(answers, 200), answers.toString());
        assertEquals(3, Collections.frequency(answers, 412), answers.toString());
    }

    @Test
    void findingsAreListedToThoseWhoMayKnowOfThem() {
        String secret = initiative("RESTRICTED", "DE", "UA");
        String hidden = raised(DE_MILITARY, secret, "UA", day(9));
        as(UA).get(hidden).then().statusCode(200);
        as(FR).get(hidden).then().statusCode(404);
        as(FR).get("/v1/findings?initiativeId=" + id(secret)).then().body("items", empty());
        String finding = raised(DE_MILITARY, initiative, "UA", day(9));
        String list = "/v1/findings?initiativeId=" + id(initiative);
        for (String filter : List.of("", "&owner=UA", "&raisedBy=DE", "&status=OPEN_UNRESOLVED", "&severity=MEDIUM")) {
            as(FR).get(list + filter).then().body("items.id", contains(id(finding)));
        }
        for (String filter : List.of("&owner=GB", "&raisedBy=FR", "&status=CLOSED", "&severity=LOW")) {
            as(FR).get(list + filter).then().body("items", empty());
        }
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            ok(patch(GB, initiative, Map.of("visibility", "RESTRICTED", "visibleTo", List.of("DE", "UA"))));
            assertNull(topics.awaitEvent("org.coalition.finding.withheld.v1", finding)
                    .value());
        }
        as(FR).get(finding).then().statusCode(404);
    }

    @CanIgnoreReturnValue
    private static String raised(String token, String subject, String owner, String dueOn) {
        return created(post(token, subject + "/findings", raise(owner, dueOn)));
    }

    private static Map<String, Object> raise(String owner, String dueOn) {
        return Map.of(
                "owner",
                owner,
                "title",
                "Gaps",
                "description",
                "Receipts are not matched.",
                "recommendation",
                "Match them.",
                "valueQuestioned",
                Map.of("amount", 12.5, "currency", "EUR"),
                "dueOn",
                dueOn);
    }

    private Map<String, Object> planned() {
        return Map.of("text", "We will match them.", "plannedFor", day(20));
    }

    private static Map<String, Object> evidence() {
        return Map.of(
                "statement",
                "They are matched.",
                "documents",
                List.of(Map.of("title", "List", "url", "https://example.org/list")));
    }

    private String day(int fromNow) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(fromNow)
                .toString();
    }
}
