import type { Edition, Question } from '@postern/odata';
import { heldBetween, heldTo } from '@postern/odata';
import type { Indicator } from '../catalogue/catalogue.ts';
import type { Table } from '../catalogue/table.ts';
import type { AskContract } from '../request/contract-question.ts';
import type { CellRows } from './cell-rows.ts';
import { editionTag, readPublications } from './publications.ts';
import { indicatorRows, measureRows, memberRows, publicationRows } from './reference-rows.ts';
import type { Wanted } from './stretch.ts';
import { stretchesFor } from './stretch.ts';

/** A question about rows. */
export type RowsQuestion = Extract<Question, { readonly kind: 'COUNT' | 'ROW' | 'ROWS' }>;

/** What rows are read with. */
export interface Reading {
  readonly ask: AskContract;
  readonly catalogue: readonly Indicator[];
  readonly cells: CellRows;
}

/** What is out of a table; its rows are read when they are needed, those that a question cannot be about left out. */
export interface ReadableEdition {
  readonly tag: string;
  read(): Promise<Edition>;
}

/** What is out of a table now. */
export async function readEdition(
  table: Table,
  question: RowsQuestion,
  { ask, catalogue, cells }: Reading,
): Promise<ReadableEdition> {
  if (table.of === 'INDICATOR') {
    const { indicator } = table;
    const publications = await readPublications(ask, indicator.id);
    const tag = editionTag(
      publications.map(({ grain, periodStart, digest }) => `${grain} ${periodStart} ${digest}`),
    );
    const read = async (): Promise<Edition> => {
      const stretches = stretchesFor(publications, wantedBy(question));
      const parts = [];
      for (const stretch of stretches) parts.push(await cells.read(ask, indicator, stretch));
      return { tag, rows: parts.flat() };
    };
    return { tag, read };
  }
  const rows = await referenceRows(table, { ask, catalogue });
  const tag = editionTag([JSON.stringify(rows)]);
  return { tag, read: () => Promise.resolve({ tag, rows }) };
}

function referenceRows(
  table: Exclude<Table, { readonly of: 'INDICATOR' }>,
  { ask, catalogue }: Pick<Reading, 'ask' | 'catalogue'>,
) {
  switch (table.of) {
    case 'DIMENSION':
      return memberRows(ask, table.dimension);
    case 'INDICATORS':
      return indicatorRows(catalogue);
    case 'MEASURES':
      return measureRows(catalogue);
    case 'PUBLICATIONS':
      return publicationRows(ask);
  }
}

/** Which cells a question can be about, so that a refresh of the last month does not read ten years. */
function wantedBy(question: RowsQuestion): Wanted {
  if (question.kind === 'ROW') {
    const [, , grain, start = ''] = question.key.split('/');
    const at = Date.parse(`${start}T00:00:00Z`);
    return { grains: new Set([grain]), from: at, to: at };
  }
  const { apply, filter } = question.options;
  const chosen = apply === null ? filter : apply.before;
  return { grains: heldTo(chosen, 'grain'), ...heldBetween(chosen, 'periodStart') };
}
