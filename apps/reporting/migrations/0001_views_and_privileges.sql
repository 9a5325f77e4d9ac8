REVOKE ALL ON SCHEMA "reporting" FROM PUBLIC;
--> statement-breakpoint
-- The key of the opaque family and agency keys: readable by the owner only, so nobody can recompute or join them back.
CREATE TABLE "reporting"."pseudonym_key" (
	"only" boolean PRIMARY KEY DEFAULT true CHECK ("only"),
	"secret" bytea NOT NULL
);
--> statement-breakpoint
INSERT INTO "reporting"."pseudonym_key" ("secret")
SELECT uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
--> statement-breakpoint
-- Or every view that is joined to it is planned for a thousand times the rows.
ANALYZE "reporting"."pseudonym_key";
--> statement-breakpoint
-- Where each family lived when an episode came in: a locality and a ward, and nothing nearer. Of the owner only.
CREATE VIEW "reporting"."episode_place" AS
SELECT episode."id" AS "episode_id", coalesce(ward."within", 'NOT_KNOWN') AS "locality", coalesce(ward."code", 'NOT_KNOWN') AS "ward"
FROM "episodes"."episode" AS episode
LEFT JOIN (
	SELECT DISTINCT ON (lived."id") lived."id", regexp_replace(upper(address."postcode"), '\s', '', 'g') AS "postcode"
	FROM "episodes"."episode" AS lived
	JOIN "families"."household_address" AS address ON address."family_id" = lived."family_id"
	JOIN "families"."household" AS household ON household."id" = address."household_id"
	ORDER BY lived."id", (address."started_on" <= lived."opened_on" AND (address."ended_on" IS NULL OR address."ended_on" > lived."opened_on")) DESC,
		household."name", household."id", address."started_on" DESC, address."id"
) AS home ON home."id" = episode."id"
LEFT JOIN "reporting"."area_sector" AS sector ON sector."sector" = left(home."postcode", -3) || ' ' || left(right(home."postcode", 3), 1)
LEFT JOIN "reporting"."area" AS ward ON ward."level" = 'WARD' AND ward."code" = sector."ward";
--> statement-breakpoint
-- Every episode in which help was really given: what was only a contact, screened, signposted, refused or declined never opened. Of the owner only.
CREATE VIEW "reporting"."helped_episode" AS
SELECT episode.id, episode.family_id, sha256(pseudonym."secret" || '\x46'::bytea || uuid_send(episode.family_id)) AS family_key, sha256(pseudonym."secret" || '\x45'::bytea || uuid_send(episode.id)) AS episode_key,
	sha256(pseudonym."secret" || '\x41'::bytea || uuid_send(agency.id)) AS agency_key, agency.kind AS agency_kind,
	CASE WHEN episode.level_of_need BETWEEN 1 AND 4 THEN episode.level_of_need::text ELSE 'NOT_KNOWN' END AS level_of_need,
	place.locality, place.ward, episode.opened_on, episode.closed_on, episode.end_reason,
	date_trunc('month', episode.opened_on::timestamp)::date AS opened_month, date_trunc('month', episode.closed_on::timestamp)::date AS closed_month
FROM episodes.episode AS episode
JOIN access.agency AS agency ON agency.id = episode.allocated_agency_id
JOIN reporting.episode_place AS place ON place.episode_id = episode.id
CROSS JOIN "reporting"."pseudonym_key" AS pseudonym
WHERE NOT episode.never_opened AND episode.status IN ('OPEN', 'OPEN_TAF', 'STEPPED_UP', 'CLOSING', 'CLOSED', 'REOPENED');
--> statement-breakpoint
-- The month from which on there is anything to publish.
CREATE VIEW "reporting"."deidentified_beginning" WITH (security_barrier = true) AS
SELECT date_trunc('month', min(opened_on)::timestamp)::date AS first_month FROM episodes.episode
WHERE NOT never_opened AND status IN ('OPEN', 'OPEN_TAF', 'STEPPED_UP', 'CLOSING', 'CLOSED', 'REOPENED');
--> statement-breakpoint
-- Read with its owner's rights, as all that follow: the builder sees these columns and none of the tables behind them.
CREATE VIEW "reporting"."deidentified_episode" WITH (security_barrier = true) AS
SELECT family_key, agency_key, agency_kind, level_of_need, locality, ward, opened_month, closed_month,
	CASE WHEN closed_on IS NOT NULL THEN coalesce(end_reason, 'NOT_KNOWN') END AS closure_reason,
	greatest(closed_on - opened_on, 0) AS duration_days
