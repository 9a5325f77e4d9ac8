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
-- Read with its owner's rights: the builder sees these five columns and none of the tables behind them.
-- Episodes that were only a contact, screened, signposted or refused were never open and are not counted.
CREATE VIEW "reporting"."deidentified_episode" WITH (security_barrier = true) AS
SELECT
	sha256(pseudonym."secret" || '\x46'::bytea || uuid_send(episode."family_id")) AS "family_key",
	date_trunc('month', episode."opened_on"::timestamp)::date AS "opened_month",
	date_trunc('month', episode."closed_on"::timestamp)::date AS "closed_month",
	agency."kind" AS "agency_kind",
	sha256(pseudonym."secret" || '\x41'::bytea || uuid_send(agency."id")) AS "agency_key"
FROM "episodes"."episode" AS episode
JOIN "access"."agency" AS agency ON agency."id" = episode."allocated_agency_id"
CROSS JOIN "reporting"."pseudonym_key" AS pseudonym
WHERE NOT episode."never_opened" AND episode."status" IN ('OPEN', 'OPEN_TAF', 'STEPPED_UP', 'CLOSING', 'CLOSED', 'REOPENED');
--> statement-breakpoint
GRANT USAGE ON SCHEMA "reporting" TO "postern_reporting", "postern_reporting_builder";
--> statement-breakpoint
GRANT SELECT ON "reporting"."published_period", "reporting"."published_cell", "reporting"."edition", "reporting"."cell" TO "postern_reporting";
--> statement-breakpoint
GRANT SELECT ON "reporting"."deidentified_episode" TO "postern_reporting_builder";
--> statement-breakpoint
GRANT SELECT, INSERT ON "reporting"."published_period", "reporting"."published_cell", "reporting"."edition", "reporting"."cell" TO "postern_reporting_builder";
--> statement-breakpoint
CREATE FUNCTION "reporting"."refuse_change"() RETURNS trigger
LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
	RAISE EXCEPTION 'what is published does not change' USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "published_period_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "reporting"."published_period"
FOR EACH STATEMENT EXECUTE FUNCTION "reporting"."refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "published_cell_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "reporting"."published_cell"
FOR EACH STATEMENT EXECUTE FUNCTION "reporting"."refuse_change"();
--> statement-breakpoint
-- The cells of a month come in the transaction that publishes it, and none later.
CREATE FUNCTION "reporting"."refuse_late_cell"() RETURNS trigger
LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM reporting.published_period AS period
		WHERE period.month = NEW.month AND period.xmin = pg_current_xact_id()::xid
	) THEN
		RAISE EXCEPTION 'what is published does not change' USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "published_cell_is_complete" BEFORE INSERT ON "reporting"."published_cell"
FOR EACH ROW EXECUTE FUNCTION "reporting"."refuse_late_cell"();
--> statement-breakpoint
-- Also where a session would skip ordinary triggers (session_replication_role = replica).
ALTER TABLE "reporting"."published_period" ENABLE ALWAYS TRIGGER "published_period_is_kept";
--> statement-breakpoint
ALTER TABLE "reporting"."published_cell" ENABLE ALWAYS TRIGGER "published_cell_is_kept";
--> statement-breakpoint
ALTER TABLE "reporting"."published_cell" ENABLE ALWAYS TRIGGER "published_cell_is_complete";

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
	IF NOT EXISTS (
		SELECT 1 FROM reporting.edition AS edition
		WHERE (edition.indicator, edition.grain, edition.period_start) = (NEW.indicator, NEW.grain, NEW.period_start)
			AND edition.xmin = pg_current_xact_id()::xid
	) THEN
		RAISE EXCEPTION 'what is published does not change' USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "cell_is_complete" BEFORE INSERT ON "reporting"."cell"
FOR EACH ROW EXECUTE FUNCTION "reporting"."refuse_cell_of_old_edition"();
--> statement-breakpoint
ALTER TABLE "reporting"."edition" ENABLE ALWAYS TRIGGER "edition_is_kept";
--> statement-breakpoint
ALTER TABLE "reporting"."cell" ENABLE ALWAYS TRIGGER "cell_is_kept";
--> statement-breakpoint
ALTER TABLE "reporting"."cell" ENABLE ALWAYS TRIGGER "cell_is_complete";
