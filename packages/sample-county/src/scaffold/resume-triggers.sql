DO $$
DECLARE paused record;
BEGIN
  FOR paused IN SELECT * FROM paused_trigger LOOP
    EXECUTE format(
      'ALTER TABLE %s ENABLE %s TRIGGER %I',
      paused.on_table,
      CASE paused.enabled WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END,
      paused.name);
  END LOOP;
END $$;
