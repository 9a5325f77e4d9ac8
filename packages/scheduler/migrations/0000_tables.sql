CREATE SCHEMA "scheduler";
--> statement-breakpoint
CREATE TABLE "scheduler"."notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"to_account" uuid,
	"to_address" text,
	"params" jsonb NOT NULL,
	"secrets" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'WAITING' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"last_error_code" text,
	CONSTRAINT "notice_kind" CHECK ("scheduler"."notice"."kind" ~ '^[A-Z][A-Z_]{0,63}$'),
	CONSTRAINT "notice_addressee" CHECK (num_nonnulls("scheduler"."notice"."to_account", "scheduler"."notice"."to_address") = 1),
	CONSTRAINT "notice_state" CHECK ("scheduler"."notice"."state" in ('WAITING', 'SENT', 'GIVEN_UP')),
	CONSTRAINT "notice_secrets" CHECK ("scheduler"."notice"."state" = 'WAITING' or "scheduler"."notice"."secrets" is null),
	CONSTRAINT "notice_sent" CHECK (("scheduler"."notice"."state" = 'SENT') = ("scheduler"."notice"."sent_at" is not null)),
	CONSTRAINT "notice_error" CHECK ("scheduler"."notice"."last_error_code" ~ '^[A-Z][A-Z0-9_]{0,63}$')
);
--> statement-breakpoint
CREATE TABLE "scheduler"."timer_firing" (
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"fired_at" timestamp with time zone NOT NULL,
	CONSTRAINT "timer_firing_kind_subject_id_due_at_pk" PRIMARY KEY("kind","subject_id","due_at"),
	CONSTRAINT "timer_firing_kind" CHECK ("scheduler"."timer_firing"."kind" ~ '^[A-Z][A-Z_]{0,63}$'),
	CONSTRAINT "timer_firing_due" CHECK ("scheduler"."timer_firing"."due_at" <= "scheduler"."timer_firing"."fired_at")
);
--> statement-breakpoint
CREATE INDEX "notice_created_at_index" ON "scheduler"."notice" USING btree ("created_at") WHERE state = 'WAITING';