package org.coalition.meetings.delegation;

import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.Fixtures.delegation;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.DE;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DelegationResourceTest {
    @Test
    void aPartyFormsItsOwnDelegationOnceAndReplies() {
        String meeting = convened("COALITION");
        Map<String, ?> french = Map.of("party", "FR", "head", Map.of("name", "A. Person", "votingRight", true));
        post(DE, meeting + "/delegations", french).then().statusCode(403);
        String delegation = post(FR, meeting + "/delegations", french)
                .then()
                .statusCode(201)
                .body("rsvp", equalTo("NEEDS_ACTION"))
                .extract()
                .header("Location");
        post(GB_CHAIR, meeting + "/delegations", Map.of("party", "FR")).then().statusCode(409);
        post(GB_CHAIR, meeting + "/delegations", Map.of("party", "XX"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/party"));
        ok(move(FR, delegation + "/reply", Map.of("rsvp", "TENTATIVE")));
        ok(move(FR, delegation + "/reply", Map.of("rsvp", "DELEGATED", "substitute", "B. Person")))
                .then()
                .body("substitute", equalTo("B. Person"));
        move(FR, delegation + "/reply", Map.of("rsvp", "NEEDS_ACTION"))
                .then()
                .statusCode(409)
                .body("state", equalTo("DELEGATED"))
                .body("allowed", contains("ACCEPTED", "TENTATIVE", "DECLINED"));
        move(FR, delegation + "/reply", Map.of("rsvp", "DELEGATED")).then().statusCode(422);
        move(DE, delegation + "/reply", Map.of("rsvp", "DECLINED")).then().statusCode(403);
        as(DE).get(meeting + "/delegations").then().body("items.party", contains("FR"));
    }

    @Test
    void aDelegateIsReplacedByAnother() {
        String delegation = delegation(convened("COALITION"), "FR");
        ok(patch(FR, delegation, Map.of("head", Map.of("name", "A. Person"))));
        Map<String, ?> change =
                Map.of("outgoing", "A. Person", "incoming", Map.of("name", "B. Person"), "reason", "illness");
        move(DE, delegation + "/replacements", change).then().statusCode(403);
        ok(move(FR, delegation + "/replacements", change))
                .then()
                .body("head.name", equalTo("B. Person"))
                .body("replacements.outgoing.name", contains("A. Person"))
                .body("replacements.reason", contains("illness"));
        move(FR, delegation + "/replacements", change)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/outgoing"));
    }

    @Test
    void membersAreReplacedByMergePatch() {
        String delegation = delegation(convened("COALITION"), "FR");
        ok(patch(FR, delegation, Map.of("members", List.of(Map.of("name", "C. Person", "votingRight", false)))))
                .then()
                .body("members.name", contains("C. Person"));
        patch(FR, delegation, Map.of("members", List.of(Map.of("name", ""))))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/members/0/name"));
        patch(FR, delegation, Map.of("party", "DE")).then().statusCode(400);
    }
}
