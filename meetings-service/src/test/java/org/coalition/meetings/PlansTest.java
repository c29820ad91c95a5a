package org.coalition.meetings;

import static org.coalition.meetings.MeetingsDriver.as;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import org.coalition.defaults.testing.Plans;
import org.coalition.defaults.testing.SqlLog;
import org.coalition.defaults.testing.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each list finds its page by an index, in its order, and a page deep inside costs what the first one costs. With
 * {@code -Dplans.meetings=100000} on as many meetings, with ten items and a decision each.
 */
@QuarkusTest
class PlansTest {
    private static final int MEETINGS = Integer.getInteger("plans.meetings", 2_000);
    /** Nobody else may know of what is filled in here, so that no other test meets it. */
    private static final String PARTY = "PLANS";

    private static final String CALLER = Tokens.of(PARTY, "reader");

    @BeforeAll
    static void fill() throws SQLException {
        Plans.fill(ROWS, "MEETINGS", MEETINGS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/meetings",
                "/v1/meetings?status=CLOSED",
                "/v1/meetings?level=EXPERT",
                "/v1/meetings?host=PLANS",
                "/v1/decisions",
                "/v1/decisions?status=REJECTED",
                "/v1/decisions?meetingId=%s",
                "/v1/decisions?agendaItemId=%s",
                "/v1/decisions?reviewDue=true",
                "/v1/decision-register",
                "/v1/decision-register?year=2026",
                "/v1/statements",
                "/v1/statements?meetingId=%s",
                "/v1/action-items",
                "/v1/action-items?owner=PLANS",
                "/v1/action-items?meetingId=%s",
                "/v1/action-items?agendaItemId=%s",
                "/v1/action-items?status=DONE",
                "/v1/action-items?decisionId=%s",
                "/v1/series",
                "/v1/series?host=PLANS",
                "/v1/series?counterpart=PLANS",
                "/v1/consultations",
                "/v1/meetings?seriesId=%s",
                "/v1/recommendations",
                "/v1/recommendations?owner=PLANS",
                "/v1/recommendations?meetingId=%s",
                "/v1/recommendations?agendaItemId=%s",
                "/v1/recommendations?status=REJECTED",
                "/v1/parties?kind=STATE",
                "/v1/meetings/%s/agenda",
                "/v1/meetings/%s/delegations",
                "/v1/meetings/%s/attendances"
            })
    void aListFindsItsPageByAnIndexInItsOrder(String path) throws SQLException {
        for (String sql : selectsOf(path.formatted(Plans.row(1)))) {
            String plan = Plans.generic(
                    sql, "SET enable_seqscan = off", "SET enable_sort = off", "SET enable_bitmapscan = off");
            assertFalse(plan.contains("Seq Scan"), path + "\n" + sql + "\n" + plan);
            assertFalse(plan.contains("Sort"), path + "\n" + sql + "\n" + plan);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/meetings?q=word", "/v1/decisions?q=word", "/v1/statements?q=word"})
    void aSearchFindsItsWordsByAnIndex(String path) throws SQLException {
        for (String sql : selectsOf(path)) {
            String plan = Plans.generic(sql, "SET enable_seqscan = off", "SET enable_indexscan = off");
            assertTrue(plan.matches("(?s).*Bitmap Index Scan on [a-z_]+_search.*"), path + "\n" + sql + "\n" + plan);
        }
    }

    /** As the planner itself chooses, also when it has come to know the statement. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/meetings?q=word",
                "/v1/decisions?q=word",
                "/v1/statements?q=word",
                "/v1/decision-register?q=word"
            })
    void aRareWordIsLookedUpAndAWordOfEveryRowIsNot(String path) throws SQLException {
        String sql = selectsOf(path).get(0);
        String rare = Integer.toString(MEETINGS / 2);
        assertTrue(Plans.natural(sql, after(1, rare)).contains("_search"), () -> path + "\n" + sql);
        // With few rows it is all the same to the planner.
        if (MEETINGS >= 100_000) {
            assertFalse(Plans.natural(sql, after(1, "word")).contains("_search"), () -> path + "\n" + sql);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/meetings?limit=50",
                "/v1/decisions?limit=50",
                "/v1/statements?limit=50",
                "/v1/recommendations?limit=50",
                "/v1/action-items?limit=50",
                "/v1/series?limit=50",
                "/v1/consultations?limit=50"
            })
    void aPageDeepInsideReadsAsMuchAsTheFirst(String path) throws SQLException {
        String sql = selectsOf(path).get(0);
        long first = Plans.buffers(sql, after(1, PARTY));
        long deep = Plans.buffers(sql, after(MEETINGS * 9 / 10, PARTY));
        assertTrue(
                deep <= 2 * first + 20, path + ": " + first + " buffers for the first page, " + deep + " deep inside");
    }

    private static List<String> selectsOf(String path) {
        List<String> selects = SqlLog.during(() -> as(CALLER).get(path).then().statusCode(200)).stream()
                // Not what a scheduler asks meanwhile, to which all is visible.
                .filter(sql -> sql.startsWith("select") && (sql.contains("visible_to") || sql.contains("from party")))
                .toList();
        assertFalse(selects.isEmpty(), path);
        return selects;
    }

    private static Plans.Values after(int meeting, String words) {
        return (type, parameter, sql) -> switch (type) {
            case "uuid" -> "'" + Plans.row(meeting) + "'";
            case "bigint", "integer" -> sql.contains("offset " + parameter + " ") ? "0" : "51";
            default ->
                sql.contains("'english', " + parameter + ")") || sql.contains("length(" + parameter + ")")
                        ? "'" + words + "'"
                        : "'" + PARTY + "'";
        };
    }

    private static final List<String> ROWS = List.of("""
            INSERT INTO party (id, version, created_at, updated_at, code, name, kind)
            VALUES (gen_random_uuid(), 1, now(), now(), 'PLANS', 'Plans', 'ORGANISATION') ON CONFLICT DO NOTHING""", """
            INSERT INTO meeting (id, version, created_at, updated_at, title, level, format, host, chair_party, time_zone,
              planned_start, planned_end, convened_at, summary, visibility, visible_to, status, required_parties)
            SELECT ID(i), 1, now(), now(), 'Meeting ' || i || ' word', (ARRAY['LEADERS', 'MINISTERIAL', 'EXPERT'])[1 + i % 3],
              'ONLINE', 'PLANS', 'PLANS', 'UTC', '2020-01-01'::timestamptz + i * interval '1 hour',
              '2020-01-01'::timestamptz + (i + 1) * interval '1 hour', now(), 'Words about ' || i, 'RESTRICTED', '{PLANS}',
              (ARRAY['CONVENED', 'CLOSED', 'MINUTES_APPROVED', 'CANCELLED'])[1 + i % 4], '{}'
            FROM generate_series(1, MEETINGS) i""", """
            INSERT INTO agenda_item (id, version, created_at, updated_at, meeting_id, position, number, kind, title, papers, status)
            SELECT ID(i * 16 + j), 1, now(), now(), ID(i), j, j::text, 'DISCUSSION', 'Item ' || j, '[]', 'OPEN'
            FROM generate_series(1, MEETINGS) i, generate_series(1, 10) j""", """
            INSERT INTO decision (id, version, created_at, updated_at, meeting_id, agenda_item_id, text, adoption_rule,
              entitled_parties, positions, reservations, status, adopted_at, register_number)
            SELECT ID(i), 1, now(), now(), ID(i), ID(i * 16 + 1), 'Decision ' || i || ' word', 'CONSENSUS', '{PLANS}', '[]', '[]',
              CASE i % 2 WHEN 0 THEN 'ADOPTED' ELSE 'REJECTED' END, CASE i % 2 WHEN 0 THEN now() END,
              CASE i % 2 WHEN 0 THEN 'PLANS/' || (3000 + i % 20) || '/' || i END
            FROM generate_series(1, MEETINGS) i""", """
            INSERT INTO statement (id, version, created_at, updated_at, meeting_id, agenda_item_id, number, text, written_at,
              written_by, required_parties, endorsements, status)
            SELECT ID(i), 1, now(), now(), ID(i), ID(i * 16 + 2), 1, 'Statement ' || i || ' word', now(), 'PLANS', '{PLANS}', '[]', 'DRAFT'
            FROM generate_series(1, MEETINGS) i""", """
            INSERT INTO recommendation (id, version, created_at, updated_at, meeting_id, agenda_item_id, area, focus, outcome_target,
              owner, status)
            SELECT ID(i), 1, now(), now(), ID(i), ID(i * 16 + 3), 'Area', 'Focus', 'Target', 'PLANS',
              (ARRAY['PROPOSED', 'REJECTED'])[1 + i % 2]
            FROM generate_series(1, MEETINGS) i""", """
            INSERT INTO action_item (id, version, created_at, updated_at, meeting_id, agenda_item_id, title, owner, due_on, decision_id,
              evidence, status, overdue_announced_for)
            SELECT ID(i), 1, now(), now(), ID(i), ID(i * 16 + 1), 'Action ' || i, 'PLANS', '2020-01-01'::date + i % 4000, ID(i),
              '[]', (ARRAY['OPEN', 'IN_PROGRESS'])[1 + i % 2], '2020-01-01'::date + i % 4000
            FROM generate_series(1, MEETINGS) i""", """
            INSERT INTO series (id, version, created_at, updated_at, title, level, format, host, chair_party, counterpart, time_zone,
              first_start, agenda, phases, exclusions, backlog, visibility, visible_to)
            SELECT ID(i), 1, now(), now(), 'Series ' || i, 'EXPERT', 'ONLINE', 'PLANS', 'PLANS', 'PLANS', 'UTC', now(), '[]', '[{}]',
              '[]', '[]', 'RESTRICTED', '{PLANS}'
            FROM generate_series(1, MEETINGS) i""", """
            INSERT INTO consultation (id, version, created_at, updated_at, title, trigger_text, proposed_responses, level, convened_by,
              consulted_parties, acknowledgements, visibility, visible_to, status)
            SELECT ID(i), 1, now(), now(), 'Consultation ' || i, 'Trigger', '[]', 'EXPERT', 'PLANS', '{OTHER}', '[]', 'RESTRICTED',
              '{PLANS}', 'CALLED'
            FROM generate_series(1, MEETINGS) i""", """
            INSERT INTO delegation (id, version, created_at, updated_at, meeting_id, party, members, rsvp, replacements)
            SELECT ID(i * 16 + j), 1, now(), now(), ID(i), 'P' || j, '[]', 'NEEDS_ACTION', '[]'
            FROM generate_series(1, MEETINGS) i, generate_series(1, 4) j""", """
            INSERT INTO attendance (id, version, created_at, updated_at, meeting_id, delegation_id, party, presence)
            SELECT ID(i * 16 + j), 1, now(), now(), ID(i), ID(i * 16 + j), 'P' || j, 'PRESENT'
            FROM generate_series(1, MEETINGS) i, generate_series(1, 4) j""");
}
