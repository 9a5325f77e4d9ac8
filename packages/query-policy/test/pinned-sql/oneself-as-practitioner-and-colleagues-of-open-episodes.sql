,
colleagues_answers AS MATERIALIZED (
  SELECT r.colleague_id, r.grant_id, (NOT r.agency_excluded AND NOT r.conflict_declared) AS q0, ('TAF_MEMBER' = ANY (r.roles) AND r.open AND NOT r.agency_excluded AND NOT r.conflict_declared) AS q1 FROM colleagues r
)
SELECT "sample"."record".id
FROM gate p CROSS JOIN "sample"."record"

WHERE "sample"."record".type = $1::text
  AND (((("sample"."record"."account_id" IN (SELECT r.colleague_id FROM colleagues_answers r WHERE r.q0)) IS TRUE) AND coalesce("sample"."record"."account_id" = p.id, false)) OR (("sample"."record"."account_id" IN (SELECT r.colleague_id FROM colleagues_answers r WHERE r.q1)) IS TRUE) OR coalesce("sample"."record"."account_id" = p.id, false))
ORDER BY 1
-- ["Practitioner"]
