CREATE SCHEMA "ledger";
--> statement-breakpoint
CREATE TABLE "ledger"."release" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"contract" text NOT NULL,
	"account_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"policy_versions" integer[] NOT NULL,
	"operation_hash" text NOT NULL,
	"operation_name" text,
	"grants" uuid[] NOT NULL,
	"justifications" uuid[] NOT NULL,
	"persons" uuid[] NOT NULL,
	"families" uuid[] NOT NULL,
	"episodes" uuid[] NOT NULL,
	"coordinates" jsonb NOT NULL,
	"explained" jsonb NOT NULL,
	"told" jsonb NOT NULL,
	CONSTRAINT "release_policy_versions" CHECK (cardinality("ledger"."release"."policy_versions") > 0),
	CONSTRAINT "release_contract" CHECK ("ledger"."release"."contract" in ('records')),
	CONSTRAINT "release_purpose" CHECK ("ledger"."release"."purpose" ~ '^[A-Z][A-Z_]{0,63}$'),
	CONSTRAINT "release_operation_hash" CHECK ("ledger"."release"."operation_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "release_operation_name" CHECK ("ledger"."release"."operation_name" ~ '^[_A-Za-z][_0-9A-Za-z]{0,63}$')
);
--> statement-breakpoint
CREATE INDEX "release_at_index" ON "ledger"."release" USING btree ("at");--> statement-breakpoint
CREATE INDEX "release_justifications" ON "ledger"."release" USING gin ("justifications");