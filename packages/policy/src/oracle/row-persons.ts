import type { OracleRow } from './row.ts';
import { belongingOf } from './row.ts';

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

/** The persons an entry of an episode concerns; none where its type has none. A signer's row concerns the signer. */
export function concernsOf(row: OracleRow): readonly string[] {
  if (belongingOf(row) !== 'EPISODE') return [];
  const { concerns, personId } = row.about;
  return concerns ?? (row.type === 'AgreementSigner' ? some(personId) : []);
}

/** The one person whose row it is: a person's, an entry's of theirs, or their signature's. */
export function ownerOf(row: OracleRow): string | null {
  if (belongingOf(row) === 'EPISODE' && row.type !== 'AgreementSigner') return null;
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
