import { Refusal } from '@postern/errors';
import type { EntitySet } from './model/entity-set.ts';
import type { OptionTexts, ServedOption } from './options/option-texts.ts';
import { readOptionTexts } from './options/option-texts.ts';
import type { QueryOptions } from './options/query-options.ts';
import { checkFormat, readOptions, readSelect } from './options/read-options.ts';
import { malformed, unsupported } from './refusing.ts';

/** What is asked at an address of the service. */
export type Question =
  | { readonly kind: 'SERVICE' }
  | { readonly kind: 'METADATA' }
  | { readonly kind: 'ROWS'; readonly set: EntitySet; readonly options: QueryOptions }
  /** How many rows, as plain text. */
  | { readonly kind: 'COUNT'; readonly set: EntitySet; readonly options: QueryOptions }
  | {
      readonly kind: 'ROW';
      readonly set: EntitySet;
      readonly key: string;
      /** Null where all columns are shown. */
      readonly select: readonly string[] | null;
    };

/** An address below the root of the service, as it came. */
export interface Address {
  /** Without the root and the slash after it, percent-encoded. */
  readonly path: string;
  /** The query part, with its question mark or without. */
  readonly search: string;
}

const ROW = /^(\w{1,128})\('((?:[^']|''){1,500})'\)$/;
const OF_ONE_ROW: readonly ServedOption[] = ['$select', '$format'];
const OF_A_COUNT: readonly ServedOption[] = ['$apply', '$filter'];
const LONGEST_PATH = 2_000;

/**
 * Reads what an address asks, before any data is.
 * @throws Refusal ROW_UNKNOWN for a table that there is none of, QUERY_OPTION_INVALID, QUERY_OPTION_UNSUPPORTED, SUM_NOT_OF_ONE_KIND
 */
export function readQuestion({ path, search }: Address, sets: readonly EntitySet[]): Question {
  const texts = readOptionTexts(search);
  const place = placeOf(path);
  if (place === '' || place === '$metadata') {
    requireOnly(texts, ['$format']);
    if (place === '$metadata') return { kind: 'METADATA' };
    checkFormat(texts.$format);
    return { kind: 'SERVICE' };
  }
  const row = ROW.exec(place);
  if (row?.[1] !== undefined && row[2] !== undefined) {
    const set = setOf(row[1], sets);
    requireOnly(texts, OF_ONE_ROW);
    checkFormat(texts.$format);
    const key = row[2].replaceAll("''", "'");
    return { kind: 'ROW', set, key, select: readSelect(texts.$select, set) };
  }
  const [name = '', ...below] = place.split('/');
  const set = setOf(name, sets);
  if (below.length === 0) return { kind: 'ROWS', set, options: readOptions(texts, set) };
  if (below.length > 1 || below[0] !== '$count')
    throw unsupported('path', `a table, a table's $count, or a row by its key`);
  requireOnly(texts, OF_A_COUNT);
  return { kind: 'COUNT', set, options: readOptions(texts, set) };
}

function placeOf(path: string): string {
  if (path.length > LONGEST_PATH) throw new Refusal('ROW_UNKNOWN');
  try {
    return decodeURIComponent(path).replace(/\/$/, '');
  } catch {
    throw malformed('path', 'text in UTF-8, percent-encoded');
  }
}

function setOf(name: string, sets: readonly EntitySet[]): EntitySet {
  const set = sets.find((each) => each.name === name);
  if (set === undefined) throw new Refusal('ROW_UNKNOWN');
  return set;
}

function requireOnly(texts: OptionTexts, served: readonly ServedOption[]): void {
  for (const option of Object.keys(texts) as ServedOption[])
    if (!served.includes(option)) throw unsupported(option, served.join(', '));
}