FROM reporting.helped_episode;
--> statement-breakpoint
-- Whether the family's last episode before had closed within the twelve months before, and why.
CREATE VIEW "reporting"."deidentified_return" WITH (security_barrier = true) AS
SELECT helped.family_key, helped.agency_key, helped.locality, helped.opened_month,
	coalesce(earlier.closed_on >= helped.opened_on - interval '12 months', false) AS returned,
	coalesce(earlier.end_reason, 'NOT_KNOWN') AS closure_reason
FROM reporting.helped_episode AS helped
LEFT JOIN LATERAL (
	SELECT before.closed_on, before.end_reason FROM episodes.episode AS before
	WHERE before.family_id = helped.family_id AND before.id <> helped.id AND before.closed_on <= helped.opened_on
		AND NOT before.never_opened AND before.status = 'CLOSED'
	ORDER BY before.closed_on DESC, before.id LIMIT 1
) AS earlier ON true;
--> statement-breakpoint
-- How each family came to early help, whether or not help began.
CREATE VIEW "reporting"."deidentified_contact" WITH (security_barrier = true) AS
SELECT sha256(pseudonym."secret" || '\x46'::bytea || uuid_send(episode.family_id)) AS family_key, sha256(pseudonym."secret" || '\x41'::bytea || uuid_send(agency.id)) AS agency_key, agency.kind AS agency_kind,
	coalesce(first.source, 'NOT_KNOWN') AS entry_route, place.locality,
	date_trunc('month', coalesce(first.referred_on, episode.opened_on)::timestamp)::date AS contact_month,
	NOT episode.never_opened AND episode.status IN ('OPEN', 'OPEN_TAF', 'STEPPED_UP', 'CLOSING', 'CLOSED', 'REOPENED') AS led_to_help
FROM episodes.episode AS episode
LEFT JOIN LATERAL (
	SELECT referral.referred_on, referral.source, referral.agency_id FROM episodes.referral AS referral
	WHERE referral.episode_id = episode.id ORDER BY referral.referred_on, referral.id LIMIT 1
) AS first ON true
JOIN access.agency AS agency ON agency.id = coalesce(first.agency_id, episode.allocated_agency_id)
JOIN reporting.episode_place AS place ON place.episode_id = episode.id
CROSS JOIN "reporting"."pseudonym_key" AS pseudonym;
--> statement-breakpoint
-- How long an episode waited for its first assessment, plan and review.
CREATE VIEW "reporting"."deidentified_timeliness" WITH (security_barrier = true) AS
SELECT helped.family_key, helped.agency_key, helped.agency_kind, helped.locality,
	date_trunc('month', done.assessed_on::timestamp)::date AS assessed_month, greatest(done.assessed_on - done.contact_on, 0) AS assessed_days,
	date_trunc('month', done.planned_on::timestamp)::date AS planned_month, greatest(done.planned_on - done.contact_on, 0) AS planned_days,
	date_trunc('month', review.held_on::timestamp)::date AS reviewed_month, greatest(review.held_on - done.assessed_on, 0) AS reviewed_days
