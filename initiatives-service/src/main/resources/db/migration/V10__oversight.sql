-- Oversight: reviews with two independent sign-offs, findings, and what becomes of serial-numbered articles once they have arrived.

-- The content that a review is of, in one form only: jsonb writes the same content by the same letters. What an initiative is tied to
-- stands in it as a digest, as not all who may know of the initiative may know of that.
CREATE FUNCTION reviewed_content(of_initiative uuid, of_contribution uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN of_contribution IS NULL THEN (
    SELECT jsonb_build_object(
      'type', 'initiative', 'id', i.id, 'title', i.title, 'aspect', i.aspect, 'focusArea', i.focus_area,
      'supportMeasures', i.support_measures, 'expectedOutcomes', i.expected_outcomes, 'leadParties', i.lead_parties,
      'participants', i.participants, 'recipients', i.recipients, 'visibility', i.visibility, 'visibleTo', i.visible_to,
      'tiedTo', encode(sha256(convert_to(jsonb_build_array(
        i.id, i.origin_decision, i.parent_id,
        (SELECT jsonb_agg(d.depends_on ORDER BY d.depends_on) FROM initiative_dependency d WHERE d.initiative_id = i.id)
      )::text, 'UTF8')), 'hex'))::text
    FROM initiative i WHERE i.id = of_initiative)
  ELSE (
    SELECT jsonb_build_object(
      'type', 'contribution', 'id', c.id, 'initiativeId', c.initiative_id, 'party', c.party, 'track', c.track,
      'instrument', c.instrument, 'description', c.description, 'currency', c.currency, 'unit', c.unit,
      'privatePartner', jsonb_build_array(c.private_partner_name, c.private_partner_country),
      'conditions', c.conditions, 'cohorts', c.cohorts, 'splitFrom', c.split_from, 'splitAt', c.split_at AT TIME ZONE 'UTC',
      'ledger', jsonb_build_object(
        'entries', c.entry_count, 'pledged', c.pledged, 'committed', c.committed, 'allocated', c.allocated,
        'disbursed', c.disbursed, 'delivered', c.delivered,
        'sha256', (
          SELECT encode(sha256(convert_to(coalesce(string_agg(jsonb_build_array(
            l.number, l.kind, l.amount, l.value_date, l.agreement_ref, l.reverses, l.reason, l.exception_reason, l.carried_from,
            l.recorded_at AT TIME ZONE 'UTC', l.recorded_by)::text, E'\n' ORDER BY l.number), ''), 'UTF8')), 'hex')
          FROM ledger_entry l WHERE l.contribution_id = c.id)))::text
    FROM contribution c WHERE c.id = of_contribution AND c.initiative_id = of_initiative)
  END $$;

CREATE FUNCTION content_hash(of_initiative uuid, of_contribution uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(reviewed_content(of_initiative, of_contribution), 'UTF8')), 'hex') $$;

CREATE TABLE review (
  id                   uuid PRIMARY KEY,
  version              bigint NOT NULL,
  created_at           timestamptz NOT NULL,
  updated_at           timestamptz NOT NULL,
  initiative_id        uuid NOT NULL REFERENCES initiative (id),
  -- Null if the initiative itself is reviewed.
  contribution_id      uuid REFERENCES contribution (id),
  party                text NOT NULL CHECK (party ~ '^[A-Z][A-Z0-9]{1,9}$'),
  submitted_by         text NOT NULL,
  remark               text,
  -- VOIDED is never stored: it is what APPROVED has become by a change of the content.
  status               text NOT NULL CHECK (status IN ('SUBMITTED', 'IN_REVIEW', 'APPROVED', 'RETURNED', 'WITHDRAWN')),
  status_reason        text,
  -- Of the content that was approved.
  approved_hash        text,
  approved_at          timestamptz,
  -- Of the other content whose coming has been announced.
  void_announced_for   text,
  CHECK ((status = 'APPROVED') = (approved_hash IS NOT NULL)),
  CHECK ((approved_hash IS NULL) = (approved_at IS NULL)),
  CHECK (status <> 'RETURNED' OR status_reason IS NOT NULL)
);
-- The reviews within an initiative, of a contribution, of a submitter, in a state; each in the order of creation.
CREATE INDEX review_by_initiative ON review (initiative_id, id);
CREATE INDEX review_by_contribution ON review (contribution_id, id) WHERE contribution_id IS NOT NULL;
CREATE INDEX review_by_party ON review (party, id);
CREATE INDEX review_by_status ON review (status, id);
-- One open review of the same thing.
CREATE UNIQUE INDEX review_open ON review (coalesce(contribution_id, initiative_id)) WHERE status IN ('SUBMITTED', 'IN_REVIEW');
-- The last review of each thing.
CREATE INDEX review_of_the_same ON review ((coalesce(contribution_id, initiative_id)), id);

