package org.coalition.initiatives.imports;

import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApartTest {
    @Test
    void whatAnItemHadChangedBeforeItWasRefusedIsTakenBackAndTheOthersStay() {
        String initiative = id(initiative("COALITION"));
        as(FR).header("Prefer", "handling=lenient")
                .post("/v1/half-made-double/" + initiative)
                .then()
                .statusCode(207)
                .body("items.status", contains(201, 409, 201));
        as(GB).get("/v1/contributions?initiativeId=" + initiative)
                .then()
                .body("items.description", contains("first", "third"));
        as(FR).post("/v1/half-made-double/" + initiative)
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/second"));
        as(GB).get("/v1/contributions?initiativeId=" + initiative)
                .then()
                .body("items.description", contains("first", "third"));
    }
}
