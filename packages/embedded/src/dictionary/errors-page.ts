import { FAULTS, REFUSALS } from '@postern/errors';
import { PREDICATES, PURPOSES, RULE_FINDING_CODES, reasonFor } from '@postern/policy';
import { FINDING_WORDS } from './finding-words.ts';
import { markdownTable } from './markdown-table.ts';
import { PURPOSE_WORDS } from './purpose-words.ts';

/** docs/errors.md: every code that a client or a log may meet, what to do about it, and the purposes of use. */
export function errorsPage(): string {
  return `${[
    '# Errors',
    '',
    'Written from `packages/errors` and `packages/policy` by `npm run dictionary`; change the catalogues, not this page.',
    'An answer carries the code and the remedy in `errors[].extensions`, with the urgent channel.',
    '',
    '## Refusals',
    '',
    'A rule refuses the request, until what the answer names has changed.',
    '',
    ...markdownTable(
      ['Code', 'HTTP status', 'Message', 'What to do'],
      Object.entries(REFUSALS).map(([code, { status, message, remedy }]) => [
        `\`${code}\``,
        String(status),
        message,
        remedy,
      ]),
    ),
    '',
    '## Findings',
    '',
    'What is wrong with a rule, in `findings` beside `POLICY_RULE_INVALID`: each with the part of the rule, what was found there',
    '(never a value) and what would be right. Other arguments are told in the same form, as `ARGUMENT_INVALID`.',
    '',
    ...markdownTable(
      ['Code', 'What is wrong'],
      RULE_FINDING_CODES.map((code) => [`\`${code}\``, FINDING_WORDS[code]]),
    ),
    '',
    '## Withheld fields',
    '',
    'Not errors: the answer has HTTP status 200, the field is null, and `withheld` on the record and `extensions.access` name it',
    'with one of these codes. What a family hides is not named.',
    '',
    ...markdownTable(
      ['Code', 'Clause', 'What to do'],
      [PREDICATES['justification.covers'], reasonFor({ kind: 'NEVER' })].map(
        ({ code, clause, remedy }) => [`\`${code}\``, clause, remedy],
      ),
    ),
    '',
    '## Purposes of use',
    '',
    'A request says in the header `Purpose-Of-Use` what the data is for. Which of these a role may choose stands in',
    '[who sees what](who-sees-what.md).',
    '',
    ...markdownTable(
      ['Purpose', 'To'],
      PURPOSES.map((purpose) => [`\`${purpose}\``, PURPOSE_WORDS[purpose]]),
    ),
    '',
    '## Faults',
    '',
    'Something failed inside. A client is told code, message and remedy only, with HTTP status 500, or 503',
    'where the same request may succeed in a moment; a start or a command ends with one plain line.',
    '',
    ...markdownTable(
      ['Code', 'Message', 'What to do'],
      Object.entries(FAULTS).map(([code, { message, remedy }]) => [`\`${code}\``, message, remedy]),
    ),
  ].join('\n')}\n`;
}
