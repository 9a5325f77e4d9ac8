REVOKE ALL ON SCHEMA partners FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA partners TO postern_partners;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA partners TO postern_partners;
--> statement-breakpoint
-- Whoever tries a policy out reads by what rows are decided on, and none of what rules protect.
GRANT USAGE ON SCHEMA partners TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (asked_by, asking_agency_id, episode_id, holding_agency_id, id, state) ON partners.information_request TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (agency_id, email, id, job_title, name, phone) ON partners.practitioner TO postern_policy_desk;
--> statement-breakpoint
-- Drafts of the policy are worked on; what was done is only ever added to.
GRANT INSERT, UPDATE ON partners.policy_draft TO postern_partners;
--> statement-breakpoint
GRANT INSERT, UPDATE, DELETE ON partners.policy_change TO postern_partners;
--> statement-breakpoint
GRANT INSERT ON partners.policy_event TO postern_partners;
--> statement-breakpoint
GRANT SELECT (collides, id, kind, reason, rule) ON partners.policy_change TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (base_version, id, kind, published_version, reason, revision, rolls_back_to, state, title) ON partners.policy_draft TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (draft_id, id, kind, position, reason, version) ON partners.policy_event TO postern_policy_desk;
--> statement-breakpoint
GRANT SELECT (code, does, id, title) ON partners.policy_role TO postern_policy_desk;
