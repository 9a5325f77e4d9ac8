import type { AccountKind, Precondition } from '../../../law/preconditions.ts';
import { FAMILY_ROLES } from '../../../rules/roles.ts';
import type { PolicyTable } from '../../policy-table.ts';
import type { Counterexample, Obligation, ProofScope } from '../obligation.ts';
import { reader } from '../story.ts';

interface Mandatory {
  readonly name: Precondition['name'];
  readonly clause: string;
  readonly accounts: readonly AccountKind[];
  /** Who reads where it is not asked, as a relative clause. */
  readonly lacking: string;
}

/** What the clauses ask for, apart from the list that the gate is made of: what is missing there shows here. */
const MANDATORY: readonly Mandatory[] = [
  both('ACCOUNT_ACTIVE', 'SHR-8.3.7f', 'whose account was disabled'),
  both('ISSUER_FOR_AGENCY', 'SHR-8.4.2b', 'whose sign-in does not speak for their agency'),
  both('MULTI_FACTOR', 'SHR-8.3.7a', 'who signed in without a second factor'),
  {
    name: 'TRAINING_VALID',
    clause: 'SHR-8.2.1d',
    accounts: ['PRACTITIONER'],
    lacking: 'whose training is missing or out of date',
  },
  both('ACCEPTED', 'DEV-A3-ua', 'who has not accepted the user agreement'),
  both('AGENCY_IN_FORCE', 'SHR-8.2.1c', 'whose agency is not bound by the agreement'),
  both('AGENCY_EVIDENCE', 'SHR-8.3.7d', 'whose agency has no valid policies'),
];

function both(name: Precondition['name'], clause: string, lacking: string): Mandatory {
  return { name, clause, accounts: ['PRACTITIONER', 'FAMILY'], lacking };
}

const NAME = 'mandatory-preconditions';

/** The gate asks the same of everybody before any rule is looked at, so one list is a proof for every role and rule. */
export const MANDATORY_PRECONDITIONS: Obligation = {
  name: NAME,
  clauses: MANDATORY.map(({ clause }) => clause),
  says: 'Nobody reads anything, in whatever role, without every mandatory precondition of account and agency.',
  counterexamples: (policy, scope) =>
    MANDATORY.flatMap((mandatory) =>
      mandatory.accounts
        .filter((kind) => !isAsked(mandatory.name, kind, scope))
        .map((kind) => rolesOf(policy, kind))
        .filter((roles) => roles.length > 0)
        .map((roles) => counterexample(mandatory, roles, policy, scope)),
    ),
};

function isAsked(name: Precondition['name'], kind: AccountKind, scope: ProofScope): boolean {
  return scope.preconditions.some((one) => one.name === name && one.accounts.includes(kind));
}

function rolesOf({ roles }: PolicyTable, kind: AccountKind): readonly string[] {
  return roles.filter((role) => FAMILY_ROLES.includes(role) === (kind === 'FAMILY'));
}

function counterexample(
  { name, clause, lacking }: Mandatory,
  roles: readonly string[],
  policy: PolicyTable,
  scope: ProofScope,
): Counterexample {
  const [first = '', ...others] = roles;
  return {
    obligation: NAME,
    clauses: [clause],
    roles,
    purposes: policy.purposesOf(roles),
    coordinates: [],
    rules: [],
    found: 'PROVED',
    story: `${reader(first, scope)}, ${lacking}, reads whatever the rules of the role permit.${alsoDone(others, scope)} No rule permits it: ${name} (${clause}) is not asked of them. To mend: put it back into the list of preconditions.`,
  };
}

function alsoDone(roles: readonly string[], scope: ProofScope): string {
  const [only, ...more] = roles;
  if (only === undefined) return '';
  if (more.length > 0) return ` So does anybody of ${roles.length} more roles.`;
  const who = reader(only, scope);
  return ` So does ${who.charAt(0).toLowerCase()}${who.slice(1)}.`;
}
