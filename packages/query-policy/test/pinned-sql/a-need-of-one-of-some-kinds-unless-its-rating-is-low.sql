,
reach_answers AS MATERIALIZED (
  SELECT r.episode_id, r.family_id, r.grant_id, ('TAF_MEMBER' = ANY (r.roles) AND NOT r.agency_excluded AND NOT r.conflict_declared) AS q0 FROM reach r
)
SELECT "sample"."record".id
FROM gate p CROSS JOIN "sample"."record"
CROSS JOIN LATERAL (SELECT array_agg(h.coordinate) AS coordinates FROM hidden h WHERE (h.episode_id = "sample"."record"."episode_id" OR h.item_id = "sample"."record"."id" OR (h.named AND h.person_id = ANY ("sample"."record"."concerns")))) x
WHERE "sample"."record".type = $1::text
  AND ((("sample"."record"."episode_id" IN (SELECT r.episode_id FROM reach_answers r WHERE r.q0)) IS TRUE) AND ((coalesce(("sample"."record"."kind")::text = $2::text, false) OR coalesce(("sample"."record"."kind")::text = $3::text, false) OR ("sample"."record"."kind" IS NULL)) AND NOT coalesce(("sample"."record"."rating")::double precision < $4::double precision, false) AND NOT coalesce(x.coordinates && ARRAY['Need.name'], false) AND NOT ("sample"."record"."row_class" IS NOT NULL AND NOT (coalesce("sample"."record"."agency_id" = p.agency_id, false) OR coalesce(p.person_id IS NOT NULL AND cardinality("sample"."record"."concerns") > 0 AND "sample"."record"."concerns" <@ ARRAY[p.person_id], false) OR coalesce("sample"."record"."episode_id" IS NOT NULL AND cardinality("sample"."record"."concerns") > 0 AND NOT EXISTS (
    SELECT 1 FROM unnest("sample"."record"."concerns") AS concerned_by (id) WHERE NOT EXISTS (SELECT 1 FROM unlocked u
      WHERE u.episode_id = "sample"."record"."episode_id" AND u.person_id = concerned_by.id AND u.class = "sample"."record"."row_class")), false))) AND NOT ("sample"."record"."purpose_lock" IS NOT NULL AND NOT (coalesce(p.person_id IS NOT NULL AND cardinality("sample"."record"."concerns") > 0 AND "sample"."record"."concerns" <@ ARRAY[p.person_id], false) OR coalesce(CASE "sample"."record"."purpose_lock" WHEN 'DEA2017_S35' THEN p.purpose IN ('UNDERSTAND_NEEDS', 'CHOOSE_SUPPORT', 'COORDINATE_SUPPORT', 'TRACK_OUTCOMES', 'MATCH_DATA', 'EVALUATION') AND 'DEA2017_SPECIFIED_PERSON' = ANY (p.standings) WHEN 'WRA2012_S131' THEN p.purpose IN ('UNDERSTAND_NEEDS', 'CHOOSE_SUPPORT', 'COORDINATE_SUPPORT', 'MATCH_DATA') AND p.agency_kind IN ('COUNCIL') WHEN 'LEARNING_REVIEW' THEN p.purpose IN ('REVIEW') ELSE false END, false))) AND NOT (p.agency_id IS NULL AND EXISTS (SELECT 1 FROM unnest("sample"."record"."concerns") AS limiting (id) WHERE limiting.id IS DISTINCT FROM p.person_id
    AND (SELECT "access"."disclosure_limit"."level" FROM "access"."disclosure_limit" WHERE "access"."disclosure_limit"."person_id" = limiting.id
      AND "access"."disclosure_limit"."set_at" <= p.now ORDER BY "access"."disclosure_limit"."set_at" DESC, "access"."disclosure_limit"."id" DESC LIMIT 1) IN ('SUMMARY_ONLY', 'CONFIDENTIAL')))))
ORDER BY 1
-- ["Need","Oak","O'Oak; --",-0.5]
