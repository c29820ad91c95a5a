package org.coalition.meetings;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.Fixtures.details;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDatabase.execute;
import static org.coalition.meetings.MeetingsDatabase.number;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coalition.defaults.testing.Topics;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is written unannounced, nothing is announced unwritten, and a database in trouble is a 503. */
@QuarkusTest
class WriteDoorTest {
    private static final String NOW = "amid the write";
    private static final String AT_COMMIT = "at the commit";

    /** Ends the connection of whoever gives a meeting one of these titles, as a database that goes down does. */
    @BeforeAll
    static void disturb() throws Exception {
        execute("CREATE OR REPLACE FUNCTION goes_down() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$");
        execute("CREATE OR REPLACE TRIGGER goes_down BEFORE INSERT OR UPDATE ON meeting FOR EACH ROW"
                + " WHEN (NEW.title = '" + NOW + "') EXECUTE FUNCTION goes_down()");
        execute("DROP TRIGGER IF EXISTS goes_down_late ON meeting");
        execute("CREATE CONSTRAINT TRIGGER goes_down_late AFTER INSERT OR UPDATE ON meeting DEFERRABLE INITIALLY"
                + " DEFERRED FOR EACH ROW WHEN (NEW.title = '" + AT_COMMIT + "') EXECUTE FUNCTION goes_down()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE meeting SET title = 'stray' WHERE id = '%s'",
                "UPDATE meeting SET title = 'stray', version = version + 1 WHERE id = '%s'",
                // As if the version's own event still waited.
                "INSERT INTO outbox_event (event_id, noun, aggregate_id, aggregate_version, seq, event_type, topic, partition, key,"
                        + " headers) SELECT gen_random_uuid(), 'meeting', id, version, 9, 'x', 'x', 0, 'x', '{}' FROM meeting"
                        + " WHERE id = '%1$s'; UPDATE meeting SET title = 'stray' WHERE id = '%1$s'",
                "UPDATE meeting SET title = 'stray', version = version + 2 WHERE id = '%s'",
                "UPDATE meeting SET version = version - 1 WHERE id = '%s'",
                "DELETE FROM meeting WHERE id = '%s'",
                "TRUNCATE meeting CASCADE",
                "INSERT INTO party (id, version, created_at, updated_at, code, name, kind)"
                        + " VALUES (gen_random_uuid(), 1, now(), now(), 'STRAY', 'Stray', 'ORGANISATION')",
                "UPDATE audit_entry SET actor = 'nobody' WHERE aggregate_id = '%s'",
                "DELETE FROM audit_entry WHERE aggregate_id = '%s'",
                "TRUNCATE audit_entry"
            })
    void whatComesPastTheDoorDoesNotCommit(String stray) {
        String meeting = convened("COALITION");
        assertThrows(SQLException.class, () -> execute(stray.formatted(id(meeting))));
        as(GB_CHAIR).get(meeting).then().statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void eachVersionHasOneAuditEntryWithWhatChanged() throws Exception {
        String meeting = convened("COALITION");
        ok(patch(GB_CHAIR, meeting, Map.of("title", "Another title")));
        ok(patch(GB_CHAIR, meeting, Map.of("title", "Another title")));
        String entries = "SELECT count(*) FROM audit_entry WHERE aggregate_id = '" + id(meeting) + "'";
        assertEquals(3, number(entries));
        assertEquals(
                1,
                number(entries + " AND aggregate_version = 3 AND party = 'GB' AND actor = 'gb-reader'"
                        + " AND action = 'org.coalition.meeting.revised.v1'"
                        + " AND before->>'title' = 'London meeting of leaders' AND after->>'title' = 'Another title'"
                        + " AND NOT after ? 'host'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {NOW, AT_COMMIT})
    void aDatabaseThatGoesDownUnderAWriteIsA503AndNothingHappened(String title) throws Exception {
        String meeting = convened("COALITION");
        unavailable(patch(GB_CHAIR, meeting, Map.of("title", title)));
        Map<String, Object> details = details("COALITION");
        details.put("title", title);
        unavailable(post(GB_CHAIR, "/v1/meetings", details));
        as(GB_CHAIR).get(meeting).then().header("ETag", "\"2\"").body("title", not(equalTo(title)));
        assertEquals(0, number("SELECT count(*) FROM meeting WHERE title = '" + title + "'"));
        assertEquals(0, number("SELECT count(*) FROM audit_entry WHERE after->>'title' = '" + title + "'"));
        ok(patch(GB_CHAIR, meeting, Map.of("title", "Up again")));
        try (Topics topics = Topics.fromStart("coalition.meetings", "coalition.meetings.restricted")) {
            topics.await(message -> String.valueOf(message.value()).contains("Up again")
                    && meeting.equals(Topics.header(message, "ce_subject")));
            assertTrue(topics.all().stream()
                    .noneMatch(message -> String.valueOf(message.value()).contains("\"" + title + "\"")));
        }
    }

    @Test
    void whenEveryConnectionWaitsForALockTheRestIsA503AndSoonItIsWellAgain() throws Exception {
        String meeting = convened("COALITION");
        try (Connection connection = MeetingsDatabase.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT 1 FROM meeting WHERE id = '" + id(meeting) + "' FOR UPDATE");
            List<Callable<Response>> writers = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                Map<String, ?> changes = Map.of("title", "Title " + i);
                writers.add(() -> as(GB_CHAIR)
                        .header("If-Match", "*")
                        .contentType("application/merge-patch+json")
                        .body(changes)
                        .patch(meeting));
            }
            atOnce(writers).forEach(WriteDoorTest::unavailable);
            connection.rollback();
        }
        ok(patch(GB_CHAIR, meeting, Map.of("title", "Well again"))).then().header("ETag", "\"3\"");
    }

    @Test
    void whenAllConnectionsAreCutAnswersAre503OrAsEver() throws Exception {
        String meeting = convened("COALITION");
        List<Callable<Response>> calls = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Map<String, ?> changes = Map.of("title", "Title " + i);
            calls.add(() -> as(GB_CHAIR)
                    .header("If-Match", "*")
                    .contentType("application/merge-patch+json")
                    .body(changes)
                    .patch(meeting));
            calls.add(i, () -> as(GB_CHAIR).get("/v1/meetings?limit=200"));
        }
        calls.add(12, () -> {
            execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
            return as(GB_CHAIR).get("/v1/parties/GB");
        });
        for (Response answer : atOnce(calls)) {
            if (answer.statusCode() != 200) {
                unavailable(answer);
            }
        }
        long version = Long.parseLong(as(GB_CHAIR).get(meeting).jsonPath().getString("version"));
        assertEquals(
                version,
                number("SELECT count(*) FROM audit_entry WHERE aggregate_id = '" + id(meeting) + "'"),
                "audit entries");
    }

    private static void unavailable(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", not(nullValue()))
                .body("type", equalTo("/problems/unavailable"));
    }
}
