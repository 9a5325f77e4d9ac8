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
