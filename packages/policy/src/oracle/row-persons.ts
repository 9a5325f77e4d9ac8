import type { OracleRow } from './row.ts';
import { belongingOf } from './row.ts';

/** Types of an episode whose rows concern one person, or nobody by name. */
const OF_ONE_PERSON: ReadonlySet<string> = new Set([
  'AgreementSigner',
  'Exclusion',
  'Justification',
]);

/** Everybody a row is about: the person of a person's row, those whom an entry of an episode concerns; nobody otherwise. */
export function personsOf(row: OracleRow): readonly string[] {
  switch (belongingOf(row)) {
    case 'PERSON':
    case 'PERSON_ENTRY':
      return some(row.about.personId);
    case 'EPISODE':
      return concernsOf(row);
    default:
      return [];
  }
}

/** The persons an entry of an episode concerns; none where its type has none. */
export function concernsOf(row: OracleRow): readonly string[] {
  if (belongingOf(row) !== 'EPISODE') return [];
  const { concerns, personId } = row.about;
  return concerns ?? (OF_ONE_PERSON.has(row.type) ? some(personId) : []);
}

/** Whether rows of the type say whom they concern, though it may be nobody. */
export function saysWhom({ type, about: { concerns } }: OracleRow): boolean {
  return OF_ONE_PERSON.has(type) || Array.isArray(concerns);
}

/** The one person whose row it is: a person's, an entry's of theirs, or that of a type that concerns one. */
export function ownerOf(row: OracleRow): string | null {
  if (belongingOf(row) === 'EPISODE' && !OF_ONE_PERSON.has(row.type)) return null;
  return personsOf(row)[0] ?? null;
}

/** Whether the row is about this person and nobody else. */
export function isOnlyAbout(row: OracleRow, person: string | null): boolean {
  const persons = personsOf(row);
  return persons.length > 0 && persons.every((one) => one === person);
}

function some(person: string | null | undefined): readonly string[] {
  return person === null || person === undefined ? [] : [person];
}
