import type { Coordinate } from '../../classes/dictionary.ts';
import { coordinate } from '../../classes/dictionary.ts';
import type { CitedRule } from '../reach.ts';
import type { Breach } from './breaches.ts';
import type { Counterexample, Obligation, ProofScope } from './obligation.ts';

/** What differs from one obligation to another in telling a breach of it. */
export interface Telling {
  /** What the reader does without, e.g. "without a justification"; empty where reading at all is wrong. */
  readonly without: string;
  readonly mend: string;
}

/** A breach as a counterexample with its story. */
export function told(
  breach: Breach,
  obligation: Pick<Obligation, 'name' | 'clauses'>,
  scope: ProofScope,
  { without, mend }: Telling,
): Counterexample {
  const { role, purposes, places, rules, when } = breach;
  const coordinates = places.map(({ type, field }): Coordinate => coordinate(type, field));
  const reads = [
    `${reader(role, scope)} reads ${several(coordinates, 'fields')} for ${several(purposes, 'purposes')}`,
    without,
  ];
  return {
    obligation: obligation.name,
    clauses: obligation.clauses,
    roles: [role],
    purposes,
    coordinates,
    rules,
    found: when === null ? 'UNKNOWN' : 'PROVED',
    story: [
      ...(when === null
        ? [`It cannot be ruled out that ${lowerFirst(spaced(reads))}: the conditions are too many.`]
        : [`${spaced(reads)}.`, enough(when)]),
      permitting(rules),
      `To mend: ${when === null ? 'write the rule with fewer conditions' : mend}.`,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  };
}

/** Somebody of a role, to begin a sentence with. */
export function reader(role: string, scope: ProofScope): string {
  if (role === '*') return 'Anybody, in whatever role,';
  const title = lowerFirst(scope.titleOf(role));
  return `${/^[aeiou]/.test(title) ? 'An' : 'A'} ${title}`;
}

function enough(when: readonly string[]): string {
  if (when.length === 0) return 'Nothing else has to be so.';
  return `It is enough that ${listed(when)}.`;
}

function permitting(rules: readonly CitedRule[]): string {
  const names = rules.map(({ name, clause }) => `${name} (${clause})`);
  if (names.length === 0) return '';
  return names.length === 1 ? `Rule ${names[0]} permits it.` : `Rules ${listed(names)} permit it.`;
}

/** The first by name, and how many more. */
export function several(names: readonly string[], what: string): string {
  const [first = '', ...more] = names;
  if (more.length === 0) return first;
  return more.length === 1 ? `${first} and ${more[0]}` : `${first} and ${more.length} more ${what}`;
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

function spaced(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
