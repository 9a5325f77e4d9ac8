import type { Connection } from '@postern/database';

/** What there is of one key: its answer, its record and passage, and their first versions. */
export interface Kept {
  readonly key: string;
  readonly answered: string | null;
  readonly activities: number;
  readonly passages: number;
  readonly versions: number;
}

/** What the database keeps under each key. */
export async function keptOf(
  owner: Connection,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Kept>> {
  const rows = await owner.run<Kept>({
    text: `SELECT asked.key, claimed.answer ->> 'activity' AS answered,
        (SELECT count(*)::integer FROM episodes.activity a WHERE a.subject = 'A visit under ' || asked.key) AS activities,
        (SELECT count(*)::integer FROM episodes.case_note n WHERE n.text = 'A passage under ' || asked.key) AS passages,
        (SELECT count(*)::integer FROM episodes.entry_version v WHERE v.revision = 1 AND v.item_id IN (
          SELECT a.id FROM episodes.activity a WHERE a.subject = 'A visit under ' || asked.key
          UNION SELECT n.id FROM episodes.case_note n WHERE n.text = 'A passage under ' || asked.key)) AS versions
      FROM unnest($1::text[]) asked (key) LEFT JOIN episodes.command_key claimed ON claimed.key = asked.key`,
    values: [keys],
  });
  return new Map(rows.map((row) => [row.key, row]));
}
