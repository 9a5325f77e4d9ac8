import { ENTRY_NATURES } from '@postern/access-facts';
import { expectedRevision, id, idempotencyKey, reason, text } from '@postern/steps';
import { z } from 'zod';
import type { RecordedType, SplitOff } from './recorded-type.ts';
import { CLASS_OF, REVEALED_CLASSES } from './revealed-class.ts';

const MOST_PERSONS = 100;
const MOST_PASSAGES = 50;
const LONGEST_PASSAGE = 20_000;

const nature = z.enum(ENTRY_NATURES);
const concerns = z.array(id).min(1, 'at least one person').max(MOST_PERSONS);

/** What was looked at in free text. */
export interface Reviewed {
  readonly splitOff: readonly SplitOff[];
  /** Whether whoever wrote it says that what may reveal something does not. */
  readonly revealsNothing: boolean;
}

/** What a new record is sent with. */
export interface NewRecord extends Reviewed {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly place: Readonly<Record<string, string>>;
  readonly nature: (typeof ENTRY_NATURES)[number];
  /** The persons it concerns; null of a record that is of one person anyway. */
  readonly concerns: readonly string[] | null;
}

/** What a record is to say otherwise. What is absent stays as it is. */
export interface ChangedRecord extends Reviewed {
  readonly id: string;
  readonly expectedRevision: number;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly nature: (typeof ENTRY_NATURES)[number] | null;
  readonly concerns: readonly string[] | null;
  readonly reason: string;
}

/** Reads the arguments of the command that adds one. */
export function newRecordInput(type: RecordedType): z.ZodType<NewRecord> {
  const { called, placing, required } = type;
  const shape = Object.fromEntries(
    Object.entries(type.fields).map(([field, value]) => [
      field,
      required.includes(field) ? value : value.nullish(),
    ]),
  );
  return z
    .strictObject({
      ...Object.fromEntries(placing.named.map((name) => [name, id])),
      [called]: z.strictObject(shape),
      nature,
      ...(listsPersons(type) ? { concerns } : {}),
      ...reviewed(type),
      idempotencyKey,
    })
    .transform(
      (given: Readonly<Record<string, unknown>>): NewRecord => ({
        fields: present(given[called]),
        place: Object.fromEntries(placing.named.map((name) => [name, String(given[name])])),
        nature: given['nature'] as NewRecord['nature'],
        concerns: (given['concerns'] as readonly string[] | undefined) ?? null,
        ...reviewOf(given),
      }),
    );
}

/** Reads the arguments of the command that writes one otherwise. */
export function changedRecordInput(type: RecordedType): z.ZodType<ChangedRecord> {
  const { called } = type;
  const shape = Object.fromEntries(
    Object.entries(type.fields).map(([field, value]) => [field, value.nullish()]),
  );
  return z
    .strictObject({
      id,
      expectedRevision,
      [called]: z.strictObject(shape).optional(),
      nature: nature.nullish(),
      ...(listsPersons(type) ? { concerns: concerns.nullish() } : {}),
      ...reviewed(type),
      reason,
      idempotencyKey: idempotencyKey.nullish(),
    })
    .transform(
      (given: Readonly<Record<string, unknown>>): ChangedRecord => ({
        id: String(given['id']),
        expectedRevision: Number(given['expectedRevision']),
        fields: said(given[called]),
        nature: (given['nature'] as NewRecord['nature'] | null | undefined) ?? null,
        concerns: (given['concerns'] as readonly string[] | null | undefined) ?? null,
        reason: String(given['reason']),
        ...reviewOf(given),
      }),
    );
}

/** What is sent beside text in which something could be revealed; nothing where there is none. */
export function reviewed({
  texts,
}: Pick<RecordedType, 'texts'>): Readonly<Record<string, z.ZodType>> {
  if (texts.length === 0) return {};
  const splitOff = z.strictObject({
    field: z.enum(texts),
    class: z.enum(REVEALED_CLASSES).transform((named) => CLASS_OF[named]),
    text: text(LONGEST_PASSAGE),
  });
  return {
    splitOff: z.array(splitOff).max(MOST_PASSAGES, `at most ${MOST_PASSAGES}`).nullish(),
    revealsNothing: z.boolean().nullish(),
  };
}

/** Reads it. */
export function reviewOf(given: Readonly<Record<string, unknown>>): Reviewed {
  return {
    splitOff: (given['splitOff'] as readonly SplitOff[] | null | undefined) ?? [],
    revealsNothing: given['revealsNothing'] === true,
  };
}

/** Whether a record names everyone it concerns; otherwise it is of the one person it was recorded of. */
function listsPersons({ resource }: RecordedType): boolean {
  return resource.concerns !== undefined;
}

/** A new record has nothing where nothing was given. */
function present(given: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(said(given)).filter(([, value]) => value !== null));
}

/** What is absent is not null. */
function said(given: unknown): Readonly<Record<string, unknown>> {
  const entries = Object.entries((given ?? {}) as Readonly<Record<string, unknown>>);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
