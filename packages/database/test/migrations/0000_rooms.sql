CREATE SCHEMA "house";
--> statement-breakpoint
CREATE TABLE "house"."room" ("name" text PRIMARY KEY NOT NULL);
--> statement-breakpoint
INSERT INTO "house"."room" VALUES ('kitchen');
