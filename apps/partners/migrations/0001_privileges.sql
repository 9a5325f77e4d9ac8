REVOKE ALL ON SCHEMA partners FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA partners TO postern_partners;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA partners TO postern_partners;
