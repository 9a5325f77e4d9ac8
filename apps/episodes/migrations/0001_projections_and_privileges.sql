REVOKE ALL ON SCHEMA episodes FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA episodes TO postern_episodes;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA episodes TO postern_episodes;
--> statement-breakpoint
-- What was carried out under which key; the answer is added in the transaction that claims the key.
GRANT INSERT, UPDATE (answer) ON episodes.command_key TO postern_episodes;
--> statement-breakpoint
-- Practitioners add records and write them otherwise; who recorded them, where and when never changes, nor what they said before.
GRANT INSERT (agency_id, attendance, changed_at, changed_by, concerns, episode_id, id, kind, nature, notes, occurs_at, recorded_at, recorded_by, revision, row_class, subject),
  UPDATE (kind, subject, occurs_at, attendance, notes, nature, concerns, revision, changed_by, changed_at) ON episodes.activity TO postern_episodes;
--> statement-breakpoint
GRANT INSERT (agency_id, changed_at, changed_by, completed_on, concerns, episode_id, id, nature, reasons, recorded_at, recorded_by, revision, row_class, started_on),
  UPDATE (started_on, completed_on, reasons, nature, concerns, revision, changed_by, changed_at) ON episodes.assessment TO postern_episodes;
--> statement-breakpoint
GRANT INSERT (agency_id, area, assessment_id, changed_at, changed_by, concerns, episode_id, id, nature, recorded_at, recorded_by, revision, row_class, strengths, summary),
  UPDATE (area, summary, strengths, nature, concerns, revision, changed_by, changed_at) ON episodes.assessment_section TO postern_episodes;
--> statement-breakpoint
GRANT INSERT (agency_id, changed_at, changed_by, concerns, description, episode_id, family_rank, id, identified_on, met_on, nature, outcome, recorded_at, recorded_by, revision, row_class),
  UPDATE (outcome, description, identified_on, met_on, family_rank, nature, concerns, revision, changed_by, changed_at) ON episodes.need TO postern_episodes;
--> statement-breakpoint
GRANT INSERT (agency_id, agreed_on, changed_at, changed_by, concerns, episode_id, id, nature, objective, recorded_at, recorded_by, revision, row_class),
  UPDATE (objective, agreed_on, nature, concerns, revision, changed_by, changed_at) ON episodes.plan TO postern_episodes;
--> statement-breakpoint
GRANT INSERT (agency_id, changed_at, changed_by, chosen_by_family, concerns, due_on, episode_id, family_rating, goal, id, measure, nature, plan_id, recorded_at, recorded_by, responsible, revision, row_class, status),
  UPDATE (goal, responsible, due_on, measure, status, family_rating, chosen_by_family, nature, concerns, revision, changed_by, changed_at) ON episodes.plan_action TO postern_episodes;
--> statement-breakpoint
GRANT INSERT (agency_id, attendees, changed_at, changed_by, concerns, episode_id, held_on, id, minutes, nature, outcome, recorded_at, recorded_by, revision, row_class),
  UPDATE (held_on, attendees, minutes, outcome, nature, concerns, revision, changed_by, changed_at) ON episodes.taf_meeting TO postern_episodes;
--> statement-breakpoint
GRANT INSERT (agency_id, changed_at, changed_by, concerns, episode_id, id, kind, nature, passage_of, recorded_at, recorded_by, revision, row_class, subject, text),
  UPDATE (kind, subject, text, nature, concerns, revision, changed_by, changed_at) ON episodes.case_note TO postern_episodes;
--> statement-breakpoint
GRANT INSERT ON episodes.entry_version TO postern_episodes;
--> statement-breakpoint
-- Contacts come in and episodes go from state to state; who they are of and what they are called never changes.
GRANT INSERT, UPDATE (status, revision, status_since, level_of_need, opened_on, closed_on, end_reason, reason, allocated_agency_id,
  closing_from, never_opened, follow_up_by, follow_up_at) ON episodes.episode TO postern_episodes;
--> statement-breakpoint
GRANT INSERT ON episodes.episode_person, episodes.level_transition TO postern_episodes;
--> statement-breakpoint
GRANT INSERT (agency_id, changed_at, changed_by, concerns, consulted_before_discussion, episode_id, id, nature, notified_at, outcome, reasons, recommendations, recorded_at, recorded_by, reference, referred_on, revision, row_class, source),
  UPDATE (outcome, recommendations, notified_at, revision, changed_by, changed_at) ON episodes.referral TO postern_episodes;
--> statement-breakpoint
-- What a document holds is only ever added to; it goes by the two functions below, and by nothing else.
GRANT INSERT (agency_id, bytes, changed_at, changed_by, concerns, episode_id, id, kind, media_type, nature, recorded_at, recorded_by, revision, row_class, scan_due_at, sha256, state, title),
  UPDATE (title, kind, nature, concerns, revision, changed_by, changed_at, state, scan_due_at) ON episodes.document TO postern_episodes;
--> statement-breakpoint
GRANT INSERT ON episodes.document_part TO postern_episodes;
--> statement-breakpoint
-- Files are packed as they are.
ALTER TABLE episodes.document_part ALTER COLUMN content SET STORAGE EXTERNAL;
--> statement-breakpoint
-- All content that anybody reads: of documents found clean, each part with what decides about its document.
CREATE VIEW episodes.readable_part AS
SELECT part.id, part.document_id, part.number, part.bytes, translate(encode(part.content, 'base64'), E'\n', '') AS content,
  document.episode_id, document.agency_id, document.row_class, document.purpose_lock, document.concerns
