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
CREATE TABLE "reporting"."cell" (
	"indicator" text NOT NULL,
	"grain" text NOT NULL,
	"period_start" date NOT NULL,
	"measure" text NOT NULL,
	"first_dimension" text,
	"first_member" text,
	"second_dimension" text,
	"second_member" text,
	"value" numeric,
	"symbol" text,
	CONSTRAINT "cell_once" UNIQUE NULLS NOT DISTINCT("indicator","grain","period_start","first_dimension","second_dimension","measure","first_member","second_member"),
	CONSTRAINT "cell_value_or_symbol" CHECK (("reporting"."cell"."value" is null) <> ("reporting"."cell"."symbol" is null)),
	CONSTRAINT "cell_value" CHECK ("reporting"."cell"."value" >= 0),
	CONSTRAINT "cell_symbol" CHECK ("reporting"."cell"."symbol" in ('c', 'z', 'x', 'low')),
	CONSTRAINT "cell_cut" CHECK (("reporting"."cell"."first_dimension" is null) = ("reporting"."cell"."first_member" is null) and ("reporting"."cell"."second_dimension" is null) = ("reporting"."cell"."second_member" is null)
        and ("reporting"."cell"."second_dimension" is null or "reporting"."cell"."first_dimension" is not null))
);
--> statement-breakpoint
CREATE TABLE "reporting"."edition" (
	"indicator" text NOT NULL,
	"grain" text NOT NULL,
	"period_start" date NOT NULL,
	"profile_name" text NOT NULL,
	"profile_version" integer NOT NULL,
	"definition_version" integer NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "edition_indicator_grain_period_start_pk" PRIMARY KEY("indicator","grain","period_start"),
	CONSTRAINT "edition_grain" CHECK ("reporting"."edition"."grain" in ('MONTH', 'QUARTER', 'YEAR'))
);
--> statement-breakpoint
ALTER TABLE "reporting"."published_cell" ADD CONSTRAINT "published_cell_month_published_period_month_fk" FOREIGN KEY ("month") REFERENCES "reporting"."published_period"("month") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting"."cell" ADD CONSTRAINT "cell_indicator_grain_period_start_edition_indicator_grain_period_start_fk" FOREIGN KEY ("indicator","grain","period_start") REFERENCES "reporting"."edition"("indicator","grain","period_start") ON DELETE no action ON UPDATE no action;