CREATE TABLE sign_off (
  id           uuid PRIMARY KEY,
  review_id    uuid NOT NULL REFERENCES review (id),
  side         text NOT NULL CHECK (side IN ('MILITARY', 'DIPLOMATIC')),
  verdict      text NOT NULL CHECK (verdict IN ('AGREED', 'REFUSED')),
  party        text NOT NULL,
  person       text NOT NULL,
  content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  grounds      text,
  signed_at    timestamptz NOT NULL,
  CHECK (verdict = 'AGREED' OR grounds IS NOT NULL),
  -- Of one content there is one sign-off of each side, and no person and no party gives two. The first serves those of a review.
  UNIQUE (review_id, content_hash, side),
  UNIQUE (review_id, content_hash, person),
  UNIQUE (review_id, content_hash, party)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON sign_off FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON sign_off FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Who signs off is none of those who submitted or run it, has never signed the other side of this review, and names the content as it is.
CREATE FUNCTION signs_off_or_refused() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_review review;
BEGIN
  PERFORM 1 FROM initiative WHERE id = (SELECT initiative_id FROM review WHERE id = NEW.review_id) FOR SHARE;
  PERFORM 1 FROM contribution WHERE id = (SELECT contribution_id FROM review WHERE id = NEW.review_id) FOR SHARE;
  -- Whoever signs takes turns.
  SELECT * INTO of_review FROM review WHERE id = NEW.review_id FOR NO KEY UPDATE;
  IF of_review.status NOT IN ('SUBMITTED', 'IN_REVIEW') THEN
    RAISE EXCEPTION 'review % is %', NEW.review_id, of_review.status USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.party = of_review.party OR NEW.person = of_review.submitted_by
     OR (of_review.contribution_id IS NULL
         AND EXISTS (SELECT 1 FROM initiative i WHERE i.id = of_review.initiative_id AND NEW.party = ANY (i.lead_parties))) THEN
    RAISE EXCEPTION 'review % is signed off by who submitted or runs it', NEW.review_id USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM sign_off s WHERE s.review_id = NEW.review_id AND s.side <> NEW.side
               AND (s.person = NEW.person OR s.party = NEW.party)) THEN
    RAISE EXCEPTION 'review % has a sign-off of the other side by the same', NEW.review_id USING ERRCODE = 'unique_violation';
  END IF;
  IF NEW.content_hash IS DISTINCT FROM content_hash(of_review.initiative_id, of_review.contribution_id) THEN
    RAISE EXCEPTION 'review % is of another content', NEW.review_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signs_off BEFORE INSERT ON sign_off FOR EACH ROW EXECUTE FUNCTION signs_off_or_refused();

