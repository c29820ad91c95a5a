package org.coalition.initiatives;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.details;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.US;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is given and planned is found by its words. */
@QuarkusTest
class SearchTest {
    /** A word that no other test has. */
    private final String word = "w" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

    @Test
    void anInitiativeIsFoundByTitleMeasuresAndOutcomes() {
        Map<String, Object> details = details("COALITION");
        details.put("title", "Shields over " + word);
        details.put("supportMeasures", List.of("Radars", "Launchers"));
        details.put("expectedOutcomes", List.of("Safer cities"));
        String initiative = created(post(GB, "/v1/initiatives", details));
        find(FR, "/v1/initiatives", word + " shield radar city").body("items.id", contains(id(initiative)));
        find(FR, "/v1/initiatives", word + " -radar").body("items", hasSize(0));
        ok(patch(GB, initiative, Map.of("supportMeasures", List.of("Launchers"))));
        find(FR, "/v1/initiatives", word + " -radar").body("items.id", contains(id(initiative)));
    }

    @Test
    void whatBelongsToAnInitiativeIsFoundByThoseWhoMayKnowOfIt() {
        String initiative = Fixtures.initiative("RESTRICTED", "FR");
        String line = contribution(FR, initiative);
        ok(patch(FR, line, Map.of("description", "Generators for " + word)));
        find(FR, "/v1/contributions", word + " generator").body("items.id", contains(id(line)));
        find(US, "/v1/contributions", word).body("items", hasSize(0));
    }

    @Test
    void tooManyWordsAreRefused() {
        find(FR, "/v1/needs", "w".repeat(201), 422).body("errors[0].parameter", equalTo("q"));
    }

    private static ValidatableResponse find(String token, String list, String words) {
        return find(token, list, words, 200);
    }

    private static ValidatableResponse find(String token, String list, String words, int status) {
        return as(token).queryParam("q", words).get(list).then().statusCode(status);
    }
}
