import { isBlank } from '../law/blank.ts';
import type { ProceedingLaw } from '../law/proceedings.ts';
import { PROCEEDINGS } from '../law/proceedings.ts';
import type { ProceedingFact } from './facts.ts';
import { hasHappened, isAhead } from './validity.ts';

const LAWS: ReadonlyMap<string, ProceedingLaw> = new Map(Object.entries(PROCEEDINGS));

/** Whether a proceeding has begun, neither ended nor been closed, and is in a state in which its role reads. */
export function isLiveProceeding(row: ProceedingFact, now: Date): boolean {
  const law = LAWS.get(row.kind);
  if (law === undefined || !law.live.includes(row.state)) return false;
  if (law.timed && row.endsAt === null) return false;
  return hasHappened(row.openedAt, now) && isAhead(row.endsAt, now) && isAhead(row.closedAt, now);
}

/** Whether one of these proceedings is live and has this reader. */
export function isReadBy(rows: readonly ProceedingFact[], role: string, now: Date): boolean {
  return rows.some((row) => LAWS.get(row.kind)?.role === role && isLiveProceeding(row, now));
}

/** The same of one that rests on a law, and not on the family’s agreement. */
export function restsOnBasis(rows: readonly ProceedingFact[], role: string, now: Date): boolean {
  return isReadBy(
    rows.filter(({ basis = null }) => basis !== null && !isBlank(basis)),
    role,
    now,
  );
}