FROM reporting.helped_episode AS helped
LEFT JOIN (SELECT episode_id, min(referred_on) AS first_on FROM episodes.referral GROUP BY episode_id) AS referral ON referral.episode_id = helped.id
LEFT JOIN (SELECT episode_id, min(completed_on) AS first_on FROM episodes.assessment GROUP BY episode_id) AS assessment ON assessment.episode_id = helped.id
LEFT JOIN (SELECT episode_id, min(agreed_on) AS first_on FROM episodes.plan GROUP BY episode_id) AS plan ON plan.episode_id = helped.id
CROSS JOIN LATERAL (
	SELECT least(helped.opened_on, referral.first_on) AS contact_on, assessment.first_on AS assessed_on, plan.first_on AS planned_on
) AS done
LEFT JOIN (
	SELECT meeting.episode_id, min(meeting.held_on) AS held_on
	FROM episodes.taf_meeting AS meeting
	JOIN (SELECT episode_id, min(completed_on) AS first_on FROM episodes.assessment GROUP BY episode_id) AS before
		ON before.episode_id = meeting.episode_id AND before.first_on <= meeting.held_on
	GROUP BY meeting.episode_id
) AS review ON review.episode_id = helped.id;
--> statement-breakpoint
-- Each need by its headline outcome.
CREATE VIEW "reporting"."deidentified_need" WITH (security_barrier = true) AS
SELECT helped.family_key, helped.episode_key, helped.agency_key, helped.locality, helped.opened_month, helped.closed_month,
	need.outcome, date_trunc('month', need.identified_on::timestamp)::date AS identified_month, date_trunc('month', need.met_on::timestamp)::date AS met_month
FROM reporting.helped_episode AS helped JOIN episodes.need AS need ON need.episode_id = helped.id;
--> statement-breakpoint
-- Who leads, by the agency that they work for.
CREATE VIEW "reporting"."deidentified_lead" WITH (security_barrier = true) AS
SELECT helped.family_key, sha256(pseudonym."secret" || '\x41'::bytea || uuid_send(agency.id)) AS agency_key, agency.kind AS agency_kind, helped.locality,
	greatest(helped.opened_month, date_trunc('month', held.starts_at AT TIME ZONE 'Europe/London')::date) AS from_month,
	least(helped.closed_month, date_trunc('month', held.ends_at AT TIME ZONE 'Europe/London')::date, date_trunc('month', held.revoked_at AT TIME ZONE 'Europe/London')::date) AS until_month
FROM reporting.helped_episode AS helped
JOIN access.access_grant AS held ON held.episode_id = helped.id AND held.role = 'LEAD_PROFESSIONAL' AND held.basis = 'WORK'
JOIN access.account AS worker ON worker.id = held.account_id
JOIN access.agency AS agency ON agency.id = worker.agency_id
CROSS JOIN "reporting"."pseudonym_key" AS pseudonym;
--> statement-breakpoint
-- Meetings of the team around a family.
CREATE VIEW "reporting"."deidentified_meeting" WITH (security_barrier = true) AS
SELECT helped.family_key, helped.agency_key, helped.agency_kind, helped.locality, date_trunc('month', meeting.held_on::timestamp)::date AS held_month,
	meeting.held_on = min(meeting.held_on) OVER (PARTITION BY helped.id) AS is_first
FROM reporting.helped_episode AS helped JOIN episodes.taf_meeting AS meeting ON meeting.episode_id = helped.id;
--> statement-breakpoint
-- What a family agreed to and took back, and whether it keeps an agency out.
CREATE VIEW "reporting"."deidentified_agreement" WITH (security_barrier = true) AS
SELECT helped.family_key, helped.agency_key, helped.agency_kind, helped.locality, helped.opened_month, helped.closed_month,
	CASE WHEN agreement.state IN ('SIGNED', 'SIGNED_WITH_EXCLUSIONS', 'PARTIAL', 'WITHDRAWN', 'SUPERSEDED', 'LAPSED')
		THEN date_trunc('month', agreement.signed_at AT TIME ZONE 'Europe/London')::date END AS signed_month,
	date_trunc('month', agreement.withdrawn_at AT TIME ZONE 'Europe/London')::date AS withdrawn_month, excluded.from_month AS excluded_month, excluded.until_month AS admitted_month
