import { NEVER } from '../../../conditions/condition.ts';
import { breachesOf } from '../breaches.ts';
import type { Confined, Obligation, ProofScope } from '../obligation.ts';
import { told } from '../story.ts';

/** Roles that may reach no type but those that are no record, by their own rules or by those of every role. */
function reachingNoRecord(
  about: Pick<Obligation, 'name' | 'clauses' | 'says'>,
  confinedIn: (scope: ProofScope) => Confined,
  mend: string,
): Obligation {
  return {
    ...about,
    counterexamples: (policy, scope) => {
      const { roles, types } = confinedIn(scope);
      return roles.flatMap((role) =>
        breachesOf(policy, {
          role,
          purposes: policy.purposesOf([role]),
          places: policy.places().filter(({ type }) => !types.includes(type)),
          counts: ({ rule }) => rule.role === role || rule.role === '*',
          must: () => NEVER,
        }).map((breach) => told(breach, about, scope, { without: '', mend })),
      );
    },
  };
}

export const ADMINISTRATORS: Obligation = reachingNoRecord(
  {
    name: 'administrators-reach-no-record',
    clauses: ['SHR-8.3.8f'],
    says: 'No role that administers the system reaches a record of anybody.',
  },
  ({ administrators }) => administrators,
  'take the field from the role; whoever needs the record is given a grant in a role that works with it',
);

export const REPORTING: Obligation = reachingNoRecord(
  {
    name: 'reporting-reaches-no-record',
    clauses: ['SHR-3.2b', 'SHR-3.9.3', 'SOM-6.14.3'],
    says: 'No role that reports reaches a record type: it reads protected counts.',
  },
  ({ reporting }) => reporting,
  'take the type from the role; what it needs is published as a protected count',
);
