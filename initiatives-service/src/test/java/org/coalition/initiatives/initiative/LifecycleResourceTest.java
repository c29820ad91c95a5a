package org.coalition.initiatives.initiative;

import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.coalition.initiatives.InitiativesDriver;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LifecycleResourceTest {
    @Test
    void everyMoveThatTheLifecycleDoesNotHaveIsRefusedNamingStateAndAllowedMoves() {
        for (InitiativeStatus from : InitiativeStatus.values()) {
            String initiative = at(from);
            String tag = InitiativesDriver.etag(GB, initiative);
            for (Move move : Move.values()) {
                if (!move.from.contains(from)) {
                    Response refusal = make(initiative, move);
                    assertEquals(409, refusal.statusCode(), move + " from " + from);
                    assertEquals("/problems/illegal-transition", refusal.path("type"));
                    assertEquals(from.name(), refusal.path("state"));
                    List<String> next = from.next().stream().map(Enum::name).toList();
                    assertEquals(next.isEmpty() ? null : next, refusal.path("allowed"), move + " from " + from);
                }
            }
            as(GB).get(initiative).then().body("status", equalTo(from.name()));
            assertEquals(tag, InitiativesDriver.etag(GB, initiative), "a refused move changes nothing");
        }
    }

    @Test
    void everyMoveThatTheLifecycleHasIsMade() {
        for (Move move : Move.values()) {
            for (InitiativeStatus from : move.from) {
                ok(make(at(from), move))
                        .then()
                        .body("status", equalTo(move.to.name()))
                        .body("version", equalTo(Move.to(from).size() + 2));
            }
        }
    }

    private static String at(InitiativeStatus status) {
        String initiative = initiative("COALITION");
        Move.to(status).forEach(move -> ok(make(initiative, move)));
        return initiative;
    }

    private static Response make(String initiative, Move move) {
        return move(GB, initiative + "/" + move.path, move.body);
    }
}
