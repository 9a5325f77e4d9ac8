REVOKE ALL ON SCHEMA families FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA families TO postern_families;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA families TO postern_families;
--> statement-breakpoint
-- What was carried out under which key; the answer is added in the transaction that claims the key.
GRANT INSERT, UPDATE (answer) ON families.command_key TO postern_families;
--> statement-breakpoint
-- Practitioners add entries and write them otherwise; who recorded them, where and when never changes, nor what they said before.
GRANT INSERT (agency_id, changed_at, changed_by, detail, ended_on, episode_id, id, kind, label, nature, percentage, person_id, recorded_at, recorded_by, released_to_family, revision, row_class, started_on, status),
  UPDATE (label, detail, status, percentage, started_on, ended_on, nature, revision, changed_by, changed_at) ON families.person_entry TO postern_families;
--> statement-breakpoint
GRANT INSERT ON families.entry_version TO postern_families;
--> statement-breakpoint
-- What a family agreed to, limited and withheld is added step by step; what somebody said then is never rewritten.
GRANT INSERT, UPDATE (state, form_version, notice_explained_on, signed_at, withdrawn_at, basis_when_no_agreement, revision) ON families.family_agreement TO postern_families;
--> statement-breakpoint
GRANT INSERT, UPDATE (state, agrees, form_version, notice_explained_on, competence, competence_reason, competence_by, directly_supported, co_signature_due,
  review_due, basis, consulted_before, follow_up_permission, changed_at) ON families.agreement_part TO postern_families;
--> statement-breakpoint
GRANT INSERT, UPDATE (ended_at) ON families.agreement_signer TO postern_families;
--> statement-breakpoint
GRANT INSERT ON families.notice_explanation TO postern_families;
--> statement-breakpoint
GRANT INSERT, UPDATE (ends_at) ON families.exclusion, families.safety_restriction TO postern_families;
--> statement-breakpoint
-- What is to hold after an override is what the young person chose last.
GRANT INSERT, UPDATE (level) ON families.disclosure_limit TO postern_families;
--> statement-breakpoint
-- Whoever tries a policy out reads by what rows are decided on, and none of what rules protect.
GRANT USAGE ON SCHEMA families TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (episode_id, id, person_id) ON families.agreement_signer TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (agency_id, episode_id, id, nature, person_id) ON families.agreement_part TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (agency_id, episode_id, excluded_agency_id, id, person_id) ON families.exclusion TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (id) ON families.family TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (agency_id, episode_id, id, nature, revision) ON families.family_agreement TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (family_id, id) ON families.household TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (family_id, household_id, id) ON families.household_address TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (id, purpose_lock, received_on, source) ON families.match_candidate TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (id) ON families.person TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (agency_id, episode_id, id, kind, person_id, purpose_lock, released_to_family, row_class) ON families.person_entry TO postern_policy_desk;
--> statement-breakpoint
-- What access needs to know of an agreement follows it in the same transaction.
CREATE FUNCTION families.project_family_agreement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO access.family_agreement (id, episode_id, state, basis_when_no_agreement, signed_at, withdrawn_at)
  VALUES (NEW.id, NEW.episode_id, NEW.state, NEW.basis_when_no_agreement, NEW.signed_at, NEW.withdrawn_at)
  ON CONFLICT (id) DO UPDATE SET episode_id = EXCLUDED.episode_id, state = EXCLUDED.state,
    basis_when_no_agreement = EXCLUDED.basis_when_no_agreement, signed_at = EXCLUDED.signed_at, withdrawn_at = EXCLUDED.withdrawn_at;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER project_family_agreement AFTER INSERT OR UPDATE ON families.family_agreement
FOR EACH ROW EXECUTE FUNCTION families.project_family_agreement();
--> statement-breakpoint
-- Whom the team does not reach follows from the parts of the agreement: nobody's word for them stands, and no law stands in for it.
CREATE FUNCTION families.project_agreement_part() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.agrees OR NEW.basis IS NOT NULL THEN
    UPDATE access.withheld_person SET ends_at = greatest(starts_at, NEW.changed_at) WHERE id = NEW.id AND ends_at IS NULL;
  ELSE
    INSERT INTO access.withheld_person (id, episode_id, person_id, agency_id, starts_at, ends_at)
    VALUES (NEW.id, NEW.episode_id, NEW.person_id, NULL, NEW.changed_at, NULL)
    ON CONFLICT (id) DO UPDATE SET ends_at = NULL,
      starts_at = CASE WHEN access.withheld_person.ends_at IS NULL THEN access.withheld_person.starts_at ELSE EXCLUDED.starts_at END;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER project_agreement_part AFTER INSERT OR UPDATE ON families.agreement_part
