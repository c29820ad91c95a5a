-- As before, and a decision under an item that fewer may know of is named only where its own item says the same, in one meeting.
CREATE OR REPLACE FUNCTION decision_successors(decision_id uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_agg(jsonb_build_object(
      'id', later.id,
      'supersedes', later.supersedes IS NOT DISTINCT FROM decision_id,
      'since', coalesce(later.adopted_at, later.expires_at),
      'known', CASE theirs.visibility
        WHEN 'PUBLIC' THEN true
        WHEN 'COALITION' THEN own.visibility <> 'PUBLIC'
        ELSE own.visibility = 'RESTRICTED' AND own.visible_to <@ theirs.visible_to END
        AND CASE item.visibility
          WHEN 'PUBLIC' THEN true
          WHEN 'COALITION' THEN own.visibility <> 'PUBLIC' OR own_item.visibility <> 'PUBLIC'
          WHEN 'RESTRICTED' THEN later.meeting_id = this.meeting_id AND own_item.visibility = 'RESTRICTED'
            AND own_item.visible_to <@ item.visible_to
          ELSE true END IS TRUE)
    ORDER BY coalesce(later.adopted_at, later.expires_at), later.id)
  FROM decision later
  JOIN meeting theirs ON theirs.id = later.meeting_id
  JOIN agenda_item item ON item.id = later.agenda_item_id
  JOIN decision this ON this.id = decision_id
  JOIN meeting own ON own.id = this.meeting_id
  JOIN agenda_item own_item ON own_item.id = this.agenda_item_id
  WHERE (later.supersedes = decision_id OR later.amends = decision_id) AND later.status IN ('UNDER_SILENCE', 'ADOPTED')
$$;
