CREATE SCHEMA "reporting";
--> statement-breakpoint
CREATE TABLE "reporting"."published_cell" (
	"month" date NOT NULL,
	"agency_kind" text,
	"measure" text NOT NULL,
	"value" integer,
	"symbol" text,
	CONSTRAINT "published_cell_once" UNIQUE NULLS NOT DISTINCT("month","agency_kind","measure"),
	CONSTRAINT "published_cell_value_or_symbol" CHECK (("reporting"."published_cell"."value" is null) <> ("reporting"."published_cell"."symbol" is null)),
	CONSTRAINT "published_cell_value" CHECK ("reporting"."published_cell"."value" >= 0),
	CONSTRAINT "published_cell_symbol" CHECK ("reporting"."published_cell"."symbol" in ('c', 'z', 'x', 'low')),
	CONSTRAINT "published_cell_measure" CHECK ("reporting"."published_cell"."measure" in ('OPENED', 'CLOSED', 'OPEN_AT_END'))
);
--> statement-breakpoint
CREATE TABLE "reporting"."published_period" (
	"month" date PRIMARY KEY NOT NULL,
	"profile_name" text NOT NULL,
	"profile_version" integer NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reporting"."published_cell" ADD CONSTRAINT "published_cell_month_published_period_month_fk" FOREIGN KEY ("month") REFERENCES "reporting"."published_period"("month") ON DELETE no action ON UPDATE no action;