import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Scene } from '../vocabulary/scene.ts';

const { beatrix, grace, ines, tom } = cast.practitioners;

interface Cell {
  readonly measure: string;
  readonly kind: string;
  readonly members: readonly { readonly code: string }[];
  readonly value: number | null;
  readonly symbol: string | null;
}

const told = (id: string, by = ''): string =>
  `{ indicator(id: ${id}, by: [${by}]) { publishedThrough profile { name suppressUpTo } cells { measure kind members { code } value symbol } } }`;

/** What boards are told of themes, equality and quality: each as counts that no family is known by. */
export function indicatorScenarios({ reader }: Scene): void {
  const board = (): ReturnType<typeof reader> =>
    reader(beatrix).atReporting().for('PLANNING_AND_REPORTING');
  const analyst = (): ReturnType<typeof reader> =>
    reader(ines).atReporting().for('PLANNING_AND_REPORTING');

  const cellsOf = async (
    who: ReturnType<typeof reader>,
    query: string,
  ): Promise<readonly Cell[]> => {
    const { body } = await who.asks(query);
    expect(body.errors).toBeUndefined();
    expect(body.data.indicator.publishedThrough).toBe('2026-05-31');
    return body.data.indicator.cells;
  };

  const isRefusedToTheTeam = async (query: string): Promise<void> => {
    for (const who of [grace, tom])
      await reader(who)
        .atReporting()
        .for('PLANNING_AND_REPORTING')
        .isRefused('CONTRACT_NOT_PERMITTED', query);
  };

  /** No count from one to as many as the profile hides stands as a number. */
  const hidesSmallCounts = (cells: readonly Cell[], hidden: number): void => {
    const counts = cells.filter(({ kind }) => kind === 'COUNT');
    expect(counts.filter(({ value }) => value !== null && value > 0 && value <= hidden)).toEqual(
      [],
    );
    expect(counts.some(({ symbol }) => symbol === 'c')).toBe(true);
  };

  scenario(
    {
      clause: 'SHR-1.3-out',
      outcome: 'granted',
      that: 'the board measures outcomes by theme: needs by headline outcome and whether they were met, and whether families come back',
    },
    async () => {
      const needs = await cellsOf(board(), told('NEEDS', 'OUTCOME'));
      expect(new Set(needs.map(({ measure }) => measure))).toContain('ALL_MET_SHARE');
      expect(new Set(needs.flatMap(({ members }) => members.map(({ code }) => code))).size).toBe(
        11,
      );
      expect(needs.some(({ value }) => (value ?? 0) > 0)).toBe(true);
      const returned = await cellsOf(board(), told('RE_ENTRY'));
      expect(returned.some(({ measure }) => measure === 'RETURNED')).toBe(true);
    },
  );

  scenario(
    {
      clause: 'SHR-1.3-out',
      outcome: 'denied',
      that: 'nobody is measured by name: a theme of few families is not told, and who works with a family is told none',
    },
    async () => {
      hidesSmallCounts(await cellsOf(board(), told('NEEDS', 'OUTCOME')), 7);
      await isRefusedToTheTeam(told('NEEDS'));
    },
  );

  scenario(
    {
      clause: 'SHR-3.9.1',
      outcome: 'granted',
      that: 'the board sees trends, month by month and place by place, of who asks for help and why it ends',
    },
    async () => {
      for (const query of [told('CONTACTS', 'LOCALITY'), told('CLOSURES', 'CLOSURE_REASON')]) {
        const cells = await cellsOf(board(), query);
        expect(cells.length).toBeGreaterThan(24);
        expect(cells.every(({ value, symbol }) => (value === null) !== (symbol === null))).toBe(
          true,
        );
      }
    },
  );

  scenario(
    {
      clause: 'SHR-3.9.1',
      outcome: 'denied',
      that: 'a trend is no list: there is no filter to single a family out by, and no practitioner reads it',
    },
    async () => {
      await board().isRefused('ARGUMENT_INVALID', told('CONTACTS', 'WARD AGENCY_KIND'));
      const { body } = await board().asks(
        '{ indicator(id: CONTACTS, family: "F-000001") { publishedThrough } }',
      );
      expect(body.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
      await isRefusedToTheTeam(told('CONTACTS'));
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.8e',
      outcome: 'granted',
      that: 'whoever keeps up the quality of data is told how many records are incomplete or stale, and how soon errors are put right',
    },
    async () => {
      const cells = await cellsOf(analyst(), told('DATA_QUALITY'));
      for (const measure of ['INCOMPLETE', 'STALE', 'CORRECTED_IN_TIME_SHARE'])
        expect(cells.some((cell) => cell.measure === measure)).toBe(true);
      expect(cells.some(({ measure, value }) => measure === 'INCOMPLETE' && (value ?? 0) > 0)).toBe(
        true,
      );
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.8e',
      outcome: 'denied',
      that: 'they are not told whose: few records stand as a symbol, and a worker reads none of it',
    },
    async () => {
      hidesSmallCounts(await cellsOf(analyst(), told('DATA_QUALITY', 'AGENCY_KIND')), 7);
      await isRefusedToTheTeam(told('DATA_QUALITY'));
    },
  );

  scenario(
    {
      clause: 'STA-4.1a',
      outcome: 'granted',
      that: 'protected characteristics are counted for equality, under its own law and the stricter profile',
    },
    async () => {
      const { body } = await analyst().asks(
        '{ indicators { id basis profile } indicator(id: EQUALITY, by: [ETHNICITY]) { profile { name suppressUpTo } cells { measure kind members { code } value symbol } } }',
      );
      expect(body.errors).toBeUndefined();
      const equality = body.data.indicators.find(({ id }: { id: string }) => id === 'EQUALITY');
      expect(equality).toMatchObject({ profile: 'TEN_FIVE' });
      expect(equality.basis).toContain('paragraph 8 of Schedule 1');
      const others = body.data.indicators.filter(({ id }: { id: string }) => id !== 'EQUALITY');
      expect(others.every(({ basis }: { basis: string | null }) => basis === null)).toBe(true);
      expect(body.data.indicator.profile).toEqual({ name: 'TEN_FIVE', suppressUpTo: 9 });
      const cells: readonly Cell[] = body.data.indicator.cells;
      expect(cells.some(({ value }) => (value ?? 0) > 0)).toBe(true);
    },
  );

  scenario(
    {
      clause: 'STA-4.1a',
      outcome: 'denied',
      that: 'no characteristic is told of fewer than ten children, and none of one child, for that purpose',
    },
    async () => {
      for (const by of ['ETHNICITY', 'DISABILITY', 'LANGUAGE', 'AGE_BAND'])
        hidesSmallCounts(await cellsOf(analyst(), told('EQUALITY', by)), 9);
      await isRefusedToTheTeam(told('EQUALITY'));
      const { body } = await analyst().asks(
        '{ episodes { edges { node { family { members { ethnicity } } } } } }',
      );
      expect(body.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'granted',
      that: 'each month tells how access was given, justified, refused, taken at once and ended',
    },
    async () => {
      const cells = await cellsOf(analyst(), told('ACCESS_GOVERNANCE'));
      const measures = new Set(cells.map(({ measure }) => measure));
      for (const measure of ['GRANTS_LIVE', 'REMOVED_MEDIAN', 'OVERRIDDEN', 'TRAINED_SHARE'])
        expect(measures).toContain(measure);
      expect(
        cells.some(({ measure, value }) => measure === 'GRANTS_LIVE' && (value ?? 0) > 0),
      ).toBe(true);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'denied',
      that: 'they single out nobody: few decisions of an agency stand as a symbol, and whoever is reported on reads none of it there',
    },
    async () => {
      hidesSmallCounts(await cellsOf(analyst(), told('ACCESS_GOVERNANCE', 'AGENCY_KIND')), 7);
      await isRefusedToTheTeam(told('ACCESS_GOVERNANCE'));
    },
  );

  scenario(
    {
      clause: 'STA-1.3b',
      outcome: 'granted',
      that: 'monitoring of partners comes with the record itself: who may act, and how many of them are trained, by kind of agency',
    },
    async () => {
      const cells = await cellsOf(board(), told('ACCESS_GOVERNANCE', 'AGENCY_KIND'));
      for (const measure of ['WORKERS', 'TRAINED', 'TRAINED_SHARE'])
        expect(cells.filter((cell) => cell.measure === measure).length).toBeGreaterThan(24);
      expect(cells.some(({ measure, value }) => measure === 'TRAINED' && (value ?? 0) > 0)).toBe(
        true,
      );
    },
  );

  scenario(
    {
      clause: 'STA-1.3b',
      outcome: 'denied',
      that: 'it is no list of staff: whether one worker is trained is not told there, and no worker reads it of the others',
    },
    async () => {
      hidesSmallCounts(
        (await cellsOf(board(), told('ACCESS_GOVERNANCE', 'AGENCY_KIND'))).filter(
          ({ measure }) => measure === 'WORKERS' || measure === 'TRAINED',
        ),
        7,
      );
      await isRefusedToTheTeam(told('ACCESS_GOVERNANCE', 'AGENCY_KIND'));
    },
  );

  scenario(
    {
      clause: 'SOM-1.5',
      outcome: 'granted',
      that: 'whoever learns from practice sees how its steps go: how long families wait, and how many are seen in time',
    },
    async () => {
      const cells = await cellsOf(analyst(), told('TIMELINESS'));
      for (const measure of ['ASSESSED_IN_TIME_SHARE', 'ASSESSED_MEDIAN', 'REVIEWED_IN_TIME_SHARE'])
        expect(cells.some((cell) => cell.measure === measure)).toBe(true);
    },
  );

  scenario(
    {
      clause: 'SOM-1.5',
      outcome: 'denied',
      that: 'of no one family or worker: a wait is told only where more than a few waited',
    },
    async () => {
      const cells = await cellsOf(analyst(), told('TIMELINESS', 'LOCALITY'));
      hidesSmallCounts(cells, 7);
      const medians = cells.filter(({ kind }) => kind === 'MEDIAN');
      expect(medians.some(({ symbol }) => symbol === 'c')).toBe(true);
      const at = ({ measure }: Cell, index: number): Cell | undefined =>
        cells.slice(0, index).findLast((each) => each.measure === measure.replace(/_MEDIAN$/, ''));
      for (const [index, cell] of cells.entries())
        if (cell.kind === 'MEDIAN' && cell.value !== null)
          expect(at(cell, index)?.value ?? 0).toBeGreaterThan(7);
      await isRefusedToTheTeam(told('TIMELINESS'));
    },
  );
}
