SELECT "sample"."record".id
FROM gate p CROSS JOIN "sample"."record"
CROSS JOIN LATERAL (SELECT array_agg(e.coordinate) AS coordinates FROM excluded e WHERE e.episode_id = "sample"."record"."episode_id") x
WHERE "sample"."record".type = $1::text
  AND ((("sample"."record"."episode_id" IN (SELECT r.episode_id FROM reach r WHERE ('TAF_MEMBER' = ANY (r.roles) AND NOT r.agency_excluded AND NOT r.conflict_declared))) IS TRUE) AND ((coalesce(("sample"."record"."kind")::text = $2::text, false) OR coalesce(("sample"."record"."kind")::text = $3::text, false) OR ("sample"."record"."kind" IS NULL)) AND NOT coalesce(("sample"."record"."rating")::double precision < $4::double precision, false) AND NOT coalesce(x.coordinates && ARRAY['Need.name'], false)))
ORDER BY 1
-- ["Need","Oak","O'Oak; --",-0.5]
