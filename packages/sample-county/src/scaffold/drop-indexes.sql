-- Many rows are written faster without indexes; they come back with the same names and definitions.
CREATE TEMPORARY TABLE dropped_index ON COMMIT DROP AS
SELECT i.indexrelid::regclass::text AS index, f.name::text AS on_table, k.conname AS constraint_name,
  coalesce(pg_get_constraintdef(k.oid), pg_get_indexdef(i.indexrelid)) AS definition
FROM pg_index i
JOIN table_to_fill f ON f.name = i.indrelid
LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u')
WHERE NOT EXISTS (SELECT FROM pg_constraint r WHERE r.confrelid = i.indrelid AND r.contype = 'f');

DO $$
DECLARE dropped record;
BEGIN
  FOR dropped IN SELECT * FROM dropped_index LOOP
    IF dropped.constraint_name IS NULL THEN
      EXECUTE format('DROP INDEX %s', dropped.index);
    ELSE
      EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', dropped.on_table, dropped.constraint_name);
    END IF;
  END LOOP;
END $$;

-- The tables are empty still. Made anew in this transaction, what is written into them needs no log of its own where the
-- server keeps only what a crash needs (PostgreSQL manual 14.4.7).
DO $$
DECLARE empty record;
BEGIN
  FOR empty IN SELECT name FROM table_to_fill LOOP
    EXECUTE format('TRUNCATE %s', empty.name);
  END LOOP;
END $$;
