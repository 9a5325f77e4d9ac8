import type { Agreement } from '@postern/agreements';
import {
  AGREEMENTS,
  COLLISIONS,
  DEFAULT_PARTNERSHIP,
  heldVersion,
  OWN_FIGURES,
} from '@postern/agreements';
import { termsOf } from '../stack/agreement-terms.ts';
import { markdownTable } from './markdown-table.ts';

const HEADINGS = {
  VERSION: 'Versions',
  PARTY: 'Parties',
  PURPOSE: 'Purposes of use',
  BASIS: 'In law',
  ITEM: 'Data',
  ROLE: 'Roles',
  CONTROLLER: 'Controllers',
  CONTACT: 'Contacts',
  TERM: 'Other terms',
  REVIEW_QUESTION: 'What a review asks',
} as const;

/** docs/agreements.md: what the service holds of each agreement, and what holds where they disagree. */
export function agreementsPage(): string {
  return `${[
    '# Agreements',
    '',
    'Written from `packages/agreements` by `npm run dictionary`; change the data, not this page. Facts only, each with the',
    'clause that has it; the texts themselves are elsewhere. Everybody who signs in reads the same from `agreements`,',
    '`signatures` and `resolutions`.',
    '',
    ...Object.values(AGREEMENTS).flatMap(sectionOf),
    ...ownFigures(),
    '## Where they disagree',
    '',
    'What a partnership may choose is chosen in the file of `POSTERN_PARTNERSHIP`, under `resolutions`; the first choice that',
    'is listed as chosen holds where the file says nothing. `RULES`: the first policy is written by it, and changed after',
    'that by a policy version. `ENGINE`: it holds whatever rules say. `COMMANDS`: commands ask for it each time. `KEPT`:',
    'nothing reads it yet.',
    '',
    ...markdownTable(
      ['Name', 'Issue', 'Clauses', 'Choices', 'Chosen', 'Why it is fixed', 'Effect'],
      Object.entries(COLLISIONS).map(([name, collision]) => [
        `\`${name}\``,
        collision.issue,
        collision.clauses.join(', '),
        Object.entries(collision.choices)
          .map(([choice, says]) => `\`${choice}\`: ${says}`)
          .join('; '),
        `\`${collision.default}\``,
        collision.fixedBecause ?? '',
        collision.effect,
      ]),
    ),
  ].join('\n')}\n`;
}

function sectionOf(agreement: Agreement): readonly string[] {
  const { id, title, kind, review, termination } = agreement;
  const { version, from } = heldVersion(agreement);
  const terms = termsOf(agreement, {});
  const inForce = DEFAULT_PARTNERSHIP.agreements.some((each) => each.agreement === id);
  const facts = [
    `\`${id}\`, version ${version} from ${from}.`,
    kind === 'NOTICE' ? 'A notice to families: nobody signs it, so it lets nobody in.' : '',
    inForce ? 'In force where nothing else is set.' : '',
    review === null
      ? ''
      : `Reviewed after ${review.firstAfter} months, then every ${review.every} (${review.clause})${review.nextOn === null ? '' : `; next on ${review.nextOn}`}. A missed review ends nothing.`,
    termination?.noticeMonths == null
      ? ''
      : `A party leaves with ${termination.noticeMonths} month’s notice (${termination.clause}).`,
  ];
  return [
    `## ${title}`,
    '',
    facts.filter((fact) => fact !== '').join(' '),
    '',
    ...Object.entries(HEADINGS).flatMap(([termKind, heading]) => {
      const rows = terms.filter((term) => term.kind === termKind);
      if (rows.length === 0) return [];
      return [
        `### ${heading}`,
        '',
        ...markdownTable(
          ['What', 'Says', 'Clause'],
          rows.map(({ name, says, clause, valid_from }) => [
            name,
            [valid_from, says].filter((part) => typeof part === 'string').join(': '),
            clause ?? '',
          ]),
        ),
        '',
      ];
    }),
    ...timersOf(agreement),
  ];
}

/** Figures that no agreement has. */
function ownFigures(): readonly string[] {
  return [
    '## Figures of the service',
    '',
    'What the work needs and no agreement says. A partnership chooses others under `timers` of its setting.',
    '',
    ...markdownTable(
      ['Name', 'What', 'Figure', 'Because'],
      Object.entries(OWN_FIGURES).map(([name, { says, value, unit, days, because }]) => [
        `\`${name}\``,
        says,
        `${value} ${[days, unit].filter(Boolean).join(' ')}`,
        because,
      ]),
    ),
    '',
  ];
}

function timersOf({ timers }: Agreement): readonly string[] {
  if (timers.length === 0) return [];
  return [
    '### Figures',
    '',
    ...markdownTable(
      ['Name', 'What', 'Figure', 'From', 'Clause', 'May be chosen'],
      timers.map(({ id, says, value, unit, days, startsAt, clause, configurable }) => [
        `\`${id}\``,
        says,
        value === null ? 'none named' : `${value} ${[days, unit].filter(Boolean).join(' ')}`,
        startsAt ?? '',
        clause,
        configurable ? 'yes' : 'no',
      ]),
    ),
    '',
  ];
}
