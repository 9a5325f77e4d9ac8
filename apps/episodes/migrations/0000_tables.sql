CREATE SCHEMA "episodes";
--> statement-breakpoint
CREATE TABLE "episodes"."activity" (
	"id" uuid PRIMARY KEY NOT NULL,
	"episode_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"occurs_at" timestamp with time zone NOT NULL,
	"attendance" text NOT NULL,
	"notes" text,
	"recorded_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"nature" text NOT NULL,
	"row_class" text,
	"purpose_lock" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone,
	"concerns" uuid[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "episodes"."assessment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"episode_id" uuid NOT NULL,
	"started_on" date NOT NULL,
	"completed_on" date,
	"reasons" text,
	"recorded_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"nature" text NOT NULL,
	"row_class" text,
	"purpose_lock" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone,
	"concerns" uuid[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "episodes"."assessment_section" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assessment_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"area" text NOT NULL,
	"summary" text,
	"strengths" text,
	"recorded_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"nature" text NOT NULL,
	"row_class" text,
	"purpose_lock" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone,
	"concerns" uuid[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "episodes"."case_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"episode_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"passage_of" uuid,
	"recorded_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"nature" text NOT NULL,
	"row_class" text,
	"purpose_lock" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone,
	"concerns" uuid[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "episodes"."command_key" (
	"account_id" uuid NOT NULL,
	"key" text NOT NULL,
	"digest" text NOT NULL,
	"answer" jsonb,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "command_key_account_id_key_pk" PRIMARY KEY("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "episodes"."document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"episode_id" uuid NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"state" text NOT NULL,
	"scan_due_at" timestamp with time zone,
	"recorded_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"nature" text NOT NULL,
	"row_class" text,
	"purpose_lock" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone,
	"concerns" uuid[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "episodes"."document_part" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"bytes" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "document_part_document_id_number_unique" UNIQUE("document_id","number")
);
--> statement-breakpoint
CREATE TABLE "episodes"."entry_version" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "episodes"."entry_version_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"cursor" uuid DEFAULT gen_random_uuid() NOT NULL,
	"written_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"type" text NOT NULL,
	"item_id" uuid NOT NULL,
	"episode_id" uuid,
	"revision" integer NOT NULL,
	"was" jsonb,
	"reason" text,
	"reviewed_for" text[] NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_by_agency" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "entry_version_cursor_unique" UNIQUE("cursor")
);
--> statement-breakpoint
CREATE TABLE "episodes"."episode" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"family_id" uuid NOT NULL,
	"status" text NOT NULL,
	"level_of_need" integer NOT NULL,
	"opened_on" date NOT NULL,
	"closed_on" date,
	"reason" text,
	"end_reason" text,
	"allocated_agency_id" uuid NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"status_since" timestamp with time zone,
	"closing_from" text,
	"never_opened" boolean DEFAULT false NOT NULL,
	"follow_up_by" uuid,
	"follow_up_at" timestamp with time zone,
	CONSTRAINT "episode_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "episodes"."episode_person" (
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "episode_person_episode_id_person_id_pk" PRIMARY KEY("episode_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "episodes"."level_transition" (
	"id" uuid PRIMARY KEY NOT NULL,
	"episode_id" uuid NOT NULL,
	"direction" text NOT NULL,
	"from_level" integer NOT NULL,
	"to_level" integer NOT NULL,
	"reason" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"nature" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "episodes"."taf_meeting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"episode_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"attendees" text[],
	"minutes" text,
	"outcome" text,
	"recorded_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"nature" text NOT NULL,
	"row_class" text,
	"purpose_lock" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone,
	"concerns" uuid[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "episodes"."need" (
	"id" uuid PRIMARY KEY NOT NULL,
	"episode_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"description" text,
	"identified_on" date NOT NULL,
	"met_on" date,
	"family_rank" integer,
	"recorded_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"nature" text NOT NULL,
	"row_class" text,
	"purpose_lock" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone,
	"concerns" uuid[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "episodes"."plan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"episode_id" uuid NOT NULL,
	"objective" text,
	"agreed_on" date,
	"recorded_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"nature" text NOT NULL,
	"row_class" text,
	"purpose_lock" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone,
	"concerns" uuid[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "episodes"."plan_action" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"goal" text,
	"responsible" text,
	"due_on" date,
	"measure" text,
	"status" text NOT NULL,
	"family_rating" integer,
	"chosen_by_family" boolean,
	"recorded_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"nature" text NOT NULL,
	"row_class" text,
	"purpose_lock" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone,
	"concerns" uuid[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "episodes"."referral" (
	"id" uuid PRIMARY KEY NOT NULL,
	"episode_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"referred_on" date NOT NULL,
	"reasons" text,
	"outcome" text,
	"recommendations" text,
	"notified_at" timestamp with time zone,
	"recorded_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"nature" text NOT NULL,
	"row_class" text,
	"purpose_lock" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone,
	"concerns" uuid[] NOT NULL,
	"source" text,
	"consulted_before_discussion" text,
	CONSTRAINT "referral_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE INDEX "activity_episode_id_occurs_at_id_index" ON "episodes"."activity" USING btree ("episode_id","occurs_at","id");--> statement-breakpoint
CREATE INDEX "assessment_episode_id_index" ON "episodes"."assessment" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "assessment_section_assessment_id_index" ON "episodes"."assessment_section" USING btree ("assessment_id");--> statement-breakpoint
CREATE INDEX "case_note_episode_id_index" ON "episodes"."case_note" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "document_episode_id_index" ON "episodes"."document" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "entry_version_item_id_revision_index" ON "episodes"."entry_version" USING btree ("item_id","revision");--> statement-breakpoint
CREATE INDEX "entry_version_episode_id_position_index" ON "episodes"."entry_version" USING btree ("episode_id","position");--> statement-breakpoint
CREATE INDEX "episode_family_id_index" ON "episodes"."episode" USING btree ("family_id");--> statement-breakpoint
CREATE INDEX "episode_waiting" ON "episodes"."episode" USING btree ("opened_on") WHERE "episodes"."episode"."status" IN ('CONTACT', 'SCREENING');--> statement-breakpoint
CREATE INDEX "episode_follow_up_at_index" ON "episodes"."episode" USING btree ("follow_up_at") WHERE "episodes"."episode"."status" = 'CLOSED';--> statement-breakpoint
CREATE INDEX "episode_supported" ON "episodes"."episode" USING btree ("opened_on") WHERE "episodes"."episode"."status" IN ('OPEN', 'OPEN_TAF');--> statement-breakpoint
CREATE INDEX "level_transition_episode_id_index" ON "episodes"."level_transition" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "taf_meeting_episode_id_index" ON "episodes"."taf_meeting" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "need_episode_id_index" ON "episodes"."need" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "plan_episode_id_index" ON "episodes"."plan" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "plan_action_plan_id_index" ON "episodes"."plan_action" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "plan_action_episode_id_index" ON "episodes"."plan_action" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "referral_episode_id_index" ON "episodes"."referral" USING btree ("episode_id");