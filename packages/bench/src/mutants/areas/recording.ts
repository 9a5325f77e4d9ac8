import type { MutantArea } from '../mutant.ts';
import { mutantsOf } from '../mutant.ts';

const POLICY = 'packages/policy';
const KIT = 'packages/subgraph-kit';
const RULES = [`${POLICY}/test/recording-rules.test.ts`];
const COMPARED = ['packages/embedded/test/matrix/recordable.test.ts > in the sample county'];
const TOLD = [`${KIT}/test/told-recording.test.ts`];

/** Who may write: the rules about recording, what is decided by them, and what a draft of them is said to change. */
export const RECORDING_AREA: MutantArea = {
  name: 'recording',
  mutants: [
    ...mutantsOf(`${POLICY}/src/rules/standing-denials.ts`, RULES, [
      [
        'Whoever has a conflict of interest records',
        "  denial('conflict-of-interest-records', 'SHR-1.2g', { holds: 'conflict.declared' }, 'record'),\n",
        '',
      ],
      [
        'What keeps an agency from reading does not keep it from recording',
        "    { holds: 'exclusion.wholeAgency' },\n    'record',",
        "    { holds: 'exclusion.wholeAgency' },\n    'read',",
      ],
    ]),
    ...mutantsOf(`${POLICY}/src/abilities/ability.ts`, RULES, [
      ['Whoever may record may read', 'action: fieldRule.rule.action,', "action: 'read',"],
    ]),
    ...mutantsOf(`${POLICY}/src/analysis/only-narrows.ts`, RULES, [
      [
        'Letting more people record is narrowing',
        'ACTIONS.every((action)',
        "['read' as const].every((action)",
      ],
    ]),
    ...mutantsOf(
      `${POLICY}/src/quarantine/denial-in-place.ts`,
      [`${POLICY}/test/quarantine/load-policy.test.ts`],
      [
        [
          'A rule about recording that is corrupt denies reading only',
          'isAction(action) ? [action] : ACTIONS',
          "isAction(action) ? ['read' as const] : ACTIONS",
        ],
      ],
    ),
    ...mutantsOf(`${KIT}/src/statements/compile-query.ts`, COMPARED, [
      [
        'What may not be read is changed',
        "return { alsoWhere: [...decided('read'), first, ...others] };",
        'return { alsoWhere: [first, ...others] };',
      ],
      [
        'Of several fields one is enough',
        'return { visibleWhere: first, alsoWhere: others };',
        'return { visibleWhere: first };',
      ],
    ]),
    ...mutantsOf(`${KIT}/src/impact/told-recording.ts`, TOLD, [
      [
        'How many records a few may change is told',
        'records: writers < FEWEST ? null : inFives(records),',
        'records: inFives(records),',
      ],
    ]),
    ...mutantsOf(
      `${KIT}/src/impact/recording-questions.ts`,
      ['packages/embedded/test/policy/impact-recording.test.ts'],
      [
        [
          'Records are counted that are not read any more',
          'const parts = [row, read(field), right];',
          'const parts = [right];',
        ],
      ],
    ),
  ],
};