FROM reporting.helped_episode AS helped
JOIN families.family_agreement AS agreement ON agreement.episode_id = helped.id
LEFT JOIN LATERAL (
	SELECT date_trunc('month', exclusion.starts_at AT TIME ZONE 'Europe/London')::date AS from_month, date_trunc('month', exclusion.ends_at AT TIME ZONE 'Europe/London')::date AS until_month
	FROM families.exclusion AS exclusion WHERE exclusion.agreement_id = agreement.id
) AS excluded ON true;
--> statement-breakpoint
-- Children who are helped, by characteristics that equality is monitored by: no name, no date of birth. What the law locks to another purpose is left out.
CREATE VIEW "reporting"."deidentified_child" WITH (security_barrier = true) AS
SELECT sha256(pseudonym."secret" || '\x50'::bytea || uuid_send(person.id)) AS child_key, helped.agency_key, helped.locality, helped.opened_month, helped.closed_month,
	CASE WHEN person.date_of_birth IS NULL THEN 'UNBORN'
		WHEN age.years < 0 THEN 'UNBORN' WHEN age.years < 5 THEN '0_4' WHEN age.years < 11 THEN '5_10' WHEN age.years < 16 THEN '11_15' ELSE '16_17' END AS age_band,
	CASE WHEN described.label ILIKE 'white and %' OR described.label ILIKE '%mixed%' THEN 'MIXED'
		WHEN described.label ILIKE '%white%' OR described.label ~* '(gypsy|roma|traveller)' THEN 'WHITE'
		WHEN described.label ~* '(asian|indian|pakistani|bangladeshi|chinese)' THEN 'ASIAN'
		WHEN described.label ~* '(black|african|caribbean)' THEN 'BLACK'
		WHEN described.label ~* '(arab|other ethnic group)' THEN 'OTHER'
		ELSE 'NOT_KNOWN' END AS ethnicity,
	CASE WHEN EXISTS (SELECT FROM families.person_entry AS entry WHERE entry.person_id = person.id AND entry.kind = 'DISABILITY' AND entry.purpose_lock IS NULL)
		THEN 'DISABLED' ELSE 'NOT_KNOWN' END AS disability,
	CASE WHEN person.languages[1] IS NULL THEN 'NOT_KNOWN' WHEN person.languages[1] ILIKE 'english' THEN 'ENGLISH' ELSE 'OTHER' END AS language
FROM reporting.helped_episode AS helped
JOIN episodes.episode_person AS concerned ON concerned.episode_id = helped.id
JOIN families.person AS person ON person.id = concerned.person_id
CROSS JOIN LATERAL (SELECT extract(year FROM age(helped.opened_on::timestamp, person.date_of_birth::timestamp)) AS years) AS age
LEFT JOIN LATERAL (
	SELECT entry.label FROM families.person_entry AS entry
	WHERE entry.person_id = person.id AND entry.kind = 'ETHNICITY' AND entry.purpose_lock IS NULL
	ORDER BY entry.recorded_at DESC, entry.id LIMIT 1
) AS described ON true
CROSS JOIN "reporting"."pseudonym_key" AS pseudonym
WHERE age.years < 18 OR person.date_of_birth IS NULL AND person.expected_on IS NOT NULL;
--> statement-breakpoint
-- What an episode has of what it is meant to have, since when.
CREATE VIEW "reporting"."deidentified_quality" WITH (security_barrier = true) AS
SELECT helped.family_key, helped.agency_key, helped.agency_kind, helped.locality, helped.opened_month, helped.closed_month,
	date_trunc('month', had.assessed_on::timestamp)::date AS assessed_month, date_trunc('month', had.planned_at AT TIME ZONE 'Europe/London')::date AS planned_month, date_trunc('month', had.led_at AT TIME ZONE 'Europe/London')::date AS led_month,
	date_trunc('month', had.written_at AT TIME ZONE 'Europe/London')::date AS written_month
