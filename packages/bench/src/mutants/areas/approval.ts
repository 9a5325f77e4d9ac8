import type { MutantArea } from '../mutant.ts';
import { mutantsOf } from '../mutant.ts';

const SRC = 'apps/partners/src/modules/policy-draft';
const TEST = 'apps/partners/test/policy-draft';
const GUARDS = [`${TEST}/guards.test.ts`];
const OVER_RULES = [`${TEST}/rules-over-rules.test.ts`];
const CHANGES = [`${TEST}/change-set.test.ts`];
/** What the guards say, each by itself: four eyes, no gain, no own role, no empty office, one revision. */
export const APPROVAL_AREA: MutantArea = {
  name: 'approval',
  mutants: [
    ...mutantsOf(`${SRC}/guards/second-person.ts`, GUARDS, [
      [
        'One of several who made a draft approves it',
        'if (tookPart.has(decider))',
        'if (tookPart.size === 1 && tookPart.has(decider))',
      ],
    ]),
    ...mutantsOf(`${SRC}/guards/approver-gains-nothing.ts`, GUARDS, [
      [
        'Whoever has a grant in a role decides what the role may do',
        'held.has(role) || granted.has(role)',
        'held.has(role)',
      ],
      [
        'Gaining is no matter where another role is touched, too',
        'if (own.length > 0)',
        'if (own.length === touched.size)',
      ],
    ]),
    ...mutantsOf(`${SRC}/guards/approver-role.ts`, GUARDS, [
      [
        'An administrator decides on what everybody may do',
        '[PROPOSER, EVERY_ROLE].filter',
        '[PROPOSER].filter',
      ],
      [
        'Administrators decide on administrators',
        'if (reserved.length > 0 && !roles.includes(LAST_DECIDER))',
        'if (reserved.length > 0 && !roles.includes(LAST_DECIDER) && !roles.includes(PROPOSER))',
      ],
    ]),
    ...mutantsOf(`${SRC}/guards/proposer-role.ts`, GUARDS, [
      [
        'Administrators propose rules of their own',
        'role === PROPOSER ? PROPOSER_FOR_PROPOSERS : PROPOSER',
        'role === PROPOSER_FOR_PROPOSERS ? PROPOSER_FOR_PROPOSERS : PROPOSER',
      ],
      [
        'One role that one may propose for is enough',
        'if (others.length > 0)',
        'if (others.length === touched.size)',
      ],
    ]),
    ...mutantsOf(`${SRC}/guards/role-not-held.ts`, GUARDS, [
      [
        'A role that one holds is changed beside another',
        'if (own.length > 0)',
        'if (own.length === touched.size)',
      ],
    ]),
    ...mutantsOf(`${SRC}/guards/took-part.ts`, GUARDS, [
      [
        'Anybody hands a draft on that somebody made',
        'if (!tookPart.has(principal))',
        'if (tookPart.size === 0)',
      ],
    ]),
    ...mutantsOf(`${SRC}/guards/revision.ts`, GUARDS, [
      [
        'A draft is changed by whoever saw a later revision of another',
        'if (revision !== expected)',
        'if (revision > expected)',
      ],
      [
        'A draft in any state is taken on',
        'if (!states.includes(state))',
        'if (states.length === 0)',
      ],
    ]),
    ...mutantsOf(`${SRC}/guards/cycle-can-act.ts`, GUARDS, [
      [
        'One office with somebody in it is enough',
        'if (vacant.length > 0)',
        'if (vacant.length === CYCLE_ROLES.length)',
      ],
    ]),
    ...mutantsOf(`${SRC}/guards/cycle-can-act.ts`, OVER_RULES, [
      ['A denial leaves the cycle able to act', ' && !on.some(mayDeny)', ''],
      [
        'One field of a draft is enough to decide on it',
        'fields.every((field) => {',
        'fields.some((field) => {',
      ],
      [
        'What is open for another purpose lets an office act',
        " &&\n      rule.purposes.includes('ADMINISTRATION')",
        '',
      ],
      ['What an office may record lets it act', "rule.action === 'read' &&", ''],
    ]),
    ...mutantsOf(`${SRC}/guards/hold-of-own.ts`, OVER_RULES, [
      ['What one may record is a hold over rules', "if (rule.action !== 'read') return [];", ''],
      [
        'Taking a denial away gives nobody a hold',
        '...lets.filter((each) => !letBefore.includes(each)), ...denied',
        '...lets.filter((each) => !letBefore.includes(each))',
      ],
      [
        'A rule for more purposes is as wide as before',
        '({ role, resource, purposes, when })',
        '({ role, resource, when })',
      ],
      [
        'What any role may read is one’s own',
        "effect === 'ALLOW' && roles.has(role)",
        "effect === 'ALLOW' && roles.size > 0",
      ],
    ]),
    ...mutantsOf(`${SRC}/changes/change.ts`, CHANGES, [
      [
        'Only what a rule is to be touches a role, not what it was',
        'changes.flatMap(({ before, after }) => [before, after])',
        'changes.flatMap(({ after }) => [after])',
      ],
      [
        'A rule that cannot be read is about no role',
        '(role !== null && known.has(role) ? role : EVERY_ROLE)',
        "(role ?? '')",
      ],
    ]),
    ...mutantsOf(`${SRC}/changes/change-set.ts`, CHANGES, [
      [
        'A draft writes over what was published since',
        'else if (isSameRule(present, change.before)) moved',
        'else if (present !== null || change.before === null) moved',
      ],
    ]),
  ],
};
