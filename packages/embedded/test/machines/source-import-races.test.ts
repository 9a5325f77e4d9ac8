import { connect } from '@postern/database';
import { familiesTimers } from '@postern/families';
import { cast } from '@postern/sample-county';
import { fireDue } from '@postern/scheduler';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Answered, Gate } from '../county-fixture.ts';
import { gateFor } from '../county-fixture.ts';
import { Reader } from '../scenarios/vocabulary/reader.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { Importing, sentItem } from '../scenarios/vocabulary/source-import.ts';
import { RACES, recordedOf } from './walking.ts';

const { caspar, desmond, bea } = cast.practitioners;
const { chidi } = cast.families.okafor.persons;
const TIMES = Math.ceil(RACES / 4);
const OVER = familiesTimers.filter(({ name }) => name === 'IMPORT_POOL_OVER');

const scene = setScene();
const importing = new Importing(scene);
let gate: Gate;
/** The same sources and matchers, in another process. */
let elsewhere: Importing;
beforeAll(async () => {
  gate = await gateFor(scene.database(), { clock: scene.clock });
  elsewhere = new Importing({ ...scene, reader: (who) => new Reader(gate, who) });
});
afterAll(() => gate?.close());
afterEach(() => importing.clears());

/** Both start at once; now the one, now the other is sent first. */
async function race<One, Other>(
  at: number,
  one: () => Promise<One>,
  other: () => Promise<Other>,
): Promise<readonly [One, Other]> {
  if (at % 2 === 0) return Promise.all([one(), other()]);
  const [second, first] = await Promise.all([other(), one()]);
  return [first, second];
}

const owner = () => scene.database().owner;
const stateOf = async (item: string): Promise<unknown> => {
  const [row] = await owner().run({
    text: 'SELECT state, revision FROM families.import_item WHERE id = $1',
    values: [item],
  });
  return row;
};

test('two decide at once: one decision stands, and the other is told that it came second', async () => {
  for (let at = 0; at < TIMES; at += 1) {
    const item = await importing.receives(caspar, 'SCHOOL_CENSUS', await importing.about(chidi));
    const [match, none] = await race(
      at,
      () => importing.decides(item, { decision: 'MATCH', person: chidi.id }),
      () => elsewhere.decides(item, { decision: 'NO_MATCH' }, desmond),
    );
    const won = [match, none].filter((each: Answered) => each.code === undefined);
    expect(won).toHaveLength(1);
    expect([match, none].map((each: Answered) => each.code)).toContain('REVISION_PASSED');
    expect(await stateOf(item)).toEqual({ state: won[0].state, revision: 2 });
    expect(await importing.entriesOf(chidi)).toHaveLength(won[0].state === 'MATCHED' ? 1 : 0);
    expect(await recordedOf(owner(), item)).toHaveLength(2);
    await importing.clears();
  }
});

test('a decision and the end of its time at once: it is decided and then deleted, or deleted and not decided', async () => {
  const service = connect(scene.database().address, 'families', { max: 2 });
  try {
    for (let at = 0; at < TIMES; at += 1) {
      const item = await importing.receives(caspar, 'SCHOOL_CENSUS', await importing.about(chidi));
      // For who decides the day before, for the timer the day itself.
      await owner().script(
        `UPDATE families.import_batch SET received_on = '2025-06-18'; UPDATE families.import_item SET received_on = '2025-06-18';`,
      );
      const [decided, fired] = await race(
        at,
        () => importing.decides(item, { decision: 'MATCH', person: chidi.id }),
        () => fireDue(service, OVER, new Date('2026-06-18T10:00:00Z'), { log: () => {} }),
      );
      expect(fired).toMatchObject({ fired: 1, failed: 0 });
      expect(await stateOf(item)).toBeUndefined();
      const steps = (await recordedOf(owner(), item)).map(({ move }) => move);
      const isDecided = decided.code === undefined;
      if (!isDecided) expect(decided.code).toBe('RECORD_UNKNOWN');
      expect(steps).toEqual(['RECEIVE', ...(isDecided ? ['MATCH', 'LEAVE_POOL'] : ['DELETE'])]);
      expect(await importing.entriesOf(chidi)).toHaveLength(isDecided ? 1 : 0);
      await importing.clears();
    }
  } finally {
    await service.close();
  }
});

