import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answered } from '../county-fixture.ts';
import { dateFromNow } from '../scenarios/vocabulary/county-words.ts';
import { fires } from '../scenarios/vocabulary/due-work.ts';
import { Extracting } from '../scenarios/vocabulary/extracting.ts';
import { enumOf } from '../scenarios/vocabulary/recording.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { carriedOut } from './commands.ts';
import type { Life, Move, Who } from './extract-life.ts';
import {
  EXTRACT_WAYS,
  isGiven,
  isKept,
  leads,
  MOVES,
  may,
  NEW_LIFE,
  THEME_WAYS,
  themeAt,
} from './extract-life.ts';
import { expectChain, RACES, recordedOf, STEPS, walk } from './walking.ts';
import { Ways } from './ways.ts';

const { caspar, desmond, dorothea, gideon, halima, niamh, ursula, dev } = cast.practitioners;
const PEOPLE = { caspar, desmond, dorothea, gideon, halima, niamh, ursula } as const;
const NAMES = Object.keys(PEOPLE) as Who[];

const scene = setScene();
const ways = new Extracting(scene);
const DUE = new Date(`${dateFromNow(22)}T09:00:00Z`);

/** A theme, and the last extract made under it. */
interface Held {
  readonly theme: string;
  extract: string | null;
}

async function revisionOf(table: 'extract' | 'research_theme', id: string): Promise<number> {
  const [row] = await scene.database().owner.run<{ revision: number }>({
    text: `SELECT revision FROM partners.${table} WHERE id = $1`,
    values: [id],
  });
  return row?.revision ?? 0;
}

/** Takes a step; answers the code of the refusal, or null. */
async function takes(who: Who, move: Move, held: Held, isStale: boolean): Promise<string | null> {
  const person = PEOPLE[who];
  const codeOf = (answer: Answered): string | null =>
    answer.code ?? answer.turnedAway?.code ?? null;
  const revision = async (table: 'extract' | 'research_theme', id: string) =>
    (await revisionOf(table, id)) + (isStale ? 1 : 0);
  const extract = held.extract ?? crypto.randomUUID();
  switch (move) {
    case 'approve':
    case 'withdraw':
      return codeOf(
        await ways.decides(
          person,
          `${move}ResearchTheme`,
          held.theme,
          await revision('research_theme', held.theme),
        ),
      );
    case 'make': {
      const answer = await ways.makes({ theme: held.theme }, {}, person);
      held.extract = answer.extract ?? held.extract;
      return codeOf(answer);
    }
    case 'send':
      return codeOf(await ways.sends(extract, await revision('extract', extract), person));
    case 'destroy':
      return codeOf(await ways.destroys(extract, await revision('extract', extract), person));
    case 'fallDue':
      await fires(scene, ['EXTRACT_TO_DESTROY'], DUE);
      return null;
  }
}

/** Of a step that is not made out of date first, and only then asked whether it can be. */
const COMPARES_FIRST: readonly Move[] = ['approve', 'withdraw', 'destroy'];

const step = fc.record({
  lot: fc.nat(7),
  wild: fc.constantFrom(...MOVES),
  anybody: fc.constantFrom<Who>(...NAMES),
  pick: fc.nat(999),
});

test('a theme and its extracts live as it is described: given only while both hold, and gone on their day', async () => {
  await ways.speaks(niamh.id);
  const begins = async (): Promise<Held> => ({ theme: await ways.proposed(), extract: null });
  let held = await begins();
  let life: Life = NEW_LIFE;
  let steps = 1;
  const [themes, extracts] = [new Ways(THEME_WAYS), new Ways(EXTRACT_WAYS)];
  const extractAt = ({ extract }: Life) => extract ?? 'NONE';
  await walk(
    step,
    async ({ lot, wild, anybody, pick }) => {
      if (life.theme === 'WITHDRAWN' && !isKept(life)) {
        if (life.extract === 'DESTRUCTION_DUE' && held.extract !== null)
          await ways.destroyed(held.extract);
        held = await begins();
        life = NEW_LIFE;
        steps = 1;
      }
      const can = (move: Move) =>
        NAMES.filter((who) => may(who, move) && typeof leads(move, who, life) !== 'string');
      const after = (move: Move): Life => {
        const next = leads(move, can(move)[0] ?? 'halima', life);
        return typeof next === 'string' ? life : next;
      };
      const ready = MOVES.filter(
        (move) => can(move).length > 0 && (life.extract !== null || move !== 'destroy'),
      );
      const isOnExtract = life.theme === 'APPROVED' && !extracts.areTaken;
      const onward = isOnExtract
        ? extracts.onward(extractAt(life), ready, (move) => extractAt(after(move)))
        : themes.onward(themeAt(life), ready, (move) => themeAt(after(move)));
      const tried = (lot === 0 ? wild : onward[pick % onward.length]) ?? 'withdraw';
      const move =
        held.extract === null && (tried === 'send' || tried === 'destroy') ? 'make' : tried;
      const able = can(move);
      const who =
        ([1, 2].includes(lot) ? anybody : able[pick % Math.max(able.length, 1)]) ?? anybody;
      const isStale = move !== 'make' && move !== 'fallDue' && pick % 11 === 10;
      const told = `${who} ${move} ${JSON.stringify(life)} ${isStale}`;
      const next = leads(move, who, life);
      const code = await takes(who, move, held, isStale);
      if (!may(who, move)) expect(code, told).toBe('ROLE_NOT_PERMITTED');
      else if (isStale && (COMPARES_FIRST.includes(move) || next !== 'EXTRACT_NOT_POSSIBLE'))
        expect(code, told).toBe('REVISION_PASSED');
      else expect(code, told).toBe(typeof next === 'string' ? next : null);
      if (code === null && typeof next !== 'string') {
        themes.took(themeAt(life), themeAt(next));
        extracts.took(extractAt(life), extractAt(next));
        if (move === 'approve' || move === 'withdraw') steps += 1;
        life = next;
      }
      await expectAs(life, held, { steps, told });
    },
    { count: Math.ceil(STEPS * 0.1), until: () => themes.areTaken && extracts.areTaken },
  );
  themes.expectAll();
  extracts.expectAll();
});

