-- Where extracts are made and kept. No role of a service reaches this schema: what leaves it leaves through the functions at the
-- end, each of which asks again what the command that calls it asked.
CREATE SCHEMA extracts;
--> statement-breakpoint
REVOKE ALL ON SCHEMA extracts FROM PUBLIC;
--> statement-breakpoint
-- One key for each extract, drawn for it and destroyed with it, as the two blocks that RFC 2104 makes of a key.
CREATE TABLE extracts.key (
  extract_id uuid PRIMARY KEY,
  inner_block bytea NOT NULL CHECK (length(inner_block) = 64),
  outer_block bytea NOT NULL CHECK (length(outer_block) = 64)
);
--> statement-breakpoint
CREATE TABLE extracts.line (
  extract_id uuid NOT NULL,
  position integer NOT NULL,
  cells text[] NOT NULL,
  PRIMARY KEY (extract_id, position)
);
--> statement-breakpoint
-- Whom an extract is about, while it is made: empty again before that transaction ends.
CREATE UNLOGGED TABLE extracts.subject (
  extract_id uuid NOT NULL,
  subject uuid NOT NULL,
  family uuid NOT NULL,
  known text[] NOT NULL,
  outcome text[] NOT NULL,
  PRIMARY KEY (extract_id, subject)
);
--> statement-breakpoint
CREATE FUNCTION extracts.block(secret bytea, pad integer) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  filled bytea := CASE WHEN length(secret) > 64 THEN sha256(secret) ELSE secret END;
BEGIN
  filled := filled || decode(repeat('00', 64 - length(filled)), 'hex');
  FOR at IN 0..63 LOOP
    filled := set_byte(filled, at, get_byte(filled, at) # pad);
  END LOOP;
  RETURN filled;
END $$;
--> statement-breakpoint
-- HMAC-SHA-256 (RFC 2104) by the blocks of a key, as hexadecimal digits.
CREATE FUNCTION extracts.keyed_hash(inner_block bytea, outer_block bytea, message bytea) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT pg_catalog.encode(pg_catalog.sha256(outer_block || pg_catalog.sha256(inner_block || message)), 'hex')
$$;
--> statement-breakpoint
-- Of each field of the catalogue how often it can be made coarser before it says nothing; null is no field. What became of a
-- family or a person (0 and an outcome) is never made coarser, and nor is the group.
CREATE FUNCTION extracts.coarsest(field text) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE field
    WHEN 'OPENED' THEN 3 WHEN 'CLOSED' THEN 3 WHEN 'AGE_BAND' THEN 3 WHEN 'YOUNGEST_AGE_BAND' THEN 3
    WHEN 'LOCALITY' THEN 2 WHEN 'LEVEL_OF_NEED' THEN 2 WHEN 'LEAD_AGENCY_KIND' THEN 2 WHEN 'CHILDREN' THEN 2
    WHEN 'SEX' THEN 1
    WHEN 'GROUP' THEN 0 WHEN 'END_REASON' THEN 0 WHEN 'NEEDS' THEN 0 WHEN 'NEEDS_MET' THEN 0 END
$$;
--> statement-breakpoint
CREATE FUNCTION extracts.is_outcome(field text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT field IN ('END_REASON', 'NEEDS', 'NEEDS_MET')
$$;
--> statement-breakpoint
CREATE FUNCTION extracts.coarser(field text, value text, level integer) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE
    WHEN level = 0 THEN value
    WHEN level >= extracts.coarsest(field) THEN '*'
    WHEN value IN ('NOT_KNOWN', 'NONE', 'STILL_OPEN') THEN value
    WHEN field = 'LOCALITY' THEN substring(value FROM '^[A-Z]+')
    WHEN field IN ('OPENED', 'CLOSED') THEN left(value, 4) || CASE WHEN level = 1 THEN '-Q' || (substr(value, 6, 2)::integer + 2) / 3 ELSE '' END
    WHEN field IN ('AGE_BAND', 'YOUNGEST_AGE_BAND') THEN CASE
      WHEN value IN ('0-4', '5-10') THEN CASE WHEN level = 1 THEN '0-10' ELSE '0-17' END
      WHEN value IN ('11-15', '16-17') THEN CASE WHEN level = 1 THEN '11-17' ELSE '0-17' END
      ELSE '18+' END
    WHEN field = 'LEVEL_OF_NEED' THEN CASE WHEN value IN ('1', '2') THEN '1-2' ELSE '3-4' END
    WHEN field = 'LEAD_AGENCY_KIND' THEN CASE WHEN value = 'COUNCIL' THEN 'COUNCIL' ELSE 'PARTNER' END
    WHEN field = 'CHILDREN' THEN CASE WHEN value IN ('0', '1', '2') THEN '0-2' ELSE '3+' END
  END
$$;
--> statement-breakpoint
CREATE FUNCTION extracts.age_band(born date, at date) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN years IS NULL OR years < 0 THEN 'NOT_KNOWN' WHEN years <= 4 THEN '0-4' WHEN years <= 10 THEN '5-10' WHEN years <= 15 THEN '11-15'
    WHEN years <= 17 THEN '16-17' WHEN years <= 24 THEN '18-24' WHEN years <= 44 THEN '25-44' ELSE '45+' END
  FROM (SELECT extract(year FROM age(at, born))::integer AS years) counted
$$;
--> statement-breakpoint
-- The part of a postcode that some thousand households have; of anything else, nothing.
CREATE FUNCTION extracts.district(postcode text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(substring(upper(btrim(postcode)) FROM '^([A-Z]{1,2}[0-9][0-9A-Z]?) *[0-9][A-Z]{2}$'), 'NOT_KNOWN')
$$;
--> statement-breakpoint
-- Who is of a family or ever was: by its record, by where it lived, by an episode of it.
CREATE VIEW extracts.person_of_family AS
SELECT member.person_id, member.family_id FROM families.family_member member
UNION ALL SELECT lived.person_id, home.family_id FROM families.household_member lived JOIN families.household home ON home.id = lived.household_id
UNION ALL SELECT concerned.person_id, held.family_id FROM episodes.episode_person concerned JOIN episodes.episode held ON held.id = concerned.episode_id
UNION ALL SELECT former.person_id, held.family_id FROM access.former_episode_person former JOIN episodes.episode held ON held.id = former.episode_id;
--> statement-breakpoint
-- A family of whom anything is hidden from anybody, that declined or withdrew, or somebody of whom, by any record and whenever they
-- were of it, is protected or asked that their data be used no further, is in no extract, and it does not show that it is not.
CREATE VIEW extracts.family_kept_out AS
SELECT about.family_id FROM episodes.episode about JOIN (
    SELECT kept.episode_id FROM access.exclusion kept
    UNION ALL SELECT kept.episode_id FROM access.withheld_person kept
    UNION ALL SELECT given.episode_id FROM access.family_agreement given WHERE given.state IN ('DECLINED', 'WITHDRAWN')) AS said ON said.episode_id = about.id
UNION SELECT kept.family_id FROM access.restriction kept
UNION SELECT whose.family_id FROM extracts.person_of_family whose WHERE whose.person_id IN (
    SELECT unnest(families.same_person(somebody.person_id)) FROM (SELECT kept.person_id FROM access.processing_restriction kept
      UNION SELECT kept.protected_person_id FROM access.restriction kept) AS somebody);
--> statement-breakpoint
-- Every family whose help began in a time, and where the agreement says so those to whom it could have and never did, by their
-- last episode (DEV-A7e).
CREATE VIEW extracts.family_episode WITH (security_barrier = true) AS
SELECT episode.id, episode.family_id, episode.opened_on, episode.closed_on, episode.level_of_need, episode.end_reason,
  episode.allocated_agency_id, helped.ever AS supported
FROM episodes.episode
CROSS JOIN LATERAL (SELECT NOT episode.never_opened AND episode.status IN ('OPEN', 'OPEN_TAF', 'STEPPED_UP', 'CLOSING', 'CLOSED', 'REOPENED') AS ever) helped
WHERE (helped.ever OR (episode.status IN ('NO_FURTHER_ACTION', 'SIGNPOSTED') OR episode.never_opened AND episode.status = 'CLOSED')
    AND episode.level_of_need IN (2, 3)
    AND NOT EXISTS (SELECT FROM episodes.episode other WHERE other.family_id = episode.family_id AND NOT other.never_opened
      AND other.status IN ('OPEN', 'OPEN_TAF', 'STEPPED_UP', 'CLOSING', 'CLOSED', 'REOPENED')))
  AND NOT EXISTS (SELECT FROM extracts.family_kept_out kept WHERE kept.family_id = episode.family_id);
--> statement-breakpoint
-- What an extract may say of a family or a person, at its finest, by the fields of the catalogue. There is no other field.
CREATE FUNCTION extracts.population(of_unit text, since date, until date, with_comparison boolean)
RETURNS TABLE (subject uuid, family uuid, facts jsonb)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  WITH held AS MATERIALIZED (
    SELECT DISTINCT ON (episode.family_id) episode.* FROM extracts.family_episode episode
    WHERE episode.opened_on BETWEEN since AND until AND (episode.supported OR with_comparison)
    ORDER BY episode.family_id, episode.supported DESC, episode.opened_on DESC, episode.id
  ), told AS MATERIALIZED (
    SELECT held.id, held.family_id, held.opened_on, jsonb_build_object(
      'GROUP', CASE WHEN held.supported THEN 'SUPPORTED' ELSE 'COMPARISON' END,
      'OPENED', to_char(held.opened_on, 'YYYY-MM'),
      'CLOSED', coalesce(to_char(held.closed_on, 'YYYY-MM'), 'STILL_OPEN'),
      'LEVEL_OF_NEED', CASE WHEN held.level_of_need BETWEEN 1 AND 4 THEN held.level_of_need::text ELSE 'NOT_KNOWN' END,
      'LEAD_AGENCY_KIND', coalesce(led.kind, 'NOT_KNOWN'),
      'END_REASON', coalesce(held.end_reason, 'NONE'),
      'NEEDS', coalesce(needs.named, 'NONE'),
      'NEEDS_MET', CASE WHEN needs.named IS NULL THEN 'NONE' WHEN needs.met = needs.counted THEN 'ALL' WHEN needs.met > 0 THEN 'SOME' ELSE 'NOT_YET' END
    ) AS facts
    FROM held LEFT JOIN access.agency led ON led.id = held.allocated_agency_id
    CROSS JOIN LATERAL (SELECT string_agg(DISTINCT need.outcome, '+' ORDER BY need.outcome) AS named,
        count(*) AS counted, count(need.met_on) AS met
      FROM episodes.need WHERE need.episode_id = held.id AND need.purpose_lock IS NULL AND need.row_class IS NULL) needs
  )
  SELECT told.family_id, told.family_id, told.facts || jsonb_build_object(
      'LOCALITY', coalesce((SELECT extracts.district(home.postcode) FROM families.household_address home
        WHERE home.family_id = told.family_id AND home.ended_on IS NULL ORDER BY home.started_on DESC, home.id LIMIT 1), 'NOT_KNOWN'),
      'CHILDREN', CASE WHEN children.counted >= 4 THEN '4+' ELSE children.counted::text END,
      'YOUNGEST_AGE_BAND', extracts.age_band(children.youngest, told.opened_on))
  FROM told CROSS JOIN LATERAL (
    SELECT count(*) AS counted, max(child.date_of_birth) AS youngest
    FROM episodes.episode_person concerned JOIN families.person child ON child.id = concerned.person_id
    WHERE concerned.episode_id = told.id AND child.date_of_birth <= told.opened_on AND child.date_of_birth > told.opened_on - interval '18 years') children
  WHERE of_unit = 'FAMILY'
  UNION ALL
  SELECT * FROM (
    SELECT DISTINCT ON (one.id) one.id, told.family_id, told.facts || jsonb_build_object(
        'LOCALITY', coalesce((SELECT extracts.district(home.postcode) FROM families.household_member lives
          JOIN families.household_address home ON home.household_id = lives.household_id AND home.ended_on IS NULL
          WHERE lives.person_id = concerned.person_id AND lives.ended_on IS NULL AND home.family_id = told.family_id
          ORDER BY home.started_on DESC, home.id LIMIT 1), 'NOT_KNOWN'),
        'AGE_BAND', extracts.age_band(somebody.date_of_birth, told.opened_on),
        'SEX', CASE WHEN somebody.sex IN ('FEMALE', 'MALE') THEN somebody.sex ELSE 'NOT_KNOWN' END)
    FROM told JOIN episodes.episode_person concerned ON concerned.episode_id = told.id
    JOIN families.person somebody ON somebody.id = concerned.person_id
    CROSS JOIN LATERAL (SELECT coalesce((SELECT merge.kept_id FROM families.person_merge merge
      WHERE merge.merged_id = somebody.id AND merge.state = 'MERGED'), somebody.id) AS id) one
    WHERE somebody.date_of_birth <= told.opened_on
    ORDER BY one.id, told.facts ->> 'GROUP' DESC, told.opened_on DESC, told.id) persons
  WHERE of_unit = 'PERSON'
$$;
--> statement-breakpoint
-- Of each combination of what is known about somebody, the class that it falls into at these levels, how many it is, and whether
-- the class is kept: of families enough, and in no outcome all alike.
CREATE FUNCTION extracts.classes(of_extract uuid, fields text[], levels integer[], smallest integer)
RETURNS TABLE (known text[], class text[], subjects bigint, is_kept boolean)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  WITH combination AS MATERIALIZED (
    SELECT listed.known, listed.subjects, ARRAY(SELECT extracts.coarser(part.field, part.value, part.level)
        FROM unnest(fields, listed.known, levels) WITH ORDINALITY AS part (field, value, level, place) ORDER BY part.place) AS class
    FROM (SELECT held.known, count(*) AS subjects FROM extracts.subject held WHERE held.extract_id = of_extract GROUP BY held.known) listed
  ), of_class AS MATERIALIZED (
    SELECT combination.class, held.family, held.outcome FROM extracts.subject held JOIN combination ON combination.known = held.known
    WHERE held.extract_id = of_extract
  ), large AS (
    SELECT of_class.class FROM of_class GROUP BY of_class.class HAVING count(DISTINCT of_class.family) >= smallest
  ), alike AS (
    SELECT DISTINCT of_class.class FROM of_class CROSS JOIN LATERAL unnest(of_class.outcome) WITH ORDINALITY AS said (value, place)
    GROUP BY of_class.class, said.place HAVING count(DISTINCT said.value) < 2
  )
  SELECT combination.known, combination.class, combination.subjects,
    combination.class IN (SELECT large.class FROM large) AND combination.class NOT IN (SELECT alike.class FROM alike)
  FROM combination
$$;
--> statement-breakpoint
-- The least coarse levels, one field after another and the one that tells most apart first, at which at most one in twenty would
-- be left out; all of them where that is not to be had.
CREATE FUNCTION extracts.levels_for(of_extract uuid, fields text[], smallest integer) RETURNS integer[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  levels integer[] := array_fill(0, ARRAY[cardinality(fields)]);
  next integer;
BEGIN
  LOOP
    IF (SELECT coalesce(sum(subjects) FILTER (WHERE NOT is_kept), 0) * 20 <= sum(subjects)
      FROM extracts.classes(of_extract, fields, levels, smallest)) IS NOT FALSE THEN RETURN levels; END IF;
    SELECT part.place INTO next FROM extracts.classes(of_extract, fields, levels, smallest) found
      CROSS JOIN LATERAL unnest(found.class) WITH ORDINALITY AS part (value, place)
      WHERE levels[part.place] < extracts.coarsest(fields[part.place])
      GROUP BY part.place ORDER BY count(DISTINCT part.value) DESC, part.place LIMIT 1;
    IF next IS NULL THEN RETURN levels; END IF;
    levels[next] := levels[next] + 1;
  END LOOP;
END $$;
--> statement-breakpoint
-- By the clocks of the United Kingdom, at the moment of the command under way or else of the statement; whoever calls gives none.
CREATE FUNCTION extracts.today() RETURNS date
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT (coalesce(nullif(current_setting('postern.now', true), '')::timestamptz, statement_timestamp()) AT TIME ZONE 'Europe/London')::date
$$;
--> statement-breakpoint
-- As which partner an agency counts: all teams of the council are one.
CREATE FUNCTION extracts.partner(agency uuid, kind text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT CASE WHEN kind = 'COUNCIL' THEN kind ELSE agency::text END $$;
--> statement-breakpoint
-- What an extract may rest on: an agreement with a body of government, or a theme that three partners decided on. Its bodies are
-- given what is made: by an agreement the one that it is with, and whom that acts for; by a theme every partner whose analysts it names.
CREATE VIEW extracts.basis AS
SELECT agreed.id, agreed.signed_on IS NOT NULL AS holds, agreed.starts_on, agreed.ends_on, agreed.destroy_by, agreed.fields, agreed.analysts,
  agreed.comparison_group, agreed.smallest_class, NULL::uuid AS matching_agency_id, ARRAY['ROWS', 'STATISTICS'] AS forms,
  array_remove(ARRAY[agreed.body, agreed.acting_for], NULL) AS bodies
FROM partners.extract_agreement agreed
UNION ALL
-- That three agreed is counted here, whatever it says of itself, without whoever asked for it or is named.
SELECT theme.id, theme.state = 'APPROVED' AND (
    SELECT count(DISTINCT extracts.partner(partner.id, partner.kind)) >= 3
    FROM partners.theme_approval agreed JOIN access.agency partner ON partner.id = agreed.agency_id
    WHERE agreed.theme_id = theme.id AND agreed.approved_by <> theme.proposed_by AND (agreed.approved_by = ANY (theme.analysts)) IS FALSE),
  theme.starts_on, theme.ends_on, theme.destroy_by, theme.fields, theme.analysts,
  theme.comparison_group, theme.smallest_class, theme.matching_agency_id, ARRAY['STATISTICS'],
  theme.matching_agency_id::text || ARRAY(SELECT DISTINCT extracts.partner(given.id, given.kind) FROM access.agency given
    WHERE given.id = theme.matching_agency_id OR given.id IN (SELECT named.agency_id FROM access.account named WHERE named.id = ANY (theme.analysts)))
FROM partners.research_theme theme;
--> statement-breakpoint
-- Whether some analyst or body that an extract under this would be given to holds another of some of these days, of which nobody
-- has certified that it was destroyed: of two, one could be subtracted from the other and leave a few, or their lines be joined,
-- whatever of them each is of. Nobody else is answered until the transaction ends.
CREATE FUNCTION partners.extract_overlaps(of_basis uuid, first_day date, last_day date, apart uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'What others have committed meanwhile has to be seen.' USING ERRCODE = 'invalid_transaction_state';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('partners.extract', 0));
  -- Where any of it is unknown they overlap.
  RETURN EXISTS (SELECT FROM partners.extract other
    LEFT JOIN extracts.basis theirs ON theirs.id = coalesce(other.agreement_id, other.theme_id)
    LEFT JOIN extracts.basis own ON own.id = of_basis
    WHERE other.id IS DISTINCT FROM apart
      AND (other.state <> 'DESTROYED' OR EXISTS (SELECT FROM extracts.line kept WHERE kept.extract_id = other.id))
      AND (other.since <= last_day AND other.until >= first_day) IS NOT FALSE
      AND (own.analysts && theirs.analysts OR own.bodies && theirs.bodies) IS NOT FALSE);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION partners.extract_overlaps FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION partners.extract_overlaps TO postern_partners;
--> statement-breakpoint
-- Fills an extract that was registered in the same transaction, and says on it how many lines it has, how many families or
-- persons were left out, and how coarse each field was made. No lines: it cannot be made so that nobody stands out.
CREATE FUNCTION partners.make_extract(of_extract uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  made partners.extract;
  secret bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  held extracts.key;
  told text[];
  outcomes text[];
  levels integer[];
  everybody bigint;
  omitted bigint;
  filled integer;
BEGIN
  SELECT * INTO made FROM partners.extract WHERE id = of_extract AND state = 'EXTRACTED' AND lines IS NULL FOR UPDATE;
  -- Where anything asked is unknown, the answer is no.
  IF (SELECT basis.holds AND made.extracted_by = ANY (basis.analysts) AND made.fields <@ basis.fields AND made.form = ANY (basis.forms)
      AND made.comparison_group = basis.comparison_group AND made.smallest_class = basis.smallest_class
      AND extracts.today() BETWEEN basis.starts_on AND basis.ends_on AND extracts.today() <= basis.destroy_by AND made.destroy_by = basis.destroy_by
      AND (basis.matching_agency_id IS NULL OR basis.matching_agency_id = (SELECT maker.agency_id FROM access.account maker WHERE maker.id = made.extracted_by))
    FROM extracts.basis WHERE basis.id = coalesce(made.agreement_id, made.theme_id)) IS NOT TRUE
  THEN
    RAISE EXCEPTION 'No agreement or theme covers this extract.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF partners.extract_overlaps(coalesce(made.agreement_id, made.theme_id), made.since, made.until, made.id) IS NOT FALSE THEN
    RAISE EXCEPTION 'Another extract of some of these months is out.' USING ERRCODE = 'exclusion_violation';
  END IF;
  told := CASE WHEN made.comparison_group THEN ARRAY['GROUP'] ELSE '{}' END
    || ARRAY(SELECT field FROM unnest(made.fields) AS field WHERE NOT extracts.is_outcome(field) ORDER BY field);
  outcomes := ARRAY(SELECT field FROM unnest(made.fields) AS field WHERE extracts.is_outcome(field) ORDER BY field);
  INSERT INTO extracts.subject (extract_id, subject, family, known, outcome)
    SELECT of_extract, subject, family, ARRAY(SELECT facts ->> field FROM unnest(told) WITH ORDINALITY AS each (field, place) ORDER BY place),
      ARRAY(SELECT facts ->> field FROM unnest(outcomes) WITH ORDINALITY AS each (field, place) ORDER BY place)
    FROM extracts.population(made.unit, made.since, made.until, made.comparison_group);
  -- What became of few is not said: whoever helped them would know them by it.
  WITH said AS MATERIALIZED (
    SELECT each.place, each.value FROM extracts.subject counted CROSS JOIN LATERAL unnest(counted.outcome) WITH ORDINALITY AS each (value, place)
    WHERE counted.extract_id = of_extract GROUP BY each.place, each.value HAVING count(DISTINCT counted.family) >= made.smallest_class
  )
  UPDATE extracts.subject about SET outcome = ARRAY(
      SELECT CASE WHEN (each.place, each.value) IN (SELECT said.place, said.value FROM said) THEN each.value ELSE 'OTHER' END
      FROM unnest(about.outcome) WITH ORDINALITY AS each (value, place) ORDER BY each.place)
    WHERE about.extract_id = of_extract;
  levels := extracts.levels_for(of_extract, told, made.smallest_class);
  SELECT sum(subjects), coalesce(sum(subjects) FILTER (WHERE NOT is_kept), 0) INTO everybody, omitted
    FROM extracts.classes(of_extract, told, levels, made.smallest_class);
  IF (omitted * 5 <= everybody AND everybody > omitted) IS NOT TRUE THEN
    DELETE FROM extracts.subject WHERE extract_id = of_extract;
    RETURN 0;
  END IF;
  IF made.form = 'ROWS' THEN
    INSERT INTO extracts.key (extract_id, inner_block, outer_block)
      VALUES (of_extract, extracts.block(secret, 54), extracts.block(secret, 92)) RETURNING * INTO held;
    INSERT INTO extracts.line (extract_id, position, cells)
      SELECT of_extract, row_number() OVER (ORDER BY pseudonym), pseudonym || class || outcome
      FROM (SELECT extracts.keyed_hash(held.inner_block, held.outer_block, convert_to(made.unit, 'UTF8') || uuid_send(about.subject)) AS pseudonym,
          found.class, about.outcome
        FROM extracts.subject about JOIN extracts.classes(of_extract, told, levels, made.smallest_class) found ON found.known = about.known
        WHERE about.extract_id = of_extract AND found.is_kept) kept;
  ELSE
    -- Of a class and an outcome only what is of families enough is counted, and to the nearest five.
    INSERT INTO extracts.line (extract_id, position, cells)
      SELECT of_extract, row_number() OVER (ORDER BY found.class, about.outcome),
        found.class || about.outcome || (round(count(*) / 5.0) * 5)::integer::text
      FROM extracts.subject about JOIN extracts.classes(of_extract, told, levels, made.smallest_class) found ON found.known = about.known
      WHERE about.extract_id = of_extract AND found.is_kept
      GROUP BY found.class, about.outcome HAVING count(DISTINCT about.family) >= made.smallest_class;
  END IF;
  GET DIAGNOSTICS filled = ROW_COUNT;
  DELETE FROM extracts.subject WHERE extract_id = of_extract;
  UPDATE partners.extract SET lines = filled, left_out = CASE WHEN made.form = 'ROWS' THEN omitted ELSE (ceil(omitted / 5.0) * 5)::integer END,
    headings = CASE WHEN made.form = 'ROWS' THEN ARRAY['PSEUDONYM'] || told || outcomes
      ELSE told || outcomes || CASE WHEN made.unit = 'PERSON' THEN 'PERSONS' ELSE 'FAMILIES' END END,
    coarsened = ARRAY(SELECT each.level FROM unnest(levels) WITH ORDINALITY AS each (level, place) ORDER BY each.place)
    WHERE id = of_extract;
  RETURN filled;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION partners.make_extract FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION partners.make_extract TO postern_partners;
--> statement-breakpoint
-- Some lines of an extract, to an analyst whom its basis names, once it is sent and until its day has passed.
CREATE FUNCTION partners.extract_lines(of_extract uuid, reader uuid, after integer, most integer) RETURNS SETOF text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT line.cells FROM extracts.line JOIN partners.extract made ON made.id = line.extract_id
    JOIN extracts.basis ON basis.id = coalesce(made.agreement_id, made.theme_id)
  WHERE made.id = of_extract AND made.state = 'SENT' AND basis.holds AND reader = ANY (basis.analysts)
    AND extracts.today() BETWEEN basis.starts_on AND basis.destroy_by AND extracts.today() <= made.destroy_by
    AND line.position > after AND line.position <= after + most
  ORDER BY line.position
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION partners.extract_lines FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION partners.extract_lines TO postern_partners;
--> statement-breakpoint
-- What is kept here of an extract whose day has come, and its key: without it nobody can say any more whom a line is about.
CREATE FUNCTION partners.shred_extract(of_extract uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF (SELECT state IN ('DESTRUCTION_DUE', 'DESTROYED') FROM partners.extract WHERE id = of_extract) IS NOT TRUE THEN
    RAISE EXCEPTION 'The extract is not to be destroyed.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM extracts.key WHERE extract_id = of_extract;
  DELETE FROM extracts.line WHERE extract_id = of_extract;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION partners.shred_extract FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION partners.shred_extract TO postern_partners;
--> statement-breakpoint
-- Whether a person is in the extracts made last, by any record of theirs and by those that were taken for theirs when it was made, as
-- far as that can be said: of statistics never, of lines as long as their key is kept. Null where it cannot be.
CREATE FUNCTION access.extracts_of_person(person uuid) RETURNS TABLE (made_id uuid, is_in boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH same AS MATERIALIZED (SELECT unnest(families.same_person(person)) AS id),
  family AS MATERIALIZED (SELECT DISTINCT whose.family_id AS id FROM extracts.person_of_family whose WHERE whose.person_id IN (SELECT same.id FROM same))
  SELECT made.id, CASE WHEN held.extract_id IS NOT NULL THEN EXISTS (
    SELECT FROM extracts.line WHERE line.extract_id = made.id AND line.cells[1] IN (
      SELECT extracts.keyed_hash(held.inner_block, held.outer_block, convert_to(made.unit, 'UTF8') || uuid_send(about.id))
      FROM (SELECT same.id FROM same WHERE made.unit = 'PERSON'
        UNION SELECT merge.kept_id FROM same JOIN families.person_merge merge ON merge.merged_id = same.id AND merge.state = 'UNMERGED'
          WHERE made.unit = 'PERSON' AND merge.decided_at <= made.extracted_at
            AND NOT EXISTS (SELECT FROM partners.access_event parted WHERE parted.subject_id = merge.id AND parted.move = 'UNMERGE' AND parted.at < made.extracted_at)
        UNION SELECT family.id FROM family WHERE made.unit = 'FAMILY') about)) END
  FROM partners.extract made LEFT JOIN extracts.key held ON held.extract_id = made.id
  ORDER BY made.extracted_at DESC, made.id LIMIT 100
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION access.extracts_of_person FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION access.extracts_of_person TO postern_families;
--> statement-breakpoint
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA extracts FROM PUBLIC;
