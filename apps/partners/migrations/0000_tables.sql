CREATE SCHEMA "partners";
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
