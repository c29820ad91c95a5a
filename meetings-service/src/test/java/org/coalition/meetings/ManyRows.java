package org.coalition.meetings;

import java.sql.SQLException;
import java.util.List;
import org.coalition.defaults.testing.Plans;

/** Rows enough that it matters how they are found, with equal and missing values among them. */
final class ManyRows {
    static final int MEETINGS = Integer.getInteger("plans.meetings", 2_000);
    /** Nobody else may know of what is filled in here, so that no other test meets it. */
    static final String PARTY = "PLANS";

    private static boolean filled;

    private ManyRows() {}

    static synchronized void fill() throws SQLException {
        if (!filled) {
            Plans.fill(ROWS, "MEETINGS", MEETINGS);
            filled = true;
        }
    }

    private static final List<String> ROWS =
            List.of("""
            INSERT INTO party (id, version, created_at, updated_at, code, name, kind, member_since)
            SELECT ID(i), 1, now(), now(), CASE i WHEN 1 THEN 'PLANS' ELSE 'PLANS' || i END, 'Plans ' || i % 3, 'ORGANISATION',
              CASE WHEN i % 3 > 0 THEN '2000-01-01'::date + i % 2 END
            FROM generate_series(1, 8) i""", """
            INSERT INTO meeting (id, version, created_at, updated_at, title, level, format, host, chair_party, time_zone,
              planned_start, planned_end, convened_at, summary, visibility, visible_to, status, required_parties)
            SELECT ID(i), 1, now(), now(), 'Meeting ' || i / 2 || ' word', (ARRAY['LEADERS', 'MINISTERIAL', 'EXPERT'])[1 + i % 3],
              'ONLINE', 'PLANS', 'PLANS', 'UTC', '2020-01-01'::timestamptz + i / 3 * interval '1 hour',
              '2020-01-01'::timestamptz + (1 + i / 3) * interval '1 hour', now(), 'Words about ' || i, 'RESTRICTED', '{PLANS}',
              (ARRAY['CONVENED', 'CLOSED', 'MINUTES_APPROVED', 'CANCELLED'])[1 + i % 4], '{}'
            FROM generate_series(1, MEETINGS) i""", """
            INSERT INTO agenda_item (id, version, created_at, updated_at, meeting_id, position, number, kind, title, papers, status)
            SELECT ID(i * 16 + j), 1, now(), now(), ID(i), j, j::text, 'DISCUSSION', 'Item ' || j, '[]', 'OPEN'
            FROM generate_series(1, MEETINGS) i, generate_series(1, 10) j""", """
            INSERT INTO decision (id, version, created_at, updated_at, meeting_id, agenda_item_id, text, adoption_rule,
              entitled_parties, positions, reservations, status, adopted_at, register_number, effective_on, review_on)
            SELECT ID(i), 1, now(), now(), ID(i), ID(i * 16 + 1), 'Decision ' || i || ' word', 'CONSENSUS', '{PLANS}', '[]', '[]',
              CASE i % 2 WHEN 0 THEN 'ADOPTED' ELSE 'REJECTED' END, CASE i % 2 WHEN 0 THEN now() END,
              CASE i % 2 WHEN 0 THEN 'PLANS/' || (3000 + i % 20) || '/' || i END,
              CASE WHEN i % 3 > 0 THEN '2026-01-01'::date + i % 500 END, CASE WHEN i % 5 > 0 THEN '2027-01-01'::date + i % 300 END
            FROM generate_series(1, MEETINGS) i""", """
            INSERT INTO statement (id, version, created_at, updated_at, meeting_id, agenda_item_id, number, text, written_at,
              written_by, required_parties, endorsements, status, published_on)
            SELECT ID(i), 1, now(), now(), ID(i), ID(i * 16 + 2), 1, 'Statement ' || i || ' word', now(), 'PLANS', '{PLANS}', '[{"party": "PLANS", "stance": "ENDORSED"}]',
              CASE i % 3 WHEN 0 THEN 'DRAFT' ELSE 'PUBLISHED' END, CASE WHEN i % 3 > 0 THEN '2026-01-01'::date + i % 500 END
            FROM generate_series(1, MEETINGS) i""", """
            INSERT INTO recommendation (id, version, created_at, updated_at, meeting_id, agenda_item_id, area, focus, outcome_target,
              owner, status, review_on)
            SELECT ID(i), 1, now(), now(), ID(i), ID(i * 16 + 3), 'Area', 'Focus', 'Target', 'PLANS',
              (ARRAY['PROPOSED', 'REJECTED'])[1 + i % 2], CASE WHEN i % 3 > 0 THEN '2026-01-01'::date + i % 500 END
            FROM generate_series(1, MEETINGS) i""", """
            INSERT INTO action_item (id, version, created_at, updated_at, meeting_id, agenda_item_id, title, owner, due_on, decision_id,
              evidence, status, overdue_announced_for)
            SELECT ID(i), 1, now(), now(), ID(i), ID(i * 16 + 1), 'Action ' || i / 2, 'PLANS', '2020-01-01'::date + i % 700, ID(i),
              '[]', (ARRAY['OPEN', 'IN_PROGRESS'])[1 + i % 2], '2020-01-01'::date + i % 700
            FROM generate_series(1, MEETINGS) i""", """
            INSERT INTO series (id, version, created_at, updated_at, title, level, format, host, chair_party, counterpart, time_zone,
              first_start, agenda, phases, exclusions, backlog, visibility, visible_to)
            SELECT ID(i), 1, now(), now(), 'Series ' || i / 2, 'EXPERT', 'ONLINE', 'PLANS', 'PLANS', 'PLANS', 'UTC', now(), '[]', '[{}]',
              '[]', '[]', 'RESTRICTED', '{PLANS}'
            FROM generate_series(1, MEETINGS) i""", """
            INSERT INTO consultation (id, version, created_at, updated_at, title, trigger_text, proposed_responses, level, convened_by,
              consulted_parties, acknowledgements, visibility, visible_to, status)
            SELECT ID(i), 1, now(), now(), 'Consultation ' || i / 2, 'Trigger', '[]', 'EXPERT', 'PLANS', '{OTHER}', '[]', 'RESTRICTED',
              '{PLANS}', 'CALLED'
            FROM generate_series(1, MEETINGS) i""", """
            INSERT INTO delegation (id, version, created_at, updated_at, meeting_id, party, members, rsvp, replacements)
            SELECT ID(i * 16 + j), 1, now(), now(), ID(i), 'P' || j, '[]', 'NEEDS_ACTION', '[]'
            FROM generate_series(1, MEETINGS) i, generate_series(1, 4) j""", """
            INSERT INTO attendance (id, version, created_at, updated_at, meeting_id, delegation_id, party, presence)
            SELECT ID(i * 16 + j), 1, now(), now(), ID(i), ID(i * 16 + j), 'P' || j, 'PRESENT'
            FROM generate_series(1, MEETINGS) i, generate_series(1, 4) j""", """
            INSERT INTO minutes (id, version, created_at, updated_at, meeting_id, sections, text_version, agreements, status,
              circulated_at, comment_until)
            SELECT ID(i), 1, now(), now(), ID(i), '[]', 1, '[]', 'CIRCULATED', now(), now() + interval '1 day'
            FROM generate_series(1, MEETINGS) i""", """
            INSERT INTO minutes_correction (id, version, created_at, updated_at, meeting_id, minutes_id, party, text_version, section,
              text, reason, status)
            SELECT ID(i), 1, now(), now(), ID(1), ID(1), 'PLANS', 1, 1, 'Text ' || i, 'Reason', 'OPEN' FROM generate_series(1, 20) i""", """
            INSERT INTO minutes_version (id, version, created_at, updated_at, meeting_id, minutes_id, number, sections, party, reason)
            SELECT ID(i), 1, now(), now(), ID(1), ID(1), i, '[]', 'PLANS', 'Reason' FROM generate_series(1, 20) i""");
}
