import { isClassKey } from '../../classes/data-class.ts';
import type { PurposeLock } from '../../law/purpose-locks.ts';
import { PURPOSE_LOCKS } from '../../law/purpose-locks.ts';
import type { RequestFacts } from '../request-facts.ts';
import type { OracleRow } from '../row.ts';
import { belongingOf } from '../row.ts';
import { isOnlyAbout, personsOf } from '../row-persons.ts';
import { isJustifiedForAll } from './justified.ts';
import { entryOwnAgency } from './own.ts';
import type { Question } from './question.ts';

const LOCKS: ReadonlyMap<string, PurposeLock> = new Map(Object.entries(PURPOSE_LOCKS));

/** The row is of a class beyond its type's, and neither one's own agency's, nor one's own, nor justified for that class. */
export function entryStricterClass(atom: unknown, question: Question): boolean {
  const { row, facts } = question;
  const rowClass = row.about.rowClass ?? null;
  if (rowClass === null || entryOwnAgency(atom, question)) return false;
  if (isOnlyAbout(row, facts.principal.person)) return false;
  const episodeId = episodeRecordedIn(row);
  return !(
    isClassKey(rowClass) &&
    episodeId !== null &&
    isJustifiedForAll(personsOf(row), rowClass, episodeId, facts)
  );
}

/** The row came under a law that does not let this agency have it for this purpose; a person's own data is not locked to them. */
export function entryPurposeLocked(_atom: unknown, { row, facts }: Question): boolean {
  const key = row.about.purposeLock ?? null;
  if (key === null || isOnlyAbout(row, facts.principal.person)) return false;
  const lock = LOCKS.get(key);
  return (
    lock === undefined ||
    !lock.purposes.some((purpose) => purpose === facts.purpose) ||
    !mayReceive(facts, lock)
  );
}

function mayReceive(
  { principal: { agency }, standings }: RequestFacts,
  { agencyKinds, deaListed }: PurposeLock,
): boolean {
  if (deaListed && !standings.includes('DEA2017_SPECIFIED_PERSON')) return false;
  return agencyKinds === null || (agency !== null && agencyKinds.includes(agency.kind));
}

function episodeRecordedIn(row: OracleRow): string | null {
  const { episodeId, entryEpisodeId } = row.about;
  return (belongingOf(row) === 'EPISODE' ? episodeId : entryEpisodeId) ?? null;
}
