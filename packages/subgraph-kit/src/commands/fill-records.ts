import type { RequestContext } from '../fetching/request-context.ts';
import type { RowFetcher } from '../fetching/row-fetcher.ts';
import type { DecodedRow } from '../release/decode-rows.ts';
import type { Selection } from '../selection/look-ahead.ts';
import { isUuid } from '../statements/uuid.ts';

/** What filling in takes. */
export interface RecordSource {
  readonly fetcher: RowFetcher;
  readonly context: RequestContext;
}

/**
 * Puts records where a handler gave their ids, each read by the rules of the caller: what one may not see is null, as
 * what does not exist, and in a list it is left out. Nothing but an id is taken from the handler for a record.
 */
export async function fillRecords(
  answer: unknown,
  selection: Selection,
  source: RecordSource,
): Promise<unknown> {
  if (answer === null || answer === undefined) return null;
  if (source.fetcher.holds(selection.type)) return recordsOf(answer, selection, source);
  if (Array.isArray(answer)) return inTurn(answer, (each) => fillRecords(each, selection, source));
  if (typeof answer !== 'object') throw new TypeError(`"${selection.type}" is not an object.`);
  const filled: DecodedRow = { ...answer };
  for (const [field, inner] of selection.fields)
    if (inner !== null) filled[field] = await fillRecords(filled[field], inner, source);
  return filled;
}

async function recordsOf(
  given: unknown,
  selection: Selection,
  { fetcher, context }: RecordSource,
): Promise<unknown> {
  const { type } = selection;
  const ids = [given].flat().filter(isUuid);
  const { rows } = await fetcher.fetch(
    { name: `_entities ${type}`, query: { kind: 'BY_IDS', type }, selection, values: { ids } },
    context,
  );
  const byId = new Map(rows.map((row) => [String(row['id']), row]));
  if (!Array.isArray(given)) return byId.get(String(given)) ?? null;
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** One after another: each fetch takes a connection. */
async function inTurn(
  values: readonly unknown[],
  fill: (value: unknown) => Promise<unknown>,
): Promise<readonly unknown[]> {
  const filled: unknown[] = [];
  for (const value of values) filled.push(await fill(value));
  return filled;
}
