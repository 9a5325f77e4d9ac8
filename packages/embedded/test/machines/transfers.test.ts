import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answered } from '../county-fixture.ts';
import { dateFromNow } from '../scenarios/vocabulary/county-words.ts';
import { Help } from '../scenarios/vocabulary/living-record.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import type { Item } from '../scenarios/vocabulary/transferring.ts';
import { Transferring } from '../scenarios/vocabulary/transferring.ts';
import type { Life, Move, Who } from './transfer-life.ts';
import { kept, LIFE, MOVES, may, NEW_LIFE, OVER, READ, WAYS } from './transfer-life.ts';
import { expectChain, recordedOf, STEPS, walk } from './walking.ts';
import { Ways } from './ways.ts';

const { tom, dev, gideon, joel, solveig } = cast.practitioners;
const PEOPLE = { tom, dev, gideon, joel, solveig } as const;
const NAMES = Object.keys(PEOPLE) as Who[];

const scene = setScene();
const help = new Help(scene);

/** One transfer of an episode of its own, and the need that was picked. */
interface Held {
  readonly ways: Transferring;
  readonly episode: string;
  readonly reference: string;
  readonly transfer: string;
  readonly need: Item;
  readonly spare: Item;
  readonly mother: string;
}

async function begins(): Promise<Held> {
  const { episode, reference } = await help.opensAsTeam();
  const ways = new Transferring(scene, { id: episode });
  const [mother] = await ways.persons();
  // The front door has done its part and has no access any more.
  await scene.database().owner.run({
    text: `UPDATE access.access_grant SET revoked_at = starts_at, revoked_cause = 'SUPPORT_ENDED' WHERE episode_id = $1 AND account_id = $2`,
    values: [episode, dev.id],
  });
  const need = await ways.need();
  const spare = await ways.need('FAMILY_RELATIONSHIPS');
  const transfer = await ways.proposed();
  return { ways, episode, reference, transfer, need, spare, mother: String(mother?.id) };
}

/** Takes a step; answers the code of the refusal, or null. */
async function takes(who: Who, move: Move, held: Held, isStale: boolean): Promise<string | null> {
  const { ways, transfer, need, mother, episode } = held;
  const { revision } = await ways.stands(transfer);
  const over = isStale ? { expectedRevision: revision + 1 } : {};
  const codeOf = (answer: Answered): string | null =>
    answer.code ?? answer.turnedAway?.code ?? null;
  const steps = async (command: string, given: Readonly<Record<string, unknown>> = {}) =>
    codeOf(await ways.steps(PEOPLE[who], command, transfer, { ...given, ...over }));
  switch (move) {
    case 'pick':
      return codeOf(await ways.picks(PEOPLE[who], transfer, [need], over));
    case 'send':
      return codeOf(await ways.sends(PEOPLE[who], transfer, over));
    case 'closedThere':
      return steps('recordSocialCareClosed', { closedOn: dateFromNow(-1) });
    case 'wish':
      return steps('recordStepDownWish', { person: mother, wishOn: dateFromNow(-1) });
    case 'close':
      await help.takes(tom, 'beginClosing', episode);
      await help.takes(tom, 'closeEpisode', episode, { endReason: 'OTHER' });
      return null;
    default:
      return steps(
        {
          approve: 'approveTransfer',
          receive: 'receiveTransfer',
          down: 'stepDown',
          withdraw: 'withdrawTransfer',
        }[move],
      );
  }
}

/** The needs that the social-care worker reads; null where they find no episode. */
async function read({ reference }: Held): Promise<readonly Item[] | null> {
  const { body } = await scene
    .gate()
    .ask(solveig, `{ episode(reference: "${reference}") { needs { id } } }`, {
      purpose: 'SAFEGUARDING',
    });
  expect(body.errors).toBeUndefined();
  return body.data.episode?.needs ?? null;
}

const step = fc.record({
  lot: fc.nat(7),
  wild: fc.constantFrom(...MOVES),
  anybody: fc.constantFrom<Who>(...NAMES),
  pick: fc.nat(999),
});

