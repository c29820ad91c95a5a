package org.coalition.initiatives;

import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OnlyJsonTest {
    /** The framework would take the text for the only property of the request. */
    @Test
    void aRequestWithOneTextInItIsNotMadeOfPlainText() {
        as(GB).header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/plain")
                .body("a remark")
                .post(initiative("COALITION") + "/reviews")
                .then()
                .statusCode(415)
                .body("type", equalTo("/problems/unsupported-media-type"));
    }
}
