CREATE SCHEMA "partners";
--> statement-breakpoint
CREATE TABLE "partners"."information_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"episode_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asking_agency_id" uuid NOT NULL,
	"holding_agency_id" uuid NOT NULL,
	"asked" text NOT NULL,
	"state" text NOT NULL,
	"refusal_code" text,
	"reasons" text,
	"asked_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "partners"."practitioner" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"name" text NOT NULL,
	"job_title" text NOT NULL,
	"email" text NOT NULL,
	"phone" text,
	CONSTRAINT "practitioner_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE INDEX "information_request_episode_id_index" ON "partners"."information_request" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "information_request_asked_at_id_index" ON "partners"."information_request" USING btree ("asked_at","id");