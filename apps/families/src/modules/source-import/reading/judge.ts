import type { SourceName } from '@postern/agreements';
import { categoryOf, DECLARED_CATEGORIES, SOURCES } from '@postern/agreements';
import { revealing } from '@postern/free-text';
import type { DataDictionary } from '@postern/policy';
import { dayToCome } from '@postern/steps';
import type { FieldDefinition } from '@postern/subgraph-kit';
import type { z } from 'zod';
import type { EntryResource } from '../../entry/entry-type.ts';
import { entryTypes } from '../../entry/entry-types.ts';
import type { PersonEntryKind } from '../../entry/person-entry.table.ts';
import type { RefusedItem, SentItem, SentLine } from './sent-item.ts';
import { sentItem } from './sent-item.ts';

/** An item that may be taken in. */
export interface TakenItem extends SentItem {
  readonly kind: PersonEntryKind;
  readonly criterion: string;
}

/** By what items are judged. */
export interface Judging {
  readonly source: SourceName;
  readonly dictionary: DataDictionary;
  readonly now: Date;
}

export interface Judged {
  readonly taken: readonly TakenItem[];
  readonly refused: readonly RefusedItem[];
}

const TYPES: ReadonlyMap<string, EntryResource> = new Map(
  entryTypes.map((type) => [type.kind, type]),
);
const SAID_BY_COLUMN = ['label', 'detail', 'status', 'percentage'] as const;
const FREE_TEXT = ['label', 'detail', 'status'] as const;

/**
 * Which of what was sent is taken in: only categories that the source may send (PN-src, DEV-A7c), only what an entry of that
 * kind says, and no text that reveals more than its kind (SHR-4.3-cond). Of a reference that is sent twice neither is taken.
 */
export function judge(lines: readonly SentLine[], judging: Judging): Judged {
  const read = lines.map((line) => judgeOne(line, judging));
  const taken = read.flatMap(({ item }) => item ?? []);
  const times = Map.groupBy(taken, ({ reference }) => reference);
  const isRepeated = (item: TakenItem | null): boolean =>
    item !== null && (times.get(item.reference)?.length ?? 0) > 1;
  return {
    taken: taken.filter((item) => !isRepeated(item)),
    refused: read.flatMap(({ line, item, refused }) =>
      isRepeated(item)
        ? [refusal(line, 'REFERENCE_REPEATED', 'reference', 'a reference that stands once')]
        : refused,
    ),
  };
}

interface JudgedLine {
  readonly line: number;
  readonly item: TakenItem | null;
  readonly refused: readonly RefusedItem[];
}

function judgeOne({ line, item }: SentLine, judging: Judging): JudgedLine {
  const refused = (...found: readonly RefusedItem[]): JudgedLine => ({
    line,
    item: null,
    refused: found,
  });
  if (item === null)
    return refused(refusal(line, 'COLUMNS_DIFFER', '', 'as many fields as the first line'));
  const read = sentItem.safeParse(item);
  if (!read.success)
    return refused(...firstOfEach(read.error.issues).map((issue) => unfit(line, issue)));
  const { kind } = read.data;
  const category = categoryOf(judging.source, kind);
  const type = TYPES.get(kind);
  if (category === null || type === undefined) {
    const code = DECLARED_CATEGORIES.has(kind) ? 'CATEGORY_NOT_OF_SOURCE' : 'CATEGORY_NOT_DECLARED';
    const expected = Object.keys(SOURCES[judging.source].categories).join(', ');
    return refused(refusal(line, code, 'kind', expected));
  }
  const problems = problemsOf(read.data, type, judging);
  if (problems.length > 0) return refused(...problems.map((each) => ({ ...each, line })));
  const { criterion } = category;
  return { line, item: { ...read.data, kind: type.kind, criterion }, refused: [] };
}

type Issue = z.core.$ZodIssue;

/** What is wrong first in each field. */
function firstOfEach(issues: readonly Issue[]): readonly Issue[] {
  return [...Map.groupBy(issues, ({ path }) => String(path[0])).values()].flatMap(
    ([first]) => first ?? [],
  );
}

function unfit(line: number, { path, message }: Issue): RefusedItem {
  return refusal(line, 'ARGUMENT_INVALID', path.map(String).join('.'), message);
}

type Problem = Omit<RefusedItem, 'line'>;

function problemsOf(
  item: SentItem,
  type: EntryResource,
  { dictionary, now }: Judging,
): readonly Problem[] {
  const { startedOn = null, endedOn = null } = item;
  const days = ['dateOfBirth', 'startedOn'] as const;
  return [
    ...days
      .flatMap((part) => dayToCome(part, item[part], now))
      .map(({ part, code, expected }) => ({ part, code, expected })),
    ...(startedOn !== null && endedOn !== null && endedOn < startedOn
      ? [{ part: 'endedOn', code: 'ARGUMENT_INVALID', expected: 'no day before startedOn' }]
      : []),
    ...SAID_BY_COLUMN.filter(
      (column) => item[column] != null && fieldOf(type, column) === undefined,
    ).map((part) => ({ part, code: 'ARGUMENT_INVALID', expected: `nothing, of ${type.kind}` })),
    ...FREE_TEXT.filter((column) => revealsMore(item[column], type, column, dictionary)).map(
      (part) => ({
        part,
        code: 'FREE_TEXT_REVEALS',
        expected: `text that reveals nothing beyond ${type.kind}`,
      }),
    ),
  ];
}

function fieldOf(type: EntryResource, column: string): string | undefined {
  const isOf = (definition: FieldDefinition): boolean =>
    definition.kind === 'COLUMN' && definition.column === column;
  return Object.entries(type.fields).find(([, definition]) => isOf(definition))?.[0];
}

function revealsMore(
  text: string | null | undefined,
  type: EntryResource,
  column: string,
  dictionary: DataDictionary,
): boolean {
  const field = fieldOf(type, column);
  if (text == null || field === undefined) return false;
  const own = dictionary.get(type.type)?.get(field);
  return revealing(text).some((passage) => passage.class !== own);
}

function refusal(line: number, code: string, part: string, expected: string): RefusedItem {
  return { line, code, part, expected };
}