FROM episodes.document_part part JOIN episodes.document ON document.id = part.document_id
WHERE document.state = 'CLEAN';
--> statement-breakpoint
GRANT SELECT ON episodes.readable_part TO postern_episodes;
--> statement-breakpoint
CREATE FUNCTION episodes.drop_refused_content(refused uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  DELETE FROM episodes.document_part part USING episodes.document
  WHERE document.id = refused AND document.state = 'REFUSED' AND part.document_id = document.id;
END;
--> statement-breakpoint
CREATE FUNCTION episodes.drop_unfinished_document(unfinished uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  DELETE FROM episodes.document_part part USING episodes.document
  WHERE document.id = unfinished AND document.state = 'RECEIVING' AND part.document_id = document.id;
  DELETE FROM episodes.document WHERE id = unfinished AND state = 'RECEIVING';
END;
--> statement-breakpoint
REVOKE ALL ON FUNCTION episodes.drop_refused_content(uuid), episodes.drop_unfinished_document(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION episodes.drop_refused_content(uuid), episodes.drop_unfinished_document(uuid) TO postern_episodes;
--> statement-breakpoint
-- Whoever tries a policy out reads by what rows are decided on, and none of what rules protect.
GRANT USAGE ON SCHEMA episodes TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (agency_id, concerns, episode_id, id, purpose_lock, row_class) ON episodes.activity TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (agency_id, completed_on, concerns, episode_id, id, purpose_lock, row_class, started_on) ON episodes.assessment TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (agency_id, concerns, episode_id, id, purpose_lock, row_class) ON episodes.assessment_section TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (agency_id, concerns, episode_id, id, purpose_lock, row_class) ON episodes.case_note TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (agency_id, bytes, concerns, episode_id, id, kind, media_type, purpose_lock, row_class, state) ON episodes.document TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (agency_id, bytes, concerns, document_id, episode_id, id, number, purpose_lock, row_class) ON episodes.readable_part TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (closed_on, end_reason, id, level_of_need, opened_on, revision, status) ON episodes.episode TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (agency_id, direction, episode_id, from_level, id, nature, to_level) ON episodes.level_transition TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (agency_id, concerns, episode_id, id, purpose_lock, row_class) ON episodes.need TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (agency_id, concerns, episode_id, id, purpose_lock, row_class) ON episodes.plan TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (agency_id, concerns, episode_id, id, purpose_lock, row_class) ON episodes.plan_action TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (agency_id, concerns, episode_id, id, nature, purpose_lock, recorded_by, referred_on, revision, row_class, source) ON episodes.referral TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (agency_id, concerns, episode_id, id, purpose_lock, row_class) ON episodes.taf_meeting TO postern_policy_desk;
--> statement-breakpoint
-- Access follows an episode's state in the same transaction: a closed episode is closed to everyone at once.
CREATE FUNCTION episodes.project_episode() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO access.episode (id, family_id, status) VALUES (NEW.id, NEW.family_id, NEW.status)
  ON CONFLICT (id) DO UPDATE SET family_id = EXCLUDED.family_id, status = EXCLUDED.status;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER project_episode AFTER INSERT OR UPDATE ON episodes.episode
FOR EACH ROW EXECUTE FUNCTION episodes.project_episode();
--> statement-breakpoint
CREATE FUNCTION episodes.project_episode_person() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM access.episode_person WHERE episode_id = OLD.episode_id AND person_id = OLD.person_id;
    INSERT INTO access.former_episode_person (episode_id, person_id) VALUES (OLD.episode_id, OLD.person_id)
    ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO access.episode_person (episode_id, person_id) VALUES (NEW.episode_id, NEW.person_id)
    ON CONFLICT DO NOTHING;
    DELETE FROM access.former_episode_person WHERE episode_id = NEW.episode_id AND person_id = NEW.person_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER project_episode_person AFTER INSERT OR DELETE ON episodes.episode_person
FOR EACH ROW EXECUTE FUNCTION episodes.project_episode_person();
--> statement-breakpoint
-- Whom an episode concerns is kept with it; a person who is added to the family is added to it by whoever keeps persons.
CREATE FUNCTION access.concern_person(episode uuid, person uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO episodes.episode_person (episode_id, person_id) SELECT held.id, person FROM episodes.episode held WHERE held.id = episode
  ON CONFLICT DO NOTHING
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION access.concern_person FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION access.concern_person TO postern_families;
--> statement-breakpoint
-- What an episode is called: agendas name it by that, and nobody of it (SHR-3.7.6b).
CREATE FUNCTION access.episode_reference(of_episode uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT reference FROM episodes.episode WHERE id = of_episode
$$;
--> statement-breakpoint
-- Which of these notes are an episode's, of the panel, and recorded since a moment; nothing of what they say (SHR-3.7.9a).
CREATE FUNCTION access.panel_notes(of_episode uuid, notes uuid[], since timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT id FROM episodes.case_note WHERE id = ANY (notes) AND episode_id = of_episode AND kind = 'PANEL' AND recorded_at >= since
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION access.episode_reference(uuid), access.panel_notes(uuid, uuid[], timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION access.episode_reference(uuid), access.panel_notes(uuid, uuid[], timestamptz) TO postern_partners;