FOR EACH ROW EXECUTE FUNCTION families.project_agreement_part();
--> statement-breakpoint
-- The reason stays with the family's record; access learns only whom and what. An agency that one person keeps out does not
-- reach that person; only what the whole family keeps out finds no such family.
CREATE FUNCTION families.project_exclusion() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.scope = 'WHOLE_AGENCY' AND NEW.person_id IS NOT NULL THEN
    INSERT INTO access.withheld_person (id, episode_id, person_id, agency_id, starts_at, ends_at)
    VALUES (NEW.id, NEW.episode_id, NEW.person_id, NEW.excluded_agency_id, NEW.starts_at, NEW.ends_at)
    ON CONFLICT (id) DO UPDATE SET episode_id = EXCLUDED.episode_id, person_id = EXCLUDED.person_id, agency_id = EXCLUDED.agency_id,
      starts_at = EXCLUDED.starts_at, ends_at = EXCLUDED.ends_at;
    RETURN NULL;
  END IF;
  INSERT INTO access.exclusion (id, episode_id, agency_id, scope, coordinates, person_id, starts_at, ends_at)
  VALUES (NEW.id, NEW.episode_id, NEW.excluded_agency_id, NEW.scope, NEW.coordinates, NEW.person_id, NEW.starts_at, NEW.ends_at)
  ON CONFLICT (id) DO UPDATE SET episode_id = EXCLUDED.episode_id, agency_id = EXCLUDED.agency_id, scope = EXCLUDED.scope,
    coordinates = EXCLUDED.coordinates, person_id = EXCLUDED.person_id, starts_at = EXCLUDED.starts_at, ends_at = EXCLUDED.ends_at;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER project_exclusion AFTER INSERT OR UPDATE ON families.exclusion
FOR EACH ROW EXECUTE FUNCTION families.project_exclusion();
--> statement-breakpoint
CREATE FUNCTION families.project_disclosure_limit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO access.disclosure_limit (id, person_id, level, set_at)
  VALUES (NEW.id, NEW.person_id, NEW.level, NEW.set_at)
  ON CONFLICT (id) DO UPDATE SET person_id = EXCLUDED.person_id, level = EXCLUDED.level, set_at = EXCLUDED.set_at;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER project_disclosure_limit AFTER INSERT OR UPDATE ON families.disclosure_limit
FOR EACH ROW EXECUTE FUNCTION families.project_disclosure_limit();
--> statement-breakpoint
-- Who lives where decides what a family member reads of a household.
CREATE FUNCTION families.project_household_member() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM access.household_person
    WHERE household_id = OLD.household_id AND person_id = OLD.person_id AND started_on = OLD.started_on;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO access.household_person (household_id, person_id, started_on, ended_on)
    VALUES (NEW.household_id, NEW.person_id, NEW.started_on, NEW.ended_on);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER project_household_member AFTER INSERT OR UPDATE OR DELETE ON families.household_member
FOR EACH ROW EXECUTE FUNCTION families.project_household_member();
--> statement-breakpoint
-- A family as somebody told of it, with nobody of it known to be anybody else: whoever takes it in learns nothing of who is known.
CREATE FUNCTION access.take_family_in(told jsonb, lives jsonb, present date, OUT family uuid, OUT persons uuid[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  home uuid := gen_random_uuid();
  who jsonb;
  taken uuid;
BEGIN
  family := gen_random_uuid();
  persons := '{}';
  INSERT INTO families.family (id, reference) VALUES (family, access.drawn_reference('F'));
  INSERT INTO families.household (id, family_id, name) VALUES (home, family, told -> 0 ->> 'familyName');
  INSERT INTO families.household_address (id, household_id, family_id, line, town, postcode, started_on)
    VALUES (gen_random_uuid(), home, family, lives ->> 'line', lives ->> 'town', lives ->> 'postcode', present);
  FOR who IN SELECT value FROM jsonb_array_elements(told) LOOP
    taken := gen_random_uuid();
    persons := persons || taken;
    INSERT INTO families.person (id, given_name, family_name, date_of_birth, expected_on)
      VALUES (taken, who ->> 'givenName', who ->> 'familyName', (who ->> 'dateOfBirth')::date, (who ->> 'expectedOn')::date);
    INSERT INTO families.family_member (family_id, person_id, relationship, started_on) VALUES (family, taken, who ->> 'relationship', present);
    INSERT INTO families.household_member (household_id, person_id, started_on) VALUES (home, taken, present);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION access.take_family_in FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION access.take_family_in TO postern_episodes;
--> statement-breakpoint
-- A family that comes back is asked anew: what it signed, and what stood in for its word, counts no longer. What was agreed
-- stays on its record.
CREATE FUNCTION access.lapse_agreements(of_episode uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  present timestamptz := coalesce(nullif(current_setting('postern.now', true), '')::timestamptz, statement_timestamp());
BEGIN
  UPDATE families.agreement_signer SET ended_at = present WHERE episode_id = of_episode AND ended_at IS NULL;
  UPDATE families.agreement_part SET state = 'LAPSED', agrees = false, basis = NULL, changed_at = present
    WHERE episode_id = of_episode AND (state <> 'LAPSED' OR agrees);
  UPDATE families.family_agreement SET state = 'LAPSED', revision = revision + 1 WHERE episode_id = of_episode AND state <> 'LAPSED';
  UPDATE access.family_agreement SET basis_when_no_agreement = NULL WHERE episode_id = of_episode;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION access.lapse_agreements FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION access.lapse_agreements TO postern_episodes;
--> statement-breakpoint
-- A restriction protects somebody; why stays with the family's record.
CREATE FUNCTION families.project_safety_restriction() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO access.restriction (id, protected_person_id, family_id, item_id, coordinates, hidden_from_agency_id, hidden_from_person_id, starts_at, ends_at)
  VALUES (NEW.id, NEW.protected_person_id, NEW.family_id, NEW.item_id, NEW.coordinates, NEW.hidden_from_agency_id, NEW.hidden_from_person_id, NEW.starts_at, NEW.ends_at)
  ON CONFLICT (id) DO UPDATE SET ends_at = EXCLUDED.ends_at;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER project_safety_restriction AFTER INSERT OR UPDATE ON families.safety_restriction
FOR EACH ROW EXECUTE FUNCTION families.project_safety_restriction();
