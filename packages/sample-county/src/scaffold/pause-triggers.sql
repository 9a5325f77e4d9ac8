-- The county writes the projections itself, a statement per table, so row triggers would only do the same again.
CREATE TEMPORARY TABLE paused_trigger ON COMMIT DROP AS
SELECT t.tgrelid::regclass AS on_table, t.tgname AS name, t.tgenabled AS enabled
FROM pg_trigger t
JOIN table_to_fill f ON f.name = t.tgrelid
WHERE NOT t.tgisinternal AND t.tgenabled <> 'D';

DO $$
DECLARE paused record;
BEGIN
  FOR paused IN SELECT * FROM paused_trigger LOOP
    EXECUTE format('ALTER TABLE %s DISABLE TRIGGER %I', paused.on_table, paused.name);
  END LOOP;
END $$;
