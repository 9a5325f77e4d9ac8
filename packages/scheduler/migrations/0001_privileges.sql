-- What was fired is only ever added to; of a notice only how its delivery went is changed, by whoever delivers.
REVOKE ALL ON SCHEMA scheduler FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA scheduler TO postern_partners, postern_episodes, postern_families;
--> statement-breakpoint
GRANT INSERT, SELECT ON scheduler.timer_firing TO postern_partners, postern_episodes, postern_families;
--> statement-breakpoint
GRANT INSERT ON scheduler.notice TO postern_partners, postern_episodes, postern_families;
--> statement-breakpoint
GRANT SELECT, UPDATE (state, attempts, secrets, sent_at, last_error_code) ON scheduler.notice TO postern_partners;
--> statement-breakpoint
-- The library's own schema: its owner keeps it up, workers add, take and end jobs. Row security is on, with no policy of the
-- library's: without one of ours its tables would be empty to everybody but the owner.
REVOKE ALL ON SCHEMA graphile_worker FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA graphile_worker TO postern_partners, postern_episodes, postern_families;
--> statement-breakpoint
GRANT SELECT ON graphile_worker.migrations, graphile_worker.jobs TO postern_partners, postern_episodes, postern_families;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON graphile_worker._private_jobs TO postern_partners, postern_episodes, postern_families;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON graphile_worker._private_job_queues, graphile_worker._private_known_crontabs TO postern_partners, postern_episodes, postern_families;
--> statement-breakpoint
GRANT SELECT, INSERT ON graphile_worker._private_tasks TO postern_partners, postern_episodes, postern_families;
--> statement-breakpoint
CREATE POLICY workers ON graphile_worker._private_jobs TO postern_partners, postern_episodes, postern_families USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY workers ON graphile_worker._private_job_queues TO postern_partners, postern_episodes, postern_families USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY workers ON graphile_worker._private_known_crontabs TO postern_partners, postern_episodes, postern_families USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY workers ON graphile_worker._private_tasks TO postern_partners, postern_episodes, postern_families USING (true) WITH CHECK (true);
