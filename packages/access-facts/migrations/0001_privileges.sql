-- Every record subgraph decides for itself, so each reads the facts; none may write them.
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
-- What a justification says never changes; what became of it does, step by step.
GRANT INSERT ON access.justification TO postern_partners;
--> statement-breakpoint
GRANT UPDATE (state, revision, approved_by, family_told_on, not_told_because, outcome, checked_at, caldicott_advice) ON access.justification TO postern_partners;