FROM reporting.helped_episode AS helped
LEFT JOIN (SELECT episode_id, min(completed_on) AS completed_on, max(recorded_at) AS last_at FROM episodes.assessment GROUP BY episode_id) AS assessment ON assessment.episode_id = helped.id
LEFT JOIN (SELECT episode_id, min(recorded_at) AS first_at, max(recorded_at) AS last_at FROM episodes.plan GROUP BY episode_id) AS plan ON plan.episode_id = helped.id
LEFT JOIN (SELECT episode_id, min(starts_at) AS first_at FROM access.access_grant WHERE role = 'LEAD_PROFESSIONAL' GROUP BY episode_id) AS held ON held.episode_id = helped.id
LEFT JOIN (SELECT episode_id, max(recorded_at) AS last_at FROM episodes.case_note GROUP BY episode_id) AS note ON note.episode_id = helped.id
LEFT JOIN (SELECT episode_id, max(recorded_at) AS last_at FROM episodes.need GROUP BY episode_id) AS need ON need.episode_id = helped.id
LEFT JOIN (SELECT episode_id, max(recorded_at) AS last_at FROM episodes.taf_meeting GROUP BY episode_id) AS meeting ON meeting.episode_id = helped.id
LEFT JOIN (SELECT episode_id, max(recorded_at) AS last_at FROM episodes.activity GROUP BY episode_id) AS activity ON activity.episode_id = helped.id
CROSS JOIN LATERAL (
	SELECT assessment.completed_on AS assessed_on, plan.first_at AS planned_at, held.first_at AS led_at,
		greatest(note.last_at, assessment.last_at, plan.last_at, need.last_at, meeting.last_at, activity.last_at, helped.opened_on::timestamptz) AS written_at
) AS had;
--> statement-breakpoint
-- Errors of records that somebody raised, and whether they were put right in time.
CREATE VIEW "reporting"."deidentified_correction" WITH (security_barrier = true) AS
SELECT sha256(pseudonym."secret" || '\x49'::bytea || uuid_send(issue.id)) AS issue_key, coalesce(agency.kind, 'NOT_KNOWN') AS agency_kind, date_trunc('month', issue.raised_at AT TIME ZONE 'Europe/London')::date AS raised_month,
	date_trunc('month', issue.corrected_at AT TIME ZONE 'Europe/London')::date AS corrected_month, issue.corrected_at <= issue.due_at AS in_time
FROM partners.accuracy_issue AS issue LEFT JOIN access.agency AS agency ON agency.id = issue.recorded_by_agency_id
CROSS JOIN "reporting"."pseudonym_key" AS pseudonym
WHERE issue.kind = 'ERROR';
--> statement-breakpoint
-- Who takes part in group work.
CREATE VIEW "reporting"."deidentified_group_work" WITH (security_barrier = true) AS
SELECT sha256(pseudonym."secret" || '\x50'::bytea || uuid_send(entry.person_id)) AS person_key, sha256(pseudonym."secret" || '\x41'::bytea || uuid_send(entry.agency_id)) AS agency_key, coalesce(place.locality, 'NOT_KNOWN') AS locality,
	date_trunc('month', coalesce(entry.started_on, (entry.recorded_at AT TIME ZONE 'Europe/London')::date)::timestamp)::date AS began_month,
	date_trunc('month', entry.ended_on::timestamp)::date AS ended_month, entry.percentage >= 80 AS attended_most
FROM families.person_entry AS entry
LEFT JOIN reporting.episode_place AS place ON place.episode_id = entry.episode_id
CROSS JOIN "reporting"."pseudonym_key" AS pseudonym
WHERE entry.kind = 'GROUP_WORK' AND entry.purpose_lock IS NULL;
--> statement-breakpoint
-- Access as it was given and ended.
CREATE VIEW "reporting"."deidentified_grant" WITH (security_barrier = true) AS
SELECT sha256(pseudonym."secret" || '\x47'::bytea || uuid_send(held.id)) AS grant_key, agency.kind AS agency_kind, date_trunc('month', held.starts_at AT TIME ZONE 'Europe/London')::date AS began_month,
	date_trunc('month', least(held.ends_at, held.revoked_at) AT TIME ZONE 'Europe/London')::date AS ended_month
FROM access.access_grant AS held
JOIN access.account AS worker ON worker.id = held.account_id
JOIN access.agency AS agency ON agency.id = worker.agency_id
CROSS JOIN "reporting"."pseudonym_key" AS pseudonym;
--> statement-breakpoint
-- What families had taken away, and how long it took until whoever lost access was told.
CREATE VIEW "reporting"."deidentified_removal" WITH (security_barrier = true) AS
SELECT sha256(pseudonym."secret" || '\x52'::bytea || uuid_send(removal.id)) AS removal_key, agency.kind AS agency_kind, date_trunc('month', removal.told_at AT TIME ZONE 'Europe/London')::date AS told_month,
	round(extract(epoch FROM removal.told_at - removal.requested_at) / 3600) AS hours, removal.told_at <= removal.requested_at + interval '48 hours' AS in_time