-- It is approved by both sides' sign-offs of the content as it is, and returned by one refusal.
CREATE FUNCTION signed_off_or_refused() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'SUBMITTED'
       OR (NEW.contribution_id IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM contribution c
                           WHERE (c.id, c.initiative_id, c.party) = (NEW.contribution_id, NEW.initiative_id, NEW.party))) THEN
      RAISE EXCEPTION 'review % does not begin so', NEW.id USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NEW.status = 'APPROVED'
     AND (NEW.approved_hash IS DISTINCT FROM content_hash(NEW.initiative_id, NEW.contribution_id)
          OR (SELECT count(*) FROM sign_off s
              WHERE s.review_id = NEW.id AND s.content_hash = NEW.approved_hash AND s.verdict = 'AGREED') <> 2) THEN
    RAISE EXCEPTION 'review % is not signed off by both sides', NEW.id USING ERRCODE = 'check_violation';
  ELSIF NEW.status = 'RETURNED' AND NOT EXISTS (SELECT 1 FROM sign_off s WHERE s.review_id = NEW.id AND s.verdict = 'REFUSED') THEN
    RAISE EXCEPTION 'review % is refused by no side', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER begins BEFORE INSERT ON review FOR EACH ROW EXECUTE FUNCTION signed_off_or_refused();
CREATE TRIGGER signed_off BEFORE UPDATE ON review FOR EACH ROW
  WHEN (NEW.status <> OLD.status) EXECUTE FUNCTION signed_off_or_refused();
CREATE TRIGGER fixed_terms BEFORE UPDATE ON review FOR EACH ROW
  WHEN ((OLD.initiative_id, OLD.contribution_id, OLD.party, OLD.submitted_by)
          IS DISTINCT FROM (NEW.initiative_id, NEW.contribution_id, NEW.party, NEW.submitted_by)
        OR (OLD.status IN ('APPROVED', 'RETURNED', 'WITHDRAWN')
            AND (OLD.status, OLD.approved_hash) IS DISTINCT FROM (NEW.status, NEW.approved_hash)))
  EXECUTE FUNCTION refuse_change();

CREATE TABLE finding (
  id                    uuid PRIMARY KEY,
  version               bigint NOT NULL,
  created_at            timestamptz NOT NULL,
  updated_at            timestamptz NOT NULL,
  initiative_id         uuid NOT NULL REFERENCES initiative (id),
  contribution_id       uuid REFERENCES contribution (id),
  review_id             uuid REFERENCES review (id),
  raised_by             text NOT NULL,
  -- What it asks is asked of another party.
  owner                 text NOT NULL CHECK (owner ~ '^[A-Z][A-Z0-9]{1,9}$' AND owner <> raised_by),
  title                 text NOT NULL,
  description           text NOT NULL,
  recommendation        text NOT NULL,
  severity              text NOT NULL CHECK (severity IN ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  questioned            numeric CHECK (questioned > 0 AND questioned < 1000000000000000 AND scale(questioned) <= 4),
  questioned_currency   text CHECK (questioned_currency ~ '^[A-Z]{3}$'),
  due_on                date NOT NULL,
  status                text NOT NULL CHECK (status IN ('OPEN_UNRESOLVED', 'OPEN_RESOLVED', 'CLOSED')),
  status_reason         text,
  -- What the owner plans; and since when the other side agrees to it.
  plan                  jsonb,
  plan_agreed_at        timestamptz,
  evidence              jsonb,
  closed_at             timestamptz,
  -- The due date whose passing has been announced.
  overdue_announced_for date,
  CHECK ((questioned IS NULL) = (questioned_currency IS NULL)),
  CHECK ((status = 'OPEN_UNRESOLVED') = (plan_agreed_at IS NULL)),
  CHECK (plan_agreed_at IS NULL OR plan IS NOT NULL),
  CHECK (evidence IS NULL OR plan_agreed_at IS NOT NULL),
  CHECK ((status = 'CLOSED') = (closed_at IS NOT NULL)),
  CHECK (status <> 'CLOSED' OR evidence IS NOT NULL)
);
-- The findings on an initiative, on a contribution, out of a review, of an owner, by a party, in a state, of a severity; each in the
-- order of creation.
CREATE INDEX finding_by_initiative ON finding (initiative_id, id);
CREATE INDEX finding_by_contribution ON finding (contribution_id, id) WHERE contribution_id IS NOT NULL;
CREATE INDEX finding_by_review ON finding (review_id, id) WHERE review_id IS NOT NULL;
CREATE INDEX finding_by_owner ON finding (owner, id);
CREATE INDEX finding_by_raiser ON finding (raised_by, id);
CREATE INDEX finding_by_status ON finding (status, id);
CREATE INDEX finding_by_severity ON finding (severity, id);
-- Those that are overdue, and those whose being so is still to be announced.
CREATE INDEX finding_overdue ON finding (due_on, id) WHERE status IN ('OPEN_UNRESOLVED', 'OPEN_RESOLVED');
CREATE INDEX finding_to_announce ON finding (due_on)
  WHERE status IN ('OPEN_UNRESOLVED', 'OPEN_RESOLVED') AND overdue_announced_for IS DISTINCT FROM due_on;

CREATE FUNCTION finds_on_one_initiative_or_refused() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.contribution_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM contribution c WHERE (c.id, c.initiative_id) = (NEW.contribution_id, NEW.initiative_id)))
     OR (NEW.review_id IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM review r WHERE (r.id, r.initiative_id) = (NEW.review_id, NEW.initiative_id))) THEN
    RAISE EXCEPTION 'finding % is on several initiatives', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER finds_on_one_initiative BEFORE INSERT ON finding FOR EACH ROW EXECUTE FUNCTION finds_on_one_initiative_or_refused();
