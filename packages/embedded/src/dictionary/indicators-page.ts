import type { PublishedIndicator } from '@postern/reporting';
import { markdownTable } from './markdown-table.ts';

/** docs/indicator-definitions.md: what exactly each indicator counts, and by what it is told. */
export function indicatorsPage(catalogue: readonly PublishedIndicator[]): string {
  return `${[
    '# Indicator definitions',
    '',
    'Written from the catalogue of `apps/reporting` by `npm run dictionary`; change the catalogue, not this page. The schema says the same words. How numbers are asked for and protected: [indicators](indicators.md).',
    '',
    ...catalogue.flatMap(sectionOf),
  ].join('\n')}`;
}

function sectionOf({
  id,
  title,
  definition,
  clauses,
  measures,
  cuts,
  profile,
  basis,
}: PublishedIndicator): readonly string[] {
  return [
    `## ${title}`,
    '',
    `\`${id}\`. ${definition}`,
    '',
    `Told ${cuts.map(cutText).join('; ')}. Profile \`${profile}\`. Clauses: ${clauses.join(', ')}.${basis === undefined ? '' : ` ${basis}`}`,
    '',
    ...markdownTable(
      ['Measure', 'Kind', 'Definition'],
      measures.map((measure) => [
        `\`${measure.id}\``,
        measure.kind === 'COUNT'
          ? `count of ${measure.unit.toLowerCase()}, ${measure.over.toLowerCase()}`
          : KINDS[measure.kind],
        measure.definition,
      ]),
    ),
    '',
  ];
}

const KINDS = {
  PERCENTAGE: 'per cent',
  RATE_PER_10000: 'per 10,000',
  MEDIAN: 'median',
  MEAN: 'mean',
} as const;

function cutText(cut: readonly string[]): string {
  return cut.length === 0 ? 'as a whole' : `by ${cut.map((each) => `\`${each}\``).join(' and ')}`;
}
