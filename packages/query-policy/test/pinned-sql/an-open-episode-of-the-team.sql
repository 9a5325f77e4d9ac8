,
reach_answers AS MATERIALIZED (
  SELECT r.episode_id, r.family_id, r.grant_id, ('TAF_MEMBER' = ANY (r.roles) AND r.open AND r.agreement_in_force AND NOT r.agency_excluded AND NOT r.conflict_declared) AS q0 FROM reach r
)
SELECT "sample"."record".id
FROM gate p CROSS JOIN "sample"."record"
CROSS JOIN LATERAL (SELECT array_agg(h.coordinate) AS coordinates FROM hidden h WHERE (h.episode_id = "sample"."record"."episode_id" OR h.item_id = "sample"."record"."id" OR (h.named AND h.family_id = (SELECT "access"."episode"."family_id" FROM "access"."episode" WHERE "access"."episode"."id" = "sample"."record"."episode_id")))) x
WHERE "sample"."record".type = $1::text
  AND ((("sample"."record"."episode_id" IN (SELECT r.episode_id FROM reach_answers r WHERE r.q0)) IS TRUE) AND NOT coalesce(x.coordinates && ARRAY['Episode.id'], false))
ORDER BY 1
-- ["Episode"]