CREATE TRIGGER fixed_terms BEFORE UPDATE ON finding FOR EACH ROW
  WHEN ((OLD.initiative_id, OLD.contribution_id, OLD.review_id, OLD.raised_by, OLD.owner)
        IS DISTINCT FROM (NEW.initiative_id, NEW.contribution_id, NEW.review_id, NEW.raised_by, NEW.owner))
  EXECUTE FUNCTION refuse_change();
-- An open finding is closed only out of the state in which its plan is agreed.
CREATE TRIGGER closed_when_resolved BEFORE UPDATE ON finding FOR EACH ROW
  WHEN (NEW.status = 'CLOSED' AND OLD.status = 'OPEN_UNRESOLVED') EXECUTE FUNCTION refuse_change();

-- Where each serial-numbered article is that a recipient has confirmed. Nobody writes here: it follows from the deliveries and from what
-- was said of their articles since.
CREATE TABLE article (
  id              uuid PRIMARY KEY,
  delivery_id     uuid NOT NULL REFERENCES delivery (id),
  contribution_id uuid NOT NULL,
  initiative_id   uuid NOT NULL,
  party           text NOT NULL,
  recipient       text NOT NULL,
  -- The recipient, or to whom it was transferred since.
  holder          text NOT NULL,
  serial_number   text NOT NULL,
  description     text NOT NULL,
  value           numeric,
  currency        text,
  sensitive       boolean NOT NULL,
  arrived_on      date NOT NULL,
  status          text NOT NULL CHECK (status IN ('HELD', 'LOST', 'EXPENDED', 'RETURNED')),
  last_outcome    text,
  last_checked_on date,
  -- By when the next inventory is due; null if none is.
  due_on          date,
  awaiting        boolean NOT NULL,
  -- Serves those of a delivery.
  UNIQUE (delivery_id, serial_number)
);
-- The articles within an initiative, under a contribution, of a giver, of a recipient, with a holder, of a serial number; each in the
-- order of their ids.
CREATE INDEX article_by_initiative ON article (initiative_id, id);
CREATE INDEX article_by_contribution ON article (contribution_id, id);
CREATE INDEX article_by_party ON article (party, id);
CREATE INDEX article_by_recipient ON article (recipient, id);
CREATE INDEX article_by_holder ON article (holder, id);
CREATE INDEX article_by_serial_number ON article (serial_number, id);
-- Those whose inventory is due, and the report over them.
CREATE INDEX article_due ON article (due_on, id) WHERE due_on IS NOT NULL;

