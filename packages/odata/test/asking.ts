import type { RefusalCode } from '@postern/errors';
import { isRefusal } from '@postern/errors';
import { expect } from 'vitest';
import { rowsBody } from '../src/answer/bodies.ts';
import type { Row } from '../src/index.ts';
import { answerRows, readQuestion } from '../src/index.ts';
import { CELLS, ROWS } from './cells.ts';

const ROOT = 'https://gate.example/odata/';

/** What is answered to a question about the cells, as a client reads it. */
export interface Page {
  readonly value: readonly Row[];
  readonly '@odata.count'?: number;
  readonly '@odata.nextLink'?: string;
}

/** Asks for rows of the cells. */
export function ask(options: Readonly<Record<string, string>>, pageSize = 1_000): Page {
  return askAt(
    Object.entries(options)
      .map(([name, text]) => `${name}=${encodeURIComponent(text)}`)
      .join('&'),
    pageSize,
  );
}

/** Asks by the query part of an address as it is sent. */
export function askAt(search: string, pageSize = 1_000, edition = 'may'): Page {
  const question = readQuestion({ path: 'Cells', search }, [CELLS]);
  if (question.kind !== 'ROWS') throw new TypeError('A table has rows.');
  const answer = answerRows(question, { rows: ROWS, tag: edition }, pageSize);
  return rowsBody(question, answer, { place: { root: ROOT, search }, edition }) as Page;
}

/** Expects a refusal of a code. */
export function expectRefused(code: RefusalCode, asking: () => unknown): void {
  try {
    asking();
  } catch (thrown) {
    expect(isRefusal(thrown) && thrown.code).toBe(code);
    return;
  }
  expect.fail(`It was answered, and not refused as ${code}.`);
}

/** What somebody who follows every link reads. */
export function allPages(search: string, pageSize: number): readonly Row[] {
  const rows: Row[] = [];
  let page = askAt(search, pageSize);
  for (;;) {
    rows.push(...page.value);
    const next = page['@odata.nextLink'];
    if (next === undefined) return rows;
    page = askAt(new URL(next).search, pageSize);
  }
}
