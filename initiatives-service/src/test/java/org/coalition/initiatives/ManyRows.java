package org.coalition.initiatives;

import java.sql.SQLException;
import java.util.List;
import org.coalition.defaults.testing.Plans;

/** Rows enough that it matters how they are found, with equal and missing values among them. */
final class ManyRows {
    static final int CONTRIBUTIONS = Integer.getInteger("plans.contributions", 2_000);
    /** Nobody else may know of what is filled in here, so that no other test meets it. */
    static final String PARTY = "PLANS";

    private static boolean filled;

    private ManyRows() {}

    static synchronized void fill() throws SQLException {
        if (!filled) {
            Plans.fill(ROWS, "CONTRIBUTIONS", CONTRIBUTIONS);
            filled = true;
        }
    }

    /** An initiative for each hundred lines; the figures of a line are those of its entries. */
    private static final List<String> ROWS =
            List.of("""
            INSERT INTO initiative (id, version, created_at, updated_at, title, aspect, support_measures, expected_outcomes,
              lead_parties, participants, recipients, visibility, visible_to, status, approved_at, approval_reason)
            SELECT ID(i), 1, now(), now(), 'Initiative ' || i / 2, (ARRAY['TRAINING', 'MILITARY_SUPPORT', 'CYBER_DEFENSE'])[1 + i % 3],
              '{}', '{}', '{PLANS}', '{}', '{UA}', 'RESTRICTED', '{PLANS}', CASE WHEN i % 3 > 0 THEN 'APPROVED' ELSE 'PIPELINE' END,
              CASE WHEN i % 3 > 0 THEN '2026-01-01'::timestamptz + i % 7 * interval '1 hour' END, CASE WHEN i % 3 > 0 THEN 'Reason' END
            FROM generate_series(1, 1 + CONTRIBUTIONS / 100) i""", """
            INSERT INTO initiative_aspect (initiative_id, aspect, since, until)
            SELECT id, aspect, '-infinity', 'infinity' FROM initiative WHERE id >= ID(0)""", """
            INSERT INTO contribution (id, version, created_at, updated_at, initiative_id, party, track, instrument, description,
              currency, pledged, committed, allocated, disbursed, entry_count, last_entry_at)
            SELECT ID(i), 11, now(), now(), ID(1 + i / 100), CASE i % 5 WHEN 0 THEN 'PLANS' ELSE 'PLANS' || i % 30 END,
              (ARRAY['MILITARY', 'HUMANITARIAN', 'ECONOMIC', 'DIPLOMATIC'])[1 + i % 4], (ARRAY['GRANT', 'LOAN'])[1 + i % 2], 'Line ' || i,
              (ARRAY['EUR', 'USD', 'GBP'])[1 + i % 3], 7 + 2 * (i % 10), 22 + 4 * (i % 10), 14 + 2 * (i % 10), 12 + 2 * (i % 10), 10,
              '2024-01-01'::timestamptz + interval '300 days' + (i % 86400) * interval '1 second'
            FROM generate_series(1, CONTRIBUTIONS) i""", """
            INSERT INTO ledger_entry (id, contribution_id, number, kind, amount, value_date, recorded_at, recorded_by)
            SELECT ID(i * 10 + j), ID(i), j, (ARRAY['PLEDGE', 'COMMITMENT', 'COMMITMENT', 'DISBURSEMENT', 'ALLOCATION', 'PLEDGE',
                'COMMITMENT', 'DISBURSEMENT', 'ALLOCATION', 'COMMITMENT'])[j], j + i % 10, '2024-01-01'::date + j * 30 + i % 30,
              '2024-01-01'::timestamptz + j * interval '30 days' + (i % 86400) * interval '1 second', 'plans'
            FROM generate_series(1, CONTRIBUTIONS) i, generate_series(1, 10) j""", """
            INSERT INTO ledger_total (aspect, visibility, visible_to, party, track, instrument, currency, kind, value_date, amount, entries,
              counts_from, merged)
            SELECT i.aspect, i.visibility, i.visible_to, c.party, c.track, c.instrument, c.currency, e.kind,
              date_trunc('month', e.value_date), sum(e.amount), count(*), max(e.recorded_at), true
            FROM ledger_entry e JOIN contribution c ON c.id = e.contribution_id JOIN initiative i ON i.id = c.initiative_id
            WHERE e.id >= ID(0) GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9""", """
            INSERT INTO delivery (id, version, created_at, updated_at, contribution_id, initiative_id, party, currency, recipient,
              description, amount, stage, stage_reason, custody, ready_at, promised_on, original_promised_on, promise_revisions,
              articles, serial_numbers, late_announced_for)
            SELECT ID(i), 1, now(), now(), ID(i), ID(1 + i / 100), 'PLANS', 'EUR', 'UA', 'Delivery ' || i, 1,
              CASE i % 20 WHEN 0 THEN 'READY' ELSE 'CANCELLED' END, CASE i % 20 WHEN 0 THEN NULL ELSE 'x' END, '[]', now(),
              '2020-01-01', '2020-01-01', '[]', '[]', '{}', '2020-01-01'
            FROM generate_series(1, CONTRIBUTIONS) i""", """
            INSERT INTO need (id, version, created_at, updated_at, recipient, initiative_id, item, quantity, unit, met, priority,
              needed_by, visibility, visible_to, status)
            SELECT ID(i), 1, now(), now(), 'PLANS', ID(1 + i / 100), 'Item ' || i / 2, 1, 'pieces', 0,
              (ARRAY['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'])[1 + i % 4], '2026-01-01'::date + i % 500, 'RESTRICTED', '{PLANS}', 'OPEN'
            FROM generate_series(1, CONTRIBUTIONS) i""", """
            INSERT INTO milestone (id, version, created_at, updated_at, initiative_id, title, due_on, first_due_on, status,
              overdue_announced_for)
            SELECT ID(i), 1, now(), now(), ID(1 + i / 100), 'Milestone ' || i / 2, '2020-01-01'::date + i % 700, '2020-01-01',
              'SCHEDULED', '2020-01-01'::date + i % 700
            FROM generate_series(1, CONTRIBUTIONS) i""", """
            INSERT INTO indicator (id, version, created_at, updated_at, initiative_id, title, expected_outcome, measure, ascending,
              baseline_value, baseline_on, periods)
            SELECT ID(i), 1, now(), now(), ID(1 + i / 100), 'Indicator ' || i / 2, 'Outcome', 'PERCENTAGE', true, 0, '2024-12-31',
              '[{"start": "2025-01-01", "end": "2025-12-31", "target": 100}]'
            FROM generate_series(1, CONTRIBUTIONS / 5) i""", """
            INSERT INTO finding (id, version, created_at, updated_at, initiative_id, raised_by, owner, title, description,
              recommendation, severity, due_on, status, overdue_announced_for)
            SELECT ID(i), 1, now(), now(), ID(1 + i / 100), 'PLANS', 'UA', 'Finding ' || i / 2, 'Text', 'Text', 'LOW',
              '2020-01-01'::date + i % 700, 'OPEN_UNRESOLVED', '2020-01-01'::date + i % 700
            FROM generate_series(1, CONTRIBUTIONS / 5) i""", """
            INSERT INTO review (id, version, created_at, updated_at, initiative_id, contribution_id, party, submitted_by, status,
              approved_hash, approved_at)
            SELECT ID(i), 1, now(), now(), ID(1 + i / 100), ID(i), 'PLANS', 'plans', CASE WHEN i % 3 > 0 THEN 'APPROVED' ELSE 'WITHDRAWN' END,
              CASE WHEN i % 3 > 0 THEN content_hash(ID(1 + i / 100), ID(i)) END,
              CASE WHEN i % 3 > 0 THEN '2026-01-01'::timestamptz + i % 500 * interval '1 hour' END
            FROM generate_series(1, CONTRIBUTIONS / 10) i""", """
            INSERT INTO acceleration_request (id, version, created_at, updated_at, delivery_id, initiative_id, party, asked_by,
              wanted_on, reason, status)
            SELECT ID(i), 1, now(), now(), ID(i), ID(1 + i / 100), 'PLANS', 'UA', '2020-01-01'::date + i % 700, 'Reason', 'WITHDRAWN'
            FROM generate_series(1, CONTRIBUTIONS / 5) i""", """
            INSERT INTO offer (id, version, created_at, updated_at, need_id, party, quantity, available_from, status)
            SELECT ID(i), 1, now(), now(), ID(1), 'UA', 1, '2026-01-01'::date + i % 30, 'OFFERED' FROM generate_series(1, 100) i""", """
            INSERT INTO article (id, delivery_id, contribution_id, initiative_id, party, recipient, holder, serial_number, description,
              sensitive, arrived_on, status, awaiting)
            SELECT ID(i), ID(i), ID(i), ID(1 + i / 100), 'PLANS', 'UA', 'UA', 'S' || i % 300, 'Article', false,
              '2020-01-01'::date + i % 700, 'HELD', false
            FROM generate_series(1, CONTRIBUTIONS / 5) i""", """
            INSERT INTO end_use_check (id, version, created_at, updated_at, delivery_id, initiative_id, party, holder, serial_numbers,
              results, checked_on, place, basis, recorded_by, person, status)
            SELECT ID(i), 1, now(), now(), ID(i), ID(1 + i / 100), 'PLANS', 'UA', '{S1}', '[{"serialNumber": "S1", "outcome": "PRESENT"}]',
              '2020-01-01'::date + i % 700, 'Depot', 'SELF_REPORT', 'UA', 'plans', 'REPORTED'
            FROM generate_series(1, CONTRIBUTIONS / 5) i""", """
            INSERT INTO loss_report (id, version, created_at, updated_at, delivery_id, initiative_id, party, holder, serial_numbers,
              kind, lost_on, circumstances, status)
            SELECT ID(i), 1, now(), now(), ID(i), ID(1 + i / 100), 'PLANS', 'UA', '{S1}', 'LOST', '2020-01-01'::date + i % 700,
              'Circumstances', 'REPORTED'
            FROM generate_series(1, CONTRIBUTIONS / 5) i""", """
            INSERT INTO transfer (id, version, created_at, updated_at, delivery_id, initiative_id, party, holder, to_party,
              serial_numbers, purpose, status, authorised_at, transferred_on, completed_at)
            SELECT ID(i), 1, now(), now(), ID(i), ID(1 + i / 100), 'PLANS', 'UA', 'DE', '{S1}', 'Purpose',
              CASE WHEN i % 3 > 0 THEN 'TRANSFERRED' ELSE 'REQUESTED' END, CASE WHEN i % 3 > 0 THEN now() END,
              CASE WHEN i % 3 > 0 THEN '2020-01-01'::date + i % 500 END, CASE WHEN i % 3 > 0 THEN now() END
            FROM generate_series(1, CONTRIBUTIONS / 5) i""", """
            INSERT INTO exchange_rate (id, version, created_at, updated_at, base, quote, rate, day, source, number, reason)
            SELECT ID(i), 1, now(), now(), 'XAA', 'XBB', 1, '1990-01-01'::date + i / 2, 'Plans', 1 + i % 2,
              CASE i % 2 WHEN 1 THEN 'Reason' END
            FROM generate_series(1, 12) i""", """
            INSERT INTO transparency_report (id, version, created_at, updated_at, quarter, edition, reason, as_of, snapshot, published_by)
            SELECT ID(i), 1, now(), now(), '1990-Q' || 1 + i / 3, 1 + i % 3, CASE WHEN i % 3 > 0 THEN 'Reason' END, now(), '{}', 'PLANS'
            FROM generate_series(1, 8) i""");
}