CREATE TABLE end_use_check (
  id             uuid PRIMARY KEY,
  version        bigint NOT NULL,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  delivery_id    uuid NOT NULL REFERENCES delivery (id),
  initiative_id  uuid NOT NULL REFERENCES initiative (id),
  party          text NOT NULL,
  holder         text NOT NULL,
  serial_numbers varchar[] NOT NULL CHECK (cardinality(serial_numbers) > 0),
  results        jsonb NOT NULL,
  checked_on     date NOT NULL,
  place          text NOT NULL,
  remark         text,
  document       jsonb,
  basis          text NOT NULL CHECK (basis IN ('SELF_REPORT', 'INSPECTION')),
  recorded_by    text NOT NULL,
  person         text NOT NULL,
  status         text NOT NULL CHECK (status IN ('REPORTED', 'VERIFIED', 'REJECTED')),
  status_reason  text,
  verified_by    text,
  verifier       text,
  verified_at    timestamptz,
  CHECK ((basis = 'SELF_REPORT') = (recorded_by = holder)),
  CHECK (jsonb_array_length(results) = cardinality(serial_numbers)),
  CHECK (status <> 'REJECTED' OR status_reason IS NOT NULL),
  CHECK (num_nulls(verified_by, verifier, verified_at) IN (0, 3)),
  -- What the holder reports counts once somebody else has verified it; what an overseer of another party has seen, counts.
  CHECK ((verified_by IS NOT NULL) = (basis = 'SELF_REPORT' AND status <> 'REPORTED')),
  CHECK (basis = 'SELF_REPORT' OR status = 'VERIFIED'),
  CHECK (verified_by <> holder AND verifier <> person)
);
-- The checks of a delivery's articles, within an initiative, with a holder, in a state; each in the order of creation.
CREATE INDEX end_use_check_by_delivery ON end_use_check (delivery_id, id);
CREATE INDEX end_use_check_by_initiative ON end_use_check (initiative_id, id);
CREATE INDEX end_use_check_by_holder ON end_use_check (holder, id);
CREATE INDEX end_use_check_by_status ON end_use_check (status, id);
CREATE TRIGGER fixed_terms BEFORE UPDATE ON end_use_check FOR EACH ROW
  WHEN ((OLD.delivery_id, OLD.initiative_id, OLD.holder, OLD.serial_numbers, OLD.results, OLD.checked_on, OLD.basis, OLD.recorded_by, OLD.person)
          IS DISTINCT FROM
        (NEW.delivery_id, NEW.initiative_id, NEW.holder, NEW.serial_numbers, NEW.results, NEW.checked_on, NEW.basis, NEW.recorded_by, NEW.person)
        OR (OLD.status <> 'REPORTED' AND OLD.status <> NEW.status))
  EXECUTE FUNCTION refuse_change();

