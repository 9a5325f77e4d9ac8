CREATE SCHEMA "access";
--> statement-breakpoint
CREATE TABLE "access"."acceptance" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"version" text NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access"."account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text DEFAULT 'PRACTITIONER' NOT NULL,
	"issuer_id" text,
	"subject" text,
	"agency_id" uuid NOT NULL,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"second_factor_at" timestamp with time zone,
	CONSTRAINT "account_issuer_id_subject_unique" UNIQUE("issuer_id","subject"),
	CONSTRAINT "account_state" CHECK ("access"."account"."state" IN ('NOMINATED', 'INVITED', 'TRAINING', 'UAA_PENDING', 'MFA_PENDING', 'ACTIVE', 'DORMANT_WARNING', 'DISABLED_DORMANT', 'LOCKED_DOWN', 'DISABLED_COMPROMISE', 'TERMS_BREACH', 'LEFT')),
	CONSTRAINT "account_kind" CHECK ("access"."account"."kind" IN ('PRACTITIONER', 'FAMILY')),
	CONSTRAINT "account_bound" CHECK (("access"."account"."issuer_id" is null) = ("access"."account"."subject" is null))
);
--> statement-breakpoint
CREATE TABLE "access"."conflict_of_interest" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"family_id" uuid NOT NULL,
	"declared_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "access"."issuer" (
	"id" text PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"profile" text NOT NULL,
	"audience" text NOT NULL,
	"jwks_uri" text NOT NULL,
	"algorithms" text[] NOT NULL,
	CONSTRAINT "issuer_url_unique" UNIQUE("url")
);
--> statement-breakpoint
CREATE TABLE "access"."issuer_agency" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"issuer_id" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"state" text DEFAULT 'SPEAKING' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"proposed_by" uuid,
	"confirmed_by" uuid,
	CONSTRAINT "issuer_agency_issuer_id_agency_id_unique" UNIQUE("issuer_id","agency_id"),
	CONSTRAINT "issuer_agency_state" CHECK ("access"."issuer_agency"."state" IN ('PROPOSED', 'SPEAKING', 'ENDED')),
	CONSTRAINT "issuer_agency_second_person" CHECK ("access"."issuer_agency"."state" <> 'SPEAKING' or ("access"."issuer_agency"."proposed_by" is null and "access"."issuer_agency"."confirmed_by" is null)
        or ("access"."issuer_agency"."proposed_by" is not null and "access"."issuer_agency"."confirmed_by" is not null and "access"."issuer_agency"."proposed_by" <> "access"."issuer_agency"."confirmed_by"))
);
--> statement-breakpoint
CREATE TABLE "access"."role_holding" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"targeted_team" boolean DEFAULT false NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"confirmed_until" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access"."training" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"module" text NOT NULL,
	"completed_on" date NOT NULL,
	"expires_on" date NOT NULL,
	CONSTRAINT "training_module" CHECK ("access"."training"."module" IN ('SYSTEM', 'DATA_AND_SECURITY'))
);
--> statement-breakpoint
CREATE TABLE "access"."agency" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"leaves_at" timestamp with time zone,
	CONSTRAINT "agency_kind" CHECK ("access"."agency"."kind" IN ('COUNCIL', 'SCHOOL', 'EARLY_YEARS', 'HEALTH', 'POLICE', 'HOUSING', 'VOLUNTARY', 'GOVERNMENT', 'CONTRACTOR')),
	CONSTRAINT "agency_state" CHECK ("access"."agency"."state" IN ('INVITED', 'NEGOTIATING', 'SIGNED', 'ACTIVE', 'REVIEW_DUE', 'NOTICE_GIVEN', 'SUSPENDED', 'WITHDRAWN', 'RESIGN_REQUIRED'))
);
--> statement-breakpoint
CREATE TABLE "access"."agency_domain" (
	"agency_id" uuid NOT NULL,
	"domain" text NOT NULL,
	CONSTRAINT "agency_domain_agency_id_domain_pk" PRIMARY KEY("agency_id","domain"),
	CONSTRAINT "agency_domain_form" CHECK ("access"."agency_domain"."domain" ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z]{2,63}$')
);
--> statement-breakpoint
CREATE TABLE "access"."agency_evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date NOT NULL,
	CONSTRAINT "agency_evidence_kind" CHECK ("access"."agency_evidence"."kind" IN ('POLICIES', 'DATA_SPECIFICATION', 'APPROPRIATE_POLICY_DOCUMENT', 'CONFIDENTIALITY_AGREEMENT'))
);
--> statement-breakpoint
CREATE TABLE "access"."agency_signature" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"agreement" text NOT NULL,
	"version" text NOT NULL,
	"signatory_name" text NOT NULL,
	"signatory_title" text NOT NULL,
	"signed_on" date NOT NULL,
	"effective_from" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"registration_number" text,
	"supplemental" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access"."agency_standing" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"standing" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date
);
--> statement-breakpoint
CREATE TABLE "access"."agreement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"version" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"next_review_on" date,
	"first_review_after_months" integer,
	"review_every_months" integer,
	"notice_months" integer,
	"user_agreement_version" text,
	"in_force_from" date,
	"in_force_until" date,
	"sign_again_by" date,
	CONSTRAINT "agreement_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "access"."agreement_term" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agreement_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"ordinal" integer NOT NULL,
	"name" text NOT NULL,
	"says" text,
	"clause" text,
	"valid_from" date,
	"value" integer,
	"chosen" integer,
	"unit" text,
	"days" text,
	"starts_at" text,
	"configurable" boolean
);
--> statement-breakpoint
CREATE TABLE "access"."figure" (
	"name" text PRIMARY KEY NOT NULL,
	"value" integer NOT NULL,
	"unit" text NOT NULL,
	"days" text
);
--> statement-breakpoint
CREATE TABLE "access"."resolution" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"issue" text NOT NULL,
	"clauses" text[] NOT NULL,
	"choices" text[] NOT NULL,
	"choice" text NOT NULL,
	"says" text NOT NULL,
	"fixed_because" text,
	"effect" text NOT NULL,
	CONSTRAINT "resolution_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "access"."shared_mailbox" (
	"name" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access"."disclosure_limit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"level" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access"."episode" (
	"id" uuid PRIMARY KEY NOT NULL,
	"family_id" uuid NOT NULL,
	"status" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access"."episode_person" (
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "episode_person_episode_id_person_id_pk" PRIMARY KEY("episode_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "access"."exclusion" (
	"id" uuid PRIMARY KEY NOT NULL,
	"episode_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"coordinates" text[] NOT NULL,
	"person_id" uuid,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "access"."family_agreement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"episode_id" uuid NOT NULL,
	"state" text NOT NULL,
	"basis_when_no_agreement" text,
	"signed_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "access"."former_episode_person" (
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "former_episode_person_episode_id_person_id_pk" PRIMARY KEY("episode_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "access"."withheld_person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"agency_id" uuid,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "access"."access_grant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"role" text NOT NULL,
	"working_relationship" text NOT NULL,
	"granted_by" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"suspended_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_cause" text,
	"basis" text DEFAULT 'WORK' NOT NULL,
	"confirm_by" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"persons" uuid[],
	CONSTRAINT "access_grant_basis" CHECK ("access"."access_grant"."basis" IN ('WORK', 'DEPUTY', 'COVER', 'OVERRIDE')),
	CONSTRAINT "access_grant_override_role" CHECK (("access"."access_grant"."basis" = 'OVERRIDE') = ("access"."access_grant"."role" = 'OVERRIDE_HOLDER')),
	CONSTRAINT "access_grant_revoked_cause" CHECK ("access"."access_grant"."revoked_cause" IN ('FAMILY_REQUEST', 'SUPPORT_ENDED', 'EPISODE_CLOSED', 'USER_LEFT', 'ROLE_ENDED', 'AGENCY_WITHDREW', 'MISUSE', 'AUDIT_COMPLETE', 'PANEL_OVER', 'EXCLUSION_ADDED', 'HANDED_OVER', 'NOT_UPHELD', 'ERROR'))
);
--> statement-breakpoint
CREATE TABLE "access"."justification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"grant_id" uuid,
	"classes" text[] NOT NULL,
	"purpose" text NOT NULL,
	"relevance" text NOT NULL,
	"article_6" text NOT NULL,
	"article_9" text,
	"article_10" text,
	"schedule_1_paragraph" text,
	"absence_of_consent_reason" text,
	"recognised_interest" text,
	"gateway" text,
	"gateway_head" text,
	"dea_factors" text[],
	"article_8_aim" text,
	"confidence_route" text,
	"public_interest" text[],
	"own_view" text,
	"source_view" text,
	"alternatives_considered" text NOT NULL,
	"danger_of_sharing" text,
	"danger_of_not_sharing" text,
	"nature" text,
	"family_told_on" date,
	"not_told_because" text,
	"outcome" text,
	"checked_at" timestamp with time zone,
	"state" text NOT NULL,
	"approved_by" uuid,
	"revision" integer DEFAULT 1 NOT NULL,
	"written_by" uuid,
	"set_id" uuid,
	"renews" uuid,
	"approval_reasons" text[],
	"approver_id" uuid,
	"deputy_id" uuid,
	"decide_by" timestamp with time zone,
	"caldicott_advice" text,
	"starts_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "justification_state" CHECK ("access"."justification"."state" IN ('DRAFT', 'SUBMITTED', 'NEEDS_APPROVAL', 'LIVE', 'EXPIRED', 'WITHDRAWN', 'REFUSED', 'CHALLENGED', 'STRUCK')),
	CONSTRAINT "justification_outcome" CHECK ("access"."justification"."outcome" IN ('SHARED', 'PART_SHARED', 'NOT_SHARED'))
);
--> statement-breakpoint
CREATE TABLE "access"."account_person" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"verified_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "access"."deceased_person" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"died_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access"."household_person" (
	"household_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"started_on" date NOT NULL,
	"ended_on" date
);
--> statement-breakpoint
CREATE TABLE "access"."parental_responsibility" (
	"id" uuid PRIMARY KEY NOT NULL,
	"holder_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"evidence" text,
	"starts_on" date NOT NULL,
	"ends_on" date
);
--> statement-breakpoint
CREATE TABLE "access"."policy_rule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access"."policy_version" (
	"version" integer PRIMARY KEY NOT NULL,
	"agreement" text NOT NULL,
	"proposed_by" text NOT NULL,
	"approved_by" text,
	"reason" text NOT NULL,
	"activated_at" timestamp with time zone NOT NULL,
	"seal" jsonb NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"draft_id" uuid,
	CONSTRAINT "policy_version_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "access"."proceeding" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"episode_id" uuid NOT NULL,
	"state" text NOT NULL,
	"basis" text,
	"grant_id" uuid,
	"opened_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "access"."transfer_item" (
	"proceeding_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	CONSTRAINT "transfer_item_proceeding_id_item_id_pk" PRIMARY KEY("proceeding_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "access"."processing_restriction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"coordinates" text[] NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "access"."restriction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"protected_person_id" uuid NOT NULL,
	"family_id" uuid NOT NULL,
	"item_id" uuid,
	"coordinates" text[] NOT NULL,
	"hidden_from_agency_id" uuid,
	"hidden_from_person_id" uuid,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "acceptance_account_id_index" ON "access"."acceptance" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "account_agency_id_index" ON "access"."account" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "conflict_of_interest_account_id_index" ON "access"."conflict_of_interest" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "role_holding_account_id_index" ON "access"."role_holding" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "training_account_id_index" ON "access"."training" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "agency_evidence_agency_id_index" ON "access"."agency_evidence" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "agency_signature_agency_id_index" ON "access"."agency_signature" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "agency_standing_agency_id_index" ON "access"."agency_standing" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "agreement_term_agreement_id_index" ON "access"."agreement_term" USING btree ("agreement_id");--> statement-breakpoint
CREATE INDEX "disclosure_limit_person_id_index" ON "access"."disclosure_limit" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "episode_family_id_index" ON "access"."episode" USING btree ("family_id");--> statement-breakpoint
CREATE INDEX "episode_state" ON "access"."episode" USING btree ("id","family_id","status");--> statement-breakpoint
CREATE INDEX "episode_person_person_id_index" ON "access"."episode_person" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "exclusion_agency_id_index" ON "access"."exclusion" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "exclusion_episode_id_index" ON "access"."exclusion" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "family_agreement_episode_id_index" ON "access"."family_agreement" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "withheld_person_episode_id_index" ON "access"."withheld_person" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "access_grant_of_account" ON "access"."access_grant" USING btree ("account_id","episode_id","role","granted_by","starts_at","ends_at","suspended_at","revoked_at","confirm_by","basis","id");--> statement-breakpoint
CREATE INDEX "access_grant_of_episode" ON "access"."access_grant" USING btree ("episode_id","account_id","role","starts_at","ends_at","suspended_at","revoked_at","confirm_by");--> statement-breakpoint
CREATE INDEX "access_grant_newest" ON "access"."access_grant" USING btree ("starts_at","id");--> statement-breakpoint
CREATE INDEX "access_grant_override" ON "access"."access_grant" USING btree ("account_id") WHERE "access"."access_grant"."basis" = 'OVERRIDE';--> statement-breakpoint
CREATE INDEX "justification_account_id_index" ON "access"."justification" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "justification_newest" ON "access"."justification" USING btree ("starts_at","id");--> statement-breakpoint
CREATE INDEX "justification_set_id_index" ON "access"."justification" USING btree ("set_id");--> statement-breakpoint
CREATE INDEX "justification_to_decide" ON "access"."justification" USING btree ("decide_by") WHERE "access"."justification"."state" = 'NEEDS_APPROVAL';--> statement-breakpoint
CREATE INDEX "household_person_person_id_household_id_index" ON "access"."household_person" USING btree ("person_id","household_id");--> statement-breakpoint
CREATE INDEX "parental_responsibility_holder_id_index" ON "access"."parental_responsibility" USING btree ("holder_id");--> statement-breakpoint
CREATE INDEX "parental_responsibility_child_id_index" ON "access"."parental_responsibility" USING btree ("child_id");--> statement-breakpoint
CREATE INDEX "policy_rule_version_index" ON "access"."policy_rule" USING btree ("version");--> statement-breakpoint
CREATE INDEX "proceeding_episode_id_index" ON "access"."proceeding" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "processing_restriction_person_id_index" ON "access"."processing_restriction" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "restriction_hidden_from_agency_id_index" ON "access"."restriction" USING btree ("hidden_from_agency_id");--> statement-breakpoint
CREATE INDEX "restriction_hidden_from_person_id_index" ON "access"."restriction" USING btree ("hidden_from_person_id");