test('a decision and what its source says anew at once: nothing is on the record that nobody decided of this person', async () => {
  for (let at = 0; at < TIMES; at += 1) {
    const sent = await importing.about(chidi);
    const item = await importing.receives(caspar, 'SCHOOL_CENSUS', sent);
    const [decided] = await race(
      at,
      () => importing.decides(item, { decision: 'MATCH', person: chidi.id }),
      () => elsewhere.sends(caspar, 'SCHOOL_CENSUS', [{ ...sent, familyName: 'Okonkwo' }]),
    );
    // Of who waited: the item is of another revision, or of a name that proposes nobody.
    if (decided.code !== undefined)
      expect(['REVISION_PASSED', 'RECORD_UNKNOWN']).toContain(decided.code);
    expect(await stateOf(item)).toMatchObject({ state: 'WAITING' });
    expect(await importing.entriesOf(chidi)).toEqual([]);
    await importing.clears();
  }
});

test('a family is made known twice at once, from two of its items: once', async () => {
  await scene.given.changed('access.figure', { name: 'PROGRAMME_CRITERIA' }, { value: 1 });
  for (let at = 0; at < TIMES; at += 1) {
    const home = { uprn: '999000000999' };
    const one = await importing.receives(caspar, 'SCHOOL_CENSUS', sentItem(home));
    const other = await importing.receives(caspar, 'SCHOOL_CENSUS', sentItem(home));
    const made = await race(
      at,
      () => importing.makesKnown(one),
      () => elsewhere.makesKnown(other),
    );
    expect(made.map((each: Answered) => each.made ?? each.code).toSorted()).toEqual([
      1,
      'KNOWN_ALREADY',
    ]);
    await importing.clears();
  }
});

test('the same batch from two of its systems at once is taken once', async () => {
  for (let at = 0; at < TIMES; at += 1) {
    const items = Array.from({ length: 20 }, () => sentItem());
    const [one, other] = await race(
      at,
      () => importing.sends(caspar, 'SCHOOL_CENSUS', items),
      () => elsewhere.sends(caspar, 'SCHOOL_CENSUS', items.toReversed()),
    );
    expect([one.added, other.added].toSorted((a, b) => a - b)).toEqual([0, 20]);
    expect([one.unchanged, other.unchanged].toSorted((a, b) => a - b)).toEqual([0, 20]);
    await importing.clears();
  }
});

test('two schools take off at once what one candidate rested on, one item or several: both are answered, and each candidate goes once', async () => {
  await scene.given.changed('access.figure', { name: 'PROGRAMME_CRITERIA' }, { value: 1 });
  await importing.speaksFor(bea);
  const children = ['Isolde', 'Tristan', 'Morwenna'];
  for (let at = 0; at < TIMES; at += 1) {
    const ofSchool = () =>
      children.map((givenName) => sentItem({ givenName, uprn: '999000000999' }));
    const [ours, theirs] = [ofSchool(), ofSchool().toReversed()];
    await importing.sends(caspar, 'SCHOOL_CENSUS', ours);
    await importing.sends(bea, 'SCHOOL_CENSUS', theirs);
    const one = await importing.itemOf(ours[0]?.reference ?? 'none');
    expect(await importing.makesKnown(one)).toMatchObject({ made: children.length });
    const made = await owner().run<{ id: string }>({
      text: 'SELECT DISTINCT candidate_id AS id FROM families.import_item',
      values: [],
    });
    const all = children.length;
    const withdraws = at % 4 < 2;
    const goes = (by: Importing, who: typeof bea, items: typeof ours): Promise<Answered> =>
      withdraws
        ? by.withdraws(who, 'SCHOOL_CENSUS', items[who === bea ? all - 1 : 0]?.reference ?? 'none')
        : by.sends(
            who,
            'SCHOOL_CENSUS',
            items.map((item) => ({ ...item, familyName: 'Tamblyn' })),
          );
    const answered = await race(
      at,
      () => goes(importing, caspar as typeof bea, ours),
      () => goes(elsewhere, bea, theirs),
    );
    for (const answer of answered)
      expect(answer).toMatchObject(withdraws ? { withdrawn: true } : { amended: all });
    const steps = await Promise.all(made.map(({ id }) => recordedOf(owner(), id)));
    const unmade = steps.flat().filter(({ move }) => move === 'UNMAKE');
    expect(unmade).toHaveLength(withdraws ? 1 : all);
    await importing.clears();
  }
});
