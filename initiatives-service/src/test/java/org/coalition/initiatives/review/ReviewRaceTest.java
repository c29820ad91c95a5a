package org.coalition.initiatives.review;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.Overseers.DE_MILITARY;
import static org.coalition.initiatives.Overseers.US_DIPLOMATIC;
import static org.coalition.initiatives.Overseers.person;
import static org.coalition.initiatives.review.Reviewed.hash;
import static org.coalition.initiatives.review.Reviewed.sign;
import static org.coalition.initiatives.review.Reviewed.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewRaceTest {
    private static final int ROUNDS = 6;

    @Test
    void onePersonOrPartyThatSignsBothSidesAtOnceSignsOne() throws Exception {
        List<List<String>> pairs = List.of(
                List.of(person("x", "DE", "overseer-military"), person("x", "FR", "overseer-diplomatic")),
                List.of(person("x", "DE", "overseer-military"), person("y", "DE", "overseer-diplomatic")));
        for (List<String> pair : pairs) {
            for (int i = 0; i < ROUNDS; i++) {
                String review = submitted(GB, initiative("COALITION"));
                String hash = hash(review);
                List<Callable<Integer>> calls = new ArrayList<>();
                for (int n = 0; n < 3; n++) {
                    calls.add(() -> sign(pair.get(0), review, "MILITARY", hash).statusCode());
                    calls.add(
                            () -> sign(pair.get(1), review, "DIPLOMATIC", hash).statusCode());
                }
                List<Integer> answers = atOnce(calls);
                assertEquals(1, Collections.frequency(answers, 200), answers.toString());
                assertEquals(
                        5,
                        Collections.frequency(answers, 403) + Collections.frequency(answers, 409),
                        answers.toString());
                Response now = as(GB).get(review);
                assertEquals("IN_REVIEW", now.path("status"));
                assertEquals(1, now.<List<?>>path("signOffs").size());
            }
        }
    }

    /** Whichever comes first: what is approved is what both have read, or it is not approved. */
    @Test
    void whatIsChangedWhileItIsSignedIsNotApproved() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            String initiative = initiative("COALITION");
            String review = submitted(GB, initiative);
            String hash = hash(review);
            List<Integer> answers = atOnce(List.of(
                    () -> sign(DE_MILITARY, review, "MILITARY", hash).statusCode(),
                    () -> patch(GB, initiative, Map.of("title", "Another")).statusCode(),
                    () -> sign(US_DIPLOMATIC, review, "DIPLOMATIC", hash).statusCode()));
            assertEquals(200, answers.get(1), answers.toString());
            assertTrue(List.of(200, 409).containsAll(answers), answers.toString());
            Response now = as(GB).get(review);
            boolean bothSigned = answers.get(0) == 200 && answers.get(2) == 200;
            assertEquals(bothSigned, now.path("status").equals("VOIDED"), now.asString());
            assertTrue(now.path("status").equals("VOIDED") || now.path("approvedHash") == null, now.asString());
        }
    }

    @Test
    void ofManySubmissionsAtOnceOneIsTaken() throws Exception {
        String initiative = initiative("COALITION");
        List<Integer> answers = atOnce(Collections.nCopies(
                8, () -> post(GB, initiative + "/reviews", Map.of()).statusCode()));
        assertEquals(1, Collections.frequency(answers, 201), answers.toString());
        assertEquals(7, Collections.frequency(answers, 409), answers.toString());
    }
}
