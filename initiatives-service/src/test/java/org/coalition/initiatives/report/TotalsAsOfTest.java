package org.coalition.initiatives.report;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.entry;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.US;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.coalition.initiatives.MeetingsService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer about a time can be had again, byte for byte, whatever comes after it. */
@QuarkusTest
class TotalsAsOfTest {
    @Inject
    Clock clock;

    private String initiative;
    private String line;

    @BeforeEach
    void open() {
        initiative = initiative("COALITION");
        line = contribution(FR, initiative);
        created(post(FR, line + "/entries", entry("COMMITMENT", "10.50")));
    }

    @Test
    void anInitiativeIsCountedUnderTheAspectThatItHadThen() {
        Response before = totals("");
        ok(patch(GB, initiative, Map.of("aspect", "TRAINING")));
        ok(patch(GB, initiative, Map.of("title", "Renamed")));
        created(post(FR, line + "/entries", entry("COMMITMENT", "1")));
        assertAgain(before);
        totals("").then().body("items.aspect", contains("TRAINING"));
        totals("&aspect=MILITARY_SUPPORT").then().body("items", empty());
        totals("&aspect=MILITARY_SUPPORT&asOf=" + before.path("asOf")).then().body("items.committed", contains(10.5f));
    }

    @Test
    void whatIsUnderWayWhenOneAsksIsNotOfATimeThatWasAnswered() throws SQLException {
        try (Connection writer = MeetingsService.database();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("SELECT 1 FROM contribution WHERE id = '%s' FOR UPDATE".formatted(id(line)));
            Instant taken = clock.instant();
            // An entry as the service writes it, but for what the guards of the door add.
            statement.execute("SET LOCAL session_replication_role = replica");
            statement.execute("""
                    INSERT INTO ledger_entry (id, contribution_id, number, kind, amount, value_date, recorded_at, recorded_by)
                    VALUES (gen_random_uuid(), '%s', 2, 'COMMITMENT', 5, '2026-01-12', '%s', 'slow')""".formatted(id(line), taken));
            statement.execute(
                    "UPDATE contribution SET committed = committed + 5, entry_count = 2, last_entry_at = '%s' WHERE id = '%s'"
                            .formatted(taken, id(line)));
            Response meanwhile = totals("");
            assertTrue(Instant.parse(meanwhile.path("asOf")).isBefore(taken), meanwhile::asString);
            writer.commit();
            assertAgain(meanwhile);
            totals("").then().body("items.committed", contains(15.5f));
        }
    }

    private void assertAgain(Response before) {
        assertEquals(before.asString(), totals("&asOf=" + before.path("asOf")).asString());
    }

    private Response totals(String more) {
        return ok(as(US).get("/v1/totals?initiativeId=" + id(initiative) + more));
    }
}
