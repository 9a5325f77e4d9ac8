import type { MutantArea } from '../mutant.ts';
import { mutantsOf } from '../mutant.ts';

const SRC = 'apps/partners/src/modules/policy-draft';
const DESK = 'packages/embedded/test/policy';
const EDITORS = [`${DESK}/two-editors.test.ts > of two edits that meet`];

/** Some of the tests of a file at the desk; the whole of one takes its time. */
const of = (file: string) => (words: string) => [`${DESK}/${file}.test.ts > ${words}`];
const eyes = of('four-eyes');
const narrowing = of('narrowing');
const publishing = of('publishing');

/** What the commands ask for before a draft becomes a version: roles held, the date, the version in force, what collides. */
export const PUBLICATION_AREA: MutantArea = {
  name: 'publication',
  mutants: [
    ...mutantsOf(`${SRC}/guards/decider.ts`, eyes('who decides'), [
      ['The second person may be the first', '  requireSecondPerson(accountId, tookPart);\n', ''],
    ]),
    ...mutantsOf(`${SRC}/guards/decider.ts`, eyes('a role that its editor was given afterwards'), [
      [
        'A role that a proposer came to hold is no matter',
        '  requireRoleNotHeld(await rolesHeldBy(transaction, tookPart, now), touched);\n',
        '',
      ],
    ]),
    ...mutantsOf(`${SRC}/guards/decider.ts`, eyes('whoever has a grant in the role'), [
      [
        'Grants count for nothing',
        'rolesGrantedTo(transaction, accountId, now)',
        'new Set<string>()',
      ],
    ]),
    ...mutantsOf(`${SRC}/store/holdings.ts`, eyes('a role that begins next month'), [
      [
        'A role that begins next month is not held',
        '(ends_at IS NULL OR ends_at > $2::timestamptz)`,\n    values: [[...accounts]',
        'starts_at <= $2::timestamptz AND (ends_at IS NULL OR ends_at > $2::timestamptz)`,\n    values: [[...accounts]',
      ],
    ]),
    ...mutantsOf(`${SRC}/store/holdings.ts`, eyes('while an office of the cycle has nobody'), [
      ['Somebody whose account is closed fills an office', "${isInUse('account')} AND ", ''],
    ]),
    ...mutantsOf(`${SRC}/store/events.ts`, eyes('an edit that was taken back'), [
      [
        'Whoever took back what they did had no part in it',
        "ARRAY['APPROVED', 'CONFIRMED', 'REFUSED']",
        "ARRAY['APPROVED', 'CONFIRMED', 'REFUSED', 'RULE_REMOVED', 'CHANGE_UNDONE']",
      ],
    ]),
    ...mutantsOf(`${SRC}/commands/edit-rule.ts`, eyes('nobody gives a hold over rules'), [
      [
        'Anybody gives away a hold over rules',
        'requireHoldOfOwn([change],',
        'requireHoldOfOwn([],',
      ],
    ]),
    ...mutantsOf(`${SRC}/commands/edit-rule.ts`, eyes('one cannot bring a draft about'), [
      [
        'Whoever edits is not asked what they hold',
        'new Set([...(await takingPart(transaction, draft.id)), principal.accountId])',
        'await takingPart(transaction, draft.id)',
      ],
    ]),
    ...mutantsOf(`${SRC}/publishable.ts`, eyes('the cycle stays whole'), [
      ['A draft leaves an office unable to act', '    requireCycleCanAct(read, dictionary);\n', ''],
    ]),
    ...mutantsOf(
      `${SRC}/publishable.ts`,
      [`${DESK}/taken-back.test.ts`],
      [
        [
          'What is taken back is proved by nobody',
          'if (stories.length > 0)',
          'if (stories.length < 0)',
        ],
      ],
    ),
    ...mutantsOf(
      `${SRC}/guards/as-approved.ts`,
      [`${DESK}/tampered-base.test.ts`],
      [
        [
          'A rule that was altered behind its seal is sealed anew',
          '.filter((name) => !seen.has(name))',
          '.filter((name) => seen.has(name))',
        ],
      ],
    ),
    ...mutantsOf(
      `${SRC}/readiness.ts`,
      [`${DESK}/tampered-base.test.ts`],
      [
        [
          'One administrator seals what was altered by changing it',
          "made.eyes === 'FOUR' ? ",
          'made.eyes !== undefined ? ',
        ],
      ],
    ),
    ...mutantsOf(
      `${SRC}/readiness.ts`,
      [`${DESK}/guards-later.test.ts`],
      [
        [
          'A hold that was taken away since the edit is given on',
          'if (!isRollback) requireHoldOfOwn(',
          'if (isRollback) requireHoldOfOwn(',
        ],
      ],
    ),
    ...mutantsOf(`${SRC}/commands/submit-draft.ts`, eyes('keeps them from handing it on'), [
      [
        'A proposer who came to hold the role hands it on',
        '  requireRoleNotHeld(await rolesHeldBy(transaction, people, now), touched);\n',
        '',
      ],
    ]),
    ...mutantsOf(`${SRC}/commands/activate-narrowing.ts`, narrowing('one that also widens'), [
      [
        'What widens is in force at once, too',
        '!onlyNarrows(requireReadableRules(base, dictionary), publishable.read, policySchema)',
        '!onlyNarrows(publishable.read, publishable.read, policySchema)',
      ],
    ]),
    ...mutantsOf(`${SRC}/commands/activate-narrowing.ts`, narrowing('holds at once'), [
      [
        'What is in force at once counts as approved',
        'approvedBy: null,',
        'approvedBy: principal.accountId,',
      ],
    ]),
    ...mutantsOf(
      `${SRC}/commands/activate-narrowing.ts`,
      eyes('a role that its editor was given afterwards'),
      [
        [
          'Whoever holds the role narrows it at once',
          '  requireRoleNotHeld(await rolesHeldBy(transaction, people, now), touched);\n',
          '',
        ],
      ],
    ),
    ...mutantsOf(`${SRC}/commands/refuse-draft.ts`, narrowing('comes back when'), [
      [
        'What was published since is lost with what is refused',
        'const rules = changed(inForce.rules, moved);',
        'const rules = changed(after.rules, moved);',
      ],
    ]),
    ...mutantsOf(`${SRC}/readiness.ts`, narrowing('is moved'), [
      [
        'A draft on an older version is published',
        'if (draft.baseVersion !== (isRollback ? latest : live))',
        'if (draft.baseVersion > (isRollback ? latest : live))',
      ],
    ]),
    ...mutantsOf(`${SRC}/readiness.ts`, narrowing('is moved'), [
      [
        'What collides is published',
        'if (colliding.length > 0)',
        'if (colliding.length === changes.length)',
      ],
    ]),
    ...mutantsOf(`${SRC}/readiness.ts`, publishing('is in force from its moment on'), [
      [
        'A draft puts aside a version that waits for its date',
        'if (!isRollback && latest > live)',
        'if (isRollback && latest > live)',
      ],
    ]),
    ...mutantsOf(`${SRC}/readiness.ts`, publishing('is in force from its moment on'), [
      [
        'A rollback touches only what it takes back of a version that waits',
        '[...changes, ...changesBetween(inForce.rules, rules), ...lostFrom(inForce)],',
        '[...changesBetween(inForce.rules, rules), ...lostFrom(inForce)],',
      ],
    ]),
    ...mutantsOf(`${SRC}/commands/approve-draft.ts`, publishing('is in force from its moment on'), [
      ['A version is in force as of now by a date', 'if (ahead <= 0 ||', 'if (ahead < 0 ||'],
    ]),
    ...mutantsOf(`${SRC}/commands/approve-draft.ts`, publishing('is in force from its moment on'), [
      ['A version is dated ten years ahead', '366 * 86_400_000', '3_660 * 86_400_000'],
    ]),
    ...mutantsOf(`${SRC}/commands/approve-draft.ts`, publishing('a draft decides nothing until'), [
      [
        'A draft that nobody submitted is approved',
        "requireState(draft, 'SUBMITTED', 'ACTIVE_UNCONFIRMED');",
        "requireState(draft, 'EDITING', 'SUBMITTED', 'ACTIVE_UNCONFIRMED');",
      ],
    ]),
    ...mutantsOf(`${SRC}/commands/approve-draft.ts`, publishing('is in force from its moment on'), [
      [
        'A version is in force before its date',
        '    reason: draft.reason,\n    activatedAt,',
        '    reason: draft.reason,\n    activatedAt: now,',
      ],
    ]),
    ...mutantsOf(
      `${SRC}/commands/roll-back.ts`,
      publishing('brings back the rules of any version'),
      [
        [
          'Whoever holds the role rolls it back',
          '  requireRoleNotHeld(await rolesHeldBy(transaction, [principal.accountId], now), touched);\n',
          '',
        ],
      ],
    ),
    ...mutantsOf(`${SRC}/commands/roll-back.ts`, publishing('is in force from its moment on'), [
      [
        'A rollback takes back what is in force and keeps what waits',
        'changesBetween(await rulesOf(transaction, latest), wanted)',
        'changesBetween(await rulesOf(transaction, live), wanted)',
      ],
    ]),
    ...mutantsOf(`${SRC}/store/draft.ts`, EDITORS, [
      ['Two edits of one draft do not wait for each other', ' FOR UPDATE', ''],
    ]),
  ],
};
