SELECT "sample"."record".id
FROM gate p CROSS JOIN "sample"."record"
CROSS JOIN LATERAL (SELECT array_agg(e.coordinate) AS coordinates FROM excluded e WHERE e.person_id = "sample"."record"."person_id") x
WHERE "sample"."record".type = $1::text
  AND ((CASE WHEN "sample"."record"."episode_id" IS NULL THEN (("sample"."record"."person_id" IN (SELECT r.concerned_id FROM concerned r WHERE ('TAF_MEMBER' = ANY (r.roles) AND EXISTS (SELECT 1 FROM unlocked u WHERE u.episode_id = r.episode_id AND u.person_id = r.concerned_id AND u.class = 'SPECIAL_CATEGORY:HEALTH') AND NOT r.agency_excluded AND NOT r.conflict_declared))) IS TRUE)
    ELSE ((("sample"."record"."person_id", "sample"."record"."episode_id") IN (SELECT r.concerned_id, r.episode_id FROM concerned r WHERE ('TAF_MEMBER' = ANY (r.roles) AND EXISTS (SELECT 1 FROM unlocked u WHERE u.episode_id = r.episode_id AND u.person_id = r.concerned_id AND u.class = 'SPECIAL_CATEGORY:HEALTH') AND NOT r.agency_excluded AND NOT r.conflict_declared))) IS TRUE) END AND NOT coalesce(x.coordinates && ARRAY['HealthCondition.health'], false)) OR (CASE WHEN "sample"."record"."episode_id" IS NULL THEN (("sample"."record"."person_id" IN (SELECT r.concerned_id FROM concerned r WHERE ('TAF_MEMBER' = ANY (r.roles) AND NOT r.agency_excluded AND NOT r.conflict_declared))) IS TRUE)
    ELSE ((("sample"."record"."person_id", "sample"."record"."episode_id") IN (SELECT r.concerned_id, r.episode_id FROM concerned r WHERE ('TAF_MEMBER' = ANY (r.roles) AND NOT r.agency_excluded AND NOT r.conflict_declared))) IS TRUE) END AND (coalesce("sample"."record"."agency_id" = p.agency_id, false) AND NOT coalesce(x.coordinates && ARRAY['HealthCondition.health'], false))))
ORDER BY 1
-- ["HealthCondition"]
