import { READERS_OF_EARLIER_EPISODES } from '../law/earlier-episodes.ts';
import { PROCEEDINGS } from '../law/proceedings.ts';
import type { AtomOf, PredicateAtom, PredicateName } from '../predicates/predicate.ts';
import { FAMILY_ROLES, OVERRIDE_ROLE } from '../rules/roles.ts';

/** Which atoms an axiom speaks of: all of a predicate, or those of some roles. */
export type AtomPattern =
  | PredicateName
  | { readonly predicate: PredicateName; readonly role: (role: string) => boolean };

/** What holds of predicates in every state there can be, on one row seen on one path by one reader. */
export type Axiom = { readonly because: string } & (
  | { readonly kind: 'NEVER'; readonly of: readonly AtomPattern[] }
  | { readonly kind: 'ENTAILS'; readonly of: AtomPattern; readonly also: AtomPattern }
  /** The atom that asks more entails the one that asks the same with less. */
  | { readonly kind: 'ASKS_MORE' }
  | {
      readonly kind: 'APART';
      readonly of: readonly AtomPattern[];
      readonly from: readonly AtomPattern[];
    }
);

const PROCEEDING_ROLES: readonly string[] = [
  ...new Set(Object.values(PROCEEDINGS).map(({ role }) => role)),
];

const IN_OVERRIDE: AtomPattern = {
  predicate: 'grant.live',
  role: (role) => role === OVERRIDE_ROLE,
};

/** What only somebody who works for an agency can have. */
const OF_WORKERS: readonly AtomPattern[] = [
  { predicate: 'grant.live', role: (role) => !FAMILY_ROLES.includes(role) },
  'justification.covers',
  'entry.ownAgency',
  'agency.health',
  'agency.education',
  'agency.party',
  'override.live',
  'exclusion.wholeAgency',
  'exclusion.ofOwnAgency',
];

/** What only a family member can be. */
const OF_FAMILY: readonly AtomPattern[] = [
  { predicate: 'grant.live', role: (role) => FAMILY_ROLES.includes(role) },
  'episode.concernsMe',
  'person.self',
  'person.childOfMine',
  'entry.concernsOnlyMine',
  'household.mine',
  'limit.hides',
];

/**
 * How predicates hang together, as far as the statements guarantee it. Only what follows from the SQL of the facts stands
 * here: an axiom too many would prove what is not so, one too few only asks for more caution. The list holds what follows
 * from it as well, so that those of some atoms are all there is to know of them.
 */
