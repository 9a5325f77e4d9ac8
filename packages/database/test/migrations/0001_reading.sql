GRANT USAGE ON SCHEMA "house" TO "postern_families";
--> statement-breakpoint
GRANT SELECT ON "house"."room" TO "postern_families";
