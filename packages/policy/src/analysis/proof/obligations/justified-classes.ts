import type { ClassKey } from '../../../classes/data-class.ts';
import type { Condition } from '../../../conditions/condition.ts';
import { or } from '../../../conditions/simplify.ts';
import type { PredicateAtom } from '../../../predicates/predicate.ts';
import { breachesOf } from '../breaches.ts';
import type { Obligation } from '../obligation.ts';
import { told } from '../story.ts';

const ABOUT = {
  name: 'justified-classes',
  clauses: ['SHR-4.3-cond', 'SHR-3.3.3a', 'SHR-3.3.6'],
};

/** One's own agency's entry, and what is one's own or one's children's alone. */
const EXEMPT: readonly PredicateAtom[] = [
  { predicate: 'entry.ownAgency' },
  { predicate: 'person.self' },
  { predicate: 'person.childOfMine' },
  { predicate: 'entry.concernsOnlyMine' },
];

/**
 * What has to be so wherever a field of the class is read. The justification is one of the very class, for the episode that
 * the field is read through; of what legal shape it has to be, and that it is live, is what the predicate says.
 */
function mustHold(dataClass: ClassKey, isPicked: boolean): Condition {
  const atoms: readonly PredicateAtom[] = [
    { predicate: 'justification.covers', class: dataClass },
    ...EXEMPT,
    ...(isPicked ? [{ predicate: 'transfer.includes' } as const] : []),
  ];
  return or(atoms.map((atom): Condition => ({ kind: 'HOLDS', atom })));
}

/**
 * Shown for the rules of each role by themselves, and for those of every role. That is a proof for every set of roles: what
 * a set is released is allowed by a rule of one of its roles, or of every role, and denied by none, so it is released by
 * that role's rules alone.
 */
export const JUSTIFIED_CLASSES: Obligation = {
  ...ABOUT,
  says: 'Nobody reads special-category or criminal-offence data without a live justification of its class, except entries of their own agency, their own or their children’s data, and what was picked by hand for a live transfer.',
  counterexamples: (policy, scope) => {
    const places = policy.places().filter(({ type, field }) => {
      const dataClass = policy.dictionary.get(type)?.get(field);
      return dataClass === 'CRIMINAL_OFFENCE' || dataClass?.startsWith('SPECIAL_CATEGORY');
    });
    return ['*', ...policy.roles].flatMap((role) =>
      breachesOf(policy, {
        role,
        purposes: policy.purposesOf(role === '*' ? policy.roles : [role]),
        places,
        counts: ({ rule }) => rule.role === role || (rule.role === '*' && rule.effect === 'DENY'),
        must: (dataClass) => mustHold(dataClass, scope.handPicked.includes(role)),
      }).map((breach) =>
        told(breach, ABOUT, scope, {
          without: 'without a justification',
          mend: 'let the rule ask for justification.covers, or for entry.ownAgency',
        }),
      ),
    );
  },
};
