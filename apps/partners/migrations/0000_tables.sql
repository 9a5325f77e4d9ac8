CREATE SCHEMA "partners";
--> statement-breakpoint
CREATE TABLE "partners"."access_event" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" integer GENERATED ALWAYS AS IDENTITY (sequence name "partners"."access_event_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"machine" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"move" text NOT NULL,
	"before" text,
	"after" text NOT NULL,
	"actor_id" uuid,
	"actor_agency_id" uuid,
	"on_behalf_of" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"details" jsonb NOT NULL,
	"account_id" uuid,
	"agency_id" uuid,
	"episode_id" uuid,
	"of_unnamed_family" boolean GENERATED ALWAYS AS (episode_id IS NULL AND machine IN ('ACCESS_REQUEST', 'OVERRIDE', 'COVER', 'REVIEW_ACCESS', 'PERSON_MERGE', 'ADOPTION', 'PARENTAL_RESPONSIBILITY', 'IMPORT_ITEM', 'IMPORT_LINK', 'MATCH_CANDIDATE')) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partners"."access_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"role" text NOT NULL,
	"working_relationship" text,
	"purpose" text,
	"identifiers" jsonb,
	"families" uuid[] DEFAULT '{}' NOT NULL,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"outcome_at" timestamp with time zone NOT NULL,
	"query" text,
	"reply" text,
	"grant_id" uuid,
	"refusal_code" text,
	"reasons" text,
	"reasons_told" boolean DEFAULT false NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "access_request_reference_unique" UNIQUE("reference"),
	CONSTRAINT "access_request_state" CHECK ("partners"."access_request"."state" IN ('REQUESTED', 'QUERIED', 'GRANTED', 'REFUSED', 'LAPSED')),
	CONSTRAINT "access_request_refusal_code" CHECK ("partners"."access_request"."refusal_code" IN ('NOT_NECESSARY', 'NOT_PROPORTIONATE', 'NO_LAWFUL_BASIS', 'CONFIDENCE_NOT_OVERRIDDEN', 'FAMILY_EXCLUSION', 'YOUNG_PERSONS_LIMIT', 'NOT_HELD', 'OTHER_AGENCYS_DATA', 'DEA_UNLISTED', 'MORE_DETRIMENTAL', 'LEGAL_PRIVILEGE', 'LAW_ENFORCEMENT_PREJUDICE', 'NO_MATCH')),
	CONSTRAINT "access_request_open" CHECK ("partners"."access_request"."state" NOT IN ('REQUESTED', 'QUERIED') OR "partners"."access_request"."purpose" IS NOT NULL AND "partners"."access_request"."working_relationship" IS NOT NULL),
	CONSTRAINT "access_request_refused" CHECK ("partners"."access_request"."state" <> 'REFUSED' OR "partners"."access_request"."refusal_code" IS NOT NULL AND ("partners"."access_request"."reasons" ~ '[^[:space:]]') IS TRUE)
);
--> statement-breakpoint
CREATE TABLE "partners"."invitation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"code_digest" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"called_off_at" timestamp with time zone,
	"notice_id" uuid NOT NULL,
	CONSTRAINT "invitation_code_digest_unique" UNIQUE("code_digest")
);
--> statement-breakpoint
CREATE TABLE "partners"."nomination" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"nominated_by" uuid NOT NULL,
	"nominated_at" timestamp with time zone NOT NULL,
	"of_themselves" boolean NOT NULL,
	"countersigned_by" uuid
);
--> statement-breakpoint
CREATE TABLE "partners"."accuracy_issue" (
	"id" uuid PRIMARY KEY NOT NULL,
	"episode_id" uuid NOT NULL,
	"coordinate" text NOT NULL,
	"person_id" uuid,
	"item_id" uuid,
	"kind" text DEFAULT 'ERROR' NOT NULL,
	"wrong" text NOT NULL,
	"found_on" date NOT NULL,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"raised_by" uuid NOT NULL,
	"raised_by_agency_id" uuid,
	"raised_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid,
	"recorded_by_agency_id" uuid,
	"remind_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"corrected_by" uuid,
	"corrected_at" timestamp with time zone,
	"answer" text,
	CONSTRAINT "accuracy_issue_kind" CHECK ("partners"."accuracy_issue"."kind" IN ('ERROR', 'CHANGE')),
	CONSTRAINT "accuracy_issue_state" CHECK ("partners"."accuracy_issue"."state" IN ('RAISED', 'WITH_RECORDER', 'WITH_HOST', 'DISPUTED', 'CORRECTED', 'SOURCE_TOLD', 'RECIPIENTS_TOLD')),
	CONSTRAINT "accuracy_issue_answer" CHECK ("partners"."accuracy_issue"."state" NOT IN ('DISPUTED', 'CORRECTED', 'SOURCE_TOLD', 'RECIPIENTS_TOLD') OR ("partners"."accuracy_issue"."answer" ~ '[^[:space:]]') IS TRUE)
);
--> statement-breakpoint
CREATE TABLE "partners"."agency_contact" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"agency_id" uuid NOT NULL,
	"name" text NOT NULL,
	"job_title" text NOT NULL,
	"phone" text NOT NULL,
	"email" text NOT NULL,
	"named_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "partners"."agency_review" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"agency_id" uuid NOT NULL,
	"agreement" text NOT NULL,
	"held_on" date NOT NULL,
	"findings" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partners"."listed_staff" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"signature_id" uuid NOT NULL,
	"name" text NOT NULL,
	"job_title" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partners"."suspension_proposal" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"agency_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_by_agency" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "partners"."agency_meeting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"held_at" timestamp with time zone NOT NULL,
	"coordinated_by" uuid NOT NULL,
	"chair_id" uuid NOT NULL,
	"topics" text[] NOT NULL,
	"agenda_due_at" timestamp with time zone NOT NULL,
	"agenda_sent_at" timestamp with time zone,
	"statement_version" text,
	"statement_read_at" timestamp with time zone,
	"note" text,
	CONSTRAINT "agency_meeting_kind" CHECK ("partners"."agency_meeting"."kind" IN ('PANEL', 'PROFESSIONALS')),
	CONSTRAINT "agency_meeting_state" CHECK ("partners"."agency_meeting"."state" IN ('PLANNED', 'AGENDA_SENT', 'OPENED', 'CLOSED', 'CANCELLED')),
	CONSTRAINT "agency_meeting_topics" CHECK (("partners"."agency_meeting"."kind" = 'PROFESSIONALS') = (cardinality("partners"."agency_meeting"."topics") > 0)),
	CONSTRAINT "agency_meeting_statement" CHECK ("partners"."agency_meeting"."state" NOT IN ('OPENED', 'CLOSED') OR "partners"."agency_meeting"."statement_version" IS NOT NULL AND "partners"."agency_meeting"."statement_read_at" IS NOT NULL)
);
--> statement-breakpoint
CREATE TABLE "partners"."meeting_invitation" (
	"meeting_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	CONSTRAINT "meeting_invitation_meeting_id_account_id_pk" PRIMARY KEY("meeting_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "partners"."meeting_attendance" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"account_id" uuid,
	"agency_id" uuid,
	"visitor" text,
	"organisation" text,
	"signed_confidentiality" boolean NOT NULL,
	"statement_version" text NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "meeting_attendance_who" CHECK (("partners"."meeting_attendance"."account_id" IS NULL) = (("partners"."meeting_attendance"."visitor" ~ '[^[:space:]]') IS TRUE) AND ("partners"."meeting_attendance"."account_id" IS NULL OR "partners"."meeting_attendance"."agency_id" IS NOT NULL)),
	CONSTRAINT "meeting_attendance_signed" CHECK ("partners"."meeting_attendance"."agency_id" IS NOT NULL OR "partners"."meeting_attendance"."signed_confidentiality" AND ("partners"."meeting_attendance"."organisation" ~ '[^[:space:]]') IS TRUE)
);
--> statement-breakpoint
CREATE TABLE "partners"."command_key" (
	"account_id" uuid NOT NULL,
	"key" text NOT NULL,
	"digest" text NOT NULL,
	"answer" jsonb,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "command_key_account_id_key_pk" PRIMARY KEY("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "partners"."cover_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"asked_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"colleague_id" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cover_request_state" CHECK ("partners"."cover_request"."state" IN ('REQUESTED', 'GRANTED', 'REFUSED'))
);
--> statement-breakpoint
CREATE TABLE "partners"."extract" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agreement_id" uuid,
	"theme_id" uuid,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"unit" text NOT NULL,
	"form" text NOT NULL,
	"fields" text[] NOT NULL,
	"since" date NOT NULL,
	"until" date NOT NULL,
	"comparison_group" boolean NOT NULL,
	"smallest_class" integer NOT NULL,
	"destroy_by" date NOT NULL,
	"lines" integer,
	"left_out" integer,
	"headings" text[],
	"coarsened" integer[],
	"extracted_by" uuid NOT NULL,
	"extracted_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"destroyed_on" date,
	"certificate" text,
	CONSTRAINT "extract_state" CHECK ("partners"."extract"."state" IN ('EXTRACTED', 'SENT', 'DESTRUCTION_DUE', 'DESTROYED')),
	CONSTRAINT "extract_unit" CHECK ("partners"."extract"."unit" IN ('FAMILY', 'PERSON')),
	CONSTRAINT "extract_form" CHECK ("partners"."extract"."form" IN ('ROWS', 'STATISTICS')),
	CONSTRAINT "extract_basis" CHECK (("partners"."extract"."agreement_id" IS NULL) <> ("partners"."extract"."theme_id" IS NULL)),
	CONSTRAINT "extract_time" CHECK ("partners"."extract"."since" <= "partners"."extract"."until"),
	CONSTRAINT "extract_certificate" CHECK ("partners"."extract"."state" <> 'DESTROYED' OR "partners"."extract"."destroyed_on" IS NOT NULL AND ("partners"."extract"."certificate" ~ '[^[:space:]]') IS TRUE)
);
--> statement-breakpoint
CREATE TABLE "partners"."extract_agreement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"flow" text NOT NULL,
	"body" text NOT NULL,
	"acting_for" text,
	"purpose" text NOT NULL,
	"title" text NOT NULL,
	"signed_on" date,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"fields" text[] NOT NULL,
	"comparison_group" boolean DEFAULT false NOT NULL,
	"smallest_class" integer DEFAULT 10 NOT NULL,
	"analysts" uuid[] NOT NULL,
	"method" text NOT NULL,
	"destroy_by" date NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"signature_recorded_by" uuid,
	CONSTRAINT "extract_agreement_flow" CHECK ("partners"."extract_agreement"."flow" IN ('SUPPORTING_FAMILIES', 'TURNAROUND', 'EARLY_HELP_INSIGHTS', 'NATIONAL_EVALUATION')),
	CONSTRAINT "extract_agreement_body" CHECK ("partners"."extract_agreement"."body" IN ('MHCLG', 'DFE', 'MOJ', 'DWP', 'HMRC', 'NHS_ENGLAND', 'ONS')),
	CONSTRAINT "extract_agreement_acting_for" CHECK ("partners"."extract_agreement"."acting_for" IN ('MHCLG', 'DFE', 'MOJ', 'DWP', 'HMRC', 'NHS_ENGLAND', 'ONS')),
	CONSTRAINT "extract_agreement_purpose" CHECK ("partners"."extract_agreement"."purpose" IN ('RESEARCH', 'EVALUATION')),
	CONSTRAINT "extract_agreement_processor" CHECK (("partners"."extract_agreement"."body" = 'ONS') = ("partners"."extract_agreement"."acting_for" IS NOT NULL)),
	CONSTRAINT "extract_agreement_method" CHECK ("partners"."extract_agreement"."method" IN ('KEPT_HERE', 'SECURE_EMAIL', 'ENCRYPTED_DOCUMENT', 'NOMINATED_TRANSFER_TOOL')),
	CONSTRAINT "extract_agreement_second_person" CHECK (CASE WHEN "partners"."extract_agreement"."signed_on" IS NULL THEN "partners"."extract_agreement"."signature_recorded_by" IS NULL
        ELSE ("partners"."extract_agreement"."signature_recorded_by" <> "partners"."extract_agreement"."recorded_by" AND "partners"."extract_agreement"."signature_recorded_by" <> ALL ("partners"."extract_agreement"."analysts")) IS TRUE END),
	CONSTRAINT "extract_agreement_smallest" CHECK ("partners"."extract_agreement"."smallest_class" >= 10)
);
--> statement-breakpoint
CREATE TABLE "partners"."family_removal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"episode_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"account_id" uuid,
	"held_access" boolean NOT NULL,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone,
	CONSTRAINT "family_removal_state" CHECK ("partners"."family_removal"."state" IN ('TO_TELL', 'OVERDUE', 'TOLD', 'ENDED')),
	CONSTRAINT "family_removal_told" CHECK (("partners"."family_removal"."state" IN ('TOLD', 'ENDED')) = ("partners"."family_removal"."told_at" IS NOT NULL))
);
--> statement-breakpoint
CREATE TABLE "partners"."information_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"episode_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asking_agency_id" uuid NOT NULL,
	"holding_agency_id" uuid NOT NULL,
	"asked" text NOT NULL,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"statutory_duty" boolean DEFAULT false NOT NULL,
	"due_at" timestamp with time zone,
	"answered_by" uuid,
	"refusal_code" text,
	"reasons" text,
	"risk_assessment" text,
	"asked_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "information_request_state" CHECK ("partners"."information_request"."state" IN ('ASKED', 'ACKNOWLEDGED', 'SHARED', 'PART_SHARED', 'REFUSED', 'EXPIRED_UNANSWERED', 'ESCALATED', 'OVERTURNED', 'CONFIRMED')),
	CONSTRAINT "information_request_reasons" CHECK ("partners"."information_request"."state" NOT IN ('REFUSED', 'PART_SHARED') OR "partners"."information_request"."refusal_code" IS NOT NULL AND ("partners"."information_request"."reasons" ~ '[^[:space:]]') IS TRUE)
);
--> statement-breakpoint
CREATE TABLE "partners"."safeguarding_override" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"grant_id" uuid,
	"episode_id" uuid,
	"families" uuid[] DEFAULT '{}' NOT NULL,
	"persons" uuid[] NOT NULL,
	"classes" text[] NOT NULL,
	"reason" text NOT NULL,
	"no_other_way" text NOT NULL,
	"state" text NOT NULL,
	"explanation" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"explain_by" timestamp with time zone NOT NULL,
	"told_on" date,
	"explained" text,
	"reviewed_by" uuid,
	CONSTRAINT "safeguarding_override_state" CHECK ("partners"."safeguarding_override"."state" IN ('NO_MATCH', 'LIMITED', 'USED', 'UPHELD', 'NOT_UPHELD')),
	CONSTRAINT "safeguarding_override_explanation" CHECK ("partners"."safeguarding_override"."explanation" IN ('NOT_DUE', 'DUE', 'OVERDUE', 'TOLD', 'NOT_TOLD')),
	CONSTRAINT "safeguarding_override_reasons" CHECK (("partners"."safeguarding_override"."reason" ~ '[^[:space:]]') IS TRUE AND ("partners"."safeguarding_override"."no_other_way" ~ '[^[:space:]]') IS TRUE),
	CONSTRAINT "safeguarding_override_family" CHECK ("partners"."safeguarding_override"."episode_id" IS NULL OR cardinality("partners"."safeguarding_override"."families") > 0),
	CONSTRAINT "safeguarding_override_opened" CHECK (("partners"."safeguarding_override"."grant_id" IS NULL) = ("partners"."safeguarding_override"."state" IN ('NO_MATCH', 'LIMITED')))
);
--> statement-breakpoint
CREATE TABLE "partners"."panel_case" (
	"id" uuid PRIMARY KEY NOT NULL,
	"episode_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"referred_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"referred_at" timestamp with time zone NOT NULL,
	"discussed_on" date,
	"agreed_on" date,
	"basis" text,
	"because" text,
	"explained_on" date,
	"not_explained_because" text,
	"meeting_id" uuid,
	"item_at" timestamp with time zone,
	"proceeding_id" uuid,
	"presented_at" timestamp with time zone,
	"feedback_remind_at" timestamp with time zone,
	"feedback_due_at" timestamp with time zone,
	"feedback_on" date,
	"feedback_way" text,
	CONSTRAINT "panel_case_state" CHECK ("partners"."panel_case"."state" IN ('REFERRED', 'LISTED', 'PRESENTED', 'ACTIONS_RECORDED', 'FAMILY_FEEDBACK_DUE', 'FEEDBACK_GIVEN', 'CLOSED', 'WITHDRAWN')),
	CONSTRAINT "panel_case_basis" CHECK ("partners"."panel_case"."basis" IN ('LEGAL_OBLIGATION', 'VITAL_INTERESTS', 'PUBLIC_TASK')),
	CONSTRAINT "panel_case_feedback_way" CHECK ("partners"."panel_case"."feedback_way" IN ('VISIT', 'MEETING', 'TELEPHONE', 'VIDEO', 'LETTER')),
	CONSTRAINT "panel_case_on_what" CHECK ("partners"."panel_case"."basis" IS NULL AND "partners"."panel_case"."discussed_on" IS NOT NULL AND "partners"."panel_case"."agreed_on" IS NOT NULL
        OR "partners"."panel_case"."basis" IS NOT NULL AND "partners"."panel_case"."agreed_on" IS NULL AND ("partners"."panel_case"."because" ~ '[^[:space:]]') IS TRUE
          AND ("partners"."panel_case"."explained_on" IS NOT NULL) <> (("partners"."panel_case"."not_explained_because" ~ '[^[:space:]]') IS TRUE)),
	CONSTRAINT "panel_case_listed" CHECK ("partners"."panel_case"."state" IN ('REFERRED', 'WITHDRAWN') OR "partners"."panel_case"."meeting_id" IS NOT NULL AND "partners"."panel_case"."item_at" IS NOT NULL AND "partners"."panel_case"."proceeding_id" IS NOT NULL)
);
--> statement-breakpoint
CREATE TABLE "partners"."policy_change" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"draft_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"kind" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"collides" boolean DEFAULT false NOT NULL,
	"reason" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "policy_change_draft_id_rule_unique" UNIQUE("draft_id","rule")
);
--> statement-breakpoint
CREATE TABLE "partners"."policy_draft" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"base_version" integer NOT NULL,
	"rolls_back_to" integer,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"published_version" integer,
	"activates_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "partners"."policy_event" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" integer GENERATED ALWAYS AS IDENTITY (sequence name "partners"."policy_event_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"draft_id" uuid NOT NULL,
	"version" integer,
	"actor_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partners"."policy_role" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"does" text NOT NULL,
	CONSTRAINT "policy_role_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "partners"."practitioner" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"name" text NOT NULL,
	"job_title" text NOT NULL,
	"email" text NOT NULL,
	"phone" text,
	"left_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "partners"."reporting_credential" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"prefix" text,
	"secret_hash" text,
	"issuer_id" text,
	"client_id" text,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"request_key" text NOT NULL,
	"request_digest" text NOT NULL,
	CONSTRAINT "reporting_credential_account_id_request_key_unique" UNIQUE("account_id","request_key"),
	CONSTRAINT "reporting_credential_secret_hash_unique" UNIQUE("secret_hash"),
	CONSTRAINT "reporting_credential_kind" CHECK ("partners"."reporting_credential"."kind" IN ('KEY', 'SERVICE')),
	CONSTRAINT "reporting_credential_state" CHECK ("partners"."reporting_credential"."state" IN ('IN_USE', 'REPLACED', 'REVOKED')),
	CONSTRAINT "reporting_credential_shown_by" CHECK (("partners"."reporting_credential"."kind" = 'KEY') = ("partners"."reporting_credential"."secret_hash" is not null and "partners"."reporting_credential"."prefix" is not null)
        and ("partners"."reporting_credential"."kind" = 'SERVICE') = ("partners"."reporting_credential"."issuer_id" is not null and "partners"."reporting_credential"."client_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "partners"."research_theme" (
	"id" uuid PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"subgroup" text NOT NULL,
	"title" text NOT NULL,
	"question" text NOT NULL,
	"fields" text[] NOT NULL,
	"needs" text[] NOT NULL,
	"comparison_group" boolean NOT NULL,
	"smallest_class" integer NOT NULL,
	"matching_agency_id" uuid NOT NULL,
	"analysts" uuid[] NOT NULL,
	"method" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"destroy_by" date NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "research_theme_state" CHECK ("partners"."research_theme"."state" IN ('PROPOSED', 'APPROVED', 'WITHDRAWN')),
	CONSTRAINT "research_theme_question" CHECK (("partners"."research_theme"."question" ~ '[^[:space:]]') IS TRUE),
	CONSTRAINT "research_theme_needs" CHECK (cardinality("partners"."research_theme"."needs") = cardinality("partners"."research_theme"."fields")),
	CONSTRAINT "research_theme_method" CHECK ("partners"."research_theme"."method" IN ('KEPT_HERE', 'SECURE_EMAIL', 'ENCRYPTED_DOCUMENT', 'NOMINATED_TRANSFER_TOOL')),
	CONSTRAINT "research_theme_smallest" CHECK ("partners"."research_theme"."smallest_class" >= 10)
);
--> statement-breakpoint
CREATE TABLE "partners"."theme_approval" (
	"id" uuid PRIMARY KEY NOT NULL,
	"theme_id" uuid NOT NULL,
	"partner" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"approved_by" uuid NOT NULL,
	"approved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partners"."review_access" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid NOT NULL,
	"about" text NOT NULL,
	"state" text NOT NULL,
	"stage" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"accepted_by" uuid,
	"ends_at" timestamp with time zone NOT NULL,
	"learning" text,
	"online_until" timestamp with time zone,
	CONSTRAINT "review_access_kind" CHECK ("partners"."review_access"."kind" IN ('AUDIT', 'REVIEW')),
	CONSTRAINT "review_access_state" CHECK ("partners"."review_access"."state" IN ('PROPOSED', 'ACCEPTED', 'OPEN', 'COMPLETE', 'EXPIRED', 'LEARNING_PUBLISHED', 'WITHDRAWN')),
	CONSTRAINT "review_access_stage" CHECK ("partners"."review_access"."stage" IN ('STAGE_SCOPING', 'STAGE_REVIEW', 'STAGE_REPORT')),
	CONSTRAINT "review_access_learning" CHECK ("partners"."review_access"."state" <> 'LEARNING_PUBLISHED' OR ("partners"."review_access"."learning" ~ '[^[:space:]]') IS TRUE)
);
--> statement-breakpoint
CREATE TABLE "partners"."review_case" (
	"review_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"grant_id" uuid NOT NULL,
	CONSTRAINT "review_case_review_id_episode_id_pk" PRIMARY KEY("review_id","episode_id")
);
--> statement-breakpoint
CREATE TABLE "partners"."onward_consent" (
	"id" uuid PRIMARY KEY NOT NULL,
	"transfer_id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"letter" text NOT NULL,
	"amended_on" date,
	"consented_by" uuid NOT NULL,
	"consented_at" timestamp with time zone NOT NULL,
	"disclosed_by" uuid,
	"disclosed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "partners"."transfer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"episode_id" uuid NOT NULL,
	"destination" text,
	"authority" text,
	"nation" text,
	"need" text NOT NULL,
	"consent_by" uuid,
	"consent_on" date,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"approved_by" uuid,
	"receiver_id" uuid,
	"grant_id" uuid,
	"sent_at" timestamp with time zone,
	"channel" text,
	"closed_there_on" date,
	"closed_there_by" uuid,
	"wish_of" uuid,
	"wish_on" date,
	"wish_told_to" uuid,
	CONSTRAINT "transfer_kind" CHECK ("partners"."transfer"."kind" IN ('STEP_UP', 'OUT_OF_COUNTY')),
	CONSTRAINT "transfer_state" CHECK ("partners"."transfer"."state" IN ('PROPOSED', 'ITEMS_PICKED', 'APPROVED', 'SENT', 'RECEIVED', 'STEPPED_DOWN', 'WITHDRAWN', 'ENDED')),
	CONSTRAINT "transfer_destination" CHECK ("partners"."transfer"."destination" IN ('CHILDRENS_SOCIAL_CARE', 'ADULTS_SOCIAL_CARE')),
	CONSTRAINT "transfer_nation" CHECK ("partners"."transfer"."nation" IN ('ENGLAND', 'SCOTLAND', 'WALES', 'NORTHERN_IRELAND')),
	CONSTRAINT "transfer_channel" CHECK ("partners"."transfer"."channel" IN ('SECURE_EMAIL', 'SECURE_PORTAL', 'BY_HAND')),
	CONSTRAINT "transfer_need" CHECK (("partners"."transfer"."need" ~ '[^[:space:]]') IS TRUE),
	CONSTRAINT "transfer_goes_somewhere" CHECK (CASE "partners"."transfer"."kind" WHEN 'STEP_UP' THEN "partners"."transfer"."destination" IS NOT NULL AND "partners"."transfer"."nation" IS NULL
        ELSE "partners"."transfer"."destination" IS NULL AND "partners"."transfer"."nation" IS NOT NULL AND ("partners"."transfer"."authority" ~ '[^[:space:]]') IS TRUE
          AND "partners"."transfer"."consent_by" IS NOT NULL AND "partners"."transfer"."consent_on" IS NOT NULL END)
);
--> statement-breakpoint
CREATE TABLE "partners"."transfer_line" (
	"transfer_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"type" text NOT NULL,
	"basis" text NOT NULL,
	"justification_id" uuid,
	"picked_by" uuid NOT NULL,
	"picked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "transfer_line_transfer_id_item_id_pk" PRIMARY KEY("transfer_id","item_id"),
	CONSTRAINT "transfer_line_basis" CHECK ("partners"."transfer_line"."basis" IN ('ORDINARY', 'OWN_ENTRY', 'JUSTIFIED', 'BY_ROLE'))
);
--> statement-breakpoint
CREATE INDEX "access_event_subject_id_position_index" ON "partners"."access_event" USING btree ("subject_id","position");--> statement-breakpoint
CREATE INDEX "access_event_account_id_position_index" ON "partners"."access_event" USING btree ("account_id","position");--> statement-breakpoint
CREATE INDEX "access_event_position_id_index" ON "partners"."access_event" USING btree ("position","id");--> statement-breakpoint
CREATE INDEX "access_request_asked_by_index" ON "partners"."access_request" USING btree ("asked_by");--> statement-breakpoint
CREATE INDEX "access_request_state_outcome_at_index" ON "partners"."access_request" USING btree ("state","outcome_at");--> statement-breakpoint
CREATE INDEX "invitation_account_id_index" ON "partners"."invitation" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "invitation_expires_at_index" ON "partners"."invitation" USING btree ("expires_at") WHERE used_at IS NULL AND called_off_at IS NULL;--> statement-breakpoint
CREATE INDEX "accuracy_issue_episode_id_index" ON "partners"."accuracy_issue" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "accuracy_issue_raised_at_id_index" ON "partners"."accuracy_issue" USING btree ("raised_at","id");--> statement-breakpoint
CREATE INDEX "accuracy_issue_due_at_index" ON "partners"."accuracy_issue" USING btree ("due_at") WHERE "partners"."accuracy_issue"."state" IN ('WITH_RECORDER', 'WITH_HOST');--> statement-breakpoint
CREATE INDEX "agency_contact_agency_id_index" ON "partners"."agency_contact" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "agency_review_agency_id_index" ON "partners"."agency_review" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "listed_staff_signature_id_index" ON "partners"."listed_staff" USING btree ("signature_id");--> statement-breakpoint
CREATE INDEX "suspension_proposal_agency_id_index" ON "partners"."suspension_proposal" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "agency_meeting_held_at_id_index" ON "partners"."agency_meeting" USING btree ("held_at","id");--> statement-breakpoint
CREATE INDEX "agency_meeting_agenda_due_at_index" ON "partners"."agency_meeting" USING btree ("agenda_due_at") WHERE "partners"."agency_meeting"."state" = 'PLANNED';--> statement-breakpoint
CREATE INDEX "meeting_invitation_account_id_index" ON "partners"."meeting_invitation" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "meeting_attendance_meeting_id_index" ON "partners"."meeting_attendance" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "cover_request_state_asked_at_index" ON "partners"."cover_request" USING btree ("state","asked_at");--> statement-breakpoint
CREATE INDEX "extract_agreement_id_index" ON "partners"."extract" USING btree ("agreement_id");--> statement-breakpoint
CREATE INDEX "extract_theme_id_index" ON "partners"."extract" USING btree ("theme_id");--> statement-breakpoint
CREATE INDEX "extract_agreement_recorded_at_id_index" ON "partners"."extract_agreement" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "family_removal_state_due_at_index" ON "partners"."family_removal" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "information_request_episode_id_index" ON "partners"."information_request" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "information_request_asked_at_id_index" ON "partners"."information_request" USING btree ("asked_at","id");--> statement-breakpoint
CREATE INDEX "information_request_due_at_index" ON "partners"."information_request" USING btree ("due_at") WHERE "partners"."information_request"."state" IN ('ASKED', 'ACKNOWLEDGED');--> statement-breakpoint
CREATE INDEX "safeguarding_override_account_id_at_index" ON "partners"."safeguarding_override" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "safeguarding_override_explanation_explain_by_index" ON "partners"."safeguarding_override" USING btree ("explanation","explain_by");--> statement-breakpoint
CREATE UNIQUE INDEX "panel_case_one_at_a_time" ON "partners"."panel_case" USING btree ("episode_id") WHERE "partners"."panel_case"."state" NOT IN ('CLOSED', 'WITHDRAWN');--> statement-breakpoint
CREATE INDEX "panel_case_meeting_id_index" ON "partners"."panel_case" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "panel_case_feedback_due_at_index" ON "partners"."panel_case" USING btree ("feedback_due_at") WHERE "partners"."panel_case"."state" = 'FAMILY_FEEDBACK_DUE';--> statement-breakpoint
CREATE INDEX "policy_draft_created_at_id_index" ON "partners"."policy_draft" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "policy_event_draft_id_position_index" ON "partners"."policy_event" USING btree ("draft_id","position");--> statement-breakpoint
CREATE INDEX "policy_event_position_id_index" ON "partners"."policy_event" USING btree ("position","id");--> statement-breakpoint
CREATE UNIQUE INDEX "practitioner_email_of_one" ON "partners"."practitioner" USING btree (lower("email")) WHERE left_at IS NULL;--> statement-breakpoint
CREATE INDEX "research_theme_proposed_at_id_index" ON "partners"."research_theme" USING btree ("proposed_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "theme_approval_once" ON "partners"."theme_approval" USING btree ("theme_id","partner");--> statement-breakpoint
CREATE INDEX "review_access_account_id_index" ON "partners"."review_access" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "review_access_proposed_at_id_index" ON "partners"."review_access" USING btree ("proposed_at","id");--> statement-breakpoint
CREATE INDEX "review_access_ends_at_index" ON "partners"."review_access" USING btree ("ends_at") WHERE "partners"."review_access"."state" = 'OPEN';--> statement-breakpoint
CREATE INDEX "onward_consent_transfer_id_index" ON "partners"."onward_consent" USING btree ("transfer_id");--> statement-breakpoint
CREATE INDEX "transfer_episode_id_index" ON "partners"."transfer" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "transfer_proposed_at_id_index" ON "partners"."transfer" USING btree ("proposed_at","id");