-- The ledger's role may add and read; nobody, the owner included, may change or remove.
REVOKE ALL ON SCHEMA "ledger" FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA "ledger" TO "postern_ledger";
--> statement-breakpoint
GRANT INSERT, SELECT ON "ledger"."release" TO "postern_ledger";
--> statement-breakpoint
-- A release is answered only after its row is on disk, whatever the server's default is.
DO $$
BEGIN
	EXECUTE format('ALTER ROLE postern_ledger IN DATABASE %I SET synchronous_commit = on', current_database());
END
$$;
--> statement-breakpoint
CREATE FUNCTION "ledger"."refuse_change"() RETURNS trigger
LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
	RAISE EXCEPTION 'the ledger can only be added to' USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "release_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger"."release"
FOR EACH STATEMENT EXECUTE FUNCTION "ledger"."refuse_change"();
--> statement-breakpoint
-- Also where a session would skip ordinary triggers (session_replication_role = replica).
ALTER TABLE "ledger"."release" ENABLE ALWAYS TRIGGER "release_is_kept";
--> statement-breakpoint
-- Coordinates are names of the schema and positive whole numbers, so that no value of a record can be written.
ALTER TABLE "ledger"."release" ADD CONSTRAINT "release_coordinates" CHECK (
	"coordinates"::text ~ '^\{("[A-Z][A-Za-z0-9]{0,63}\.[a-z][A-Za-z0-9]{0,63}": [1-9][0-9]{0,8}(, )?)*\}$'
);
--> statement-breakpoint
-- So are explanations: ids, names of the schema and purposes.
ALTER TABLE "ledger"."release" ADD CONSTRAINT "release_explained" CHECK (
	"explained"::text ~ '^\[(\{"record": "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "account": "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "purpose": "[A-Z][A-Z_]{0,63}", "coordinate": "[A-Z][A-Za-z0-9]{0,63}\.[a-z][A-Za-z0-9]{0,63}"\}(, )?)*\]$'
);
--> statement-breakpoint
-- And what questions told: names of questions, clauses and ids.
ALTER TABLE "ledger"."release" ADD CONSTRAINT "release_told" CHECK (
	"told"::text ~ '^\[(\{"clause": "[A-Z]{2,4}-[A-Za-z0-9.-]{1,24}", "record": "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "question": "[a-z][A-Za-z0-9]{0,63}"\}(, )?)*\]$'
);
--> statement-breakpoint
-- Who was given a field, and nothing else of the ledger, so that a correction reaches everybody who has what was wrong.
CREATE FUNCTION "ledger"."recipients_of"(of_coordinate text, of_episode uuid, of_person uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
	SELECT DISTINCT account_id FROM ledger.release WHERE coordinates ? of_coordinate
		AND CASE WHEN of_person IS NULL THEN episodes @> ARRAY[of_episode] ELSE persons @> ARRAY[of_person] END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "ledger"."recipients_of" FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA "ledger" TO "postern_partners";
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "ledger"."recipients_of" TO "postern_partners";
--> statement-breakpoint
-- How often a justification was used and when last, and no row of the ledger.
CREATE FUNCTION "ledger"."uses_of"("justification" uuid) RETURNS TABLE ("uses" integer, "last_used_at" timestamp with time zone)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
	SELECT count(*)::integer, max(r."at") FROM "ledger"."release" r WHERE r."justifications" @> ARRAY["justification"]
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "ledger"."uses_of"(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "ledger"."uses_of"(uuid) TO "postern_partners";
--> statement-breakpoint
-- The moments of a time at which something was read on a justification.
CREATE FUNCTION "ledger"."used_between"("justification" uuid, "since" timestamp with time zone, "before" timestamp with time zone)
RETURNS SETOF timestamp with time zone
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
	SELECT r."at" FROM "ledger"."release" r WHERE r."justifications" @> ARRAY["justification"] AND r."at" >= "since" AND r."at" < "before"
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "ledger"."used_between"(uuid, timestamp with time zone, timestamp with time zone) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "ledger"."used_between"(uuid, timestamp with time zone, timestamp with time zone) TO "postern_partners";
--> statement-breakpoint
-- Counts of each account alone: of how many families a day, and when last. Which families it was stays here, and those apart
-- from which it is asked are not counted.
CREATE FUNCTION "ledger"."families_seen"("since" timestamp with time zone, "before" timestamp with time zone, "apart_from" uuid[])
RETURNS TABLE ("account" uuid, "day" date, "families" integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
	SELECT r."account_id", (r."at" AT TIME ZONE 'Europe/London')::date, count(DISTINCT f."id")::integer
	FROM "ledger"."release" r CROSS JOIN LATERAL unnest(r."families") AS f ("id")
	WHERE r."at" >= "since" AND r."at" < "before" AND f."id" <> ALL ("apart_from") GROUP BY 1, 2
$$;
--> statement-breakpoint
CREATE FUNCTION "ledger"."last_seen"() RETURNS TABLE ("account" uuid, "at" timestamp with time zone)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
	SELECT r."account_id", max(r."at") FROM "ledger"."release" r GROUP BY 1
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "ledger"."families_seen"(timestamp with time zone, timestamp with time zone, uuid[]), "ledger"."last_seen"() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "ledger"."families_seen"(timestamp with time zone, timestamp with time zone, uuid[]), "ledger"."last_seen"() TO "postern_partners";