CREATE TABLE loss_report (
  id             uuid PRIMARY KEY,
  version        bigint NOT NULL,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  delivery_id    uuid NOT NULL REFERENCES delivery (id),
  initiative_id  uuid NOT NULL REFERENCES initiative (id),
  -- Who gave the articles and answers; and who holds them and reports.
  party          text NOT NULL,
  holder         text NOT NULL CHECK (holder <> party),
  serial_numbers varchar[] NOT NULL CHECK (cardinality(serial_numbers) > 0),
  kind           text NOT NULL CHECK (kind IN ('LOST', 'STOLEN', 'CAPTURED', 'DESTROYED')),
  lost_on        date NOT NULL,
  circumstances  text NOT NULL,
  measures       text,
  document       jsonb,
  status         text NOT NULL CHECK (status IN ('REPORTED', 'ACKNOWLEDGED', 'DISPUTED', 'WITHDRAWN', 'RECOVERED')),
  status_reason  text,
  CHECK (status NOT IN ('DISPUTED', 'WITHDRAWN', 'RECOVERED') OR status_reason IS NOT NULL)
);
-- The reports of a delivery's articles, within an initiative, by a holder, to a giver, in a state; each in the order of creation.
CREATE INDEX loss_report_by_delivery ON loss_report (delivery_id, id);
CREATE INDEX loss_report_by_initiative ON loss_report (initiative_id, id);
CREATE INDEX loss_report_by_holder ON loss_report (holder, id);
CREATE INDEX loss_report_by_party ON loss_report (party, id);
CREATE INDEX loss_report_by_status ON loss_report (status, id);
CREATE TRIGGER fixed_terms BEFORE UPDATE ON loss_report FOR EACH ROW
  WHEN ((OLD.delivery_id, OLD.initiative_id, OLD.party, OLD.holder, OLD.serial_numbers, OLD.kind, OLD.lost_on)
          IS DISTINCT FROM (NEW.delivery_id, NEW.initiative_id, NEW.party, NEW.holder, NEW.serial_numbers, NEW.kind, NEW.lost_on)
        OR (OLD.status IN ('DISPUTED', 'WITHDRAWN', 'RECOVERED') AND OLD.status <> NEW.status))
  EXECUTE FUNCTION refuse_change();

CREATE TABLE transfer (
  id             uuid PRIMARY KEY,
  version        bigint NOT NULL,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  delivery_id    uuid NOT NULL REFERENCES delivery (id),
  initiative_id  uuid NOT NULL REFERENCES initiative (id),
  -- Who gave the articles and authorises; who holds them and asks; to whom they are to go.
  party          text NOT NULL,
  holder         text NOT NULL CHECK (holder <> party),
  to_party       text NOT NULL CHECK (to_party ~ '^[A-Z][A-Z0-9]{1,9}$' AND to_party <> holder AND to_party <> party),
  serial_numbers varchar[] NOT NULL CHECK (cardinality(serial_numbers) > 0),
  purpose        text NOT NULL,
  status         text NOT NULL CHECK (status IN ('REQUESTED', 'AUTHORISED', 'TRANSFERRED', 'REFUSED', 'WITHDRAWN')),
  status_reason  text,
  authorised_at  timestamptz,
  transferred_on date,
  completed_at   timestamptz,
  CHECK (status NOT IN ('AUTHORISED', 'TRANSFERRED') OR authorised_at IS NOT NULL),
  CHECK (status NOT IN ('REQUESTED', 'REFUSED') OR authorised_at IS NULL),
  CHECK (status <> 'REFUSED' OR status_reason IS NOT NULL),
  CHECK ((status = 'TRANSFERRED') = (completed_at IS NOT NULL)),
  CHECK ((completed_at IS NULL) = (transferred_on IS NULL))
);
-- The transfers of a delivery's articles, within an initiative, by a holder, to a party, of a giver, in a state; each in the order of creation.
CREATE INDEX transfer_by_delivery ON transfer (delivery_id, id);
CREATE INDEX transfer_by_initiative ON transfer (initiative_id, id);
CREATE INDEX transfer_by_holder ON transfer (holder, id);
CREATE INDEX transfer_by_receiver ON transfer (to_party, id);
CREATE INDEX transfer_by_party ON transfer (party, id);
CREATE INDEX transfer_by_status ON transfer (status, id);
CREATE TRIGGER fixed_terms BEFORE UPDATE ON transfer FOR EACH ROW
  WHEN ((OLD.delivery_id, OLD.initiative_id, OLD.party, OLD.holder, OLD.to_party, OLD.serial_numbers)
          IS DISTINCT FROM (NEW.delivery_id, NEW.initiative_id, NEW.party, NEW.holder, NEW.to_party, NEW.serial_numbers)
        OR OLD.status IN ('TRANSFERRED', 'REFUSED', 'WITHDRAWN') AND OLD.status <> NEW.status
        OR NEW.status = 'TRANSFERRED' AND OLD.status = 'REQUESTED')
  EXECUTE FUNCTION refuse_change();

