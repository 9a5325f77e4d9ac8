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
-- Where each family lived when an episode came in: a locality and a ward, and nothing nearer. Of the owner only.
CREATE VIEW "reporting"."episode_place" AS
SELECT episode."id" AS "episode_id", coalesce(ward."within", 'NOT_KNOWN') AS "locality", coalesce(ward."code", 'NOT_KNOWN') AS "ward"
FROM "episodes"."episode" AS episode
LEFT JOIN LATERAL (
	SELECT regexp_replace(upper(address."postcode"), '\s', '', 'g') AS "postcode"
	FROM "families"."household_address" AS address
	JOIN "families"."household" AS household ON household."id" = address."household_id"
	WHERE address."family_id" = episode."family_id"
	ORDER BY (address."started_on" <= episode."opened_on" AND (address."ended_on" IS NULL OR address."ended_on" > episode."opened_on")) DESC,
		household."name", household."id", address."started_on" DESC, address."id"
	LIMIT 1
) AS home ON true
LEFT JOIN "reporting"."area_sector" AS sector ON sector."sector" = left(home."postcode", -3) || ' ' || left(right(home."postcode", 3), 1)
LEFT JOIN "reporting"."area" AS ward ON ward."level" = 'WARD' AND ward."code" = sector."ward";
--> statement-breakpoint
-- Read with its owner's rights: the builder sees these columns and none of the tables behind them.
-- Episodes that were only a contact, screened, signposted or refused were never open and are not counted.
CREATE VIEW "reporting"."deidentified_episode" WITH (security_barrier = true) AS
SELECT
	sha256(pseudonym."secret" || '\x46'::bytea || uuid_send(episode."family_id")) AS "family_key",
	date_trunc('month', episode."opened_on"::timestamp)::date AS "opened_month",
	date_trunc('month', episode."closed_on"::timestamp)::date AS "closed_month",
	agency."kind" AS "agency_kind",
	sha256(pseudonym."secret" || '\x41'::bytea || uuid_send(agency."id")) AS "agency_key",
	CASE WHEN episode."level_of_need" BETWEEN 1 AND 4 THEN episode."level_of_need"::text ELSE 'NOT_KNOWN' END AS "level_of_need",
	place."locality",
	place."ward"
FROM "episodes"."episode" AS episode
JOIN "access"."agency" AS agency ON agency."id" = episode."allocated_agency_id"
JOIN "reporting"."episode_place" AS place ON place."episode_id" = episode."id"
CROSS JOIN "reporting"."pseudonym_key" AS pseudonym
WHERE NOT episode."never_opened" AND episode."status" IN ('OPEN', 'OPEN_TAF', 'STEPPED_UP', 'CLOSING', 'CLOSED', 'REOPENED');
--> statement-breakpoint
-- The month from which on there is anything to publish.
CREATE VIEW "reporting"."deidentified_beginning" WITH (security_barrier = true) AS
SELECT date_trunc('month', min("opened_on")::timestamp)::date AS "first_month"
FROM "episodes"."episode"
WHERE NOT "never_opened" AND "status" IN ('OPEN', 'OPEN_TAF', 'STEPPED_UP', 'CLOSING', 'CLOSED', 'REOPENED');
--> statement-breakpoint
GRANT USAGE ON SCHEMA "reporting" TO "postern_reporting", "postern_reporting_builder";
--> statement-breakpoint
GRANT SELECT ON "reporting"."edition", "reporting"."cell", "reporting"."area" TO "postern_reporting";
--> statement-breakpoint
GRANT SELECT ON "reporting"."area", "reporting"."deidentified_beginning", "reporting"."deidentified_episode" TO "postern_reporting_builder";
--> statement-breakpoint
GRANT SELECT, INSERT ON "reporting"."edition", "reporting"."cell" TO "postern_reporting_builder";
--> statement-breakpoint
CREATE FUNCTION "reporting"."refuse_change"() RETURNS trigger
LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
	RAISE EXCEPTION 'what is published does not change' USING ERRCODE = 'insufficient_privilege';
END
$$;
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
	IF EXISTS (
		SELECT FROM (SELECT DISTINCT indicator, grain, period_start FROM added) AS late
		WHERE NOT EXISTS (
			SELECT FROM reporting.edition AS edition
			WHERE (edition.indicator, edition.grain, edition.period_start) = (late.indicator, late.grain, late.period_start)
				AND edition.xmin = pg_current_xact_id()::xid
		)
	) THEN
		RAISE EXCEPTION 'what is published does not change' USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "cell_is_complete" AFTER INSERT ON "reporting"."cell"
REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION "reporting"."refuse_cell_of_old_edition"();
--> statement-breakpoint
-- Also where a session would skip ordinary triggers (session_replication_role = replica).
ALTER TABLE "reporting"."edition" ENABLE ALWAYS TRIGGER "edition_is_kept";
--> statement-breakpoint
ALTER TABLE "reporting"."cell" ENABLE ALWAYS TRIGGER "cell_is_kept";
--> statement-breakpoint
ALTER TABLE "reporting"."cell" ENABLE ALWAYS TRIGGER "cell_is_complete";