FROM partners.family_removal AS removal JOIN access.agency AS agency ON agency.id = removal.agency_id
CROSS JOIN "reporting"."pseudonym_key" AS pseudonym
WHERE removal.told_at IS NOT NULL;
--> statement-breakpoint
-- Justifications that opened something, by class, refusals of access, and overrides.
CREATE VIEW "reporting"."deidentified_decision" WITH (security_barrier = true) AS
SELECT 'JUSTIFIED' AS measure, sha256(pseudonym."secret" || '\x4A'::bytea || uuid_send(justified.id)) AS decision_key, agency.kind AS agency_kind,
	CASE WHEN split_part(class, ':', 1) IN ('RESTRICTED', 'SPECIAL_CATEGORY', 'CRIMINAL_OFFENCE') THEN split_part(class, ':', 1) ELSE 'NOT_KNOWN' END AS data_class,
	date_trunc('month', justified.starts_at AT TIME ZONE 'Europe/London')::date AS decided_month
FROM access.justification AS justified
CROSS JOIN LATERAL unnest(justified.classes) AS class
JOIN access.account AS reader ON reader.id = justified.account_id
JOIN access.agency AS agency ON agency.id = reader.agency_id
CROSS JOIN "reporting"."pseudonym_key" AS pseudonym
WHERE justified.state IN ('LIVE', 'EXPIRED', 'WITHDRAWN', 'CHALLENGED', 'STRUCK')
UNION ALL
SELECT 'REFUSED', sha256(pseudonym."secret" || '\x51'::bytea || uuid_send(request.id)), agency.kind, 'NOT_KNOWN', date_trunc('month', request.decided_at AT TIME ZONE 'Europe/London')::date
FROM partners.access_request AS request JOIN access.agency AS agency ON agency.id = request.agency_id
CROSS JOIN "reporting"."pseudonym_key" AS pseudonym
WHERE request.state = 'REFUSED' AND request.decided_at IS NOT NULL
UNION ALL
SELECT 'OVERRIDDEN', sha256(pseudonym."secret" || '\x4F'::bytea || uuid_send(attempt.id)), agency.kind, 'NOT_KNOWN', date_trunc('month', attempt.at AT TIME ZONE 'Europe/London')::date
FROM partners.safeguarding_override AS attempt JOIN access.agency AS agency ON agency.id = attempt.agency_id
CROSS JOIN "reporting"."pseudonym_key" AS pseudonym;
--> statement-breakpoint
-- Who may act in a role, whether trained, and whose account was disabled because nobody used it.
CREATE VIEW "reporting"."deidentified_worker" WITH (security_barrier = true) AS
SELECT kind.measure, sha256(pseudonym."secret" || '\x57'::bytea || uuid_send(worker.id)) AS worker_key, agency.kind AS agency_kind,
	CASE kind.measure WHEN 'WORKERS' THEN date_trunc('month', holding.starts_at AT TIME ZONE 'Europe/London')::date ELSE greatest(date_trunc('month', holding.starts_at AT TIME ZONE 'Europe/London')::date, date_trunc('month', system.completed_on::timestamp)::date, date_trunc('month', security.completed_on::timestamp)::date) END AS from_month,
	CASE kind.measure WHEN 'WORKERS' THEN date_trunc('month', holding.ends_at AT TIME ZONE 'Europe/London')::date ELSE least(date_trunc('month', holding.ends_at AT TIME ZONE 'Europe/London')::date, date_trunc('month', system.expires_on::timestamp)::date, date_trunc('month', security.expires_on::timestamp)::date) END AS until_month