-- What is said is said of articles that arrived by this delivery and are with the holder that it names; and, where the argument lists states,
-- while nothing else in one of these is said of the same article.
CREATE FUNCTION of_articles_or_refused() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  doubled boolean := false;
BEGIN
  PERFORM 1 FROM delivery d WHERE (d.id, d.initiative_id, d.party) = (NEW.delivery_id, NEW.initiative_id, NEW.party) FOR NO KEY UPDATE;
  IF NOT FOUND
     OR (SELECT count(*) FROM article a WHERE a.delivery_id = NEW.delivery_id AND a.holder = NEW.holder AND a.status <> 'RETURNED'
           AND a.serial_number = ANY (NEW.serial_numbers)) <> cardinality(NEW.serial_numbers) THEN
    RAISE EXCEPTION '% % is not of articles that arrived by that delivery', TG_TABLE_NAME, NEW.id USING ERRCODE = 'check_violation';
  END IF;
  IF TG_NARGS > 0 THEN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I o WHERE o.delivery_id = $1 AND o.status = ANY ($2) AND o.serial_numbers && $3)', TG_TABLE_NAME)
      INTO doubled USING NEW.delivery_id, TG_ARGV[0]::text[], NEW.serial_numbers;
    IF doubled THEN
      RAISE EXCEPTION '% % is of an article of another one', TG_TABLE_NAME, NEW.id USING ERRCODE = 'unique_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER of_articles BEFORE INSERT ON end_use_check FOR EACH ROW EXECUTE FUNCTION of_articles_or_refused();
CREATE TRIGGER of_articles BEFORE INSERT ON loss_report FOR EACH ROW EXECUTE FUNCTION of_articles_or_refused('{REPORTED,ACKNOWLEDGED}');
CREATE TRIGGER of_articles BEFORE INSERT ON transfer FOR EACH ROW EXECUTE FUNCTION of_articles_or_refused('{REQUESTED,AUTHORISED}');

