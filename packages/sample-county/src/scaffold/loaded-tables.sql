-- Every table that the county fills.
CREATE VIEW county.loaded_table AS
SELECT c.oid::regclass AS name
FROM pg_class c
JOIN pg_namespace s ON s.oid = c.relnamespace
WHERE c.relkind = 'r'
  AND (s.nspname IN ('families', 'episodes', 'partners')
    OR s.nspname = 'access' AND c.relname IN (
      'agency', 'agency_domain', 'agency_standing', 'agency_signature', 'agency_evidence', 'account', 'training', 'acceptance', 'role_holding',
      'conflict_of_interest', 'episode', 'episode_person', 'family_agreement', 'withheld_person', 'exclusion', 'disclosure_limit',
      'access_grant', 'justification', 'household_person', 'account_person', 'deceased_person', 'parental_responsibility', 'restriction',
      'processing_restriction', 'proceeding', 'transfer_item'));
