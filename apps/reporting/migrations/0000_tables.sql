CREATE SCHEMA "reporting";
--> statement-breakpoint
CREATE TABLE "reporting"."area" (
	"level" text NOT NULL,
	"code" text NOT NULL,
	"label" text NOT NULL,
	"within" text,
	"official_code" text,
	"population" integer,
	CONSTRAINT "area_level_code_pk" PRIMARY KEY("level","code"),
	CONSTRAINT "area_level" CHECK ("reporting"."area"."level" in ('LOCALITY', 'WARD')),
	CONSTRAINT "area_within" CHECK (("reporting"."area"."level" = 'WARD') = ("reporting"."area"."within" is not null)),
	CONSTRAINT "area_code" CHECK ("reporting"."area"."code" ~ '^[A-Z0-9_]{1,40}$' and "reporting"."area"."code" <> 'NOT_KNOWN'),
	CONSTRAINT "area_population" CHECK ("reporting"."area"."population" > 0)
);
--> statement-breakpoint
CREATE TABLE "reporting"."area_sector" (
	"sector" text PRIMARY KEY NOT NULL,
	"ward" text NOT NULL
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
