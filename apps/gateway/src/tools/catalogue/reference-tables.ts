import type { EntitySet } from '@postern/odata';
import { moment, text } from './column.ts';
import { tableName } from './names.ts';

/** The members of a dimension, with the official codes of areas. */
export function memberTable(dimension: string): EntitySet {
  return {
    name: `${tableName(dimension)}Members`,
    description: `The members of ${dimension}.`,
    key: 'code',
    properties: [
      text('code', 'As the tables of indicators have it.'),
      text('label', 'For people to read.'),
      text('within', 'Of a ward, the code of its locality.', true),
      text(
        'officialCode',
        'Of a locality or ward, its code by the Office for National Statistics.',
        true,
      ),
    ],
    aggregable: null,
  };
}

export const INDICATORS: EntitySet = {
  name: 'Indicators',
  description: 'What is measured; each is a table of its own.',
  key: 'id',
  properties: [
    text('id', 'As the contract has it.'),
    text('table', 'The table of its cells.'),
    text('title', 'For people to read.'),
    text('definition', 'What exactly is counted.'),
    text('clauses', 'The clauses of the agreements that it is for, with blanks between.'),
    text('profile', 'The rule by which new periods of it are protected.'),
    text(
      'basis',
      'The law that its data is used under, where that is another than the rest’s.',
      true,
    ),
  ],
  aggregable: null,
};

export const MEASURES: EntitySet = {
  name: 'Measures',
  description: 'What each indicator measures.',
  key: 'measureKey',
  properties: [
    text('measureKey', 'The ids of indicator and measure, a slash between.'),
    text('indicator', 'The id of its indicator.'),
    text('measure', 'As the tables of cells have it.'),
    text('title', 'For people to read.'),
    text('definition', 'What exactly it is.'),
    text('kind', 'COUNT, PERCENTAGE, RATE_PER_10000, MEDIAN or MEAN.'),
    text('unit', 'What a count counts.', true),
    text('over', 'Of a count, FLOW over the period or STOCK at its end.', true),
  ],
  aggregable: null,
};

export const PUBLICATIONS: EntitySet = {
  name: 'Publications',
  description: 'What went out: one indicator for one closed period, frozen, and to be cited.',
  key: 'id',
  properties: [
    text('id', 'Names it, e.g. EPISODES/MONTH/2026-10-01.'),
    text('indicator', 'The id of its indicator.'),
    text('grain', 'MONTH, QUARTER or YEAR.'),
    moment('periodStart', 'The first day of the period, at 00:00 UTC.'),
    moment('periodEnd', 'The last day of the period, at 00:00 UTC.'),
    text('title', 'For people to read.'),
    text('citation', 'How to cite it.'),
    text('digest', 'By which a reader can check what they hold.'),
    text('profile', 'The rule by which it was protected, with its version.'),
    moment('publishedAt', 'When it went out.'),
  ],
  aggregable: null,
};
