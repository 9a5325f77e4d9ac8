INSERT INTO families.family_agreement (id, family_id, episode_id, state, form_version, notice_explained_on, signed_at, withdrawn_at, basis_when_no_agreement, recorded_by, agency_id, recorded_at, nature)
SELECT id, family_id, episode_id, state, '2024-10', CASE WHEN state <> 'NOT_DISCUSSED' THEN opened_on END,
  CASE WHEN state LIKE 'SIGNED%' THEN opened_on + interval '11 hours' END, NULL, NULL, author_id, author_agency, opened_on + interval '12 hours', 'FACT'
FROM county.agreement;

INSERT INTO access.family_agreement (id, episode_id, state, basis_when_no_agreement, signed_at, withdrawn_at)
SELECT id, episode_id, state, basis_when_no_agreement, signed_at, withdrawn_at FROM families.family_agreement;