test('a transfer lives as it is described, and only between sending and end is what was picked read', async () => {
  let held = await begins();
  let life: Life = NEW_LIFE;
  let steps = 1;
  const ways = new Ways(WAYS);
  await walk(
    step,
    async ({ lot, wild, anybody, pick }) => {
      if (OVER.includes(life.state)) {
        held = await begins();
        life = NEW_LIFE;
        steps = 1;
      }
      const leads = (each: Move) => {
        const next = LIFE[each](life);
        return next === undefined ? undefined : (next.state ?? life.state);
      };
      const ready = MOVES.filter((each) => leads(each) !== undefined && kept(each, life) === null);
      const onward = ways.onward(life.state, ready, leads);
      const tried = (lot === 0 ? wild : onward[pick % Math.max(onward.length, 1)]) ?? 'close';
      const move = tried === 'close' && LIFE.close(life) === undefined ? 'pick' : tried;
      const can = NAMES.filter((name) => may(name, move, life));
      const who =
        move === 'close' ? 'tom' : ((lot === 1 ? anybody : can[pick % can.length]) ?? 'tom');
      const isStale = move !== 'close' && pick % 11 === 10;
      const next = LIFE[move](life);
      const code = await takes(who, move, held, isStale);
      const told = `${who} ${move} ${JSON.stringify(life)} ${isStale}`;
      if (!may(who, move, life))
        expect(['ROLE_NOT_PERMITTED', 'RECORD_UNKNOWN'], told).toContain(code);
      else if (isStale) expect(code, told).toBe('REVISION_PASSED');
      else expect(code, told).toBe(next === undefined ? 'STEP_NOT_POSSIBLE' : kept(move, life));
      if (code === null && next !== undefined) {
        const after = { ...life, ...next };
        ways.took(life.state, after.state);
        life = after;
        steps += 1;
      }
      expect((await held.ways.stands(held.transfer)).state, told).toBe(life.state);
      expect(await held.ways.status(), told).toBe(life.status);
      const recorded = await recordedOf(scene.database().owner, held.transfer);
      expect(recorded, told).toHaveLength(steps);
      expectChain(recorded);
      expect(await read(held), told).toEqual(
        READ.includes(life.state) ? [{ id: held.need.id }] : null,
      );
    },
    // Each begins with a family of its own, which takes a dozen steps itself.
    { count: Math.ceil(STEPS * 0.2), until: () => ways.areTaken },
  );
  ways.expectAll();
});

test('of two who send at once one does, and one person has access', async () => {
  const held = await begins();
  const { ways, transfer, need } = held;
  await ways.picks(tom, transfer, [need]);
  await ways.steps(dev, 'approveTransfer', transfer);
  const both = await Promise.all([ways.sends(tom, transfer), ways.sends(tom, transfer)]);
  expect(both.map(({ code }) => code ?? null).toSorted()).toEqual(
    [null, 'REVISION_PASSED'].toSorted(),
  );
  const grants = await scene.database().owner.run({
    text: `SELECT 1 AS held FROM access.access_grant WHERE episode_id = $1 AND role = 'SOCIAL_CARE_WORKER' AND revoked_at IS NULL`,
    values: [held.episode],
  });
  expect(grants).toHaveLength(1);
});

test('whoever picks while the episode closes picks for nothing', async () => {
  const held = await begins();
  await help.takes(tom, 'beginClosing', held.episode);
  const { ways, transfer, need } = held;
  const [, picked] = await Promise.all([
    help.tries(tom, 'closeEpisode', held.episode, { endReason: 'OTHER' }),
    ways.picks(tom, transfer, [need]),
  ]);
  expect([undefined, 'RECORD_UNKNOWN', 'REVISION_PASSED']).toContain(picked.code);
  expect((await ways.stands(transfer)).state).toBe('ENDED');
  expect(await read(held)).toBeNull();
});
