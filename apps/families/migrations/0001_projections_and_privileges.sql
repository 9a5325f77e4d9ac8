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
GRANT INSERT (agency_id, caring_role_id, changed_at, changed_by, detail, ended_on, episode_id, id, kind, label, nature, percentage, person_id, recorded_at, recorded_by, released_to_family, revision, row_class, seen_on, started_on, status),
  UPDATE (label, detail, status, percentage, seen_on, started_on, ended_on, nature, revision, changed_by, changed_at) ON families.person_entry TO postern_families;
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
-- Who people are, with whom they live and where is written by whoever keeps the record; identifiers come from elsewhere, and
-- nobody and no place is ever taken away.
GRANT INSERT (id, given_name, family_name, date_of_birth, expected_on, sex, gender, languages, communication_needs, education_setting, gp_practice, contact_details),
  UPDATE (given_name, family_name, date_of_birth, expected_on, deceased_on, sex, gender, languages, communication_needs, education_setting, gp_practice, contact_details, writings)
  ON families.person TO postern_families;
--> statement-breakpoint
GRANT INSERT, UPDATE (relationship) ON families.family_member TO postern_families;
--> statement-breakpoint
GRANT INSERT, UPDATE (name, writings) ON families.household TO postern_families;
--> statement-breakpoint
GRANT INSERT, UPDATE (ended_on) ON families.household_member TO postern_families;
--> statement-breakpoint
GRANT INSERT, UPDATE (line, town, postcode, uprn, started_on, ended_on, writings) ON families.household_address TO postern_families;
--> statement-breakpoint
GRANT INSERT ON families.detail_version TO postern_families;
--> statement-breakpoint
GRANT INSERT, UPDATE (kind, given_name, family_name, protected, started_on, ended_on, writings) ON families.person_name TO postern_families;
--> statement-breakpoint
GRANT SELECT (agency_id, id, person_id, protected) ON families.person_name TO postern_policy_desk;
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
GRANT SELECT (id, merged) ON families.person TO postern_policy_desk;
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
-- Whether somebody of an episode speaks for themselves on a day, as whoever signs does: an adult, or a young person whose part of
-- the agreement stands and of whom it was decided that they can; and nobody who has died (SHR-3.4.3c).
CREATE FUNCTION access.speaks_for_themselves(of_episode uuid, of_person uuid, today date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT FROM access.episode_person of_it JOIN families.person who ON who.id = of_it.person_id
    WHERE of_it.episode_id = of_episode AND of_it.person_id = of_person AND who.deceased_on IS NULL
      AND (who.date_of_birth IS NOT NULL OR who.expected_on IS NULL)
      AND (who.date_of_birth IS NULL OR extract(year FROM age(today, who.date_of_birth)) >= 18
        OR extract(year FROM age(today, who.date_of_birth)) >= coalesce((SELECT value FROM access.figure WHERE name = 'CHILD_CO_SIGNS'), 13)
          AND EXISTS (SELECT FROM families.agreement_part part WHERE part.episode_id = of_episode AND part.person_id = of_person
            AND part.agrees AND part.competence = 'COMPETENT')))
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION access.speaks_for_themselves FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION access.speaks_for_themselves TO postern_partners;
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
--> statement-breakpoint
-- From whom an address of a household is hidden, the next is hidden from the moment at which it is recorded, until that ends which
-- hid the first.
CREATE FUNCTION families.hide_next_address() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  next record;
BEGIN
  -- Whoever ends one of them waits, or has ended it: no copy stays that its source does not end.
  PERFORM FROM access.restriction held JOIN families.household_address lived ON lived.id = held.item_id
    WHERE lived.household_id = NEW.household_id AND lived.id <> NEW.id ORDER BY held.id FOR SHARE OF held;
  FOR next IN
    SELECT DISTINCT ON (coalesce(noted.source_id, held.id)) coalesce(noted.source_id, held.id) AS source, gen_random_uuid() AS copy, held.*
    FROM access.restriction held JOIN families.household_address lived ON lived.id = held.item_id
    LEFT JOIN families.next_address_copy noted ON noted.copy_id = held.id
    WHERE lived.household_id = NEW.household_id AND lived.id <> NEW.id
      -- What one of two records of a person carries from the other comes here by way of the other.
      AND NOT EXISTS (SELECT FROM families.person_merge_copy carried JOIN access.restriction said ON said.id = carried.source_id
        WHERE carried.copy_id = held.id AND said.protected_person_id = ANY (families.same_person(held.protected_person_id))
          AND (said.hidden_from_person_id IS NULL OR said.hidden_from_person_id = ANY (families.same_person(held.hidden_from_person_id))))
    ORDER BY coalesce(noted.source_id, held.id), held.ends_at DESC NULLS FIRST
  LOOP
    -- Noted before it is there: what is carried from it ends with it.
    INSERT INTO families.next_address_copy (copy_id, source_id) VALUES (next.copy, next.source);
    INSERT INTO access.restriction (id, protected_person_id, family_id, item_id, coordinates, hidden_from_agency_id, hidden_from_person_id, starts_at, ends_at)
      VALUES (next.copy, next.protected_person_id, next.family_id, NEW.id, next.coordinates, next.hidden_from_agency_id, next.hidden_from_person_id,
        next.starts_at, next.ends_at);
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER hide_next_address AFTER INSERT ON families.household_address
FOR EACH ROW EXECUTE FUNCTION families.hide_next_address();
--> statement-breakpoint
-- Whoever sends, reminds or closes asks of somebody no more than whether they have died, and is told in the same transaction.
CREATE FUNCTION families.project_death() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.deceased_on IS NULL THEN RETURN NULL; END IF;
  PERFORM families.share_merges();
  PERFORM families.project_deaths(families.same_person(NEW.id));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER project_death AFTER INSERT OR UPDATE OF deceased_on ON families.person
