import type { MutantArea } from '../mutant.ts';
import { mutantsOf } from '../mutant.ts';

const SRC = 'apps/partners/src/modules/policy-draft';
const TEST = 'apps/partners/test/policy-draft';
const DESK = 'packages/embedded/test/policy';
const GUARDS = [`${TEST}/guards.test.ts`];
const OVER_RULES = [`${TEST}/rules-over-rules.test.ts`];
const CHANGES = [`${TEST}/change-set.test.ts`];
const FOUR_EYES = [`${DESK}/four-eyes.test.ts`];
const NARROWING = [`${DESK}/narrowing.test.ts`];
const PUBLISHING = [`${DESK}/publishing.test.ts`];
const EDITORS = [`${DESK}/two-editors.test.ts`];
const DRAFTING = [`${DESK}/drafting.test.ts`];

/** Who may propose, decide, narrow and roll back what the policy is. */
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
        " && rule.purposes.includes('ADMINISTRATION')",
        '',
      ],
    ]),
    ...mutantsOf(`${SRC}/guards/hold-of-own.ts`, OVER_RULES, [
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
        "effect === 'ALLOW' && roles.includes(role)",
        "effect === 'ALLOW' && roles.length > 0",
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
        'roleOf(body) ?? EVERY_ROLE',
        "roleOf(body) ?? ''",
      ],
    ]),
    ...mutantsOf(`${SRC}/changes/change-set.ts`, CHANGES, [
      [
        'A draft writes over what was published since',
        'else if (isSameRule(present, change.before)) moved',
        'else if (present !== null || change.before === null) moved',
      ],
    ]),
    ...mutantsOf(`${SRC}/guards/decider.ts`, FOUR_EYES, [
      ['The second person may be the first', '  requireSecondPerson(accountId, tookPart);\n', ''],
      [
        'A role that a proposer came to hold is no matter',
        '  requireRoleNotHeld(await rolesHeldBy(transaction, tookPart, now), touched);\n',
        '',
      ],
      [
        'Grants count for nothing',
        'rolesGrantedTo(transaction, accountId, now)',
        'new Set<string>()',
      ],
    ]),
    ...mutantsOf(`${SRC}/store/holdings.ts`, FOUR_EYES, [
      [
        'A role that begins next month is not held',
        '(ends_at IS NULL OR ends_at > $2::timestamptz)`,\n    values: [[...accounts]',
        'starts_at <= $2::timestamptz AND (ends_at IS NULL OR ends_at > $2::timestamptz)`,\n    values: [[...accounts]',
      ],
      [
        'Somebody whose account is closed fills an office',
        " AND account.state IN ('ACTIVE', 'DORMANT_WARNING')",
        '',
      ],
    ]),
    ...mutantsOf(`${SRC}/store/events.ts`, FOUR_EYES, [
      [
        'Whoever took back what they did had no part in it',
        "ARRAY['APPROVED', 'CONFIRMED', 'REFUSED']",
        "ARRAY['APPROVED', 'CONFIRMED', 'REFUSED', 'RULE_REMOVED', 'CHANGE_UNDONE']",
      ],
    ]),
    ...mutantsOf(`${SRC}/commands/edit-rule.ts`, FOUR_EYES, [
      [
        'Anybody gives away a hold over rules',
        'if (change !== null) requireHold',
        'if (change === null) requireHold',
      ],
      [
        'Whoever edits is not asked what they hold',
        'new Set([...(await takingPart(transaction, draft.id)), principal.accountId])',
        'await takingPart(transaction, draft.id)',
      ],
    ]),
    ...mutantsOf(`${SRC}/readiness.ts`, FOUR_EYES, [
      ['A draft leaves an office unable to act', '  requireCycleCanAct(read, dictionary);\n', ''],
    ]),
    ...mutantsOf(`${SRC}/commands/submit-draft.ts`, FOUR_EYES, [
      [
        'A proposer who came to hold the role hands it on',
        '  requireRoleNotHeld(await rolesHeldBy(transaction, people, now), touched);\n',
        '',
      ],
    ]),
    ...mutantsOf(`${SRC}/commands/activate-narrowing.ts`, NARROWING, [
      [
        'What widens is in force at once, too',
        '!onlyNarrows(requireReadableRules(base, dictionary), read, dictionary)',
        '!onlyNarrows(read, read, dictionary)',
      ],
      [
        'What is in force at once counts as approved',
        'approvedBy: null,',
        'approvedBy: principal.accountId,',
      ],
    ]),
    ...mutantsOf(`${SRC}/commands/activate-narrowing.ts`, FOUR_EYES, [
      [
        'Whoever holds the role narrows it at once',
        '  requireRoleNotHeld(await rolesHeldBy(transaction, people, now), touched);\n',
        '',
      ],
    ]),
    ...mutantsOf(`${SRC}/commands/refuse-draft.ts`, NARROWING, [
      [
        'What was published since is lost with what is refused',
        'const rules = await rulesOf(transaction, live);',
        'const rules = await rulesOf(transaction, draft.publishedVersion ?? live);',
      ],
    ]),
    ...mutantsOf(`${SRC}/readiness.ts`, NARROWING, [
      [
        'A draft on an older version is published',
        'if (draft.baseVersion !== (isRollback ? latest : live))',
        'if (draft.baseVersion > (isRollback ? latest : live))',
      ],
      [
        'What collides is published',
        'if (colliding.length > 0)',
        'if (colliding.length === changes.length)',
      ],
    ]),
    ...mutantsOf(`${SRC}/readiness.ts`, PUBLISHING, [
      [
        'A draft puts aside a version that waits for its date',
        'if (!isRollback && latest > live)',
        'if (isRollback && latest > live)',
      ],
      [
        'A rollback touches only what it takes back of a version that waits',
        'rolesTouched([...changes, ...changesBetween(inForce, rules)])',
        'rolesTouched(changesBetween(inForce, rules))',
      ],
    ]),
    ...mutantsOf(`${SRC}/commands/approve-draft.ts`, PUBLISHING, [
      ['A version is in force as of now by a date', 'if (ahead <= 0 ||', 'if (ahead < 0 ||'],
      ['A version is dated ten years ahead', '366 * 86_400_000', '3_660 * 86_400_000'],
      [
        'A draft that nobody submitted is approved',
        "requireState(draft, 'SUBMITTED', 'ACTIVE_UNCONFIRMED');",
        "requireState(draft, 'EDITING', 'SUBMITTED', 'ACTIVE_UNCONFIRMED');",
      ],
      [
        'A version is in force before its date',
        '    reason: draft.reason,\n    activatedAt,',
        '    reason: draft.reason,\n    activatedAt: now,',
      ],
    ]),
    ...mutantsOf(`${SRC}/commands/roll-back.ts`, PUBLISHING, [
      [
        'Whoever holds the role rolls it back',
        '  requireRoleNotHeld(await rolesHeldBy(transaction, [principal.accountId], now), touched);\n',
        '',
      ],
      [
        'A rollback takes back what is in force and keeps what waits',
        'changesBetween(await rulesOf(transaction, latest), wanted)',
        'changesBetween(await rulesOf(transaction, live), wanted)',
      ],
    ]),
    ...mutantsOf(
      `${SRC}/store/draft.ts`,
      [...EDITORS, ...DRAFTING],
      [
        ['Two edits of one draft do not wait for each other', ' FOR UPDATE', ''],
        [
          'A key gives anybody the draft that somebody made with it',
          'WHERE created_by = $1 AND idempotency_key = $2\n',
          'WHERE ($1::uuid IS NOT NULL) AND idempotency_key = $2\n',
        ],
      ],
    ),
  ],
};
