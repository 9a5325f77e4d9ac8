import type { Question } from './question.ts';

/** Makes a predicate about the kind of the principal's agency. */
function agencyIs(...kinds: readonly string[]): (atom: unknown, question: Question) => boolean {
  return (_atom, { facts: { principal } }) =>
    principal.agency !== null && kinds.includes(principal.agency.kind);
}

export const agencyHealth = agencyIs('HEALTH');

export const agencyEducation = agencyIs('SCHOOL', 'EARLY_YEARS');

/** The principal's agency is one of those that the row is between. */
export function agencyParty(_atom: unknown, { facts: { principal }, row }: Question): boolean {
  return principal.agency !== null && (row.about.parties ?? []).includes(principal.agency.id);
}
