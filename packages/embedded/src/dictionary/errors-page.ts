import { FAULTS, REFUSALS } from '@postern/errors';
import { markdownTable } from './markdown-table.ts';

/** docs/errors.md: every code that a client or a log may meet, and what to do about it. */
export function errorsPage(): string {
  return `${[
    '# Errors',
    '',
    'Written from `packages/errors` by `npm run dictionary`; change the catalogue, not this page.',
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