FOR EACH ROW EXECUTE FUNCTION families.project_death();
--> statement-breakpoint
-- Of whom a death is recorded, all records of the same person have died: each on the day that it says itself, or else on the first
-- that another says. It is nobody's any more once none of them says so.
CREATE FUNCTION families.project_deaths(persons uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM access.deceased_person gone WHERE gone.person_id = ANY (persons)
    AND NOT EXISTS (SELECT FROM families.person who WHERE who.id = ANY (families.same_person(gone.person_id)) AND who.deceased_on IS NOT NULL);
  INSERT INTO access.deceased_person (person_id, died_on)
    SELECT of.id, coalesce(min(who.deceased_on) FILTER (WHERE who.id = of.id), min(who.deceased_on))
    FROM unnest(persons) of (id) JOIN families.person who ON who.id = ANY (families.same_person(of.id)) AND who.deceased_on IS NOT NULL
    GROUP BY of.id ORDER BY of.id
  ON CONFLICT (person_id) DO UPDATE SET died_on = EXCLUDED.died_on;
END $$;
--> statement-breakpoint
-- Whoever merges two records or parts them waits for everybody who records what holds for both, and they for it: what comes
-- meanwhile is carried over by the one or by the other. To be asked for before anything of a person is held.
CREATE FUNCTION families.hold_merges() RETURNS void
LANGUAGE sql AS $$ SELECT pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('families.person_merge', 0)) $$;
--> statement-breakpoint
CREATE FUNCTION families.share_merges() RETURNS void
LANGUAGE sql AS $$ SELECT pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended('families.person_merge', 0)) $$;
--> statement-breakpoint
-- Whether two records are of one person is proposed and decided on; what was said of it stands for good.
GRANT INSERT, UPDATE (state, revision, decided_by, decided_at, reasons) ON families.person_merge TO postern_families;
--> statement-breakpoint
-- Nobody is responsible for somebody who is of age, whatever was known of their birth when it was recorded.
CREATE FUNCTION families.end_responsibility_of_age() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE access.parental_responsibility SET ends_on = greatest(starts_on, (NEW.date_of_birth + interval '18 years')::date)
    WHERE child_id = NEW.id AND (ends_on IS NULL OR ends_on > (NEW.date_of_birth + interval '18 years')::date);
  RETURN NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION families.end_responsibility_of_age FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER end_responsibility_of_age AFTER UPDATE OF date_of_birth ON families.person
FOR EACH ROW WHEN (NEW.date_of_birth IS NOT NULL) EXECUTE FUNCTION families.end_responsibility_of_age();
--> statement-breakpoint
-- All records of the person that one is of.
CREATE FUNCTION families.same_person(person uuid) RETURNS uuid[]
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT ARRAY(SELECT stays.id UNION SELECT other.merged_id FROM families.person_merge other WHERE other.kept_id = stays.id AND other.state = 'MERGED' ORDER BY 1)
  FROM (SELECT coalesce((SELECT under.kept_id FROM families.person_merge under WHERE under.merged_id = person AND under.state = 'MERGED' LIMIT 1), person) AS id) stays