export const AXIOMS: readonly Axiom[] = [
  {
    kind: 'ASKS_MORE',
    because: 'a grant that names nobody is a grant',
  },
  {
    kind: 'ENTAILS',
    of: 'episode.open',
    also: 'episode.underScreening',
    because: 'an episode that is open counts as being screened, too: both are lists of statuses',
  },
  {
    kind: 'APART',
    of: ['episode.steppedUp'],
    from: ['episode.open', 'episode.underScreening'],
    because: 'an episode has one status, and being stepped up is in neither list',
  },
  {
    kind: 'APART',
    of: ['episode.earlier'],
    from: ['episode.open', 'episode.underScreening', 'episode.steppedUp'],
    because: 'an earlier episode is a closed one',
  },
  {
    kind: 'APART',
    of: ['episode.earlier'],
    from: ['grant.live', 'episode.concernsMe'],
    because:
      'a path leads one way: that of an earlier episode is neither a grant on it nor one’s own',
  },
  {
    kind: 'APART',
    of: ['episode.concernsMe'],
    from: ['grant.live'],
    because: 'a path leads one way: one’s own episode is not reached by a grant on it',
  },
  {
    kind: 'ENTAILS',
    of: 'override.live',
    also: IN_OVERRIDE,
    because: 'every override is read in the one role',
  },
  {
    kind: 'ENTAILS',
    of: IN_OVERRIDE,
    also: 'override.live',
    because: 'no access but an override is given in that role',
  },
  {
    kind: 'APART',
    of: ['override.live', IN_OVERRIDE],
    from: [
      { predicate: 'grant.live', role: (role) => role !== OVERRIDE_ROLE },
      'exclusion.wholeAgency',
      'episode.concernsMe',
      'episode.earlier',
    ],
    because:
      'an override is a path of its own, beside which no other grant counts, and the family’s exclusion yields to it',
  },
  {
    kind: 'NEVER',
    of: [
      { predicate: 'episode.earlier', role: (role) => !READERS_OF_EARLIER_EPISODES.includes(role) },
    ],
    because: 'only some roles read earlier episodes',
  },
  {
    kind: 'NEVER',
    of: (['proceeding.live', 'proceeding.onBasis'] as const).map((predicate) => ({
      predicate,
      role: (role: string) => !PROCEEDING_ROLES.includes(role),
    })),
    because: 'no kind of proceeding has such a reader',
  },
  ...PROCEEDING_ROLES.map(
    (reader): Axiom => ({
      kind: 'ENTAILS',
      of: { predicate: 'proceeding.onBasis', role: (role) => role === reader },
      also: { predicate: 'proceeding.live', role: (role) => role === reader },
      because: 'what rests on a recorded basis is a proceeding that is live',
    }),
  ),
  {
    kind: 'APART',
    of: OF_WORKERS,
    from: OF_FAMILY,
    because:
      'an account is a worker’s, with an agency and no person, or a family member’s, with a person and no agency',
  },
  {
    kind: 'APART',
    of: ['agency.health'],
    from: ['agency.education'],
    because: 'an agency is of one kind',
  },
  {
    kind: 'APART',
    of: ['entry.ownAgency'],
    from: ['entry.stricterClass'],
    because: 'what one’s own agency recorded is of no stricter class to it',
  },
];

/** Atoms that cannot all hold at once, or one that entails another. */
export type AxiomInstance =
  | { readonly kind: 'NEVER'; readonly atoms: readonly PredicateAtom[] }
  | { readonly kind: 'ENTAILS'; readonly atom: PredicateAtom; readonly also: PredicateAtom };

/** What an axiom says of these atoms. */
export function instancesOf(
  axiom: Axiom,
  atoms: readonly PredicateAtom[],
): readonly AxiomInstance[] {
  const matching = (patterns: readonly AtomPattern[]): readonly PredicateAtom[] =>
    atoms.filter((atom) => patterns.some((pattern) => matches(pattern, atom)));
  switch (axiom.kind) {
    case 'NEVER':
      return matching(axiom.of).map((atom) => ({ kind: 'NEVER', atoms: [atom] }));
    case 'ENTAILS':
      return matching([axiom.of]).flatMap((atom) =>
        matching([axiom.also])
          .filter((also) => !namesNobody(also))
          .map((also) => ({ kind: 'ENTAILS' as const, atom, also })),
      );
    case 'ASKS_MORE':
      return atoms.filter(namesNobody).flatMap((atom) =>
        atoms
          .filter((also) => also.predicate === 'grant.live' && also.role === atom.role)
          .filter((also) => !namesNobody(also))
          .map((also) => ({ kind: 'ENTAILS' as const, atom, also })),
      );
    case 'APART':
      return matching(axiom.of).flatMap((atom) =>
        matching(axiom.from).map((other) => ({ kind: 'NEVER' as const, atoms: [atom, other] })),
      );
  }
}

function matches(pattern: AtomPattern, atom: PredicateAtom): boolean {
  if (typeof pattern === 'string') return pattern === atom.predicate;
  return pattern.predicate === atom.predicate && 'role' in atom && pattern.role(atom.role);
}

function namesNobody(atom: PredicateAtom): atom is AtomOf<'grant.live'> {
  return atom.predicate === 'grant.live' && atom.namesNobody === true;
}
