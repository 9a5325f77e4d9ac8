import { expect } from 'vitest';

type Item = Readonly<Record<string, unknown>>;

/** A member of a family as an answer gave it. */
export interface PersonRead {
  /** The labels of a list of entries, or the value of a scalar. */
  gives(field: string, expected: readonly string[] | string): void;
  /** Nothing of the field is there, and the answer says which rule withholds it and what to do. */
  withholds(field: string): void;
  /** Nothing of the field is there and nothing says why, as if none had been recorded. */
  isSilentOn(field: string): void;
  /** The entries of a list field that were given. */
  items(field: string): readonly Item[];
}

const LABELS = ['name', 'summary', 'substance', 'offence', 'period', 'kind', 'circumstance'];

/** Finds a person among the members of an answer; the person must be there. */
export function personRead(members: readonly Item[], person: { readonly id: string }): PersonRead {
  const found = members.find((member) => member['id'] === person.id);
  if (found === undefined) throw new Error('the person is not among the members');
  const notices = (found['withheld'] as readonly Item[]).filter(
    (notice) => typeof notice['coordinate'] === 'string',
  );
  const noticeOf = (field: string): Item | undefined =>
    notices.find((notice) => notice['coordinate'] === `Person.${field}`);
  const items = (field: string): readonly Item[] => (found[field] ?? []) as readonly Item[];
  return {
    items,
    gives: (field, expected) => {
      const given = typeof expected === 'string' ? found[field] : items(field).map(labelOf);
      expect(given).toEqual(expected);
      expect(noticeOf(field)).toBeUndefined();
    },
    withholds: (field) => {
      expect(found[field]).toBeNull();
      expect(noticeOf(field)).toMatchObject({
        code: 'JUSTIFICATION_REQUIRED',
        clause: 'SHR-4.3-cond',
        remedy: expect.stringContaining('lawful basis'),
      });
    },
    isSilentOn: (field) => {
      expect(items(field)).toEqual([]);
      expect(noticeOf(field)).toBeUndefined();
    },
  };
}

function labelOf(item: Item): unknown {
  const label = LABELS.find((name) => name in item);
  return label === undefined ? item['status'] : item[label];
}
