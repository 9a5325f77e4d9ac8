import type { ClassKey } from '../../../classes/data-class.ts';
import type { Condition } from '../../../conditions/condition.ts';
import { NEVER } from '../../../conditions/condition.ts';
import { and, not, or } from '../../../conditions/simplify.ts';
import type { PredicateAtom } from '../../../predicates/predicate.ts';
import { OVERRIDE_ROLE } from '../../../rules/roles.ts';
import type { Place, PolicyTable } from '../../policy-table.ts';
import type { Breach, Demand } from '../breaches.ts';
import { breachesOf } from '../breaches.ts';
import type { Counterexample, Obligation, ProofScope } from '../obligation.ts';
import type { Telling } from '../story.ts';
import { told } from '../story.ts';

const ABOUT = { name: 'overrides-open-what-they-name', clauses: ['SHR-3.5L-e', 'SHR-3.3.1'] };

const BY_OVERRIDE = holding({ predicate: 'grant.live', role: OVERRIDE_ROLE });
const ONES_OWN = holding({ predicate: 'account.self' });
/** What ties somebody to a row whatever episode leads there. */
const OTHERWISE: readonly PredicateAtom[] = [
  { predicate: 'account.self' },
  { predicate: 'oversight.free' },
  { predicate: 'pool.current' },
  { predicate: 'agency.party' },
];

/** What has to be so wherever the role of an override reads a field. */
function mustHold(types: 'OUTLINE' | 'RECORD' | 'OTHER', dataClass: ClassKey): Condition {
  if (types === 'OTHER') return ONES_OWN;
  if (types === 'OUTLINE' || dataClass === 'OPERATIONAL') return or([ONES_OWN, BY_OVERRIDE]);
  const named = holding({ predicate: 'justification.covers', class: dataClass });
  return or([and([BY_OVERRIDE, or([named, holding({ predicate: 'entry.ownAgency' })])]), ONES_OWN]);
}

/**
 * The live override is the one thing that says who reads, until when, in which episode and of whom: its role reads nothing
 * without it, and no other role anything by it. That it means this is what SQL and oracle are held against each other for.
 */
export const OVERRIDES: Obligation = {
  ...ABOUT,
  says: 'Nothing is read by an override after its end, by another than its holder, of another episode or person than it names, without the reason recorded for it, or for anything but protecting somebody.',
  counterexamples: (policy, scope) => [
    ...ofTheRole(policy, scope),
    ...policy.roles.concat('*').flatMap((role) => ofAnother(role, policy, scope)),
  ],
};

function ofTheRole(policy: PolicyTable, scope: ProofScope): readonly Counterexample[] {
  const { outlines, records, purposes } = scope.overrides;
  const reading = {
    role: OVERRIDE_ROLE,
    counts: counting(OVERRIDE_ROLE),
    purposes: policy.purposesOf([OVERRIDE_ROLE]),
  };
  const kinds = {
    OUTLINE: (type: string): boolean => outlines.includes(type),
    RECORD: (type: string): boolean => records.includes(type),
    OTHER: (type: string): boolean => !outlines.includes(type) && !records.includes(type),
  } as const;
  const named = (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((kind) =>
    breachesOf(policy, {
      ...reading,
      places: notPublic(policy).filter(({ type }) => kinds[kind](type)),
      must: (dataClass) => mustHold(kind, dataClass),
    }),
  );
  const elsewhere = breachesOf(policy, {
    ...reading,
    purposes: reading.purposes.filter((purpose) => !purposes.includes(purpose)),
    places: notPublic(policy),
    must: () => NEVER,
  });
  return [
    ...tell(named, scope, {
      without: 'without an override that names everybody whom it is about',
      mend: 'let the rule ask for grant.live, and for justification.covers where several persons are told of',
    }),
    ...tell(elsewhere, scope, { without: '', mend: 'take the purpose from the rule' }),
  ];
}

function ofAnother(
  role: string,
  policy: PolicyTable,
  scope: ProofScope,
): readonly Counterexample[] {
  if (role === OVERRIDE_ROLE) return [];
  const breaches = breachesOf(policy, {
    role,
    counts: counting(role),
    purposes: policy.purposesOf(role === '*' ? policy.roles : [role]),
    // Where no rule is the role's own there is nothing that it is given.
    places: policy.placesNaming(role).filter((place) => isNotPublic(policy, place)),
    must: () => or([not(holding({ predicate: 'override.live' })), ...OTHERWISE.map(holding)]),
  });
  return tell(breaches, scope, {
    without: 'by an override',
    mend: 'let the rule ask for grant.live: what is read by an override is a rule of its role',
  });
}

function counting(role: string): Demand['counts'] {
  return ({ rule }) => rule.role === role || (rule.role === '*' && rule.effect === 'DENY');
}

function notPublic(policy: PolicyTable): readonly Place[] {
  return policy.places().filter((place) => isNotPublic(policy, place));
}

/** What is public is everybody’s. */
function isNotPublic({ dictionary }: PolicyTable, { type, field }: Place): boolean {
  return dictionary.get(type)?.get(field) !== 'PUBLIC';
}

function tell(
  breaches: readonly Breach[],
  scope: ProofScope,
  telling: Telling,
): readonly Counterexample[] {
  return breaches.map((breach) => told(breach, ABOUT, scope, telling));
}

function holding(atom: PredicateAtom): Condition {
  return { kind: 'HOLDS', atom };
}
