-- The other connection keeps the other processor busy.
SET LOCAL max_parallel_maintenance_workers = 0;

DO $$
DECLARE dropped record;
BEGIN
  FOR dropped IN SELECT * FROM dropped_index ORDER BY on_table, constraint_name NULLS LAST, index LOOP
    IF dropped.constraint_name IS NULL THEN
      EXECUTE dropped.definition;
    ELSE
      EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s', dropped.on_table, dropped.constraint_name, dropped.definition);
    END IF;
  END LOOP;
END $$;
