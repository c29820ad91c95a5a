package org.coalition.meetings.party;

import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.ADMIN;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.anonymous;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PartyResourceTest {
    @Test
    void theRegistryIsKeptByAdminAndReadByEverybody() {
        Map<String, ?> poland = Map.of("code", "PL", "name", "Poland", "kind", "STATE");
        post(GB_CHAIR, "/v1/parties", poland).then().statusCode(403);
        post(ADMIN, "/v1/parties", poland).then().statusCode(201).header("Location", "/v1/parties/PL");
        post(ADMIN, "/v1/parties", poland).then().statusCode(409).contentType("application/problem+json");
        anonymous().get("/v1/parties/PL").then().statusCode(200).body("name", equalTo("Poland"));
        anonymous().get("/v1/parties?kind=STATE").then().body("items.code", hasItem("PL"));
        ok(patch(ADMIN, "/v1/parties/PL", Map.of("name", "Republic of Poland")))
                .then()
                .body("name", equalTo("Republic of Poland"));
        anonymous().get("/v1/parties/NOBODY").then().statusCode(404);
    }

    @Test
    void aStateHasTheCodeOfItsCountry() {
        post(ADMIN, "/v1/parties", Map.of("code", "ZZ", "name", "Nowhere", "kind", "STATE"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/code"));
        post(ADMIN, "/v1/parties", Map.of("code", "a/b", "name", "Slash", "kind", "ORGANISATION"))
                .then()
                .statusCode(422)
                .body("errors[0].detail", equalTo("code must be a party code such as GB or NATO."));
    }
}
