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

const LABELS = ['name', 'offence', 'period', 'circumstance', 'status'];

/** Finds a person among the members of an answer; the person must be there. */
export function personRead(members: readonly Item[], person: { readonly id: string }): PersonRead {
  const found = members.find((member) => member['id'] === person.id);
  if (found === undefined) throw new Error('the person is not among the members');
  const notices = found['withheld'] as readonly Item[];
  const noticeOf = (field: string): Item | undefined =>
    notices.find((notice) => notice['coordinate'] === `Person.${field}`);
  const items = (field: string): readonly Item[] => (found[field] ?? []) as readonly Item[];
  return {
    items,
    gives: (field, expected) => {
      if (typeof expected === 'string') expect(found[field]).toBe(expected);
      else expect(items(field).map(labelOf).sort()).toEqual([...expected].sort());
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
  return item[LABELS.find((name) => name in item) ?? ''];
}
