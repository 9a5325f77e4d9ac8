-- It would take the time of the jobs and, while another one runs, find few rows that are visible to all.
DO $$
DECLARE held record;
BEGIN
  FOR held IN SELECT name FROM table_to_fill LOOP
    EXECUTE format('ALTER TABLE %s SET (autovacuum_enabled = off)', held.name);
  END LOOP;
END $$;
