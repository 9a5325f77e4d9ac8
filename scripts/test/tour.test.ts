import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '../../packages/testkit/src/index.ts';
import { emptyDatabase } from '../../packages/testkit/src/index.ts';
import type { CommandResult } from './command.ts';
import { runCommand } from './command.ts';

const COMMAND = 'packages/embedded/src/tour.ts';

describe('the tour', () => {
  const home = mkdtempSync(join(tmpdir(), 'postern-tour-'));
  let database: TestDatabase;
  let tour: CommandResult;

  beforeAll(async () => {
    database = await emptyDatabase();
    tour = await runCommand(COMMAND, [], {
      POSTERN_HOME: home,
      DATABASE_URL: database.address.urlFor('owner'),
    });
  });

  afterAll(async () => {
    await database.drop();
    rmSync(home, { recursive: true, force: true });
  });

  /** A line of the table below one of its titles, cut at the columns of its head. */
  function cells(title: string, label: string): readonly string[] {
    const lines = tour.output.split('\n');
    const head = lines.find((line) => line.includes('Tom Hathersage')) ?? '';
    const starts = ['Tom', 'Grace', 'Niamh', 'Callum', 'Ines'].map((name) => head.indexOf(name));
    const from = lines.indexOf(title);
    const first = lines.findIndex((line, index) => index > from && line.startsWith(label));
    const last = lines.findIndex((line, index) => index > first && /^\S|^$/.test(line));
    return starts.map((start, index) =>
      lines
        .slice(first, last)
        .map((line) => line.slice(start, starts[index + 1]).trim())
        .join(' ')
        .trim(),
    );
  }

  /** What is said of one person below the table, as one line. */
  function said(name: string): string {
    const [, below = ''] = tour.output.split(`\n${name}, `);
    return (below.split('\n\n')[0] ?? '').replaceAll(/\s+/g, ' ');
  }

  test('ends well, without colour where nobody looks, and 120 columns wide', () => {
    expect(tour).toMatchObject({ status: 0, errors: '' });
    expect(tour.output).not.toContain('\u001b');
    expect(Math.max(...tour.output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(
      120,
    );
  });

  test('shows what each of the five got of one child’s health', () => {
    expect(cells('Chidi (child)', 'Health')).toEqual([
      'Asthma; others’ entries withheld [SHR-4.3-cond]',
      'withheld: record a justification [SHR-4.3-cond]',
      'Asthma',
      'not found',
      'reporting only',
    ]);
  });

  test('shows the family’s exclusions to the lead professional only', () => {
    expect(cells('Family', 'Exclusions')).toEqual([
      'Cobblewick Homes',
      'withheld: not in this role [SHR-3.3.1]',
      'withheld: not in this role [SHR-3.3.1]',
      'not found',
      'reporting only',
    ]);
  });

  test('gives the remedy in the gate’s words, and what the ledger counted', () => {
    expect(said('Niamh Corrigan')).toMatch(
      /JUSTIFICATION_REQUIRED \[SHR-4\.3-cond\]: “Record a justification .*The ledger has a row for it: 5 persons, 1 family, 1 episode; .* relying on 1 grant and 1 justification\./,
    );
  });

  test('tells the excluded agency’s worker nothing, and says that the gate does not', () => {
    expect(said('Callum Draycott')).toBe(
      'excluded agency (Cobblewick Homes) Got nothing: the answer is, letter for letter, that for a reference that does not exist. The family excluded this agency; the gate does not say so. The ledger has no row for it: nothing about a person was released.',
    );
  });

  test('shows the analyst refused on one address and served counts on the other', () => {
    expect(said('Ines Fairweather')).toMatch(
      /CONTRACT_NOT_PERMITTED.*The ledger has no row.*From \/reporting\/graphql.*Under profile NHS_7_5/,
    );
  });
});

test('the tour refuses production in one plain line', async () => {
  const { status, output, errors } = await runCommand(COMMAND, [], { POSTERN_ENV: 'production' });
  expect({ status, output }).toEqual({ status: 1, output: '' });
  expect(errors).toMatch(/^The tour ended early: .*\[TOUR_IN_PRODUCTION\]\n$/);
});
