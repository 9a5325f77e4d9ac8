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
GRANT SELECT ON access.issuer, access.issuer_agency TO postern_gateway;
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
GRANT UPDATE (suspended_at, revoked_at, revoked_cause) ON access.access_grant TO postern_partners;
