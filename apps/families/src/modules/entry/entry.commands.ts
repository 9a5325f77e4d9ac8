import type { Placing, RecordedType, Splitting } from '@postern/recording';
import { amendsOneOf, records, recordsOneOf } from '@postern/recording';
import { day, text } from '@postern/steps';
import type { Command, FieldDefinition } from '@postern/subgraph-kit';
import { isUuid } from '@postern/subgraph-kit';
import { z } from 'zod';
import type { EntryResource } from './entry-type.ts';
import { entryTypes } from './entry-types.ts';
import { NAMED_AS_CARED_FOR } from './named-as-cared-for.ts';
import type { PersonEntryKind } from './person-entry.table.ts';
import { COURT_ORDER_KINDS } from './person-entry.table.ts';

const LONGEST_LABEL = 300;
const LONGEST_TEXT = 20_000;

const label = text(LONGEST_LABEL);
const DATES = { startedOn: day, endedOn: day };

/** What the columns of an entry take: the label says what it is, and each entry has one. */
const COLUMNS: Readonly<Record<string, z.ZodType>> = {
  label,
  detail: text(LONGEST_TEXT),
  status: label,
  percentage: z.number().int().min(0).max(100, 'a percentage'),
  seenOn: day,
};

/** What one kind of entry takes otherwise than the rest. */
interface OwnWriting {
  /** Its columns that hold one of a closed list. */
  readonly closed?: Readonly<Record<string, readonly [string, ...string[]]>>;
  /** Columns without which there is no such entry, beside the label. */
  readonly required?: readonly string[];
  /** What the label of a passage that is split off says. */
  readonly splitLabel?: string;
}

const OWN_WRITING: Readonly<Partial<Record<PersonEntryKind, OwnWriting>>> = {
  // Nobody acts on an order by hearsay: who saw it and when stands with it.
  COURT_ORDER: {
    closed: { label: COURT_ORDER_KINDS },
    required: ['status', 'seenOn'],
    splitLabel: 'OTHER',
  },
};

const FREE_TEXT = ['label', 'detail', 'status'];

/** An entry is about one person, in an episode that concerns them. */
const OF_PERSON: Placing = {
  named: ['episode', 'person'],
  find: async ({ episode = '', person = '' }, { seen }) => {
    if (!isUuid(episode) || !isUuid(person)) return null;
    const visible = await seen('Person', [person]);
    return visible.has(person)
      ? { episode, columns: { person_id: person }, persons: [person] }
      : null;
  },
};

/** A passage is an entry of the same kind beside the one it was meant for, of a stricter class. */
function besideIt({ splitLabel = 'Split off' }: OwnWriting): Splitting {
  return ({ text: detail }, { type, row }) => ({
    resource: type.resource,
    fields: type.texts,
    columns: {
      ...type.constant,
      person_id: row['person_id'],
      caring_role_id: row['caring_role_id'] ?? null,
      label: splitLabel,
      detail,
    },
  });
}

/** Recorded with what the young carer does, so by a command of its own. */
const CARE_RECEIVED = 'CareReceived';

/** Every kind of entry, as practitioners write it. */
const WRITTEN: readonly RecordedType[] = entryTypes.map(writtenAs);

function writtenAs(resource: EntryResource): RecordedType {
  const own = (resource.recorded ?? []).flatMap((field) => {
    const column = columnOf(resource.fields[field]);
    return column === null || !Object.hasOwn(COLUMNS, column) ? [] : [{ field, column }];
  });
  const writing = OWN_WRITING[resource.kind] ?? {};
  const { closed = {}, required = [] } = writing;
  const takes = (column: string): z.ZodType => {
    const values = closed[column];
    return values === undefined ? (COLUMNS[column] ?? label) : z.enum(values);
  };
  return {
    resource,
    constant: { kind: resource.kind },
    called: `${resource.type.charAt(0).toLowerCase()}${resource.type.slice(1)}`,
    placing: OF_PERSON,
    fields: {
      ...Object.fromEntries(own.map(({ field, column }) => [field, takes(column)])),
      ...DATES,
    },
    required: own
      .filter(({ column }) => column === 'label' || required.includes(column))
      .map(({ field }) => field),
    // An alert keeps everybody safe and is read by all of them, whatever it is about (SHR-4.3).
    texts: resource.kind === 'SAFETY_ALERT' || !hasDetail(own) ? [] : textsOf(own, closed),
    splitting: besideIt(writing),
  };
}

type Own = readonly { readonly field: string; readonly column: string }[];

function hasDetail(own: Own): boolean {
  return own.some(({ column }) => column === 'detail');
}

function textsOf(own: Own, closed: OwnWriting['closed'] = {}): readonly string[] {
  return own
    .filter(({ column }) => FREE_TEXT.includes(column) && !Object.hasOwn(closed, column))
    .map(({ field }) => field);
}

function columnOf(definition: FieldDefinition | undefined): string | null {
  return definition?.kind === 'COLUMN' ? definition.column : null;
}

/** What practitioners record about a person, kind by kind (SHR-4.3, SHR-8.2.2c). */
export const entryCommands: Readonly<Record<string, Command>> = {
  recordPersonEntry: recordsOneOf(
    'entry',
    WRITTEN.filter(({ resource }) => resource.type !== CARE_RECEIVED),
  ) as Command,
  ...Object.fromEntries(
    WRITTEN.filter(({ resource }) => resource.type === CARE_RECEIVED).map((type) => [
      'recordCareReceived',
      records({ ...type, placing: NAMED_AS_CARED_FOR }) as Command,
    ]),
  ),
  amendPersonEntry: amendsOneOf('entry', WRITTEN) as Command,
};
