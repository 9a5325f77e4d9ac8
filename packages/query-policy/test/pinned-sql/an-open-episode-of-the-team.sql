,
reach_answers AS MATERIALIZED (
  SELECT r.episode_id, r.family_id, r.grant_id, r.narrowed, ('TAF_MEMBER' = ANY (r.roles) AND r.open AND r.agreement_in_force AND NOT r.agency_excluded AND NOT r.conflict_declared) AS q0 FROM reach r
)
SELECT "sample"."record".id
FROM gate p CROSS JOIN "sample"."record"
CROSS JOIN LATERAL (SELECT CASE WHEN ("sample"."record"."episode_id" IN (SELECT h.episode_id FROM hidden h)) IS TRUE OR ("sample"."record"."id" IN (SELECT h.item_id FROM hidden h)) IS TRUE OR EXISTS (SELECT 1 FROM hidden h WHERE h.named) THEN (SELECT array_agg(h.coordinate) FROM hidden h WHERE h.episode_id = "sample"."record"."episode_id" OR h.item_id = "sample"."record"."id" OR (h.named AND h.family_id = (SELECT "access"."episode"."family_id" FROM "access"."episode" WHERE "access"."episode"."id" = "sample"."record"."episode_id"))) END AS coordinates OFFSET 0) x
WHERE "sample"."record".type = $1::text
  AND ((("sample"."record"."episode_id" IN (SELECT r.episode_id FROM reach_answers r WHERE r.q0)) IS TRUE) AND NOT coalesce(x.coordinates && ARRAY['Episode.id'], false))
ORDER BY 1
-- ["Episode"]
