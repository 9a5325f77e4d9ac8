-- A load that was interrupted left rows and held autovacuum; indexes and triggers it changes in one transaction only.
DO $$
DECLARE loaded record;
BEGIN
  FOR loaded IN SELECT name FROM county.loaded_table LOOP
    EXECUTE format('TRUNCATE %s', loaded.name);
    EXECUTE format('ALTER TABLE %s RESET (autovacuum_enabled)', loaded.name);
  END LOOP;
END $$;