-- The first inventory is due 90 days after arrival, the next a year after the last that was done; none of what is lost, used up or returned.
CREATE FUNCTION refresh_articles(of_delivery uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Whoever says something of the articles of a delivery takes turns, so that the last one sees what all have said.
  PERFORM 1 FROM delivery WHERE id = of_delivery FOR NO KEY UPDATE;
  INSERT INTO article AS a
  WITH said AS (
    SELECT r."serialNumber" AS serial, r.outcome, c.checked_on, c.status, c.id
    FROM end_use_check c CROSS JOIN LATERAL jsonb_to_recordset(c.results) AS r("serialNumber" text, outcome text)
    WHERE c.delivery_id = of_delivery AND c.status <> 'REJECTED'
  ), last AS (
    SELECT DISTINCT ON (serial) * FROM said WHERE status = 'VERIFIED' ORDER BY serial, checked_on DESC, id DESC
  ), done AS (
    SELECT DISTINCT ON (serial) * FROM said WHERE status = 'VERIFIED' AND outcome <> 'NOT_PRESENTED'
    ORDER BY serial, checked_on DESC, id DESC
  ), lost AS (
    SELECT DISTINCT unnest(serial_numbers) AS serial FROM loss_report WHERE delivery_id = of_delivery AND status IN ('REPORTED', 'ACKNOWLEDGED')
  ), passed AS (
    SELECT DISTINCT ON (serial) serial, to_party
    FROM (SELECT unnest(serial_numbers) AS serial, to_party, completed_at FROM transfer
          WHERE delivery_id = of_delivery AND status = 'TRANSFERRED') t
    ORDER BY serial, completed_at DESC
  ), now_is AS (
    SELECT d.id, d.contribution_id, d.initiative_id, d.party, d.recipient, coalesce(passed.to_party, d.recipient) AS holder,
           i."serialNumber" AS serial, i.description, (i.value ->> 'amount')::numeric AS amount, i.value ->> 'currency' AS currency,
           coalesce(i.sensitive, false) AS sensitive, d.received_on,
           CASE WHEN i.status = 'RETURNED' THEN 'RETURNED'
                WHEN lost.serial IS NOT NULL OR done.outcome = 'LOST' THEN 'LOST'
                WHEN done.outcome = 'EXPENDED' THEN 'EXPENDED'
                ELSE 'HELD' END AS status,
           last.outcome, last.checked_on, done.checked_on AS done_on,
           EXISTS (SELECT 1 FROM said WHERE said.serial = i."serialNumber" AND said.status = 'REPORTED') AS awaiting
    FROM delivery d
    CROSS JOIN LATERAL jsonb_to_recordset(d.articles)
      AS i("serialNumber" text, description text, value jsonb, sensitive boolean, status text)
    LEFT JOIN last ON last.serial = i."serialNumber"
    LEFT JOIN done ON done.serial = i."serialNumber"
    LEFT JOIN lost ON lost.serial = i."serialNumber"
    LEFT JOIN passed ON passed.serial = i."serialNumber"
    WHERE d.id = of_delivery AND d.stage = 'RECEIPT_CONFIRMED' AND i.status IN ('RECEIVED', 'RETURNED')
  )
  SELECT md5(n.id || ':' || n.serial)::uuid, n.id, n.contribution_id, n.initiative_id, n.party, n.recipient, n.holder, n.serial,
         n.description, n.amount, n.currency, n.sensitive, n.received_on, n.status, n.outcome, n.checked_on,
         CASE WHEN n.sensitive AND n.status = 'HELD' THEN coalesce((n.done_on + interval '1 year')::date, n.received_on + 90) END,
         n.awaiting
  FROM now_is n
  ON CONFLICT (id) DO UPDATE SET holder = EXCLUDED.holder, status = EXCLUDED.status, last_outcome = EXCLUDED.last_outcome,
    last_checked_on = EXCLUDED.last_checked_on, due_on = EXCLUDED.due_on, awaiting = EXCLUDED.awaiting
  WHERE (a.holder, a.status, a.last_outcome, a.last_checked_on, a.due_on, a.awaiting)
    IS DISTINCT FROM (EXCLUDED.holder, EXCLUDED.status, EXCLUDED.last_outcome, EXCLUDED.last_checked_on, EXCLUDED.due_on, EXCLUDED.awaiting);
END $$;

CREATE FUNCTION refresh_delivered_articles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_articles(NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER received_articles AFTER INSERT OR UPDATE ON delivery FOR EACH ROW
  WHEN (NEW.stage = 'RECEIPT_CONFIRMED' AND NEW.articles <> '[]') EXECUTE FUNCTION refresh_delivered_articles();
CREATE FUNCTION refresh_articles_told_of() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_articles(NEW.delivery_id);
  RETURN NULL;
END $$;
CREATE TRIGGER told_of AFTER INSERT OR UPDATE OF status ON end_use_check FOR EACH ROW EXECUTE FUNCTION refresh_articles_told_of();
CREATE TRIGGER told_of AFTER INSERT OR UPDATE OF status ON loss_report FOR EACH ROW EXECUTE FUNCTION refresh_articles_told_of();
CREATE TRIGGER told_of AFTER INSERT OR UPDATE OF status ON transfer FOR EACH ROW EXECUTE FUNCTION refresh_articles_told_of();
-- Those that arrived before this migration.
SELECT refresh_articles(id) FROM delivery WHERE stage = 'RECEIPT_CONFIRMED' AND articles <> '[]';
