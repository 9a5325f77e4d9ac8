import { expect } from 'vitest';
import type { CastEpisode } from './county-words.ts';
import type { Reader, RecordRead } from './reader.ts';
import { WHOLE_RECORD } from './whole-record-query.ts';

type Item = Readonly<Record<string, unknown>>;
type Named = { readonly id: string };

/** Everything that somebody read of one episode. */
export interface WholeRecord {
  readonly episode: RecordRead;
  /** The answer as it came. */
  readonly text: string;
  /** Whose records were given, by id. */
  readonly memberIds: readonly string[];
  /** A member of the family, who must be there. */
  member(person: Named): RecordRead;
  /** What the entries of one field say of a member. */
  entries(person: Named, field: string): readonly unknown[];
  /** The coordinates that a notice about a member names. */
  noticesOn(person: Named): readonly unknown[];
  readonly needs: readonly unknown[];
  readonly goals: readonly unknown[];
  readonly minutes: readonly unknown[];
}

const BESIDE_THE_WORDS: ReadonlySet<string> = new Set(['id', 'nature', 'recordedBy']);

/** Reads an episode with everything that is said of its people; the episode must be there. */
export async function wholeRecord(reader: Reader, of: CastEpisode): Promise<WholeRecord> {
  const { body, text } = await reader.asks(WHOLE_RECORD, { reference: of.reference });
  expect(body.errors).toBeUndefined();
  const { episode } = body.data;
  expect(episode).toMatchObject({ id: of.id, reference: of.reference });
  const members: readonly RecordRead[] = episode.family.members;
  const member = ({ id }: Named): RecordRead => {
    const found = members.find((one) => one.id === id);
    if (found === undefined) throw new Error('the person is not among the members');
    return found;
  };
  return {
    episode,
    text,
    memberIds: members.map(({ id }) => id).toSorted(),
    member,
    entries: (person, field) => (member(person)[field] ?? []).map(wordsOf).toSorted(),
    noticesOn: (person) => member(person).withheld.map(({ coordinate }: Item) => coordinate),
    needs: valuesOf(episode.needs, 'description'),
    goals: valuesOf(episode.plan?.actions ?? [], 'goal'),
    minutes: valuesOf(episode.meetings, 'minutes'),
  };
}

function wordsOf(entry: Item): unknown {
  return Object.entries(entry).find(([name]) => !BESIDE_THE_WORDS.has(name))?.[1];
}

function valuesOf(items: readonly Item[], field: string): readonly unknown[] {
  return items.map((item) => item[field]).toSorted();
}

/** The ids of persons, in the order of {@link WholeRecord.memberIds}. */
export function idsOf(...persons: readonly Named[]): readonly string[] {
  return persons.map(({ id }) => id).toSorted();
}
