package org.coalition.initiatives.review;

import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.Overseers.DE_MILITARY;
import static org.coalition.initiatives.Overseers.US_DIPLOMATIC;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;

/** Reviews in the state that a test needs, through HTTP. */
public final class Reviewed {
    private Reviewed() {}

    /** The path of a review of what is at a path. */
    @CanIgnoreReturnValue
    public static String submitted(String token, String subject) {
        return created(post(token, subject + "/reviews", Map.of()));
    }

    /** The path of a review that both sides have approved. */
    @CanIgnoreReturnValue
    public static String approved(String token, String subject) {
        String review = submitted(token, subject);
        ok(sign(DE_MILITARY, review, "MILITARY"));
        ok(sign(US_DIPLOMATIC, review, "DIPLOMATIC"));
        return review;
    }

    /** Agrees to the content as it is. */
    public static Response sign(String token, String review, String side) {
        return sign(token, review, side, hash(review));
    }

    public static Response sign(String token, String review, String side, String hash) {
        return post(token, review + "/sign-offs", Map.of("side", side, "verdict", "AGREED", "contentHash", hash));
    }

    public static Response refuse(String token, String review, String side, String grounds) {
        Map<String, Object> refusal =
                new HashMap<>(Map.of("side", side, "verdict", "REFUSED", "contentHash", hash(review)));
        if (grounds != null) {
            refusal.put("grounds", grounds);
        }
        return post(token, review + "/sign-offs", refusal);
    }

    /** Of the content as it is. */
    public static String hash(String review) {
        return as(DE_MILITARY).get(review + "/content").path("contentHash");
    }
}
