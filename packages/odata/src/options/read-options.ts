import { propertiesAfter } from '../apply/check-apply.ts';
import { parseApply } from '../apply/parse-apply.ts';
import { checkExpression, namesOf } from '../expression/check.ts';
import { parseExpression } from '../expression/parse.ts';
import { Reader } from '../expression/reader.ts';
import type { EntitySet, Property } from '../model/entity-set.ts';
import { propertyOf } from '../model/entity-set.ts';
import type { Ordering } from '../model/order.ts';
import { malformed, unsupported } from '../refusing.ts';
import type { OptionTexts } from './option-texts.ts';
import { readPageToken } from './page-token.ts';
import type { QueryOptions } from './query-options.ts';

/** Each costs a comparison of every two rows. */
const MOST_ORDERINGS = 8;
const FORMATS = /^(?:json|application\/json(?:;[\w.;=-]{0,100})?)$/i;

type Columns = { readonly properties: readonly Property[] };

/** Reads what is asked of a set and checks it against what the set has. @throws Refusal */
export function readOptions(texts: OptionTexts, set: EntitySet): QueryOptions {
  const apply = texts.$apply === undefined ? null : parseApply(texts.$apply);
  const properties = apply === null ? set.properties : propertiesAfter(apply, set);
  const columns = { properties };
  const filter = texts.$filter === undefined ? null : parseExpression(texts.$filter);
  if (filter !== null) checkExpression(filter, columns, '$filter');
  checkFormat(texts.$format);
  const select = readSelect(texts.$select, columns);
  return {
    apply,
    filter,
    orderBy: readOrderBy(texts.$orderby, columns),
    select: select ?? properties.map(({ name }) => name),
    selects: select !== null,
    skip: readNumber('$skip', texts.$skip) ?? 0,
    top: readNumber('$top', texts.$top),
    count: readCount(texts.$count),
    page: texts.$skiptoken === undefined ? null : readPageToken(texts.$skiptoken),
    properties,
  };
}

/** @throws Refusal QUERY_OPTION_UNSUPPORTED */
export function checkFormat(format: string | undefined): void {
  if (format !== undefined && !FORMATS.test(format)) throw unsupported('$format', 'json');
}

/** The names of the columns asked for, each once; null where all are. @throws Refusal QUERY_OPTION_INVALID */
export function readSelect(text: string | undefined, columns: Columns): readonly string[] | null {
  if (text === undefined) return null;
  const reader = new Reader(text, '$select');
  const names = new Set<string>();
  let all = false;
  do {
    if (reader.takeIf('*')) all = true;
    else names.add(readColumn(reader, columns));
  } while (reader.takeIf(','));
  reader.requireEnd();
  return all ? null : [...names];
}

function readOrderBy(text: string | undefined, columns: Columns): readonly Ordering[] {
  if (text === undefined) return [];
  const reader = new Reader(text, '$orderby');
  const orderings: Ordering[] = [];
  do {
    const property = readColumn(reader, columns);
    if (orderings.some((one) => one.property === property))
      throw reader.expected('each column once');
    const descending = reader.takeIf('desc');
    if (!descending) reader.takeIf('asc');
    orderings.push({ property, descending });
    if (orderings.length > MOST_ORDERINGS)
      throw reader.expected(`at most ${MOST_ORDERINGS} columns`);
  } while (reader.takeIf(','));
  reader.requireEnd();
  return orderings;
}

function readColumn(reader: Reader, columns: Columns): string {
  const { at } = reader.next;
  const name = reader.name();
  if (reader.next.text === '/' || reader.next.text === '(')
    throw unsupported(reader.option, 'names of columns');
  if (propertyOf(columns, name) === undefined) throw malformed(reader.option, namesOf(columns), at);
  return name;
}

function readNumber(option: '$skip' | '$top', text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,9}$/.test(text)) throw malformed(option, 'a whole number of at most nine digits');
  return Number(text);
}

function readCount(text: string | undefined): boolean {
  if (text !== undefined && text !== 'true' && text !== 'false')
    throw malformed('$count', 'true or false');
  return text === 'true';
}
