CREATE SCHEMA "families";
--> statement-breakpoint
CREATE TABLE "families"."adoption_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"before_id" uuid NOT NULL,
	"since_id" uuid NOT NULL,
	"adopted_on" date NOT NULL,
	"sealed_by" uuid NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "adoption_link_before_id_unique" UNIQUE("before_id"),
	CONSTRAINT "adoption_link_since_id_unique" UNIQUE("since_id"),
	CONSTRAINT "adoption_link_two" CHECK ("families"."adoption_link"."before_id" <> "families"."adoption_link"."since_id")
);
--> statement-breakpoint
CREATE TABLE "families"."adoption_opening" (
	"link_id" uuid NOT NULL,
	"opened_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "adoption_opening_reason" CHECK (("families"."adoption_opening"."reason" ~ '[^[:space:]]') IS TRUE)
);
--> statement-breakpoint
CREATE TABLE "families"."agreement_signer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agreement_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"signed_on" date NOT NULL,
	"competence" text,
	"for_person_id" uuid,
	"mode" text,
	"witnessed_by" text,
	"in_own_system" boolean DEFAULT false NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "agreement_signer_mode" CHECK ("families"."agreement_signer"."mode" IN ('WRITTEN', 'VERBAL')),
	CONSTRAINT "agreement_signer_witness" CHECK ("families"."agreement_signer"."mode" <> 'VERBAL' OR ("families"."agreement_signer"."witnessed_by" ~ '[^[:space:]]') IS TRUE)
);
--> statement-breakpoint
CREATE TABLE "families"."exclusion" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agreement_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"excluded_agency_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"coordinates" text[] NOT NULL,
	"person_id" uuid,
	"reason" text NOT NULL,
	"viable" boolean NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"asked_by" uuid[],
	"recorded_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"nature" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "families"."family_agreement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"family_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"state" text NOT NULL,
	"form_version" text NOT NULL,
	"notice_explained_on" date,
	"signed_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"basis_when_no_agreement" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"recorded_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"nature" text NOT NULL,
	CONSTRAINT "family_agreement_state" CHECK ("families"."family_agreement"."state" IN ('NOT_DISCUSSED', 'NOTICE_EXPLAINED', 'OFFERED', 'SIGNED', 'SIGNED_WITH_EXCLUSIONS', 'PARTIAL', 'DECLINED', 'WITHDRAWN', 'SUPERSEDED', 'LAPSED'))
);
--> statement-breakpoint
CREATE TABLE "families"."agreement_part" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agreement_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text NOT NULL,
	"agrees" boolean NOT NULL,
	"form_version" text,
	"notice_explained_on" date,
	"competence" text,
	"competence_reason" text,
	"competence_by" uuid,
	"directly_supported" boolean DEFAULT true NOT NULL,
	"co_signature_due" boolean DEFAULT false NOT NULL,
	"review_due" boolean DEFAULT false NOT NULL,
	"basis" text,
	"consulted_before" text,
	"follow_up_permission" boolean,
	"changed_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"nature" text NOT NULL,
	CONSTRAINT "agreement_part_person" UNIQUE("agreement_id","person_id"),
	CONSTRAINT "agreement_part_state" CHECK ("families"."agreement_part"."state" IN ('NOT_DISCUSSED', 'NOTICE_EXPLAINED', 'OFFERED', 'SIGNED', 'SIGNED_WITH_EXCLUSIONS', 'PARTIAL', 'DECLINED', 'WITHDRAWN', 'SUPERSEDED', 'LAPSED')),
	CONSTRAINT "agreement_part_competence" CHECK ("families"."agreement_part"."competence" IN ('COMPETENT', 'NOT_COMPETENT')),
	CONSTRAINT "agreement_part_decision" CHECK ("families"."agreement_part"."competence" IS NULL OR ("families"."agreement_part"."competence_reason" ~ '[^[:space:]]') IS TRUE AND "families"."agreement_part"."competence_by" IS NOT NULL)
);
--> statement-breakpoint
CREATE TABLE "families"."notice_explanation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agreement_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"explained_on" date NOT NULL,
	"way" text NOT NULL,
	"leaflet_version" text NOT NULL,
	"told" text[] NOT NULL,
	"helped" text,
	"recorded_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"nature" text NOT NULL,
	CONSTRAINT "notice_explanation_way" CHECK ("families"."notice_explanation"."way" IN ('IN_PERSON', 'VIDEO', 'TELEPHONE', 'IN_WRITING'))
);
--> statement-breakpoint
CREATE TABLE "families"."command_key" (
	"account_id" uuid NOT NULL,
	"key" text NOT NULL,
	"digest" text NOT NULL,
	"answer" jsonb,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "command_key_account_id_key_pk" PRIMARY KEY("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "families"."detail_version" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "families"."detail_version_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"written_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"type" text NOT NULL,
	"item_id" uuid NOT NULL,
	"was" jsonb,
	"reason" text,
	"changed_by" uuid NOT NULL,
	"changed_by_agency" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "families"."disclosure_limit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"level" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid,
	"agency_id" uuid,
	"recorded_at" timestamp with time zone,
	"nature" text,
	"reason" text,
	"ends_override" uuid,
	"told_on" date,
	"not_told_because" text,
	CONSTRAINT "disclosure_limit_level" CHECK ("families"."disclosure_limit"."level" IN ('OPEN_TO_PARENTS', 'SUMMARY_ONLY', 'CONFIDENTIAL', 'OVERRIDDEN'))
);
--> statement-breakpoint
CREATE TABLE "families"."person_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"episode_id" uuid,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"detail" text,
	"status" text,
	"percentage" integer,
	"seen_on" date,
	"caring_role_id" uuid,
	"started_on" date,
	"ended_on" date,
	"released_to_family" boolean DEFAULT false NOT NULL,
	"recorded_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"nature" text NOT NULL,
	"row_class" text,
	"purpose_lock" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone,
	CONSTRAINT "person_entry_court_order" CHECK ("families"."person_entry"."kind" <> 'COURT_ORDER' OR "families"."person_entry"."label" IN ('CHILD_ARRANGEMENTS', 'PROHIBITED_STEPS', 'SPECIFIC_ISSUE', 'CARE', 'SUPERVISION', 'SPECIAL_GUARDIANSHIP', 'ADOPTION', 'NON_MOLESTATION_OR_OCCUPATION', 'OTHER'))
);
--> statement-breakpoint
CREATE TABLE "families"."entry_version" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "families"."entry_version_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
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
CREATE TABLE "families"."family" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	CONSTRAINT "family_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "families"."family_member" (
	"family_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"relationship" text NOT NULL,
	"started_on" date NOT NULL,
	"ended_on" date,
	CONSTRAINT "family_member_family_id_person_id_started_on_pk" PRIMARY KEY("family_id","person_id","started_on")
);
--> statement-breakpoint
CREATE TABLE "families"."household" (
	"id" uuid PRIMARY KEY NOT NULL,
	"family_id" uuid NOT NULL,
	"name" text NOT NULL,
	"writings" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "families"."household_address" (
	"id" uuid PRIMARY KEY NOT NULL,
	"household_id" uuid NOT NULL,
	"family_id" uuid NOT NULL,
	"line" text NOT NULL,
	"town" text NOT NULL,
	"postcode" text NOT NULL,
	"uprn" text,
	"started_on" date NOT NULL,
	"ended_on" date,
	"writings" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "families"."household_member" (
	"household_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"started_on" date NOT NULL,
	"ended_on" date,
	CONSTRAINT "household_member_household_id_person_id_started_on_pk" PRIMARY KEY("household_id","person_id","started_on")
);
--> statement-breakpoint
CREATE TABLE "families"."match_candidate" (
	"id" uuid PRIMARY KEY NOT NULL,
	"given_name" text,
	"family_name" text,
	"date_of_birth" date,
	"postcode" text,
	"nhs_number" text,
	"unique_pupil_number" text,
	"national_insurance_number" text,
	"criteria" text[] NOT NULL,
	"source" text NOT NULL,
	"received_on" date NOT NULL,
	"purpose_lock" text
);
--> statement-breakpoint
CREATE TABLE "families"."person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"given_name" text,
	"family_name" text,
	"date_of_birth" date,
	"expected_on" date,
	"deceased_on" date,
	"sex" text,
	"gender" text,
	"languages" text[],
	"communication_needs" text,
	"education_setting" text,
	"gp_practice" text,
	"contact_details" text[],
	"nhs_number" text,
	"unique_pupil_number" text,
	"national_insurance_number" text,
	"merged" uuid[] DEFAULT '{}' NOT NULL,
	"writings" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "families"."person_merge" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kept_id" uuid NOT NULL,
	"merged_id" uuid NOT NULL,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"evidence" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reasons" text,
	CONSTRAINT "person_merge_state" CHECK ("families"."person_merge"."state" IN ('PROPOSED', 'MERGED', 'REFUSED', 'UNMERGED')),
	CONSTRAINT "person_merge_two" CHECK ("families"."person_merge"."kept_id" <> "families"."person_merge"."merged_id"),
	CONSTRAINT "person_merge_evidence" CHECK (("families"."person_merge"."evidence" ~ '[^[:space:]]') IS TRUE),
	CONSTRAINT "person_merge_second_person" CHECK (("families"."person_merge"."state" = 'PROPOSED') = ("families"."person_merge"."decided_by" is null) and "families"."person_merge"."decided_by" is distinct from "families"."person_merge"."proposed_by")
);
--> statement-breakpoint
CREATE TABLE "families"."person_merge_copy" (
	"copy_id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"kept_id" uuid NOT NULL,
	"meanwhile" boolean NOT NULL,
	CONSTRAINT "person_merge_copy_kind" CHECK ("families"."person_merge_copy"."kind" IN ('RESTRICTION', 'PROCESSING_RESTRICTION', 'EXCLUSION', 'WITHHELD_PERSON', 'DISCLOSURE_LIMIT'))
);
--> statement-breakpoint
CREATE TABLE "families"."person_merge_move" (
	"merge_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"from_person_id" uuid NOT NULL,
	"to_person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "families"."person_name" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"given_name" text,
	"family_name" text,
	"protected" boolean DEFAULT true NOT NULL,
	"started_on" date,
	"ended_on" date,
	"writings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"recorded_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"nature" text NOT NULL,
	CONSTRAINT "person_name_kind" CHECK ("families"."person_name"."kind" IN ('LEGAL', 'FORMER', 'ALIAS', 'KNOWN_AS', 'ADOPTED'))
);
--> statement-breakpoint
CREATE TABLE "families"."next_address_copy" (
	"copy_id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "families"."safety_restriction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"episode_id" uuid NOT NULL,
	"family_id" uuid NOT NULL,
	"protected_person_id" uuid NOT NULL,
	"item_id" uuid,
	"coordinates" text[] NOT NULL,
	"hidden_from_agency_id" uuid,
	"hidden_from_person_id" uuid,
	"reason" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"recorded_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"nature" text NOT NULL,
	CONSTRAINT "safety_restriction_one" CHECK (("families"."safety_restriction"."hidden_from_agency_id" IS NULL) <> ("families"."safety_restriction"."hidden_from_person_id" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "families"."import_batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"source" text NOT NULL,
	"sent_by" uuid NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"received_on" date NOT NULL,
	CONSTRAINT "import_batch_source" CHECK ("families"."import_batch"."source" IN ('POLICE', 'YOUTH_JUSTICE', 'SCHOOL_CENSUS', 'EARLY_YEARS', 'SOCIAL_CARE_SYSTEM', 'WORK_AND_PENSIONS', 'HOUSING', 'NEET', 'HEALTH'))
);
--> statement-breakpoint
CREATE TABLE "families"."import_certificate" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"agency_id" uuid,
	"source" text NOT NULL,
	"received_on" date NOT NULL,
	"cause" text NOT NULL,
	"items" integer NOT NULL,
	"deleted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "import_certificate_cause" CHECK ("families"."import_certificate"."cause" IN ('TWELVE_MONTHS', 'WITHDRAWN_BY_SOURCE'))
);
--> statement-breakpoint
CREATE TABLE "families"."import_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"batch_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"source" text NOT NULL,
	"reference" text NOT NULL,
	"received_on" date NOT NULL,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"date_of_birth" date NOT NULL,
	"address_line" text,
	"postcode" text,
	"uprn" text,
	"name_key" text DEFAULT '' NOT NULL,
	"address_key" text,
	"kind" text NOT NULL,
	"criterion" text NOT NULL,
	"label" text NOT NULL,
	"detail" text,
	"status" text,
	"percentage" integer,
	"started_on" date,
	"ended_on" date,
	"held_under" text,
	"person_id" uuid,
	"entry_id" uuid,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"candidate_id" uuid,
	CONSTRAINT "import_item_agency_id_source_reference_unique" UNIQUE("agency_id","source","reference"),
	CONSTRAINT "import_item_state" CHECK ("families"."import_item"."state" IN ('WAITING', 'UNCLEAR', 'MATCHED', 'NO_MATCH')),
	CONSTRAINT "import_item_source" CHECK ("families"."import_item"."source" IN ('POLICE', 'YOUTH_JUSTICE', 'SCHOOL_CENSUS', 'EARLY_YEARS', 'SOCIAL_CARE_SYSTEM', 'WORK_AND_PENSIONS', 'HOUSING', 'NEET', 'HEALTH')),
	CONSTRAINT "import_item_matched" CHECK (("families"."import_item"."state" = 'MATCHED') = ("families"."import_item"."person_id" IS NOT NULL) and ("families"."import_item"."person_id" IS NULL) = ("families"."import_item"."entry_id" IS NULL)),
	CONSTRAINT "import_item_decided" CHECK (("families"."import_item"."state" = 'WAITING') = ("families"."import_item"."decided_by" IS NULL) and ("families"."import_item"."decided_by" IS NULL) = ("families"."import_item"."decided_at" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "families"."import_item_version" (
	"item_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"was" jsonb NOT NULL,
	"sent_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "import_item_version_item_id_revision_pk" PRIMARY KEY("item_id","revision")
);
--> statement-breakpoint
CREATE TABLE "families"."import_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"stated_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"end_reason" text,
	CONSTRAINT "import_link_two" CHECK ("families"."import_link"."item_id" <> "families"."import_link"."other_id"),
	CONSTRAINT "import_link_reason" CHECK (("families"."import_link"."reason" ~ '[^[:space:]]') IS TRUE),
	CONSTRAINT "import_link_ended" CHECK (("families"."import_link"."ended_at" IS NULL) = ("families"."import_link"."ended_by" IS NULL) and ("families"."import_link"."ended_at" IS NULL or ("families"."import_link"."end_reason" ~ '[^[:space:]]') IS TRUE))
);
--> statement-breakpoint
CREATE TABLE "families"."import_match" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"source" text NOT NULL,
	"reference" text NOT NULL,
	"revision" integer NOT NULL,
	"held_under" text,
	"person_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "import_match_agency_id_source_reference_unique" UNIQUE("agency_id","source","reference"),
	CONSTRAINT "import_match_entry_id_unique" UNIQUE("entry_id"),
	CONSTRAINT "import_match_source" CHECK ("families"."import_match"."source" IN ('POLICE', 'YOUTH_JUSTICE', 'SCHOOL_CENSUS', 'EARLY_YEARS', 'SOCIAL_CARE_SYSTEM', 'WORK_AND_PENSIONS', 'HOUSING', 'NEET', 'HEALTH'))
);
--> statement-breakpoint
CREATE INDEX "adoption_opening_link_id_index" ON "families"."adoption_opening" USING btree ("link_id");--> statement-breakpoint
CREATE INDEX "agreement_signer_agreement_id_index" ON "families"."agreement_signer" USING btree ("agreement_id");--> statement-breakpoint
CREATE INDEX "exclusion_agreement_id_index" ON "families"."exclusion" USING btree ("agreement_id");--> statement-breakpoint
CREATE INDEX "family_agreement_family_id_index" ON "families"."family_agreement" USING btree ("family_id");--> statement-breakpoint
CREATE INDEX "family_agreement_episode_id_index" ON "families"."family_agreement" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "notice_explanation_agreement_id_index" ON "families"."notice_explanation" USING btree ("agreement_id");--> statement-breakpoint
CREATE INDEX "detail_version_item_id_position_index" ON "families"."detail_version" USING btree ("item_id","position");--> statement-breakpoint
CREATE INDEX "disclosure_limit_person_id_set_at_index" ON "families"."disclosure_limit" USING btree ("person_id","set_at");--> statement-breakpoint
CREATE INDEX "person_entry_person_id_kind_index" ON "families"."person_entry" USING btree ("person_id","kind");--> statement-breakpoint
CREATE INDEX "person_entry_caring_role_id_index" ON "families"."person_entry" USING btree ("caring_role_id");--> statement-breakpoint
CREATE INDEX "entry_version_item_id_revision_index" ON "families"."entry_version" USING btree ("item_id","revision");--> statement-breakpoint
CREATE INDEX "entry_version_episode_id_position_index" ON "families"."entry_version" USING btree ("episode_id","position");--> statement-breakpoint
CREATE INDEX "household_family_id_index" ON "families"."household" USING btree ("family_id");--> statement-breakpoint
CREATE INDEX "household_address_household_id_index" ON "families"."household_address" USING btree ("household_id");--> statement-breakpoint
CREATE INDEX "household_address_family_id_index" ON "families"."household_address" USING btree ("family_id");--> statement-breakpoint
CREATE INDEX "match_candidate_received_on_id_index" ON "families"."match_candidate" USING btree ("received_on","id");--> statement-breakpoint
CREATE INDEX "person_date_of_birth_index" ON "families"."person" USING btree ("date_of_birth");--> statement-breakpoint
CREATE INDEX "person_merge_kept_id_state_index" ON "families"."person_merge" USING btree ("kept_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "person_merge_merged" ON "families"."person_merge" USING btree ("merged_id") WHERE "families"."person_merge"."state" = 'MERGED';--> statement-breakpoint
CREATE INDEX "person_merge_copy_kept_id_index" ON "families"."person_merge_copy" USING btree ("kept_id");--> statement-breakpoint
CREATE INDEX "person_merge_copy_source_id_index" ON "families"."person_merge_copy" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "person_merge_move_merge_id_index" ON "families"."person_merge_move" USING btree ("merge_id");--> statement-breakpoint
CREATE INDEX "person_name_person_id_index" ON "families"."person_name" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "next_address_copy_source_id_index" ON "families"."next_address_copy" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "import_batch_received_on_index" ON "families"."import_batch" USING btree ("received_on");--> statement-breakpoint
CREATE INDEX "import_item_batch_id_index" ON "families"."import_item" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "import_item_received_on_id_index" ON "families"."import_item" USING btree ("received_on","id");--> statement-breakpoint
CREATE INDEX "import_item_address_key_index" ON "families"."import_item" USING btree ("address_key");--> statement-breakpoint
CREATE INDEX "import_item_date_of_birth_name_key_index" ON "families"."import_item" USING btree ("date_of_birth","name_key");--> statement-breakpoint
CREATE INDEX "import_link_item_id_index" ON "families"."import_link" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "import_link_other_id_index" ON "families"."import_link" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "import_match_person_id_index" ON "families"."import_match" USING btree ("person_id");