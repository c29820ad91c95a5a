package org.coalition.initiatives.review;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.Overseers.DE_MILITARY;
import static org.coalition.initiatives.review.Reviewed.approved;
import static org.coalition.initiatives.review.Reviewed.hash;
import static org.coalition.initiatives.review.Reviewed.sign;
import static org.coalition.initiatives.review.Reviewed.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coalition.defaults.testing.AtOnce;
import org.coalition.initiatives.MeetingsService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database refuses to whoever comes past the service. Nothing here commits but sign-offs that are taken. */
@QuarkusTest
class ReviewConstraintsTest {
    private static final String CHECK = "23514";
    private static final String UNIQUE = "23505";
    private static final String NEVER = "23001";

    private String initiative;
    private String review;
    private String hash;

    @BeforeEach
    void submit() {
        initiative = initiative("COALITION");
        review = submitted(GB, initiative);
        hash = hash(review);
    }

    @Test
    void twoOthersSignOffOneContent() throws SQLException {
        taken(signOff("DIPLOMATIC", "FR", "y"));
        refused(CHECK, signOff("MILITARY", "GB", "x"));
        refused(CHECK, signOff("MILITARY", "DE", "gb-reader"));
        refused(CHECK, signOff("NAVAL", "DE", "x"));
        refused(CHECK, signOff("MILITARY", "DE", "x").replace(hash, "0".repeat(64)));
        refused(CHECK, signOff("MILITARY", "DE", "x").replace("'AGREED'", "'REFUSED'"));
        ok(sign(DE_MILITARY, review, "MILITARY"));
        taken(signOff("DIPLOMATIC", "FR", "y"));
        refused(UNIQUE, signOff("DIPLOMATIC", "DE", "y"));
        refused(UNIQUE, signOff("DIPLOMATIC", "FR", "de-overseer-military"));
        refused(UNIQUE, signOff("MILITARY", "FR", "y"));
        refused(NEVER, "UPDATE sign_off SET party = 'FR' WHERE review_id = '%s'".formatted(id(review)));
        refused(NEVER, "DELETE FROM sign_off WHERE review_id = '%s'".formatted(id(review)));
    }

    /** Neither has signed the new content; but the other side of the old one. */
    @Test
    void whoSignedOneSideOfWhatItWasDoesNotSignTheOtherOfWhatItBecame() throws SQLException {
        ok(sign(DE_MILITARY, review, "MILITARY"));
        ok(patch(GB, initiative, Map.of("title", "Another")));
        hash = hash(review);
        taken(signOff("DIPLOMATIC", "FR", "y"));
        taken(signOff("MILITARY", "DE", "de-overseer-military"));
        refused(UNIQUE, signOff("DIPLOMATIC", "FR", "de-overseer-military"));
        refused(UNIQUE, signOff("DIPLOMATIC", "DE", "y"));
    }

    /** Two connections at once: neither sees the other's row, so only the lock keeps them apart. */
    @Test
    void onePersonOrPartyDoesNotSignBothSidesByTwoConnections() throws Exception {
        for (List<String> other : List.of(List.of("FR", "x"), List.of("DE", "y"))) {
            submit();
            List<Callable<String>> both = List.of(
                    () -> committed(signOff("MILITARY", "DE", "x")),
                    () -> committed(signOff("DIPLOMATIC", other.get(0), other.get(1))));
            List<String> states = AtOnce.atOnce(both);
            assertTrue(states.contains("taken") && states.contains(UNIQUE), states.toString());
        }
    }

    @Test
    void nothingIsApprovedThatBothSidesHaveNotSigned() throws SQLException {
        String approve = update("status = 'APPROVED', approved_at = now(), approved_hash = '%s'".formatted(hash));
        refused(CHECK, approve);
        ok(sign(DE_MILITARY, review, "MILITARY"));
        refused(CHECK, approve);
        taken(signOff("DIPLOMATIC", "FR", "y"), approve);
        refused(CHECK, signOff("DIPLOMATIC", "FR", "y"), approve.replace(hash, "0".repeat(64)));
        refused(CHECK, signOff("DIPLOMATIC", "FR", "y"), retitle(), approve);
        refused(CHECK, update("status = 'RETURNED', status_reason = 'x'"));
        refused(CHECK, update("status = 'VOIDED'"));
        String done = approved(FR, contribution(FR, initiative));
        refused(CHECK, signOff("MILITARY", "US", "z").replace(id(review), id(done)));
        refused(
                NEVER,
                "UPDATE review SET version = version + 1, status = 'IN_REVIEW', approved_hash = NULL, approved_at = NULL"
                        + " WHERE id = '%s'".formatted(id(done)));
        refused(NEVER, update("party = 'FR'"));
        refused(NEVER, update("submitted_by = 'y'"));
    }

    @Test
    void aReviewBeginsSubmittedAndOnceAtATime() {
        refused(UNIQUE, copy("'SUBMITTED'", "contribution_id"));
        refused(CHECK, copy("'WITHDRAWN'", "contribution_id"));
        String line = contribution(FR, initiative("COALITION"));
        refused(CHECK, copy("'SUBMITTED'", "'%s'::uuid".formatted(id(line))));
    }

    private String copy(String status, String line) {
        return """
                INSERT INTO review (id, version, created_at, updated_at, initiative_id, contribution_id, party, submitted_by, status)
                SELECT gen_random_uuid(), 1, now(), now(), initiative_id, %s, party, submitted_by, %s
                FROM review WHERE id = '%s'""".formatted(line, status, id(review));
    }

    private String signOff(String side, String party, String person) {
        return """
                INSERT INTO sign_off (id, review_id, side, verdict, party, person, content_hash, signed_at)
                SELECT gen_random_uuid(), '%s', '%s', 'AGREED', '%s', '%s', '%s', now()""".formatted(id(review), side, party, person, hash);
    }

    private String retitle() {
        return "UPDATE initiative SET version = version + 1, title = 'Another' WHERE id = '%s'"
                .formatted(id(initiative));
    }

    private String update(String change) {
        return "UPDATE review SET version = version + 1, %s WHERE id = '%s'".formatted(change, id(review));
    }

    private static void refused(String state, String... sql) {
        SQLException refusal = assertThrows(SQLException.class, () -> taken(sql), sql[sql.length - 1]);
        assertEquals(state, refusal.getSQLState(), refusal.getMessage());
    }

    private static void taken(String... sql) throws SQLException {
        try (Connection connection = MeetingsService.database();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                for (String one : sql) {
                    statement.execute(one);
                }
            } finally {
                connection.rollback();
            }
        }
    }

    private static String committed(String sql) throws SQLException {
        try (Connection connection = MeetingsService.database();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return "taken";
        } catch (SQLException refusal) {
            return refusal.getSQLState();
        }
    }
}
