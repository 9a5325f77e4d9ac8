import { levelsHiding } from '../../law/young-persons-limit.ts';
import type { AtomOf } from '../../predicates/predicate.ts';
import type { DisclosureLimitFact } from '../facts.ts';
import type { RequestFacts } from '../request-facts.ts';
import { belongingOf } from '../row.ts';
import { personsOf } from '../row-persons.ts';
import { hasHappened } from '../validity.ts';
import type { Question } from './question.ts';

/** The limit of somebody else whom the row is about, as it stands now, hides the field; of several the strictest (SHR-3.4.3d). */
export function limitHides(
  { coordinate }: AtomOf<'limit.hides'>,
  { facts, row }: Question,
): boolean {
  const hiding: readonly string[] = levelsHiding(coordinate);
  return personsOf(row)
    .filter((person) => person !== facts.principal.person)
    .some((person) => hiding.includes(levelOf(person, facts) ?? ''));
}

/** The person whose row it is has opened it to their parents. */
export function limitOpenToParents(_atom: unknown, { facts, row }: Question): boolean {
  const belonging = belongingOf(row);
  if (belonging !== 'PERSON' && belonging !== 'PERSON_ENTRY') return false;
  return levelOf(row.about.personId ?? '', facts) === 'OPEN_TO_PARENTS';
}

/** The level set last; of two set at the same instant, the one with the greater id. Null where none is set. */
function levelOf(person: string, facts: RequestFacts): string | null {
  const inOrder = facts
    .limitsOf(person)
    .filter((limit) => hasHappened(limit.setAt, facts.now))
    .toSorted(bySetAtThenId);
  return inOrder.at(-1)?.level ?? null;
}

function bySetAtThenId(a: DisclosureLimitFact, b: DisclosureLimitFact): number {
  return a.setAt.getTime() - b.setAt.getTime() || (a.id < b.id ? -1 : 1);
}
