DO $$
DECLARE loaded record;
BEGIN
  FOR loaded IN SELECT name FROM county.loaded_table LOOP
    EXECUTE format('ANALYZE %s', loaded.name);
  END LOOP;
END $$;
