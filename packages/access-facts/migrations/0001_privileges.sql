-- Every record subgraph decides for itself, so each reads the facts; what makes them writes just those columns.
REVOKE ALL ON SCHEMA access FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA access TO postern_families, postern_episodes, postern_partners, postern_policy_desk;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA access TO postern_families, postern_episodes, postern_partners, postern_policy_desk;
--> statement-breakpoint
-- The gateway knows whom it may believe, and nothing of anyone.
GRANT USAGE ON SCHEMA access TO postern_gateway;
--> statement-breakpoint
GRANT SELECT ON access.issuer TO postern_gateway;
--> statement-breakpoint
-- The public register: who signed what and until when, and of agencies nothing else.
GRANT SELECT (id, name, kind, state) ON access.agency TO postern_gateway;
--> statement-breakpoint
GRANT SELECT (agency_id, agreement, version, effective_from, ends_at) ON access.agency_signature TO postern_gateway;
--> statement-breakpoint
GRANT SELECT (key, title) ON access.agreement TO postern_gateway;
--> statement-breakpoint
-- Commands of the partners subgraph make facts, column by column; only the domains of an agency are ever taken away.
GRANT INSERT (id, name, kind, state), UPDATE (state, revision, leaves_at) ON access.agency TO postern_partners;
--> statement-breakpoint
-- Which provider speaks for whom is decided here; the providers themselves are the operator's.
GRANT INSERT (id, issuer_id, agency_id, state, proposed_by), UPDATE (state, revision, proposed_by, confirmed_by) ON access.issuer_agency TO postern_partners;
--> statement-breakpoint
GRANT INSERT, DELETE ON access.agency_domain TO postern_partners;
--> statement-breakpoint
GRANT INSERT, UPDATE (ends_at) ON access.agency_signature TO postern_partners;
--> statement-breakpoint
GRANT INSERT ON access.agency_evidence TO postern_partners;
--> statement-breakpoint
GRANT INSERT, UPDATE (ends_on) ON access.agency_standing TO postern_partners;
--> statement-breakpoint
GRANT INSERT (id, kind, agency_id, state), UPDATE (issuer_id, subject, state, revision, second_factor_at) ON access.account TO postern_partners;
--> statement-breakpoint
GRANT INSERT ON access.training, access.acceptance TO postern_partners;
--> statement-breakpoint
GRANT INSERT, UPDATE (ends_at, confirmed_until, revision) ON access.role_holding TO postern_partners;
--> statement-breakpoint
GRANT INSERT, UPDATE (ended_at) ON access.conflict_of_interest TO postern_partners;
--> statement-breakpoint
-- Commands give access and end it; what was given to whom, for what and by whom is never rewritten.
GRANT INSERT ON access.access_grant TO postern_partners;
--> statement-breakpoint
GRANT UPDATE (ends_at, suspended_at, revoked_at, revoked_cause, confirm_by, revision) ON access.access_grant TO postern_partners;
--> statement-breakpoint
-- Where a grant stands follows from its times whenever it is asked.
CREATE FUNCTION access.grant_state(ends timestamptz, confirm_by timestamptz, suspended timestamptz, revoked timestamptz, at timestamptz) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN revoked <= at THEN 'REVOKED'
    WHEN ends <= at OR confirm_by <= at THEN 'EXPIRED'
    WHEN suspended <= at THEN 'SUSPENDED'
    WHEN ends - (SELECT make_interval(days => value) FROM access.figure WHERE name = 'GRANT_ENDING_WARNING') <= at THEN 'EXPIRING'
    ELSE 'GRANTED' END
$$;
--> statement-breakpoint
-- Whoever gives or ends access to an episode, and whatever ends it by itself, takes turns; and all of them with whoever ends
-- all access of an account or an agency.
CREATE FUNCTION access.hold_episode(episode uuid) RETURNS void
LANGUAGE sql AS $$
  SELECT pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended('access.every_episode', 0));
  SELECT pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('access.episode ' || episode::text, 0))
$$;
--> statement-breakpoint
-- Those who record in an episode do so beside each other, and not while any of the above goes on.
CREATE FUNCTION access.share_episode(episode uuid) RETURNS void
LANGUAGE sql AS $$
  SELECT pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended('access.every_episode', 0));
  SELECT pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended('access.episode ' || episode::text, 0))
$$;
--> statement-breakpoint
CREATE FUNCTION access.hold_every_episode() RETURNS void
LANGUAGE sql AS $$ SELECT pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('access.every_episode', 0)) $$;
--> statement-breakpoint
-- Audits and reviews are opened and ended where access is given.
GRANT INSERT, UPDATE (state, grant_id, closed_at) ON access.proceeding TO postern_partners;
--> statement-breakpoint
-- What a justification says never changes; what became of it does, step by step.
GRANT INSERT ON access.justification TO postern_partners;
--> statement-breakpoint
GRANT UPDATE (state, revision, approved_by, family_told_on, not_told_because, outcome, checked_at, caldicott_advice) ON access.justification TO postern_partners;
--> statement-breakpoint
-- A reference drawn at random: it tells neither how many there are nor which came before.
CREATE FUNCTION access.drawn_reference(prefix text) RETURNS text
LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  SELECT prefix || '-' || lpad((('x' || right(gen_random_uuid()::text, 12))::bit(48)::bigint % 1000000000000)::text, 12, '0')
$$;
--> statement-breakpoint
-- Who is responsible for a child is recorded with who people are; what was seen of it never changes, only until when it holds.
GRANT INSERT, UPDATE (ends_on) ON access.parental_responsibility TO postern_families;
