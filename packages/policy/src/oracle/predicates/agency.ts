import { keepsOut } from './exclusions.ts';
import type { Question } from './question.ts';

/** Makes a predicate about the kind of the principal's agency. */
function agencyIs(...kinds: readonly string[]): (atom: unknown, question: Question) => boolean {
  return (_atom, { facts: { principal } }) =>
    principal.agency !== null && kinds.includes(principal.agency.kind);
}

export const agencyHealth = agencyIs('HEALTH');

export const agencyEducation = agencyIs('SCHOOL', 'EARLY_YEARS');

/** The principal's agency is one of those that the row is between, and the family does not keep it out since. */
export function agencyParty(_atom: unknown, { facts, row }: Question): boolean {
  const { agency } = facts.principal;
  const episode = facts.episode(row.about.episodeId ?? '');
  if (agency === null || episode === undefined) return false;
  return (row.about.parties ?? []).includes(agency.id) && !keepsOut(episode, facts);
}
