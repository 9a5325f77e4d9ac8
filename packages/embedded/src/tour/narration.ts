import type { DataDictionary } from '@postern/policy';
import type { AccessEntry } from './answer.ts';
import type { LedgerRow } from './ledger-row.ts';
import type { Received } from './received.ts';

/** What is said of one person under the table: what they got, what was withheld and the remedy, what the ledger has. */
export function narrate(
  received: Received,
  rows: readonly LedgerRow[],
  dictionary: DataDictionary,
): readonly string[] {
  return [gotten(received), ...withheldSentences(received.access, dictionary), recorded(rows)];
}

function gotten({ cells, refusal, reader, likeNone }: Received): string {
  if (refusal !== null) {
    const { message, extensions } = refusal;
    return `Refused on /graphql: “${message}” [${extensions.code}] The gate’s remedy: “${extensions.remedy}”`;
  }
  const got = cells.filter(({ kind }) => kind === 'VALUE').length;
  const silent = cells.filter(({ kind }) => kind === 'NOTHING').length;
  if (cells.every(({ kind }) => kind === 'NOT_FOUND'))
    return [
      likeNone
        ? 'Got nothing: the answer is, letter for letter, that for a reference that does not exist.'
        : 'Got nothing.',
      ...(reader.aside === null ? [] : [reader.aside]),
    ].join(' ');
  return `Got ${got} of the ${cells.length} lines above${silent === 0 ? '' : `; ${silent} hold nothing`}.`;
}

/** One sentence per reason, in the words of the gate's `extensions.access`. */
function withheldSentences(
  access: readonly AccessEntry[],
  dictionary: DataDictionary,
): readonly string[] {
  const byReason = Map.groupBy(access, ({ code, clause, remedy }) =>
    JSON.stringify([code, clause, remedy]),
  );
  return [...byReason.values()].flatMap((entries) => {
    const [first] = entries;
    if (first === undefined) return [];
    const { code, clause, remedy } = first;
    return [`Withheld: ${classCounts(entries, dictionary)}. ${code} [${clause}]: “${remedy}”`];
  });
}

/** E.g. `special category: health 4, criminal offence 5`, the counts being the gate's own. */
function classCounts(entries: readonly AccessEntry[], dictionary: DataDictionary): string {
  const counts = new Map<string, number>();
  for (const { coordinate, count } of entries) {
    const [type = '', field = ''] = coordinate.split('.');
    const named = inWords(dictionary.get(type)?.get(field) ?? coordinate);
    counts.set(named, (counts.get(named) ?? 0) + count);
  }
  return [...counts].map(([named, count]) => `${named} × ${count}`).join(', ');
}

function inWords(classKey: string): string {
  const [dataClass = '', category] = classKey.toLowerCase().replaceAll('_', ' ').split(':');
  return category === undefined ? dataClass : `${dataClass} (${category})`;
}

function recorded(rows: readonly LedgerRow[]): string {
  if (rows.length === 0)
    return 'The ledger has no row for it: nothing about a person was released.';
  return rows
    .map(
      (row) =>
        `The ledger has a row for it: ${counted(row.persons, 'person', 'persons')}, ${counted(row.families, 'family', 'families')}, ${counted(row.episodes, 'episode', 'episodes')}; ` +
        `${counted(row.coordinates, 'coordinate', 'coordinates')} with ${counted(row.values, 'value', 'values')} counted, none of them kept; ` +
        `relying on ${counted(row.grants, 'grant', 'grants')} and ${counted(row.justifications, 'justification', 'justifications')}.`,
    )
    .join(' ');
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