$$;
--> statement-breakpoint
-- The families whose record shows somebody.
CREATE FUNCTION families.families_of(person uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT member.family_id FROM families.family_member member WHERE member.person_id = person
  UNION SELECT held.family_id FROM access.episode_person concerned JOIN access.episode held ON held.id = concerned.episode_id WHERE concerned.person_id = person
$$;
--> statement-breakpoint
-- While records are of one person, what hides something of one hides it of each of them. It is carried over as rows of its own,
-- each noted with where it came from, so that it can be taken back; they only ever hide more.
CREATE FUNCTION families.carry_over(person uuid, newer boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  same uuid[] := families.same_person(person);
  stays uuid;
  present timestamptz := coalesce(nullif(current_setting('postern.now', true), '')::timestamptz, statement_timestamp());
  wanted record;
  copy uuid;
BEGIN
  IF cardinality(same) < 2 OR current_setting('postern.carrying', true) = 'on' THEN RETURN; END IF;
  PERFORM set_config('postern.carrying', 'on', true);
  SELECT merge.kept_id INTO STRICT stays FROM families.person_merge merge WHERE merge.state = 'MERGED' AND merge.kept_id = ANY (same) LIMIT 1;
  UPDATE access.restriction carried SET coordinates = source.coordinates, starts_at = source.starts_at, ends_at = source.ends_at
    FROM families.person_merge_copy noted JOIN access.restriction source ON source.id = noted.source_id
    WHERE carried.id = noted.copy_id
      AND (source.protected_person_id = carried.protected_person_id OR source.protected_person_id = ANY (same) AND carried.protected_person_id = ANY (same))
      AND (source.item_id IS NOT DISTINCT FROM carried.item_id OR source.item_id = ANY (same) AND carried.item_id = ANY (same))
      AND (source.hidden_from_person_id IS NOT DISTINCT FROM carried.hidden_from_person_id
        OR source.hidden_from_person_id = ANY (same) AND carried.hidden_from_person_id = ANY (same))
      AND (carried.protected_person_id = ANY (same) OR carried.item_id = ANY (same) OR carried.hidden_from_person_id = ANY (same))
      AND (carried.coordinates, carried.starts_at, carried.ends_at) IS DISTINCT FROM (source.coordinates, source.starts_at, source.ends_at);
  FOR wanted IN
    SELECT DISTINCT source.id, protected.id AS protected, shown.id AS family, item.id AS item, hidden.id AS hidden, source.hidden_from_agency_id AS agency,
      source.coordinates, source.starts_at, source.ends_at
    FROM access.restriction source
    CROSS JOIN LATERAL unnest(CASE WHEN source.protected_person_id = ANY (same) THEN same ELSE ARRAY[source.protected_person_id] END) protected (id)
    CROSS JOIN LATERAL unnest(CASE WHEN source.item_id = ANY (same) THEN same ELSE ARRAY[source.item_id] END) item (id)
    CROSS JOIN LATERAL unnest(CASE WHEN source.hidden_from_person_id = ANY (same) THEN same ELSE ARRAY[source.hidden_from_person_id] END) hidden (id)
    CROSS JOIN LATERAL (SELECT source.family_id AS id
      UNION SELECT families.families_of(protected.id) WHERE source.item_id IS NULL AND protected.id = ANY (same)
      UNION SELECT families.families_of(item.id) WHERE item.id = ANY (same)) shown
    WHERE (source.protected_person_id = ANY (same) OR source.item_id = ANY (same) OR source.hidden_from_person_id = ANY (same))
      AND NOT EXISTS (SELECT FROM families.person_merge_copy noted WHERE noted.copy_id = source.id)
      AND NOT EXISTS (SELECT FROM access.restriction there LEFT JOIN families.person_merge_copy noted ON noted.copy_id = there.id
        WHERE coalesce(noted.source_id, there.id) = source.id AND there.protected_person_id = protected.id AND there.family_id = shown.id
          AND (there.item_id, there.hidden_from_person_id) IS NOT DISTINCT FROM (item.id, hidden.id))
  LOOP
    copy := gen_random_uuid();
    INSERT INTO access.restriction (id, protected_person_id, family_id, item_id, coordinates, hidden_from_agency_id, hidden_from_person_id, starts_at, ends_at)
      VALUES (copy, wanted.protected, wanted.family, wanted.item, wanted.coordinates, wanted.agency, wanted.hidden, wanted.starts_at, wanted.ends_at);
    INSERT INTO families.person_merge_copy (copy_id, source_id, kind, kept_id, meanwhile) VALUES (copy, wanted.id, 'RESTRICTION', stays, newer);
  END LOOP;
  UPDATE access.processing_restriction carried SET coordinates = source.coordinates, starts_at = source.starts_at, ends_at = source.ends_at
    FROM families.person_merge_copy noted JOIN access.processing_restriction source ON source.id = noted.source_id
    WHERE carried.id = noted.copy_id AND source.person_id = ANY (same) AND carried.person_id = ANY (same)
      AND (carried.coordinates, carried.starts_at, carried.ends_at) IS DISTINCT FROM (source.coordinates, source.starts_at, source.ends_at);
  FOR wanted IN
    SELECT source.id, other.id AS person, source.coordinates, source.starts_at, source.ends_at
    FROM access.processing_restriction source CROSS JOIN unnest(same) other (id)
    WHERE source.person_id = ANY (same) AND other.id <> source.person_id
      AND NOT EXISTS (SELECT FROM families.person_merge_copy noted WHERE noted.copy_id = source.id)
      AND NOT EXISTS (SELECT FROM families.person_merge_copy noted JOIN access.processing_restriction there ON there.id = noted.copy_id
        WHERE noted.source_id = source.id AND there.person_id = other.id)
  LOOP
    copy := gen_random_uuid();
    INSERT INTO access.processing_restriction (id, person_id, coordinates, starts_at, ends_at)
      VALUES (copy, wanted.person, wanted.coordinates, wanted.starts_at, wanted.ends_at);
    INSERT INTO families.person_merge_copy (copy_id, source_id, kind, kept_id, meanwhile) VALUES (copy, wanted.id, 'PROCESSING_RESTRICTION', stays, newer);
  END LOOP;
  UPDATE access.exclusion carried SET coordinates = source.coordinates, starts_at = source.starts_at, ends_at = source.ends_at
    FROM families.person_merge_copy noted JOIN access.exclusion source ON source.id = noted.source_id
    WHERE carried.id = noted.copy_id AND carried.person_id = ANY (same) AND (source.person_id = ANY (same) OR source.person_id IS NULL
        AND EXISTS (SELECT FROM access.episode_person concerned WHERE concerned.episode_id = source.episode_id AND concerned.person_id = ANY (same)))
      AND (carried.coordinates, carried.starts_at, carried.ends_at) IS DISTINCT FROM (source.coordinates, source.starts_at, source.ends_at);
  FOR wanted IN
    SELECT source.id, other.id AS person, source.episode_id AS episode, source.agency_id AS agency, source.coordinates, source.starts_at, source.ends_at
    FROM access.exclusion source CROSS JOIN unnest(same) other (id)
    WHERE source.scope = 'DETAILS' AND other.id IS DISTINCT FROM source.person_id
      AND (source.person_id = ANY (same) OR source.person_id IS NULL
        AND EXISTS (SELECT FROM access.episode_person concerned WHERE concerned.episode_id = source.episode_id AND concerned.person_id = ANY (same))
        AND NOT EXISTS (SELECT FROM access.episode_person concerned WHERE concerned.episode_id = source.episode_id AND concerned.person_id = other.id))
      AND NOT EXISTS (SELECT FROM families.person_merge_copy noted WHERE noted.copy_id = source.id)
      AND NOT EXISTS (SELECT FROM families.person_merge_copy noted JOIN access.exclusion there ON there.id = noted.copy_id
        WHERE noted.source_id = source.id AND there.person_id = other.id)
  LOOP
    copy := gen_random_uuid();
    INSERT INTO access.exclusion (id, episode_id, agency_id, scope, coordinates, person_id, starts_at, ends_at)
      VALUES (copy, wanted.episode, wanted.agency, 'DETAILS', wanted.coordinates, wanted.person, wanted.starts_at, wanted.ends_at);
    INSERT INTO families.person_merge_copy (copy_id, source_id, kind, kept_id, meanwhile) VALUES (copy, wanted.id, 'EXCLUSION', stays, newer);
  END LOOP;
  -- What hides again hides since now, whenever it hid before: only a merge takes back what it brought.
  UPDATE families.person_merge_copy noted SET meanwhile = newer
    FROM access.withheld_person source, access.withheld_person carried
    WHERE source.id = noted.source_id AND carried.id = noted.copy_id AND source.person_id = ANY (same) AND carried.person_id = ANY (same)
      AND source.ends_at IS NULL AND carried.ends_at IS NOT NULL;
  UPDATE access.withheld_person carried SET agency_id = source.agency_id, starts_at = source.starts_at, ends_at = source.ends_at
    FROM families.person_merge_copy noted JOIN access.withheld_person source ON source.id = noted.source_id
    WHERE carried.id = noted.copy_id AND source.person_id = ANY (same) AND carried.person_id = ANY (same)
      AND (carried.agency_id, carried.starts_at, carried.ends_at) IS DISTINCT FROM (source.agency_id, source.starts_at, source.ends_at);
  FOR wanted IN
    SELECT source.id, other.id AS person, source.episode_id AS episode, source.agency_id AS agency, source.starts_at, source.ends_at
    FROM access.withheld_person source CROSS JOIN unnest(same) other (id)
    WHERE source.person_id = ANY (same) AND other.id <> source.person_id
      AND NOT EXISTS (SELECT FROM families.person_merge_copy noted WHERE noted.copy_id = source.id)
      AND NOT EXISTS (SELECT FROM families.person_merge_copy noted JOIN access.withheld_person there ON there.id = noted.copy_id
        WHERE noted.source_id = source.id AND there.person_id = other.id)
  LOOP
    copy := gen_random_uuid();
    INSERT INTO access.withheld_person (id, episode_id, person_id, agency_id, starts_at, ends_at)
      VALUES (copy, wanted.episode, wanted.person, wanted.agency, wanted.starts_at, wanted.ends_at);
    INSERT INTO families.person_merge_copy (copy_id, source_id, kind, kept_id, meanwhile) VALUES (copy, wanted.id, 'WITHHELD_PERSON', stays, newer);
  END LOOP;
  PERFORM families.carry_limits(same, stays, newer, present);
  PERFORM set_config('postern.carrying', '', true);
END $$;
--> statement-breakpoint
-- What was set last on each record itself; nothing where nothing was.
CREATE FUNCTION families.own_limits(same uuid[]) RETURNS TABLE (person uuid, id uuid, level text, set_at timestamptz)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT DISTINCT ON (named.person) named.person, own.id, own.level, own.set_at
  FROM unnest(same) named (person) LEFT JOIN access.disclosure_limit own ON own.person_id = named.person
    AND NOT EXISTS (SELECT FROM families.person_merge_copy noted WHERE noted.copy_id = own.id)
  ORDER BY named.person, own.set_at DESC, own.id DESC
$$;
--> statement-breakpoint
-- Of a young person's limits the strictest of those last set on each record holds on all of them.
CREATE FUNCTION families.carry_limits(same uuid[], stays uuid, newer boolean, present timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  strictest record;
  looser record;
  copy uuid;
BEGIN
  SELECT own.* INTO strictest FROM families.own_limits(same) own WHERE own.level IN ('SUMMARY_ONLY', 'CONFIDENTIAL') ORDER BY own.level, own.id LIMIT 1;
  FOR looser IN
    SELECT noted.copy_id FROM families.person_merge_copy noted JOIN access.disclosure_limit carried ON carried.id = noted.copy_id
      LEFT JOIN families.own_limits(same) own ON own.person = carried.person_id
    WHERE noted.kept_id = stays AND noted.kind = 'DISCLOSURE_LIMIT' AND (noted.source_id IS DISTINCT FROM strictest.id OR carried.set_at <= own.set_at)
  LOOP
    DELETE FROM access.disclosure_limit WHERE id = looser.copy_id;
    DELETE FROM families.person_merge_copy WHERE copy_id = looser.copy_id;
  END LOOP;
  IF strictest.id IS NULL THEN RETURN; END IF;
  -- A word on one record that is carried anew because of a later one on another is as old as it is.
  newer := newer AND strictest.set_at >= (SELECT min(merge.decided_at) FROM families.person_merge merge WHERE merge.kept_id = stays AND merge.state = 'MERGED');
  FOR looser IN
    SELECT own.person, own.set_at FROM families.own_limits(same) own WHERE own.person <> strictest.person AND own.level IS DISTINCT FROM strictest.level
      AND NOT EXISTS (SELECT FROM families.person_merge_copy noted JOIN access.disclosure_limit carried ON carried.id = noted.copy_id
        WHERE noted.source_id = strictest.id AND carried.person_id = own.person)
  LOOP
    copy := gen_random_uuid();
    INSERT INTO access.disclosure_limit (id, person_id, level, set_at)
      VALUES (copy, looser.person, strictest.level, greatest(looser.set_at + interval '1 millisecond', least(strictest.set_at, present)));
    INSERT INTO families.person_merge_copy (copy_id, source_id, kind, kept_id, meanwhile) VALUES (copy, strictest.id, 'DISCLOSURE_LIMIT', stays, newer);
  END LOOP;
END $$;
--> statement-breakpoint
-- What hides because something else does ends with it at the latest, be it carried over to a record that is of somebody else by now,
-- or to the next address.
CREATE FUNCTION families.end_copies() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  EXECUTE format($copies$
    UPDATE access.%I carried SET ends_at = $1
    FROM (SELECT copy_id FROM families.person_merge_copy WHERE source_id = $2
      UNION SELECT copy_id FROM families.next_address_copy WHERE source_id = $2) noted
    WHERE carried.id = noted.copy_id AND (carried.ends_at IS NULL OR carried.ends_at > $1) $copies$, TG_TABLE_NAME) USING NEW.ends_at, NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER end_copies AFTER UPDATE OF ends_at ON access.restriction
FOR EACH ROW WHEN (NEW.ends_at IS NOT NULL) EXECUTE FUNCTION families.end_copies();
--> statement-breakpoint
CREATE TRIGGER end_copies AFTER UPDATE OF ends_at ON access.processing_restriction
FOR EACH ROW WHEN (NEW.ends_at IS NOT NULL) EXECUTE FUNCTION families.end_copies();
--> statement-breakpoint
CREATE TRIGGER end_copies AFTER UPDATE OF ends_at ON access.exclusion
FOR EACH ROW WHEN (NEW.ends_at IS NOT NULL) EXECUTE FUNCTION families.end_copies();
--> statement-breakpoint
CREATE TRIGGER end_copies AFTER UPDATE OF ends_at ON access.withheld_person
FOR EACH ROW WHEN (NEW.ends_at IS NOT NULL) EXECUTE FUNCTION families.end_copies();
--> statement-breakpoint
-- What comes to hide something while records are of one person hides it of each of them from the same moment.
CREATE FUNCTION families.carry_what_is_new() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  said jsonb := to_jsonb(NEW);
  person uuid;
BEGIN
  PERFORM families.share_merges();
  IF NOT EXISTS (SELECT FROM families.person_merge WHERE state = 'MERGED') THEN RETURN NULL; END IF;
  FOR person IN
    SELECT (said ->> named)::uuid FROM unnest(ARRAY['person_id', 'protected_person_id', 'item_id', 'hidden_from_person_id']) named WHERE said ->> named IS NOT NULL
    UNION SELECT concerned.person_id FROM access.episode_person concerned WHERE concerned.episode_id = (said ->> 'episode_id')::uuid AND said ->> 'person_id' IS NULL
  LOOP
    PERFORM families.carry_over(person, true);
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER carry_what_is_new AFTER INSERT OR UPDATE ON access.restriction FOR EACH ROW EXECUTE FUNCTION families.carry_what_is_new();
--> statement-breakpoint
CREATE TRIGGER carry_what_is_new AFTER INSERT OR UPDATE ON access.processing_restriction FOR EACH ROW EXECUTE FUNCTION families.carry_what_is_new();
--> statement-breakpoint
CREATE TRIGGER carry_what_is_new AFTER INSERT OR UPDATE ON access.exclusion FOR EACH ROW EXECUTE FUNCTION families.carry_what_is_new();
--> statement-breakpoint
CREATE TRIGGER carry_what_is_new AFTER INSERT OR UPDATE ON access.withheld_person FOR EACH ROW EXECUTE FUNCTION families.carry_what_is_new();
--> statement-breakpoint
CREATE TRIGGER carry_what_is_new AFTER INSERT OR UPDATE ON access.disclosure_limit FOR EACH ROW EXECUTE FUNCTION families.carry_what_is_new();
--> statement-breakpoint
CREATE TRIGGER carry_what_is_new AFTER INSERT ON access.episode_person FOR EACH ROW EXECUTE FUNCTION families.carry_what_is_new();
--> statement-breakpoint
-- What a second person decided is done here and nowhere else; that two decided is asked again.
CREATE FUNCTION families.merge_persons(merge uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  decided families.person_merge;
BEGIN
  PERFORM families.hold_merges();
  SELECT * INTO STRICT decided FROM families.person_merge WHERE id = merge AND state = 'MERGED' AND decided_by <> proposed_by FOR UPDATE;
  IF EXISTS (SELECT FROM families.person_merge standing WHERE standing.state = 'MERGED' AND standing.id <> decided.id
      AND (standing.merged_id IN (decided.kept_id, decided.merged_id) OR standing.kept_id = decided.merged_id)) THEN
    RAISE EXCEPTION 'A record stands under one other, which stands under none.' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  UPDATE families.person SET merged = array_append(array_remove(merged, decided.merged_id), decided.merged_id) WHERE id = decided.kept_id;
  PERFORM families.carry_over(decided.kept_id, false);
  PERFORM families.project_deaths(families.same_person(decided.kept_id));
END $$;
--> statement-breakpoint
-- What was carried over when the records were merged goes; what came to hide something since goes on hiding it of both, and stays
-- noted: it ends with what it came from, and is carried no further. A limit is the young person's own from then on, to set anew.
CREATE FUNCTION families.unmerge_persons(merge uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  parted families.person_merge;
  gone uuid[];
BEGIN
  PERFORM families.hold_merges();
  SELECT * INTO STRICT parted FROM families.person_merge WHERE id = merge AND state = 'UNMERGED' FOR UPDATE;
  UPDATE families.person SET merged = array_remove(merged, parted.merged_id) WHERE id = parted.kept_id;
  gone := ARRAY(SELECT copy_id FROM families.person_merge_copy WHERE kept_id = parted.kept_id AND NOT meanwhile);
  DELETE FROM families.person_merge_copy WHERE kept_id = parted.kept_id AND (NOT meanwhile OR kind = 'DISCLOSURE_LIMIT');
  DELETE FROM access.restriction WHERE id = ANY (gone);
  DELETE FROM access.processing_restriction WHERE id = ANY (gone);
  DELETE FROM access.exclusion WHERE id = ANY (gone);
  DELETE FROM access.withheld_person WHERE id = ANY (gone);
  DELETE FROM access.disclosure_limit WHERE id = ANY (gone);
  PERFORM families.carry_over(parted.kept_id, false);
  PERFORM families.project_deaths(array_append(families.same_person(parted.kept_id), parted.merged_id));
END $$;
--> statement-breakpoint
-- What was recorded while two records were one goes to the other of them, whom its episode has to concern.
CREATE FUNCTION families.assign_entry(merge uuid, entry uuid, person uuid, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  parted families.person_merge;
  before uuid;
BEGIN
  SELECT * INTO STRICT parted FROM families.person_merge WHERE id = merge AND state = 'MERGED';
  IF person IS NULL OR person NOT IN (parted.kept_id, parted.merged_id) THEN RETURN false; END IF;
  SELECT held.person_id INTO before FROM families.person_entry held WHERE held.id = entry AND held.recorded_at > parted.decided_at
    AND held.person_id IN (parted.kept_id, parted.merged_id)
    AND EXISTS (SELECT FROM access.episode_person concerned WHERE concerned.episode_id = held.episode_id AND concerned.person_id = person) FOR UPDATE;
  IF before IS NULL THEN RETURN false; END IF;
  IF before = person THEN RETURN true; END IF;
  UPDATE families.person_entry SET person_id = person WHERE id = entry;
  INSERT INTO families.person_merge_move (merge_id, entry_id, from_person_id, to_person_id, at) VALUES (merge, entry, before, person, at);
  RETURN true;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION families.same_person, families.families_of, families.carry_over, families.own_limits, families.carry_limits, families.merge_persons,
  families.unmerge_persons, families.assign_entry, families.project_deaths, families.hold_merges, families.share_merges FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION families.merge_persons, families.unmerge_persons, families.assign_entry, families.hold_merges, families.share_merges TO postern_families;
--> statement-breakpoint
-- What leads from a child's record before an adoption to the one since is read by no role of a service: it is sealed by one
-- function, and opened by another, to the one officer who asks and with the reason on the record.
REVOKE ALL ON families.adoption_link, families.adoption_opening FROM PUBLIC, postern_families;
--> statement-breakpoint
-- Whether two records may come to be found under one: not where one is under another already, nor where they, or what is found
-- with them, are of one child before and since an adoption. It answers alike for both, and tells no more of either.
CREATE FUNCTION families.may_be_merged(kept uuid, merged uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM families.person_merge standing WHERE standing.state = 'MERGED'
      AND (standing.merged_id IN (may_be_merged.kept, may_be_merged.merged) OR standing.kept_id = may_be_merged.merged))
    AND NOT EXISTS (SELECT FROM families.adoption_link sealed
      WHERE sealed.before_id = ANY (families.same_person(may_be_merged.kept) || families.same_person(may_be_merged.merged))
        AND sealed.since_id = ANY (families.same_person(may_be_merged.kept) || families.same_person(may_be_merged.merged)))
$$;
--> statement-breakpoint
-- What is sealed is of two records: not of such as are found under one, and nobody merges them meanwhile.
CREATE FUNCTION families.seal_adoption(before uuid, since uuid, adopted date) RETURNS TABLE (link uuid, became text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  present timestamptz := coalesce(nullif(current_setting('postern.now', true), '')::timestamptz, statement_timestamp());
BEGIN
  link := gen_random_uuid();
  became := 'SEALED';
  PERFORM families.hold_merges();
  IF since = ANY (families.same_person(before)) THEN RETURN; END IF;
  INSERT INTO families.adoption_link (id, before_id, since_id, adopted_on, sealed_by, sealed_at)
    VALUES (link, before, since, adopted, current_setting('postern.actor')::uuid, present) ON CONFLICT DO NOTHING;
  -- Whoever seals learns nothing of another link that stands: the officer does.
  IF NOT FOUND THEN
    SELECT stands.id, CASE WHEN stands.before_id = before AND stands.since_id = since THEN 'STANDING' ELSE 'CONTESTED' END INTO STRICT link, became
      FROM families.adoption_link stands WHERE stands.before_id = before OR stands.since_id = since ORDER BY stands.sealed_at, stands.id LIMIT 1;
    RETURN NEXT;
    RETURN;
  END IF;
  UPDATE families.family_member SET ended_on = greatest(started_on, adopted) WHERE person_id = before AND ended_on IS NULL;
  UPDATE families.household_member SET ended_on = greatest(started_on, adopted) WHERE person_id = before AND ended_on IS NULL;
  UPDATE access.parental_responsibility SET ends_on = greatest(starts_on, adopted) WHERE child_id = before AND (ends_on IS NULL OR ends_on > adopted);
  RETURN NEXT;
END $$;
--> statement-breakpoint
CREATE FUNCTION families.open_adoption(person uuid, why text) RETURNS TABLE (link uuid, other uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  present timestamptz := coalesce(nullif(current_setting('postern.now', true), '')::timestamptz, statement_timestamp());
  officer uuid := nullif(current_setting('postern.actor', true), '')::uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM access.role_holding held WHERE held.account_id = officer AND held.role = 'DATA_PROTECTION_OFFICER'
    AND held.starts_at <= present AND (held.ends_at IS NULL OR held.ends_at > present)
    AND (held.confirmed_until IS NULL OR held.confirmed_until > present)) THEN
    RAISE EXCEPTION 'Only the officer opens what is sealed.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
  WITH found AS (
    SELECT sealed.id, CASE WHEN sealed.before_id = person THEN sealed.since_id ELSE sealed.before_id END AS other_id
    FROM families.adoption_link sealed WHERE person IN (sealed.before_id, sealed.since_id)
  ), opened AS (
    INSERT INTO families.adoption_opening (link_id, opened_by, at, reason) SELECT found.id, officer, present, why FROM found RETURNING link_id
  )
  SELECT found.id, found.other_id FROM found JOIN opened ON opened.link_id = found.id;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION families.may_be_merged, families.seal_adoption, families.open_adoption FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION families.may_be_merged, families.seal_adoption, families.open_adoption TO postern_families;
--> statement-breakpoint
-- What sources send waits in a pool of its own. Of whom an item is and what it became is written by decisions; that it is on
-- somebody's record, and that it goes, only by the functions below.
GRANT INSERT ON families.import_batch, families.import_item_version TO postern_families;
--> statement-breakpoint
GRANT INSERT (id, batch_id, agency_id, source, reference, received_on, state, given_name, family_name, date_of_birth, address_line, postcode, uprn,
    kind, criterion, label, detail, status, percentage, started_on, ended_on, held_under),
  UPDATE (state, revision, given_name, family_name, date_of_birth, address_line, postcode, uprn, kind, criterion, label, detail, status, percentage,
    started_on, ended_on, person_id, entry_id, decided_by, decided_at) ON families.import_item TO postern_families;
--> statement-breakpoint
GRANT INSERT (id, item_id, other_id, stated_by, agency_id, reason, at), UPDATE (ended_at, ended_by, end_reason) ON families.import_link TO postern_families;
--> statement-breakpoint
-- What was matched and left the pool is held by whoever takes it back; it comes and goes only by the functions below.
GRANT UPDATE (revision) ON families.import_match TO postern_families;
--> statement-breakpoint
-- The first day on which what was received is kept no longer (DEV-A3-12m).
CREATE FUNCTION families.pool_ends(received date) RETURNS date
LANGUAGE sql IMMUTABLE AS $$ SELECT (received + interval '12 months')::date $$;
--> statement-breakpoint
-- Names and addresses are compared as they are wherever somebody is looked for; an address is a property or a line with its postcode.
CREATE FUNCTION families.key_import_item() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.name_key := families.name_key(NEW.given_name, NEW.family_name);
  NEW.address_key := families.address_key(NEW.uprn, NEW.address_line, NEW.postcode);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION families.name_key(given text, family text) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN partners.folded_name(given) || '|' || partners.folded_name(family);
END $$;
--> statement-breakpoint
CREATE FUNCTION families.address_key(uprn text, line text, postcode text) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN coalesce('U' || nullif(ltrim(partners.folded_code(uprn), '0'), ''), 'P' || partners.folded_code(postcode) || '|' || nullif(partners.folded_name(line), ''));
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION families.key_import_item, families.name_key, families.address_key FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER key_import_item BEFORE INSERT OR UPDATE ON families.import_item
FOR EACH ROW EXECUTE FUNCTION families.key_import_item();
--> statement-breakpoint
-- Who of those known here an item may be about. Nobody is proposed whom a safety measure, a right exercised or a
-- protected name protects, who was adopted or has died; nor anybody of a family that the asker is related to, or that keeps the
-- asker's agency out. Of records that are one person's only the one that stays is, and what protects any of them protects it.
-- An address that is hidden from anybody agrees with none.
CREATE FUNCTION families.import_proposals(of_item uuid, asker uuid, at timestamptz) RETURNS TABLE (person uuid, agrees text[], support text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY
  SELECT who.id,
    ARRAY['NAME', 'DATE_OF_BIRTH'] || CASE
      WHEN bool_or(families.address_key(lived.uprn, NULL, NULL) = families.address_key(item.uprn, NULL, NULL)
        OR families.address_key(NULL, lived.line, lived.postcode) = families.address_key(NULL, item.address_line, item.postcode)) THEN ARRAY['ADDRESS']
      WHEN bool_or(partners.folded_code(lived.postcode) = partners.folded_code(item.postcode)) THEN ARRAY['POSTCODE'] ELSE '{}' END,
    coalesce((SELECT CASE WHEN bool_or(held.status <> 'CLOSED') THEN 'NOW' ELSE 'BEFORE' END
      FROM access.episode_person concerned JOIN access.episode held ON held.id = concerned.episode_id WHERE concerned.person_id = ANY (same.ids)
        AND held.status IN ('OPEN', 'OPEN_TAF', 'STEPPED_UP', 'CLOSING', 'REOPENED', 'CLOSED') HAVING count(*) > 0), 'NONE')
  FROM families.import_item item
  JOIN families.person who ON who.date_of_birth = item.date_of_birth AND families.name_key(who.given_name, who.family_name) = item.name_key
  CROSS JOIN LATERAL (SELECT families.same_person(who.id) AS ids) same
  LEFT JOIN families.household_member lives ON lives.person_id = who.id
  LEFT JOIN families.household_address lived ON lived.household_id = lives.household_id
    AND NOT EXISTS (SELECT FROM access.restriction hides WHERE hides.item_id IN (lived.id, lived.household_id)
      AND hides.starts_at <= at AND (hides.ends_at IS NULL OR hides.ends_at > at))
  WHERE item.id = of_item
    AND NOT EXISTS (SELECT FROM families.person died WHERE died.id = ANY (same.ids) AND died.deceased_on IS NOT NULL)
    AND NOT EXISTS (SELECT FROM access.restriction safe WHERE safe.protected_person_id = ANY (same.ids) AND safe.starts_at <= at AND (safe.ends_at IS NULL OR safe.ends_at > at))
    AND NOT EXISTS (SELECT FROM access.processing_restriction used WHERE used.person_id = ANY (same.ids) AND used.starts_at <= at AND (used.ends_at IS NULL OR used.ends_at > at))
    AND NOT EXISTS (SELECT FROM families.family_member child WHERE child.person_id = ANY (same.ids) AND child.relationship = 'ADOPTED_CHILD')
    AND NOT EXISTS (SELECT FROM families.adoption_link sealed WHERE sealed.before_id = ANY (same.ids) OR sealed.since_id = ANY (same.ids))
    AND NOT EXISTS (SELECT FROM families.person_name other WHERE other.person_id = ANY (same.ids) AND (other.protected OR other.kind = 'ADOPTED'))
    AND NOT EXISTS (SELECT FROM families.person_merge one WHERE one.merged_id = who.id AND one.state = 'MERGED')
    AND NOT EXISTS (SELECT FROM families.family_member kin JOIN access.conflict_of_interest relation ON relation.family_id = kin.family_id
      WHERE kin.person_id = ANY (same.ids) AND relation.account_id = asker AND relation.declared_at <= at AND (relation.ended_at IS NULL OR relation.ended_at > at))
    AND NOT EXISTS (SELECT FROM access.episode_person concerned JOIN access.exclusion kept ON kept.episode_id = concerned.episode_id AND kept.scope = 'WHOLE_AGENCY'
        JOIN access.account works ON works.agency_id = kept.agency_id AND works.id = asker
      WHERE concerned.person_id = ANY (same.ids) AND kept.starts_at <= at AND (kept.ends_at IS NULL OR kept.ends_at > at))
    AND NOT EXISTS (SELECT FROM access.withheld_person kept JOIN access.account works ON works.agency_id = kept.agency_id AND works.id = asker
      WHERE kept.person_id = ANY (same.ids) AND kept.starts_at <= at AND (kept.ends_at IS NULL OR kept.ends_at > at))
  GROUP BY who.id, same.ids;
END $$;
--> statement-breakpoint
-- The items that may be of a family that somebody declared a relationship with, and those that left the pool for its record: of
-- those there is nothing for them (SHR-1.2g).
CREATE FUNCTION families.related_import_items(asker uuid, at timestamptz) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  related uuid[] := ARRAY(SELECT unnest(families.same_person(kin.person_id)) FROM access.conflict_of_interest relation
    JOIN families.family_member kin ON kin.family_id = relation.family_id
    WHERE relation.account_id = asker AND relation.declared_at <= at AND (relation.ended_at IS NULL OR relation.ended_at > at));
BEGIN
  RETURN QUERY
  SELECT item.id FROM families.person who JOIN families.import_item item ON item.person_id = who.id
    OR item.date_of_birth = who.date_of_birth AND item.name_key = families.name_key(who.given_name, who.family_name)
  WHERE who.id = ANY (related)
  UNION ALL SELECT matched.id FROM families.import_match matched LEFT JOIN families.person_entry entry ON entry.id = matched.entry_id
  WHERE matched.person_id = ANY (related) OR entry.person_id = ANY (related);
END $$;
--> statement-breakpoint
-- Writes what stands on a record because of an item as its source says now, and keeps what it said before; whether it says
-- anything else.
CREATE FUNCTION families.write_imported(of_entry uuid, said jsonb, types jsonb, by_account uuid, by_agency uuid, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  held families.person_entry;
  was jsonb;
BEGIN
  SELECT * INTO held FROM families.person_entry WHERE id = of_entry FOR UPDATE;
  SELECT jsonb_object_agg(kept.key, kept.value) INTO was FROM jsonb_each(to_jsonb(held)) kept
    WHERE kept.key IN ('label', 'detail', 'status', 'percentage', 'started_on', 'ended_on') AND kept.value <> coalesce(said -> kept.key, 'null');
  IF held.id IS NULL OR was IS NULL THEN RETURN false; END IF;
  UPDATE families.person_entry entry SET label = given.label, detail = given.detail, status = given.status, percentage = given.percentage,
      started_on = given.started_on, ended_on = given.ended_on, revision = entry.revision + 1, changed_by = by_account, changed_at = at
    FROM jsonb_populate_record(NULL::families.person_entry, said) given WHERE entry.id = of_entry;
  INSERT INTO families.entry_version (type, item_id, revision, was, reason, reviewed_for, changed_by, changed_by_agency, at)
    VALUES (types ->> held.kind, of_entry, held.revision + 1, was, 'Its source sent it anew.', '{}', by_account, by_agency, at);
  RETURN true;
END $$;
--> statement-breakpoint
-- Puts an item that is matched on the record of the person, or writes what stands there as its source says now. Provenance and
-- purpose lock are the item's: nobody gives them. Who writes is who decided, or who sent it anew.
CREATE FUNCTION families.put_imported(of_item uuid, types jsonb, by_account uuid, by_agency uuid, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  put families.import_item;
BEGIN
  SELECT * INTO put FROM families.import_item WHERE id = of_item AND state = 'MATCHED';
  IF put.id IS NULL THEN RETURN; END IF;
  INSERT INTO families.person_entry (id, person_id, episode_id, kind, label, detail, status, percentage, started_on, ended_on, recorded_by, agency_id, recorded_at, nature, purpose_lock)
  SELECT put.entry_id, put.person_id, NULL, put.kind, put.label, put.detail, put.status, put.percentage, put.started_on, put.ended_on,
    batch.sent_by, put.agency_id, batch.received_at, 'FACT', put.held_under
  FROM families.import_batch batch WHERE batch.id = put.batch_id ON CONFLICT (id) DO NOTHING;
  IF FOUND THEN
    INSERT INTO families.entry_version (type, item_id, revision, reviewed_for, changed_by, changed_by_agency, at)
      VALUES (types ->> put.kind, put.entry_id, 1, '{}', by_account, by_agency, at);
  ELSE
    PERFORM families.write_imported(put.entry_id, to_jsonb(put), types, by_account, by_agency, at);
  END IF;
END $$;
--> statement-breakpoint
-- What a source sends anew of what left the pool is written on the record, where it is of that person and kind still.
CREATE FUNCTION families.write_matched(of_match uuid, said jsonb, types jsonb, by_account uuid, by_agency uuid, at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  entry families.person_entry;
BEGIN
  SELECT stands.* INTO entry FROM families.import_match matched JOIN families.person_entry stands ON stands.id = matched.entry_id WHERE matched.id = of_match;
  IF entry.id IS NULL OR entry.kind <> said ->> 'kind' OR NOT EXISTS (SELECT FROM families.person who
    WHERE who.id = ANY (families.same_person(entry.person_id)) AND who.date_of_birth = (said ->> 'date_of_birth')::date
      AND families.name_key(who.given_name, who.family_name) = families.name_key(said ->> 'given_name', said ->> 'family_name')) THEN RETURN 'OF_OTHER'; END IF;
  IF NOT families.write_imported(entry.id, said, types, by_account, by_agency, at) THEN RETURN 'UNCHANGED'; END IF;
  UPDATE families.import_match SET revision = revision + 1 WHERE id = of_match;
  RETURN 'AMENDED';
END $$;
--> statement-breakpoint
-- Holds what items were made known by, in the one order: whoever takes several of them off waits here and nowhere later.
CREATE FUNCTION families.hold_candidates(of_items uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM FROM families.match_candidate made WHERE made.id IN (SELECT candidate_id FROM families.import_item WHERE id = ANY (of_items))
    ORDER BY made.id FOR UPDATE;
END $$;
--> statement-breakpoint
-- Takes off again what was put on a record or made known because of an item, in the pool or no more; which candidates went. Who
-- wrote when stays, and what it said goes: it was nothing of this person. Other items of a candidate are not held, and none of
-- them is written: they are made known as long as the candidate is there.
CREATE FUNCTION families.take_off_imported(of_item uuid, types jsonb, by_account uuid, by_agency uuid, at timestamptz) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  gone families.person_entry;
BEGIN
  RETURN QUERY DELETE FROM families.match_candidate made USING families.import_item item WHERE item.id = of_item AND made.id = item.candidate_id RETURNING made.id;
  UPDATE families.import_item SET candidate_id = NULL WHERE id = of_item AND candidate_id IS NOT NULL;
  DELETE FROM families.person_entry entry WHERE entry.id IN (SELECT entry_id FROM families.import_item WHERE id = of_item
    UNION SELECT entry_id FROM families.import_match WHERE id = of_item) RETURNING * INTO gone;
  DELETE FROM families.import_match WHERE id = of_item;
  IF gone.id IS NULL THEN RETURN; END IF;
  UPDATE families.entry_version SET was = '{}' WHERE item_id = gone.id AND was IS NOT NULL;
  INSERT INTO families.entry_version (type, item_id, revision, was, reason, reviewed_for, changed_by, changed_by_agency, at)
    VALUES (types ->> gone.kind, gone.id, gone.revision + 1, '{}', 'Taken off the record.', '{}', by_account, by_agency, at);
END $$;
--> statement-breakpoint
-- Makes known whom items are about, for each source and law apart; received when the first of them was.
CREATE FUNCTION families.make_candidates(of_items uuid[], titles jsonb) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  told record;
BEGIN
  FOR told IN SELECT gen_random_uuid() AS id, array_agg(item.id) AS items, min(item.given_name) AS given_name, min(item.family_name) AS family_name, item.date_of_birth,
      min(item.postcode) AS postcode, array_agg(DISTINCT item.criterion ORDER BY item.criterion) AS criteria, item.source, min(item.received_on) AS received_on, item.held_under
    FROM families.import_item item WHERE item.id = ANY (of_items) AND item.state <> 'MATCHED'
      AND NOT EXISTS (SELECT FROM families.match_candidate made WHERE made.id = item.candidate_id)
    GROUP BY item.name_key, item.date_of_birth, item.source, item.held_under LOOP
    INSERT INTO families.match_candidate (id, given_name, family_name, date_of_birth, postcode, criteria, source, received_on, purpose_lock)
      VALUES (told.id, told.given_name, told.family_name, told.date_of_birth, told.postcode, told.criteria, titles ->> told.source, told.received_on, told.held_under);
    UPDATE families.import_item SET candidate_id = told.id WHERE id = ANY (told.items);
    RETURN NEXT told.id;
  END LOOP;
END $$;
--> statement-breakpoint
-- Deletes items of the pool with all that was said of them, and certifies it; which links ended with them. Before its day only
-- what its source withdrew goes. Of what is on a record by then it stays known whose it is, so that it can be put right; what it
-- said does not.
CREATE FUNCTION families.forget_imported(of_items uuid[], because text, at timestamptz) RETURNS uuid[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  going uuid[] := ARRAY(SELECT id FROM families.import_item WHERE id = ANY (of_items)
    AND (because = 'WITHDRAWN_BY_SOURCE' OR families.pool_ends(received_on) <= (at AT TIME ZONE 'Europe/London')::date));
  ended uuid[] := ARRAY(SELECT id FROM families.import_link WHERE ended_at IS NULL AND (item_id = ANY (going) OR other_id = ANY (going)) ORDER BY id);
BEGIN
  INSERT INTO families.import_certificate (agency_id, source, received_on, cause, items, deleted_at)
    SELECT agency_id, source, received_on, because, count(*), at FROM families.import_item WHERE id = ANY (going) GROUP BY agency_id, source, received_on;
  INSERT INTO families.import_match (id, agency_id, source, reference, revision, held_under, person_id, entry_id, decided_by, decided_at)
    SELECT id, agency_id, source, reference, revision, held_under, person_id, entry_id, decided_by, decided_at FROM families.import_item
    WHERE id = ANY (going) AND state = 'MATCHED' AND because = 'TWELVE_MONTHS';
  DELETE FROM families.import_item_version WHERE item_id = ANY (going);
  DELETE FROM families.import_link WHERE item_id = ANY (going) OR other_id = ANY (going);
  DELETE FROM families.import_item WHERE id = ANY (going);
  RETURN ended;
END $$;
--> statement-breakpoint
-- Deletes a candidate whose day has come, and certifies it.
CREATE FUNCTION families.forget_candidate(of_candidate uuid, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  gone families.match_candidate;
BEGIN
  DELETE FROM families.match_candidate WHERE id = of_candidate AND families.pool_ends(received_on) <= (at AT TIME ZONE 'Europe/London')::date RETURNING * INTO gone;
  IF gone.id IS NULL THEN RETURN false; END IF;
  INSERT INTO families.import_certificate (source, received_on, cause, items, deleted_at) VALUES (gone.source, gone.received_on, 'TWELVE_MONTHS', 1, at);
  RETURN true;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION families.import_proposals, families.related_import_items, families.write_imported, families.put_imported, families.write_matched,
  families.hold_candidates, families.take_off_imported, families.make_candidates, families.forget_imported, families.forget_candidate FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION families.import_proposals, families.related_import_items, families.put_imported, families.write_matched, families.hold_candidates,
  families.take_off_imported, families.make_candidates, families.forget_imported, families.forget_candidate TO postern_families;