/** Record, register, keeping and download say the same as the model. */
async function expectAs(
  life: Life,
  { theme, extract }: Held,
  { steps, told }: { readonly steps: number; readonly told: string },
): Promise<void> {
  const { owner } = scene.database();
  const recorded = await recordedOf(owner, theme);
  expect(recorded, told).toHaveLength(steps);
  expectChain(recorded);
  expect(recorded.at(-1)?.after, told).toBe(life.theme);
  if (extract === null) return;
  const ofExtract = await recordedOf(owner, extract);
  expectChain(ofExtract);
  expect(ofExtract.at(-1)?.after, told).toBe(life.extract);
  const { lines, keys } = await ways.left(extract);
  expect([lines > 0, keys], told).toEqual([isKept(life), 0]);
  const { csv, code } = await ways.part(desmond, extract);
  expect(code ?? (csv === '' ? null : 'GIVEN'), told).toBe(
    isGiven(life) ? 'GIVEN' : 'EXTRACT_NOT_THERE',
  );
}

const RACED = Math.ceil(RACES / 20);
const codes = (answers: readonly Answered[]) =>
  answers.map(({ code, turnedAway }) => code ?? turnedAway?.code ?? null).toSorted();

test('of two who make one of the same months at once one does', async () => {
  for (let at = 0; at < RACED; at += 1) {
    const agreed = await ways.signed();
    const both = await Promise.all([ways.makes(agreed), ways.makes(agreed)]);
    expect(codes(both)).toEqual(['EXTRACT_OVERLAPS', null].toSorted());
    const [made, ...others] = await ways.registered(agreed);
    expect(others).toEqual([]);
    await ways.destroyed(made.extract);
  }
});

test('of two who make one of the same months at once under two agreements that one analyst is named in, one does', async () => {
  for (let at = 0; at < RACED; at += 1) {
    const one = await ways.signed();
    const another = await ways.signed({ body: enumOf('DWP'), analysts: [halima.id, desmond.id] });
    const [first, second] = [() => ways.makes(one), () => ways.makes(another, {}, desmond)];
    const both = await Promise.all(
      (at % 2 === 0 ? [first, second] : [second, first]).map((makes) => makes()),
    );
    expect(codes(both)).toEqual(['EXTRACT_OVERLAPS', null].toSorted());
    for (const { extract } of both) if (extract !== undefined) await ways.destroyed(extract);
  }
});

test('of two teams of the council that agree at once one does, and the theme is not approved by both', async () => {
  await ways.speaks(dev.id);
  for (let at = 0; at < RACED; at += 1) {
    const theme = await ways.proposed();
    carriedOut(await ways.decides(caspar, 'approveResearchTheme', theme, 1));
    const both = await Promise.all(
      [gideon, dev].map((who) => ways.decides(who, 'approveResearchTheme', theme, 2)),
    );
    expect(codes(both)).toEqual(['REVISION_PASSED', null].toSorted());
    for (const who of [gideon, dev])
      expect((await ways.decides(who, 'approveResearchTheme', theme, 3)).code).toBe(
        'PARTNER_HAS_AGREED',
      );
  }
});

test('whatever is made or sent while its theme is withdrawn, nobody is given it', async () => {
  for (let at = 0; at < RACED; at += 1) {
    const { theme } = await ways.approved();
    const extract = await ways.made({ theme });
    const withdraws = () => ways.decides(caspar, 'withdrawResearchTheme', theme, 4);
    const sends = () => ways.sends(extract);
    await Promise.all(at % 2 === 0 ? [withdraws(), sends()] : [sends(), withdraws()]);
    expect((await ways.part(halima, extract)).code).toBe('EXTRACT_NOT_THERE');
    await ways.destroyed(extract);
  }
});
