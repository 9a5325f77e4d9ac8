REVOKE ALL ON SCHEMA partners FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA partners TO postern_partners;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA partners TO postern_partners;
--> statement-breakpoint
-- Whoever tries a policy out reads by what rows are decided on, and none of what rules protect.
GRANT USAGE ON SCHEMA partners TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (account_id, after, agency_id, before, episode_id, id, machine, move, of_unnamed_family, on_behalf_of, position, subject_id) ON partners.access_event TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (episode_id, found_on, id, kind, raised_by, raised_by_agency_id, recorded_by_agency_id, revision, state) ON partners.accuracy_issue TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (asked_by, asking_agency_id, episode_id, holding_agency_id, id, revision, state, statutory_duty) ON partners.information_request TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (agency_id, id, job_title, name, phone) ON partners.practitioner TO postern_policy_desk;
--> statement-breakpoint
-- Drafts of the policy are worked on; what was done is only ever added to.
GRANT INSERT, UPDATE ON partners.policy_draft TO postern_partners;
--> statement-breakpoint
GRANT INSERT, UPDATE, DELETE ON partners.policy_change TO postern_partners;
--> statement-breakpoint
GRANT INSERT, UPDATE (revision, state, answered_by, answered_at, refusal_code, reasons, risk_assessment) ON partners.information_request TO postern_partners;
--> statement-breakpoint
GRANT INSERT, UPDATE (revision, state, answer, corrected_by, corrected_at) ON partners.accuracy_issue TO postern_partners;
--> statement-breakpoint
GRANT INSERT, UPDATE (revision, state, stage, accepted_by, learning, online_until) ON partners.review_access TO postern_partners;
--> statement-breakpoint
GRANT INSERT ON partners.review_case TO postern_partners;
--> statement-breakpoint
-- Who was asked to a meeting and who was there is only ever added to; what a case rests on never changes.
GRANT INSERT, UPDATE (revision, state, agenda_sent_at, statement_version, statement_read_at, note) ON partners.agency_meeting TO postern_partners;
--> statement-breakpoint
GRANT INSERT ON partners.meeting_invitation, partners.meeting_attendance TO postern_partners;
--> statement-breakpoint
GRANT INSERT, UPDATE (revision, state, meeting_id, item_at, proceeding_id, presented_at, feedback_remind_at, feedback_due_at, feedback_on, feedback_way) ON partners.panel_case TO postern_partners;
--> statement-breakpoint
GRANT INSERT ON partners.policy_event TO postern_partners;
--> statement-breakpoint
-- Every subgraph whose commands take steps puts them on the one record of steps, and can do no more to it.
CREATE FUNCTION access.record_steps(of_machine text, subjects uuid[], by_move text, befores text[], into_state text, for_whom text,
  because text, with_details jsonb, accounts uuid[], agencies uuid[], of_episodes uuid[], actor uuid, actor_agency uuid, present timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO partners.access_event (machine, subject_id, move, before, after, on_behalf_of, reason, details,
    account_id, agency_id, episode_id, actor_id, actor_agency_id, at)
  SELECT of_machine, taken.subject, by_move, taken.before, into_state, for_whom, because, with_details,
    taken.account, taken.agency, taken.episode, actor, actor_agency, present
  FROM unnest(subjects, befores, accounts, agencies, of_episodes) WITH ORDINALITY AS taken (subject, before, account, agency, episode, place)
  ORDER BY taken.place
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION access.record_steps FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION access.record_steps TO postern_partners, postern_episodes, postern_families;
--> statement-breakpoint
-- What agencies sent, signed and decided is kept; of some of it, that it ended or was decided is added.
GRANT INSERT ON partners.agency_contact, partners.listed_staff, partners.agency_review, partners.suspension_proposal TO postern_partners;
--> statement-breakpoint
GRANT UPDATE (ended_at) ON partners.agency_contact TO postern_partners;
--> statement-breakpoint
GRANT UPDATE (outcome, decided_at) ON partners.suspension_proposal TO postern_partners;
--> statement-breakpoint
GRANT INSERT, UPDATE (left_at) ON partners.practitioner TO postern_partners;
--> statement-breakpoint
GRANT INSERT, UPDATE (countersigned_by) ON partners.nomination TO postern_partners;
--> statement-breakpoint
GRANT INSERT, UPDATE (used_at, called_off_at) ON partners.invitation TO postern_partners;
--> statement-breakpoint
-- What was carried out under which key; the answer is added in the transaction that claims the key.
GRANT INSERT, UPDATE (answer) ON partners.command_key TO postern_partners;
--> statement-breakpoint
GRANT SELECT (collides, id, kind, reason, rule) ON partners.policy_change TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (base_version, id, kind, published_version, reason, revision, rolls_back_to, state, title) ON partners.policy_draft TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (draft_id, id, kind, position, reason, version) ON partners.policy_event TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (does, id, title) ON partners.policy_role TO postern_policy_desk;
--> statement-breakpoint
-- Versions of the policy are added here and nowhere else, and never changed: no role of a service may write their tables.
-- What can be told from rows is asked again: the version follows a draft that waits for it, a second person decided on it
-- unless it only narrows, and its rules are those it builds on with that draft's changes, and no others.
CREATE FUNCTION partners.publish_policy(of_draft uuid, following integer, proposer text, approver text, because text,
  active_from timestamptz, sealed jsonb, ruled jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  held partners.policy_draft;
  takes_back boolean;
  added integer;
BEGIN
  PERFORM pg_advisory_xact_lock(7067842211::bigint);
  SELECT * INTO held FROM partners.policy_draft WHERE id = of_draft;
  takes_back := held.state = 'ACTIVE_UNCONFIRMED' AND approver IS NOT NULL;
  -- Where anything asked is unknown, the answer is no.
  IF (held.id IS NULL
    OR NOT (takes_back OR held.published_version IS NULL AND following = held.base_version AND proposer = held.created_by::text
      AND (held.state = 'SUBMITTED' OR held.state = 'EDITING' AND held.kind = 'CHANGE' AND approver IS NULL))
    OR approver IS NULL AND held.kind <> 'CHANGE'
    OR approver IS NOT DISTINCT FROM held.created_by::text
    OR EXISTS (SELECT FROM partners.policy_event step WHERE step.draft_id = of_draft AND step.actor_id::text = approver
      AND step.kind <> ALL (ARRAY['APPROVED', 'CONFIRMED', 'REFUSED']))
    OR jsonb_array_length(ruled) = 0 OR jsonb_array_length(sealed) <> jsonb_array_length(ruled)
    OR EXISTS (SELECT rule ->> 'name', rule -> 'body' FROM jsonb_array_elements(ruled) AS rule
      EXCEPT SELECT name, body FROM access.policy_rule
        WHERE version = following OR takes_back AND version = held.base_version
      EXCEPT SELECT change.rule, change.after FROM partners.policy_change change
        WHERE change.draft_id = of_draft AND change.after IS NOT NULL)
    OR EXISTS (SELECT name FROM access.policy_rule WHERE version = following
      EXCEPT SELECT rule ->> 'name' FROM jsonb_array_elements(ruled) AS rule
      EXCEPT SELECT change.rule FROM partners.policy_change change WHERE change.draft_id = of_draft)) IS NOT FALSE
  THEN
    RAISE EXCEPTION 'The version is not what a draft that waits for it makes of the policy.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO access.policy_version (version, agreement, proposed_by, approved_by, reason, activated_at, draft_id, seal)
    SELECT (SELECT max(version) FROM access.policy_version) + 1, agreement, proposer, approver, because, active_from, of_draft, sealed
    FROM access.policy_version WHERE version = following RETURNING version INTO STRICT added;
  INSERT INTO access.policy_rule (id, version, name, body)
    SELECT gen_random_uuid(), added, rule ->> 'name', rule -> 'body' FROM jsonb_array_elements(ruled) AS rule;
  RETURN added;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION partners.publish_policy FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION partners.publish_policy TO postern_partners;
--> statement-breakpoint
-- Cover and deputies that stand in for some grants and could still open something at a moment: cover as the record says for
-- which it was given, a deputy on an episode whose lead was among them and which nobody leads then (SHR-8.2.1h).
CREATE FUNCTION partners.stand_ins_for(stood_in_for uuid[], at timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT held.id FROM access.access_grant held
  WHERE held.episode_id IN (SELECT stood.episode_id FROM access.access_grant stood WHERE stood.id = ANY (stood_in_for))
    AND access.grant_state(held.ends_at, held.confirm_by, held.suspended_at, held.revoked_at, at) IN ('GRANTED', 'EXPIRING', 'SUSPENDED')
    AND (held.basis = 'COVER' AND EXISTS (SELECT FROM partners.access_event begun WHERE begun.subject_id = held.id
        AND begun.machine = 'GRANT' AND begun.move = 'GRANT' AND begun.details ->> 'for' = ANY (stood_in_for::text[]))
      OR held.basis = 'DEPUTY' AND EXISTS (SELECT FROM access.access_grant led WHERE led.id = ANY (stood_in_for)
          AND led.episode_id = held.episode_id AND led.role = 'LEAD_PROFESSIONAL' AND led.basis = 'WORK')
        AND NOT EXISTS (SELECT FROM access.access_grant lead WHERE lead.episode_id = held.episode_id
          AND lead.role = 'LEAD_PROFESSIONAL' AND lead.basis = 'WORK'
          AND access.grant_state(lead.ends_at, lead.confirm_by, lead.suspended_at, lead.revoked_at, at) IN ('GRANTED', 'EXPIRING', 'SUSPENDED')))
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION partners.stand_ins_for FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION partners.stand_ins_for TO postern_partners;
--> statement-breakpoint
-- Of what stands in for some grants, what would go on after all that it still stands in for, and until when that lasts: cover
-- after the access for which it was given, a deputy after the last who leads the episode (SHR-8.2.1h, SHR-3.4.11a).
CREATE FUNCTION partners.outlasting(stood_in_for uuid[], present timestamptz) RETURNS TABLE (id uuid, until timestamptz)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT held.id, remaining.until FROM access.access_grant held
  CROSS JOIN LATERAL (SELECT array_agg(stood.id) AS grants,
      max(coalesce(least(stood.ends_at, stood.confirm_by, stood.revoked_at), 'infinity'))
        FILTER (WHERE access.grant_state(stood.ends_at, stood.confirm_by, stood.suspended_at, stood.revoked_at, present) IN ('GRANTED', 'EXPIRING', 'SUSPENDED')) AS until
    FROM access.access_grant stood WHERE stood.episode_id = held.episode_id
      AND (held.basis = 'DEPUTY' AND stood.role = 'LEAD_PROFESSIONAL' AND stood.basis = 'WORK'
        OR held.basis = 'COVER' AND EXISTS (SELECT FROM partners.access_event begun WHERE begun.subject_id = held.id
          AND begun.machine = 'GRANT' AND begun.move = 'GRANT' AND begun.details ->> 'for' = stood.id::text))) remaining
  WHERE held.basis IN ('COVER', 'DEPUTY') AND remaining.grants && stood_in_for
    AND held.episode_id IN (SELECT stood.episode_id FROM access.access_grant stood WHERE stood.id = ANY (stood_in_for))
    AND access.grant_state(held.ends_at, held.confirm_by, held.suspended_at, held.revoked_at, present) IN ('GRANTED', 'EXPIRING', 'SUSPENDED')
    AND coalesce(least(held.ends_at, held.revoked_at), 'infinity') > remaining.until
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION partners.outlasting FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION partners.outlasting TO postern_partners;
--> statement-breakpoint
-- Revokes grants, each on the record as any other step. Whoever causes it by a command is named in the settings of that
-- transaction; nobody is where the service acts because a time came.
CREATE FUNCTION partners.revoke_grants(grants uuid[], because text, why text, for_whom text, ends timestamptz, present timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  ended record;
BEGIN
  FOR ended IN
    SELECT held.id, held.account_id, worker.agency_id, held.episode_id,
      access.grant_state(held.ends_at, held.confirm_by, held.suspended_at, held.revoked_at, present) AS state
    FROM access.access_grant held JOIN access.account worker ON worker.id = held.account_id
    WHERE held.id = ANY (grants) ORDER BY held.id FOR UPDATE OF held
  LOOP
    UPDATE access.access_grant SET revoked_at = ends, revoked_cause = because, revision = revision + 1 WHERE id = ended.id;
    INSERT INTO partners.access_event (machine, subject_id, move, before, after, on_behalf_of, reason, details,
        account_id, agency_id, episode_id, actor_id, actor_agency_id, at)
      VALUES ('GRANT', ended.id, 'REVOKE', ended.state, 'REVOKED', for_whom, why, jsonb_build_object('cause', because, 'from', ends),
        ended.account_id, ended.agency_id, ended.episode_id, nullif(current_setting('postern.actor', true), '')::uuid,
        nullif(current_setting('postern.agency', true), '')::uuid, present);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION partners.revoke_grants FROM PUBLIC;
--> statement-breakpoint
-- What would go on after all that it still stands in for ends with that, and so does what stands in for it in turn; each on the
-- record as when a command shortens it. What is suspended is extended by nobody, and is revoked from then on.
CREATE FUNCTION partners.shorten_stand_ins(stood_in_for uuid[], for_whom text, present timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  why constant text := 'The access that it stands in for ends earlier.';
  changed uuid[] := stood_in_for;
  shortened uuid[];
  held record;
BEGIN
  WHILE changed <> '{}' LOOP
    shortened := '{}';
    FOR held IN
      SELECT outlasts.until, given.id, given.account_id, given.episode_id, worker.agency_id,
        access.grant_state(given.ends_at, given.confirm_by, given.suspended_at, given.revoked_at, present) AS state
      FROM partners.outlasting(changed, present) outlasts JOIN access.access_grant given ON given.id = outlasts.id
        JOIN access.account worker ON worker.id = given.account_id ORDER BY given.id FOR UPDATE OF given
    LOOP
      shortened := shortened || held.id;
      IF held.state = 'SUSPENDED' THEN
        PERFORM partners.revoke_grants(ARRAY[held.id], 'SUPPORT_ENDED', why, for_whom, held.until, present);
        CONTINUE;
      END IF;
      UPDATE access.access_grant SET ends_at = held.until, revision = revision + 1 WHERE id = held.id;
      INSERT INTO partners.access_event (machine, subject_id, move, before, after, on_behalf_of, reason, details,
          account_id, agency_id, episode_id, actor_id, actor_agency_id, at)
        VALUES ('GRANT', held.id, 'EXTEND', held.state, 'GRANTED', for_whom, why, jsonb_build_object('endsAt', held.until),
          held.account_id, held.agency_id, held.episode_id, nullif(current_setting('postern.actor', true), '')::uuid,
          nullif(current_setting('postern.agency', true), '')::uuid, present);
    END LOOP;
    changed := shortened;
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION partners.shorten_stand_ins FROM PUBLIC;
--> statement-breakpoint
-- What ends access by itself ends it in the transaction in which it happens, and what stands in for it with it, whoever's
-- that is (SHR-8.2.1h).
CREATE FUNCTION partners.end_grants(on_episode uuid, of_agency uuid, apart text[], because text, for_whom text, from_moment timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  present timestamptz := coalesce(nullif(current_setting('postern.now', true), '')::timestamptz, statement_timestamp());
  ends timestamptz := greatest(from_moment, present);
  behalf text := CASE WHEN nullif(current_setting('postern.actor', true), '') IS NULL THEN 'SERVICE' ELSE 'COLLEAGUE' END;
  ended uuid[];
  revoked uuid[] := '{}';
BEGIN
  PERFORM access.hold_episode(on_episode);
  ended := ARRAY(SELECT held.id FROM access.access_grant held JOIN access.account worker ON worker.id = held.account_id
    WHERE held.episode_id = on_episode AND (of_agency IS NULL OR worker.agency_id = of_agency)
      AND (of_agency IS NULL OR held.basis <> 'OVERRIDE') AND held.role <> ALL (apart)
      AND access.grant_state(held.ends_at, held.confirm_by, held.suspended_at, held.revoked_at, present) IN ('GRANTED', 'EXPIRING', 'SUSPENDED')
      AND (held.revoked_at IS NULL OR held.revoked_at > ends));
  PERFORM partners.revoke_grants(ended, because, because, for_whom, ends, present);
  WHILE ended <> '{}' LOOP
    revoked := revoked || ended;
    ended := ARRAY(SELECT partners.stand_ins_for(ended, ends));
    PERFORM partners.revoke_grants(ended, 'SUPPORT_ENDED', 'The access that it stood in for has ended.', behalf, ends, present);
  END LOOP;
  PERFORM partners.shorten_stand_ins(revoked, behalf, present);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION partners.end_grants FROM PUBLIC;
--> statement-breakpoint
-- Whom the family keeps out has no grant left to come back to when the exclusion ends (SHR-3.4.4c); to an override the
-- exclusion yields (SHR-3.5L-e). Whoever looks at what others did is ended by none of those in the family's name (SHR-8.3.7i);
-- while the exclusion holds they read nothing either.
CREATE FUNCTION partners.end_grants_of_excluded() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM partners.end_grants(NEW.episode_id, NEW.agency_id, ARRAY['QA_AUDITOR', 'SAFEGUARDING_REVIEWER'], 'EXCLUSION_ADDED', 'FAMILY', NEW.starts_at);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER end_grants_of_excluded AFTER INSERT OR UPDATE OF agency_id, scope, starts_at, ends_at ON access.exclusion
FOR EACH ROW WHEN (NEW.scope = 'WHOLE_AGENCY' AND NEW.ends_at IS NULL) EXECUTE FUNCTION partners.end_grants_of_excluded();
--> statement-breakpoint
-- With an episode the work of its team ends. The host keeps what it keeps until retention, a referrer is told what came of
-- it, and whoever reads in a proceeding does so until that ends; what was sent to social care ends with the episode.
CREATE FUNCTION partners.end_grants_on_closing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM partners.end_grants(NEW.id, NULL, ARRAY['BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER', 'REFERRING_PRACTITIONER', 'QA_AUDITOR',
    'SAFEGUARDING_REVIEWER', 'INFORMATION_GOVERNANCE_OFFICER'], 'EPISODE_CLOSED', 'SERVICE', '-infinity');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER end_grants_on_closing AFTER UPDATE OF status ON access.episode
FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status AND NEW.status IN ('CLOSED', 'NO_FURTHER_ACTION', 'SIGNPOSTED'))
EXECUTE FUNCTION partners.end_grants_on_closing();
--> statement-breakpoint
GRANT INSERT, UPDATE (state, revision, told_at) ON partners.family_removal TO postern_partners;
--> statement-breakpoint
-- The family keeps an agency out that works with it: its access ends at once, the 48 hours to tell it begin (SHR-8.2.1i), and
-- answered is who has to be told: whoever lost access, and the agency's contact officers who have no relationship with the family
-- (SHR-1.2g). Nobody is, where nobody had access: there is nothing to tell.
CREATE FUNCTION access.remove_agency(on_episode uuid, agency uuid, because text, due timestamptz, by_account uuid, by_agency uuid, at timestamptz)
RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  lookers constant text[] := ARRAY['QA_AUDITOR', 'SAFEGUARDING_REVIEWER'];
  duty uuid := gen_random_uuid();
  lost uuid[];
BEGIN
  PERFORM access.hold_episode(on_episode);
  lost := ARRAY(SELECT DISTINCT held.account_id FROM access.access_grant held JOIN access.account worker ON worker.id = held.account_id
    WHERE held.episode_id = on_episode AND worker.agency_id = agency AND held.basis <> 'OVERRIDE' AND held.role <> ALL (lookers)
      AND access.grant_state(held.ends_at, held.confirm_by, held.suspended_at, held.revoked_at, at) IN ('GRANTED', 'EXPIRING', 'SUSPENDED'));
  IF lost = '{}' THEN RETURN; END IF;
  PERFORM partners.end_grants(on_episode, agency, lookers, 'FAMILY_REQUEST', 'FAMILY', at);
  INSERT INTO partners.family_removal (id, episode_id, agency_id, held_access, state, requested_at, due_at)
    VALUES (duty, on_episode, agency, true, 'TO_TELL', at, due);
  PERFORM access.record_steps('FAMILY_REMOVAL', ARRAY[duty], 'REMOVE', ARRAY[NULL::text], 'TO_TELL', 'FAMILY', because, '{"viable": true}',
    ARRAY[NULL::uuid], ARRAY[agency], ARRAY[on_episode], by_account, by_agency, at);
  RETURN QUERY SELECT told FROM unnest(lost) AS told
    UNION SELECT officer.id FROM access.account officer JOIN access.role_holding office ON office.account_id = officer.id AND office.role = 'CONTACT_OFFICER'
      AND office.starts_at <= at AND (office.ends_at IS NULL OR office.ends_at > at) AND (office.confirmed_until IS NULL OR office.confirmed_until > at)
    WHERE officer.agency_id = agency AND officer.kind = 'PRACTITIONER' AND officer.state IN ('ACTIVE', 'DORMANT_WARNING')
      AND NOT EXISTS (SELECT FROM access.conflict_of_interest relation JOIN access.episode theirs ON theirs.family_id = relation.family_id
        WHERE theirs.id = on_episode AND relation.account_id = officer.id AND relation.declared_at <= at AND (relation.ended_at IS NULL OR relation.ended_at > at));
END $$;
--> statement-breakpoint
-- Whether a removal of a whole agency stands, which is ended where it was begun.
CREATE FUNCTION access.removal_stands(on_episode uuid, agency uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT FROM partners.family_removal removal WHERE removal.episode_id = on_episode AND removal.agency_id = agency
    AND removal.account_id IS NULL AND removal.state <> 'ENDED')
$$;
--> statement-breakpoint
-- The last of a family has withdrawn: those who worked with it because it agreed do so no longer (SHR-3.4.3a). The host keeps what
-- it keeps, whoever leads decides what becomes of the episode, and whoever protects or looks at what was done goes on.
CREATE FUNCTION access.end_grants_of_withdrawn(on_episode uuid, at timestamptz) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  stay text[] := ARRAY['LEAD_PROFESSIONAL', 'OVERRIDE_HOLDER', 'BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER', 'REFERRING_PRACTITIONER',
    'EHAST_PRACTITIONER', 'CONSULTATION_STAFF', 'HUB_WORKER', 'QA_AUDITOR', 'SAFEGUARDING_REVIEWER', 'SOCIAL_CARE_WORKER', 'INFORMATION_GOVERNANCE_OFFICER'];
  lost uuid[];
BEGIN
  PERFORM access.hold_episode(on_episode);
  -- The panel that is told by law, and not because the family agreed, goes on (SHR-3.7.2b).
  IF EXISTS (SELECT FROM access.proceeding told WHERE told.episode_id = on_episode AND told.kind = 'PANEL' AND told.basis <> ''
    AND told.state IN ('LISTED', 'PRESENTED', 'ACTIONS_RECORDED', 'FAMILY_FEEDBACK_DUE', 'FEEDBACK_GIVEN')
    AND told.opened_at <= at AND (told.ends_at IS NULL OR told.ends_at > at) AND (told.closed_at IS NULL OR told.closed_at > at))
  THEN
    stay := stay || 'PANEL_MEMBER'::text;
  END IF;
  lost := ARRAY(SELECT DISTINCT held.account_id FROM access.access_grant held WHERE held.episode_id = on_episode AND held.role <> ALL (stay)
    AND access.grant_state(held.ends_at, held.confirm_by, held.suspended_at, held.revoked_at, at) IN ('GRANTED', 'EXPIRING', 'SUSPENDED'));
  PERFORM partners.end_grants(on_episode, NULL, stay, 'FAMILY_REQUEST', 'FAMILY', at);
  RETURN QUERY SELECT told FROM unnest(lost) AS told;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION access.remove_agency, access.removal_stands, access.end_grants_of_withdrawn FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION access.remove_agency, access.removal_stands, access.end_grants_of_withdrawn TO postern_families;
--> statement-breakpoint
-- A family's exclusion has one home, with its agreement; what is added here is projected from there as any other. The ends of
-- grants that it brings about have their own cause on the record before it is written. Where it is in force already, what the
-- lead finds now holds (SHR-3.4.4b).
CREATE FUNCTION partners.exclude_agency(on_episode uuid, agency uuid, because text, goes_on boolean, by_account uuid, by_agency uuid, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  agreed uuid;
BEGIN
  UPDATE families.exclusion held SET viable = goes_on WHERE held.episode_id = on_episode AND held.excluded_agency_id = agency
    AND held.scope = 'WHOLE_AGENCY' AND held.person_id IS NULL AND held.starts_at <= at AND held.ends_at IS NULL;
  IF FOUND THEN RETURN; END IF;
  SELECT held.id INTO agreed FROM families.family_agreement held WHERE held.episode_id = on_episode ORDER BY held.recorded_at DESC, held.id LIMIT 1;
  INSERT INTO families.exclusion (id, agreement_id, episode_id, excluded_agency_id, scope, coordinates, reason, viable, starts_at,
      recorded_by, agency_id, recorded_at, nature)
    VALUES (gen_random_uuid(), coalesce(agreed, on_episode), on_episode, agency, 'WHOLE_AGENCY', '{}', because, goes_on, at,
      by_account, by_agency, at, 'FACT');
  UPDATE families.family_agreement SET state = 'SIGNED_WITH_EXCLUSIONS', revision = revision + 1 WHERE id = agreed AND state = 'SIGNED';
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION partners.exclude_agency FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION partners.exclude_agency TO postern_partners;
--> statement-breakpoint
-- The same when the family wants the agency back.
CREATE FUNCTION partners.readmit_agency(on_episode uuid, agency uuid, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE families.exclusion SET ends_at = greatest(starts_at, at) WHERE episode_id = on_episode AND excluded_agency_id = agency
    AND scope = 'WHOLE_AGENCY' AND person_id IS NULL AND (ends_at IS NULL OR ends_at > at);
  UPDATE families.family_agreement agreed SET state = 'SIGNED', revision = revision + 1 WHERE agreed.episode_id = on_episode AND agreed.state = 'SIGNED_WITH_EXCLUSIONS'
    AND NOT EXISTS (SELECT FROM families.exclusion held WHERE held.agreement_id = agreed.id AND (held.ends_at IS NULL OR held.ends_at > at));
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION partners.readmit_agency FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION partners.readmit_agency TO postern_partners;
--> statement-breakpoint
GRANT INSERT, UPDATE (identifiers, purpose, working_relationship, families, state, revision, outcome_at, query, reply, grant_id, refusal_code, reasons, reasons_told, decided_by, decided_at)
  ON partners.access_request TO postern_partners;
--> statement-breakpoint
-- Whatever compares many puts the next two in place of their calls: what they name was found when they were made, without a path.
-- A name as it is compared: without marks, case, points, apostrophes and what nobody sees, and with one spelling of a letter.
CREATE FUNCTION partners.folded_name(name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN btrim(regexp_replace(replace(replace(replace(replace(translate(
      lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff''’‘ʼʹ`.]', '', 'g')), 'øłđðıħŧς', 'olddihtσ'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), '[[:space:]‐–—-]+', ' ', 'g'));
--> statement-breakpoint
-- A postcode or reference as it is compared: its letters and digits, in capitals.
CREATE FUNCTION partners.folded_code(code text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN nullif(upper(regexp_replace(normalize(code, NFKD), '[^A-Za-z0-9]', '', 'g')), '');
--> statement-breakpoint
-- Those who are asked for, by their places in the question and their names folded; by one name only where the other is not known.
CREATE FUNCTION partners.asked_for(named jsonb) RETURNS TABLE (place bigint, given text, family text, by_both boolean)
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT asked.place, nullif(partners.folded_name(asked.sign ->> 'givenName'), ''), nullif(partners.folded_name(asked.sign ->> 'familyName'), ''),
    asked.sign ->> 'givenName' IS NOT NULL AND asked.sign ->> 'familyName' IS NOT NULL
  FROM jsonb_array_elements(named) WITH ORDINALITY asked (sign, place)
$$;
--> statement-breakpoint
-- Whether folded names are those asked for. Of whom one name is known, or who has one, it may be written down as either.
CREATE FUNCTION partners.is_called(given text, family text, asked_given text, asked_family text, by_both boolean) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(CASE WHEN by_both THEN is_called.given = asked_given AND is_called.family = asked_family
    ELSE coalesce(asked_given, asked_family) IN (is_called.given, is_called.family) END, false)
$$;
--> statement-breakpoint
-- Who agrees with what is asked in another identifier than the name: place in the question, person, and in which.
CREATE FUNCTION partners.agreeing(named jsonb) RETURNS TABLE (place bigint, person uuid, sign text)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT asked.place, who.id, 'DATE_OF_BIRTH' FROM jsonb_array_elements(named) WITH ORDINALITY asked (sign, place)
  JOIN families.person who ON who.date_of_birth::text = asked.sign ->> 'dateOfBirth'
  UNION SELECT asked.place, lives.person_id, 'POSTCODE' FROM jsonb_array_elements(named) WITH ORDINALITY asked (sign, place)
  JOIN families.household_address lived ON partners.folded_code(lived.postcode) = partners.folded_code(asked.sign ->> 'postcode')
  JOIN families.household_member lives ON lives.household_id = lived.household_id
$$;
--> statement-breakpoint
-- The one look that is taken for a request at who families are: what agrees, of episodes that still go on, and nothing else of
-- anybody. Names are compared as they are called, however they are written, and by no name beside that; one identifier alone
-- finds nobody, and one of two names is none. A child's record before an adoption is found by nothing (PN-ident).
CREATE FUNCTION partners.matching_episodes(asked jsonb, at timestamptz) RETURNS TABLE (episode uuid, reference text, agrees text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY
  WITH other AS MATERIALIZED (SELECT agreeing.person, agreeing.sign FROM partners.agreeing(jsonb_build_array(asked)) agreeing
    WHERE NOT EXISTS (SELECT FROM families.adoption_link sealed WHERE sealed.before_id = ANY (families.same_person(agreeing.person)))),
  agreed AS (
    SELECT other.person, other.sign, true AS is_whole FROM other
    UNION ALL SELECT who.id, 'NAME', meant.by_both
    FROM families.person who JOIN partners.asked_for(jsonb_build_array(asked)) meant ON partners.is_called(
      partners.folded_name(who.given_name), partners.folded_name(who.family_name), meant.given, meant.family, meant.by_both)
    WHERE who.id IN (SELECT other.person FROM other)
  )
  SELECT held.id, held.reference, array_agg(DISTINCT agreed.sign ORDER BY agreed.sign)
  FROM agreed JOIN episodes.episode_person concerned ON concerned.person_id = agreed.person
  JOIN episodes.episode held ON held.id = concerned.episode_id AND held.status NOT IN ('CLOSED', 'NO_FURTHER_ACTION', 'SIGNPOSTED')
  GROUP BY agreed.person, held.id, held.reference HAVING count(DISTINCT agreed.sign) FILTER (WHERE agreed.is_whole) > 1;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION partners.folded_name, partners.folded_code, partners.asked_for, partners.is_called,
  partners.agreeing FROM PUBLIC;
--> statement-breakpoint
REVOKE ALL ON FUNCTION partners.matching_episodes FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION partners.matching_episodes TO postern_partners;
--> statement-breakpoint
GRANT INSERT, UPDATE (state, revision) ON partners.cover_request TO postern_partners;
--> statement-breakpoint
GRANT INSERT, UPDATE (state, explanation, revision, told_on, explained, reviewed_by) ON partners.safeguarding_override TO postern_partners;
--> statement-breakpoint
-- The one episode that everybody named is of: each by name and another identifier, or by the name alone where the episode’s
-- reference is known; who is named by one name only, by that and both others. One that could be another finds nobody.
CREATE FUNCTION partners.family_named(named jsonb, by_reference text, at timestamptz) RETURNS TABLE (episode uuid, persons uuid[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  known text := partners.folded_code(by_reference);
BEGIN
  RETURN QUERY
  WITH agreed AS MATERIALIZED (
    SELECT agreeing.place, agreeing.person, count(*) AS signs FROM partners.agreeing(named) agreeing GROUP BY agreeing.place, agreeing.person
  ), near AS (
    SELECT agreed.person FROM agreed WHERE known IS NULL
    UNION SELECT concerned.person_id FROM episodes.episode held JOIN episodes.episode_person concerned ON concerned.episode_id = held.id
    WHERE partners.folded_code(held.reference) = known
  ), found AS (
    SELECT concerned.episode_id, concerned.person_id, asked.place
    FROM near JOIN families.person who ON who.id = near.person
    JOIN partners.asked_for(named) asked ON partners.is_called(
      partners.folded_name(who.given_name), partners.folded_name(who.family_name), asked.given, asked.family, asked.by_both)
    LEFT JOIN agreed ON agreed.place = asked.place AND agreed.person = who.id
    JOIN episodes.episode_person concerned ON concerned.person_id = who.id
    JOIN episodes.episode held ON held.id = concerned.episode_id AND held.status NOT IN ('CLOSED', 'NO_FURTHER_ACTION', 'SIGNPOSTED')
      AND (known IS NULL OR partners.folded_code(held.reference) = known)
    WHERE agreed.signs = 2 OR asked.by_both AND (known IS NOT NULL OR agreed.signs = 1)
  )
  SELECT found.episode_id, array_agg(DISTINCT found.person_id) FROM found GROUP BY found.episode_id
  HAVING count(DISTINCT found.place) = jsonb_array_length(named) AND count(DISTINCT found.person_id) = jsonb_array_length(named);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION partners.family_named FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION partners.family_named TO postern_partners;
--> statement-breakpoint
-- The families, of some or of all, that somebody is of who is named: by the name alone, which is enough to keep what is said
-- of them from whoever is related to them, or by day of birth and postcode. It finds nobody for anybody to see.
CREATE FUNCTION partners.families_named(named jsonb, among uuid[]) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan COST 10000 AS $$
BEGIN
  IF cardinality(among) = 0 THEN RETURN '{}'; END IF;
  RETURN ARRAY(
    WITH kin AS MATERIALIZED (
      SELECT member.person_id, member.family_id FROM families.family_member member WHERE among IS NULL OR member.family_id = ANY (among)
      UNION SELECT concerned.person_id, held.family_id FROM episodes.episode_person concerned
        JOIN episodes.episode held ON held.id = concerned.episode_id WHERE among IS NULL OR held.family_id = ANY (among)
    ), called AS MATERIALIZED (
      SELECT who.id, partners.folded_name(who.given_name) AS given, partners.folded_name(who.family_name) AS family
      FROM families.person who WHERE who.id IN (SELECT kin.person_id FROM kin)
    )
    SELECT kin.family_id FROM called JOIN kin ON kin.person_id = called.id
      JOIN partners.asked_for(named) asked ON partners.is_called(called.given, called.family, asked.given, asked.family, asked.by_both)
    UNION SELECT kin.family_id FROM partners.agreeing(named) agreeing JOIN kin ON kin.person_id = agreeing.person
      GROUP BY agreeing.place, agreeing.person, kin.family_id HAVING count(*) = 2
    ORDER BY 1);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION partners.families_named FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION partners.families_named TO postern_partners;
--> statement-breakpoint
-- The words of a name by which families are called: of somebody’s whole name all but the first, and of none “van” or “de”
-- unless it is the last.
CREATE FUNCTION partners.surnames(name text, whole boolean) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(word), '{}') FROM (
    SELECT word, ordinality, count(*) OVER () AS words FROM string_to_table(partners.folded_name(name), ' ') WITH ORDINALITY AS said (word, ordinality)
  ) said WHERE word <> '' AND (ordinality > 1 OR NOT whole) AND (ordinality = words OR word <> ALL (ARRAY['abu', 'al', 'ap', 'bin', 'bint', 'da', 'de',
    'del', 'della', 'den', 'der', 'di', 'do', 'dos', 'du', 'el', 'ibn', 'la', 'le', 'of', 'san', 'st', 'ten', 'ter', 'the', 'van', 'von', 'y']))
$$;
--> statement-breakpoint
-- Who read of families in which somebody is called as they are: of how many, and from when until when. Which families those are
-- is told to nobody, and of those apart from which it is asked nothing is told.
CREATE FUNCTION partners.namesakes_seen(since timestamptz, before timestamptz, apart_from uuid[])
RETURNS TABLE (account uuid, families integer, first timestamptz, last timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY
  WITH member AS MATERIALIZED (
    SELECT of_family.family_id, of_family.person_id FROM families.family_member of_family
    UNION SELECT held.family_id, concerned.person_id FROM episodes.episode_person concerned JOIN episodes.episode held ON held.id = concerned.episode_id
  ), namesake AS MATERIALIZED (
    SELECT DISTINCT worker.id AS account_id, called.family_id
    FROM partners.practitioner worker CROSS JOIN LATERAL unnest(partners.surnames(worker.name, true)) AS own (name)
    JOIN (SELECT member.family_id, unnest(partners.surnames(who.family_name, false)) AS name
      FROM member JOIN families.person who ON who.id = member.person_id) called ON called.name = own.name
  ), released AS MATERIALIZED (
    SELECT r.* FROM ledger.release r WHERE r.at >= since AND r.at < before
  )
  SELECT seen.account_id, count(DISTINCT seen.family_id)::integer, min(seen.at), max(seen.at)
  FROM (SELECT r.account_id, of_family.id AS family_id, r.at FROM released r CROSS JOIN LATERAL unnest(r.families) AS of_family (id)
    UNION ALL SELECT r.account_id, held.family_id, r.at FROM released r CROSS JOIN LATERAL unnest(r.episodes) AS read (id)
      JOIN episodes.episode held ON held.id = read.id
    UNION ALL SELECT r.account_id, member.family_id, r.at FROM released r CROSS JOIN LATERAL unnest(r.persons) AS read (id)
      JOIN member ON member.person_id = read.id) seen
  JOIN namesake ON namesake.account_id = seen.account_id AND namesake.family_id = seen.family_id AND seen.family_id <> ALL (apart_from)
  GROUP BY seen.account_id;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION partners.surnames, partners.namesakes_seen FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION partners.namesakes_seen TO postern_partners;
--> statement-breakpoint
-- Whoever has died signs in no more, and what waits to be sent to them is not sent. Of the record it stays in the same confidence.
CREATE FUNCTION partners.end_accounts_of_deceased() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  present timestamptz := coalesce(nullif(current_setting('postern.now', true), '')::timestamptz, statement_timestamp());
  ended record;
BEGIN
  FOR ended IN
    SELECT held.id, held.state, held.agency_id FROM access.account held JOIN access.account_person whose ON whose.account_id = held.id
    WHERE whose.person_id = NEW.person_id AND held.kind = 'FAMILY' ORDER BY held.id FOR UPDATE OF held
  LOOP
    UPDATE access.account_person SET ended_at = present WHERE account_id = ended.id AND (ended_at IS NULL OR ended_at > present);
    UPDATE scheduler.notice SET state = 'GIVEN_UP', last_error_code = 'CALLED_OFF', secrets = NULL WHERE to_account = ended.id AND state = 'WAITING';
    CONTINUE WHEN ended.state IN ('LEFT', 'TERMS_BREACH');
    UPDATE access.account SET state = 'LEFT', revision = revision + 1 WHERE id = ended.id;
    INSERT INTO partners.access_event (machine, subject_id, move, before, after, on_behalf_of, reason, details, account_id, agency_id, actor_id, actor_agency_id, at)
      VALUES ('ACCOUNT', ended.id, 'LEAVE', ended.state, 'LEFT', 'FAMILY', 'Whoever it was for signs in no more.', jsonb_build_object('cause', 'DECEASED'),
        ended.id, ended.agency_id, nullif(current_setting('postern.actor', true), '')::uuid, nullif(current_setting('postern.agency', true), '')::uuid, present);
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER end_accounts_of_deceased AFTER INSERT ON access.deceased_person
FOR EACH ROW EXECUTE FUNCTION partners.end_accounts_of_deceased();
--> statement-breakpoint
GRANT INSERT, UPDATE (state, revision, approved_by, receiver_id, grant_id, sent_at, channel, closed_there_on, closed_there_by, wish_of, wish_on, wish_told_to)
  ON partners.transfer TO postern_partners;
--> statement-breakpoint
-- What was picked is only ever added to, where the items are kept.
GRANT INSERT, UPDATE (disclosed_by, disclosed_at) ON partners.onward_consent TO postern_partners;
--> statement-breakpoint
-- Whether somebody works on an episode as one of those by whom a transfer is instructed: whoever leads it, or the front door.
CREATE FUNCTION access.instructs_transfers(account uuid, on_episode uuid, at timestamptz) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT FROM access.access_grant held JOIN access.role_holding office ON office.account_id = held.account_id AND office.role = held.role
      AND office.starts_at <= at AND (office.ends_at IS NULL OR office.ends_at > at) AND (office.confirmed_until IS NULL OR office.confirmed_until > at)
    WHERE held.account_id = account AND held.episode_id = on_episode AND held.role IN ('LEAD_PROFESSIONAL', 'EHAST_PRACTITIONER') AND held.starts_at <= at
      AND access.grant_state(held.ends_at, held.confirm_by, held.suspended_at, held.revoked_at, at) IN ('GRANTED', 'EXPIRING'))
$$;
--> statement-breakpoint
-- Holds a transfer, after its episode, for whoever picks for it.
CREATE FUNCTION access.hold_transfer(asked uuid, account uuid, at timestamptz) RETURNS TABLE (episode uuid, state text, revision integer, instructs boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  about uuid;
BEGIN
  SELECT held.episode_id INTO about FROM partners.transfer held WHERE held.id = asked;
  IF about IS NULL THEN RETURN; END IF;
  PERFORM access.hold_episode(about);
  RETURN QUERY SELECT held.episode_id, held.state, held.revision, access.instructs_transfers(account, held.episode_id, at)
    FROM partners.transfer held WHERE held.id = asked FOR UPDATE;
END $$;
--> statement-breakpoint
-- Puts items on a manifest, each with why whoever picked it might read it; what stands there already stays as it was. Nothing but
-- what is named goes there (SHR-3.4.10c).
CREATE FUNCTION access.pick_for_transfer(asked uuid, lines jsonb, because text, by_account uuid, by_agency uuid, at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  held partners.transfer;
BEGIN
  SELECT * INTO held FROM partners.transfer WHERE id = asked FOR UPDATE;
  IF (held.state IN ('PROPOSED', 'ITEMS_PICKED') AND access.instructs_transfers(by_account, held.episode_id, at)) IS NOT TRUE THEN
    RAISE EXCEPTION 'Nothing is picked for a transfer that does not wait for it.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO partners.transfer_line (transfer_id, item_id, type, basis, justification_id, picked_by, picked_at)
    SELECT asked, (line ->> 'item')::uuid, line ->> 'type', line ->> 'basis', (line ->> 'justification')::uuid, by_account, at
    FROM jsonb_array_elements(lines) AS line ON CONFLICT DO NOTHING;
  IF held.kind = 'STEP_UP' THEN
    INSERT INTO access.transfer_item (proceeding_id, item_id)
      SELECT asked, (line ->> 'item')::uuid FROM jsonb_array_elements(lines) AS line ON CONFLICT DO NOTHING;
    UPDATE access.proceeding SET state = 'ITEMS_PICKED' WHERE id = asked;
  END IF;
  UPDATE partners.transfer SET state = 'ITEMS_PICKED', revision = revision + 1 WHERE id = asked;
  PERFORM access.record_steps('TRANSFER', ARRAY[asked], 'PICK', ARRAY[held.state], 'ITEMS_PICKED', 'AGENCY', because, jsonb_build_object('manifest', lines),
    ARRAY[NULL::uuid], ARRAY[NULL::uuid], ARRAY[held.episode_id], by_account, by_agency, at);
  RETURN held.revision + 1;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION access.instructs_transfers, access.hold_transfer, access.pick_for_transfer FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION access.instructs_transfers TO postern_partners;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION access.hold_transfer, access.pick_for_transfer TO postern_episodes, postern_families;
--> statement-breakpoint
-- An episode follows what is sent to social care, and what comes back from there, in the same transaction; access to it has to be
-- held. Answers where it stood; nothing where it did not stand where it could be moved from.
CREATE FUNCTION partners.move_episode(moved uuid, by_move text, because text, by_account uuid, by_agency uuid, at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  stood text;
  -- As the machine of episodes has both moves.
  from_states text[] := CASE by_move WHEN 'STEP_UP' THEN '{OPEN,OPEN_TAF}'::text[] WHEN 'STEP_DOWN' THEN '{STEPPED_UP}'::text[] END;
  into_state text := CASE by_move WHEN 'STEP_UP' THEN 'STEPPED_UP' WHEN 'STEP_DOWN' THEN 'OPEN' END;
BEGIN
  IF into_state IS NULL THEN
    RAISE EXCEPTION 'An episode is moved here by what goes to social care alone.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT status INTO stood FROM episodes.episode WHERE id = moved FOR UPDATE;
  IF (stood = ANY (from_states)) IS NOT TRUE THEN RETURN NULL; END IF;
  UPDATE episodes.episode SET status = into_state, status_since = at, revision = revision + 1 WHERE id = moved;
  PERFORM access.record_steps('EPISODE', ARRAY[moved], by_move, ARRAY[stood], into_state, 'AGENCY', because, '{}',
    ARRAY[NULL::uuid], ARRAY[NULL::uuid], ARRAY[moved], by_account, by_agency, at);
  RETURN stood;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION partners.move_episode FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION partners.move_episode TO postern_partners;
--> statement-breakpoint
-- With the episode whatever was to go elsewhere from it ends, and whoever reads in it what was sent reads it no more.
CREATE FUNCTION partners.end_transfers_on_closing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  present timestamptz := coalesce(nullif(current_setting('postern.now', true), '')::timestamptz, statement_timestamp());
  ended record;
BEGIN
  UPDATE access.proceeding SET state = 'ENDED', closed_at = present WHERE episode_id = NEW.id AND kind = 'TRANSFER' AND closed_at IS NULL;
  FOR ended IN
    SELECT held.id, held.state FROM partners.transfer held
    WHERE held.episode_id = NEW.id AND held.kind = 'STEP_UP' AND held.state IN ('PROPOSED', 'ITEMS_PICKED', 'APPROVED', 'SENT', 'RECEIVED')
      OR held.episode_id = NEW.id AND held.kind = 'OUT_OF_COUNTY' AND held.state IN ('PROPOSED', 'ITEMS_PICKED', 'APPROVED')
    ORDER BY held.id FOR UPDATE
  LOOP
    UPDATE partners.transfer SET state = 'ENDED', revision = revision + 1 WHERE id = ended.id;
    PERFORM access.record_steps('TRANSFER', ARRAY[ended.id], 'END', ARRAY[ended.state], 'ENDED', 'SERVICE', 'The episode has closed.', '{}',
      ARRAY[NULL::uuid], ARRAY[NULL::uuid], ARRAY[NEW.id], nullif(current_setting('postern.actor', true), '')::uuid,
      nullif(current_setting('postern.agency', true), '')::uuid, present);
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER end_transfers_on_closing AFTER UPDATE OF status ON access.episode
FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status AND NEW.status IN ('CLOSED', 'NO_FURTHER_ACTION', 'SIGNPOSTED'))
EXECUTE FUNCTION partners.end_transfers_on_closing();
--> statement-breakpoint
-- With the episode the panel is done with its case: what was not presented is withdrawn, of what was the family still hears, and
-- nobody reads it for the panel any more (SHR-3.7.3a, SHR-3.7.4). By when the family is to hear is set by whoever counts working days.
CREATE FUNCTION partners.end_panel_cases_on_closing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  present timestamptz := coalesce(nullif(current_setting('postern.now', true), '')::timestamptz, statement_timestamp());
  ended record;
BEGIN
  PERFORM access.hold_episode(NEW.id);
  FOR ended IN
    SELECT held.id, held.state, held.proceeding_id, held.referred_by, held.agency_id, held.state IN ('PRESENTED', 'ACTIONS_RECORDED') AS presented
    FROM partners.panel_case held
    WHERE held.episode_id = NEW.id AND held.state IN ('REFERRED', 'LISTED', 'PRESENTED', 'ACTIONS_RECORDED')
    ORDER BY held.id FOR UPDATE
  LOOP
    UPDATE access.proceeding SET state = CASE WHEN ended.presented THEN 'FAMILY_FEEDBACK_DUE' ELSE 'WITHDRAWN' END
      WHERE id = ended.proceeding_id AND closed_at IS NULL;
    UPDATE partners.panel_case SET revision = revision + 1, state = CASE WHEN ended.presented THEN 'FAMILY_FEEDBACK_DUE' ELSE 'WITHDRAWN' END,
      feedback_remind_at = CASE WHEN ended.presented THEN present END WHERE id = ended.id;
    PERFORM access.record_steps('PANEL_CASE', ARRAY[ended.id], CASE WHEN ended.presented THEN 'OWE_FEEDBACK' ELSE 'WITHDRAW' END, ARRAY[ended.state],
      CASE WHEN ended.presented THEN 'FAMILY_FEEDBACK_DUE' ELSE 'WITHDRAWN' END, 'SERVICE', 'The episode has closed.', '{}',
      ARRAY[ended.referred_by], ARRAY[ended.agency_id], ARRAY[NEW.id], nullif(current_setting('postern.actor', true), '')::uuid,
      nullif(current_setting('postern.agency', true), '')::uuid, present);
  END LOOP;
  UPDATE access.proceeding SET closed_at = present WHERE episode_id = NEW.id AND kind = 'PANEL' AND closed_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER end_panel_cases_on_closing AFTER UPDATE OF status ON access.episode
FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status AND NEW.status IN ('CLOSED', 'NO_FURTHER_ACTION', 'SIGNPOSTED'))
EXECUTE FUNCTION partners.end_panel_cases_on_closing();
--> statement-breakpoint
-- What was agreed, decided and given out is kept; that it was signed, decided, sent or destroyed is added.
GRANT INSERT, UPDATE (signed_on, signature_recorded_by, revision) ON partners.extract_agreement TO postern_partners;
--> statement-breakpoint
GRANT INSERT, UPDATE (state, revision) ON partners.research_theme TO postern_partners;
--> statement-breakpoint
GRANT INSERT ON partners.theme_approval TO postern_partners;
--> statement-breakpoint
GRANT INSERT, UPDATE (state, revision, sent_at, destroyed_on, certificate) ON partners.extract TO postern_partners;
--> statement-breakpoint
-- Keys and services of reporting tools are made and ended; whom one is of, what for, and the hash of a key are never rewritten.
GRANT INSERT, UPDATE (state, revision, ends_at) ON partners.reporting_credential TO postern_partners;
--> statement-breakpoint
-- For whom a key or a service stands, told to whoever can show it, and to nobody who cannot: the gateway reads no account otherwise.
-- A service's provider has to speak for the agency of whoever answers for it. Whoever signs in anew after a lock-down, or with another
-- credential, opens none of what was made before: it may be the work of whoever had the old one.
CREATE FUNCTION access.reporting_stand_in(hash text, issuer text, client text, present timestamptz)
RETURNS TABLE (issuer_id text, subject text, purpose text, ends_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT account.issuer_id, account.subject, shown.purpose, shown.ends_at
  FROM partners.reporting_credential shown JOIN access.account account ON account.id = shown.account_id
    JOIN access.issuer registered ON registered.id = account.issuer_id
  WHERE (shown.kind = 'KEY' AND shown.secret_hash = hash
      OR shown.kind = 'SERVICE' AND shown.issuer_id = issuer AND shown.client_id = client
        AND EXISTS (SELECT FROM access.issuer_agency link
          WHERE link.issuer_id = issuer AND link.agency_id = account.agency_id AND link.state = 'SPEAKING'))
    AND shown.state <> 'REVOKED' AND shown.created_at <= coalesce(present, statement_timestamp())
    AND shown.ends_at > coalesce(present, statement_timestamp()) AND account.subject IS NOT NULL
    AND shown.created_at >= coalesce(account.second_factor_at, shown.created_at)
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION access.reporting_stand_in FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION access.reporting_stand_in TO postern_gateway, postern_partners;