FROM access.role_holding AS holding
JOIN access.account AS worker ON worker.id = holding.account_id AND worker.kind = 'PRACTITIONER'
JOIN access.agency AS agency ON agency.id = worker.agency_id
CROSS JOIN (VALUES ('WORKERS'), ('TRAINED')) AS kind (measure)
LEFT JOIN access.training AS system ON kind.measure = 'TRAINED' AND system.account_id = worker.id AND system.module = 'SYSTEM'
LEFT JOIN access.training AS security ON kind.measure = 'TRAINED' AND security.account_id = worker.id AND security.module = 'DATA_AND_SECURITY'
CROSS JOIN "reporting"."pseudonym_key" AS pseudonym
WHERE kind.measure = 'WORKERS' OR system.id IS NOT NULL AND security.id IS NOT NULL
UNION ALL
SELECT 'DORMANT', sha256(pseudonym."secret" || '\x57'::bytea || uuid_send(event.subject_id)), agency.kind, date_trunc('month', event.at AT TIME ZONE 'Europe/London')::date, NULL
FROM partners.access_event AS event
JOIN access.account AS worker ON worker.id = event.subject_id
JOIN access.agency AS agency ON agency.id = worker.agency_id
CROSS JOIN "reporting"."pseudonym_key" AS pseudonym
WHERE event.machine = 'ACCOUNT' AND event.after = 'DISABLED_DORMANT';
--> statement-breakpoint
GRANT USAGE ON SCHEMA "reporting" TO "postern_reporting", "postern_reporting_builder";
--> statement-breakpoint
GRANT SELECT ON "reporting"."edition", "reporting"."cell", "reporting"."area" TO "postern_reporting";
--> statement-breakpoint
GRANT SELECT ON "reporting"."area", "reporting"."deidentified_beginning", "reporting"."deidentified_episode", "reporting"."deidentified_return", "reporting"."deidentified_contact", "reporting"."deidentified_timeliness", "reporting"."deidentified_need", "reporting"."deidentified_lead", "reporting"."deidentified_meeting", "reporting"."deidentified_agreement", "reporting"."deidentified_child", "reporting"."deidentified_quality", "reporting"."deidentified_correction", "reporting"."deidentified_group_work", "reporting"."deidentified_grant", "reporting"."deidentified_removal", "reporting"."deidentified_decision", "reporting"."deidentified_worker" TO "postern_reporting_builder";
--> statement-breakpoint
GRANT SELECT, INSERT ON "reporting"."edition", "reporting"."cell" TO "postern_reporting_builder";
--> statement-breakpoint
CREATE FUNCTION "reporting"."refuse_change"() RETURNS trigger
LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
	RAISE EXCEPTION 'what is published does not change' USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "edition_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "reporting"."edition"
FOR EACH STATEMENT EXECUTE FUNCTION "reporting"."refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "cell_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "reporting"."cell"
FOR EACH STATEMENT EXECUTE FUNCTION "reporting"."refuse_change"();
--> statement-breakpoint
-- The cells of an edition come in the transaction that publishes it, and none later.
CREATE FUNCTION "reporting"."refuse_cell_of_old_edition"() RETURNS trigger
LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
	IF EXISTS (
		SELECT FROM (SELECT DISTINCT indicator, grain, period_start FROM added) AS late
		WHERE NOT EXISTS (
			SELECT FROM reporting.edition AS edition
			WHERE (edition.indicator, edition.grain, edition.period_start) = (late.indicator, late.grain, late.period_start)
				AND edition.xmin = pg_current_xact_id()::xid
		)
	) THEN
		RAISE EXCEPTION 'what is published does not change' USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "cell_is_complete" AFTER INSERT ON "reporting"."cell"
REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION "reporting"."refuse_cell_of_old_edition"();
--> statement-breakpoint
-- Also where a session would skip ordinary triggers (session_replication_role = replica).
ALTER TABLE "reporting"."edition" ENABLE ALWAYS TRIGGER "edition_is_kept";
--> statement-breakpoint
ALTER TABLE "reporting"."cell" ENABLE ALWAYS TRIGGER "cell_is_kept";
--> statement-breakpoint
ALTER TABLE "reporting"."cell" ENABLE ALWAYS TRIGGER "cell_is_complete";
