import { connect } from '@postern/database';
import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { Answered } from '../county-fixture.ts';
import { recordedBy } from '../ledger/ledger-rows.ts';
import { daysFromNow } from '../scenarios/vocabulary/county-words.ts';
import { familiesFire } from '../scenarios/vocabulary/due-work.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import type { Sent } from '../scenarios/vocabulary/source-import.ts';
import { Importing, sentItem } from '../scenarios/vocabulary/source-import.ts';
import type { ImportMove } from './import-life.ts';
import { IMPORT_LIFE, IMPORT_MOVES, IMPORT_WAYS } from './import-life.ts';
import { expectChain, recordedOf, STEPS, walk } from './walking.ts';
import { Ways } from './ways.ts';

const { caspar, halima } = cast.practitioners;
const { chidi, ada } = cast.families.okafor.persons;
const scene = setScene();
const importing = new Importing(scene);
const owner = () => scene.database().owner;
afterEach(() => importing.clears());

const step = fc.record({
  // Mostly a move that leads on, and by somebody who may.
  wild: fc.option(fc.constantFrom(...IMPORT_MOVES), { freq: 2 }),
  isStale: fc.boolean(),
  isBySomebodyElse: fc.boolean(),
  pick: fc.nat(999),
});

test('an item lives as it is described, whoever tries what; what is on the record is what was decided, and every step is known', async () => {
  let sent: Sent = await importing.about(chidi);
  let item = await importing.receives(caspar, 'SCHOOL_CENSUS', sent);
  let known = { state: 'WAITING', revision: 1, isChidi: true, steps: 1 };
  const ways = new Ways(IMPORT_WAYS);

  const begins = async (): Promise<void> => {
    sent = await importing.about(chidi);
    item = await importing.receives(caspar, 'SCHOOL_CENSUS', sent);
    known = { state: 'WAITING', revision: 1, isChidi: true, steps: 1 };
  };
  const decides = (
    move: 'match' | 'noMatch' | 'takeBack' | 'unclear',
    who: typeof halima,
    revision: number,
  ): Promise<Answered> => {
    const person = known.isChidi ? chidi.id : ada.id;
    if (move === 'takeBack') return importing.takesBack(item, revision, who);
    if (move === 'match')
      return importing.decides(item, { decision: 'MATCH', person, revision }, who);
    const decision = move === 'noMatch' ? 'NO_MATCH' : 'UNCLEAR';
    return importing.decides(item, { decision, revision }, who);
  };
  const sends = async (move: ImportMove, percentage: number): Promise<void> => {
    if (move === 'withdraw') {
      await importing.withdraws(caspar, 'SCHOOL_CENSUS', sent.reference);
      return;
    }
    if (move === 'expire') {
      await owner().script(
        `UPDATE families.import_batch SET received_on = '2025-06-17'; UPDATE families.import_item SET received_on = '2025-06-17';`,
      );
      await familiesFire(scene, ['IMPORT_POOL_OVER']);
      return;
    }
    const { reference } = sent;
    const isOfOther = move === 'sendOfOther';
    if (isOfOther) known = { ...known, isChidi: !known.isChidi };
    sent = await importing.about(known.isChidi ? chidi : ada, { reference, percentage });
    const answer = await importing.sends(caspar, 'SCHOOL_CENSUS', [sent]);
    const comesAnew = isOfOther && known.state === 'ON_RECORD';
    expect(answer).toMatchObject(
      comesAnew ? { added: 1, amended: 0 } : { added: 0, amended: 1, unchanged: 0 },
    );
  };

  await walk(
    step,
    async ({ wild, isStale, isBySomebodyElse, pick }) => {
      if (known.state === 'GONE') await begins();
      const led = (each: ImportMove): string | undefined => IMPORT_LIFE[each](known.state);
      const leading = ways.onward(known.state, IMPORT_MOVES.filter(led), led);
      const move = wild ?? leading[pick % leading.length] ?? 'amend';
      const next = led(move);
      const before = known.state;
      if (move === 'match' || move === 'noMatch' || move === 'unclear' || move === 'takeBack') {
        const stale = isStale && pick % 3 === 0;
        const who = isBySomebodyElse && pick % 3 === 1 ? caspar : halima;
        const answer = await decides(move, who as typeof halima, known.revision + (stale ? 1 : 0));
        const code = answer.code ?? answer.turnedAway?.code ?? null;
        if (who !== halima) expect(code).toMatch(/NOT_PERMITTED/);
        else if (stale)
          expect(code).toBe(
            before === 'ON_RECORD' && move !== 'takeBack' ? 'RECORD_UNKNOWN' : 'REVISION_PASSED',
          );
        // Of what left the pool there is nothing to decide.
        else if (before === 'ON_RECORD' && next === undefined) expect(code).toBe('RECORD_UNKNOWN');
        else if (next === undefined) expect(code).toBe('STEP_NOT_POSSIBLE');
        else if (next === 'GONE') expect(answer).toEqual({ item, state: null, revision: null });
        else expect(answer).toEqual({ item, state: next, revision: known.revision + 1 });
        if (who === halima && !stale && next !== undefined)
          known = { ...known, state: next, revision: known.revision + 1, steps: known.steps + 1 };
      } else {
        // Another figure, so that something is said anew.
        await sends(move, (Number(sent['percentage']) + 1) % 100);
        const isNoStep =
          move === 'amend' ||
          (move === 'sendOfOther' && before === 'WAITING') ||
          (move === 'expire' && before === 'ON_RECORD');
        const revisions = move === 'sendOfOther' && before !== 'WAITING' ? 2 : 1;
        known = {
          ...known,
          state: next ?? before,
          revision: known.revision + (move === 'expire' ? 0 : revisions),
          steps: known.steps + (isNoStep ? 0 : 1),
        };
        if (move === 'sendOfOther' && before === 'ON_RECORD') {
          // What was matched ends, and this comes in as new.
          const ended = await recordedOf(owner(), item);
          expectChain(ended);
          expect(ended.at(-1)).toMatchObject({ move: 'TAKE_OFF', after: 'DELETED' });
          item = await importing.itemOf(sent.reference);
          known = { ...known, revision: 1, steps: 1 };
        }
      }
      if (known.state !== before) ways.took(before, known.state);
      const steps = await recordedOf(owner(), item);
      expectChain(steps);
      expect(steps).toHaveLength(known.steps);
      const [row] = await owner().run({
        text: `SELECT state, revision FROM families.import_item WHERE id = $1
          UNION ALL SELECT 'ON_RECORD', revision FROM families.import_match WHERE id = $1`,
        values: [item],
      });
      expect(row).toEqual(
        known.state === 'GONE' ? undefined : { state: known.state, revision: known.revision },
      );
      // What is on the record is what is matched, as its source says it now, in the pool or no more; and never twice.
      const whose = known.isChidi ? chidi : ada;
      const entries = [...(await importing.entriesOf(chidi)), ...(await importing.entriesOf(ada))];
      const isMatched = known.state === 'MATCHED' || known.state === 'ON_RECORD';
      expect(entries.map((each) => each.percentage)).toEqual(isMatched ? [sent['percentage']] : []);
      if (isMatched) expect(await importing.entriesOf(whose)).toHaveLength(1);
    },
    { count: Math.ceil(STEPS / 2), until: () => ways.areTaken },
  );
  ways.expectAll();
});

test('five hundred come at once and are taken once; one more is refused, and so is none', async () => {
  const items = Array.from({ length: 500 }, (_, at) =>
    sentItem({ reference: `R-${at}`, givenName: `Isolde ${at}` }),
  );
  const taken = { added: 500, amended: 0, unchanged: 0, refused: [] };
  expect(await importing.sends(caspar, 'SCHOOL_CENSUS', items)).toEqual(taken);
  expect(await importing.sends(caspar, 'SCHOOL_CENSUS', items)).toEqual({
    ...{ ...taken, added: 0, unchanged: 500 },
  });
  for (const wrong of [[...items, sentItem()], []])
    expect(await importing.sends(caspar, 'SCHOOL_CENSUS', wrong)).toMatchObject({
      code: 'ARGUMENT_INVALID',
      findings: [{ part: 'items' }],
    });
  const seen = new Set<string>();
  let after = '';
  for (let page = 0; page < 5; page += 1) {
    const args = `(source: SCHOOL_CENSUS, state: WAITING, first: 100${after})`;
    const { items: found, cursor } = await importing.pool(args);
    for (const { item } of found) seen.add(item);
    expect(cursor === null).toBe(page === 4);
    after = `, after: "${cursor}"`;
  }
  expect(seen.size).toBe(500);
  expect((await importing.pool('(source: POLICE)')).items).toEqual([]);
  expect((await importing.pool('(state: MATCHED)')).items).toEqual([]);
  expect((await importing.pool('(after: "elsewhere")')).code).toBe('ARGUMENT_INVALID');
});

test('what the pool tells is on the ledger, with of whom; a refusal tells nothing', async () => {
  const item = await importing.receives(caspar, 'SCHOOL_CENSUS', await importing.about(chidi));
  const told = { question: 'importedItems', clause: 'SHR-3.5.6b', record: item };
  const page = await recordedBy(owner(), () => importing.pool());
  expect(page).toMatchObject([{ account_id: halima.id, purpose: 'MATCH_DATA', told: [told] }]);
  const proposed = await recordedBy(owner(), () => importing.proposals(item));
  expect(proposed).toMatchObject([
    {
      account_id: halima.id,
      persons: [chidi.id],
      told: [{ ...told, question: 'importProposals' }],
    },
  ]);
  const grouped = await recordedBy(owner(), () => importing.group(item));
  expect(grouped).toMatchObject([
    { told: [{ question: 'importedGroup', clause: 'DEV-A4-2', record: item }] },
  ]);
  const decided = await recordedBy(owner(), () =>
    importing.decides(item, { decision: 'MATCH', person: chidi.id }),
  );
  expect(decided).toMatchObject([{ persons: [chidi.id] }]);
  expect(JSON.stringify([page, proposed, grouped, decided])).not.toMatch(/Chidi|Okafor/);
  expect(await recordedBy(owner(), () => importing.pool('', caspar))).toEqual([]);
});

test('what is over and not deleted yet comes in as new, and is its source’s no more', async () => {
  const sent = sentItem();
  const old = await importing.receives(caspar, 'SCHOOL_CENSUS', sent);
  const over = `UPDATE families.import_item SET received_on = '2025-06-17'`;
  await owner().script(over);
  expect(await importing.withdraws(caspar, 'SCHOOL_CENSUS', sent.reference)).toMatchObject({
    code: 'RECORD_UNKNOWN',
  });
  const item = await importing.receives(caspar, 'SCHOOL_CENSUS', sent);
  expect(item).not.toBe(old);
  expect(await importing.inPool(item)).toMatchObject({ receivedOn: '2026-06-17', revision: 1 });
  expect((await recordedOf(owner(), old)).map(({ move }) => move)).toEqual(['RECEIVE', 'DELETE']);
});

test('what a candidate rested on is taken back: the candidate goes with it', async () => {
  const home = { uprn: '999000000999' };
  const sent = sentItem(home);
  const item = await importing.receives(caspar, 'SCHOOL_CENSUS', sent);
  await scene.given.changed('access.figure', { name: 'PROGRAMME_CRITERIA' }, { value: 1 });
  expect(await importing.makesKnown(item)).toMatchObject({ made: 1 });
  const known = async (): Promise<number> => {
    const rows = await owner().run({
      text: `SELECT 1 AS is FROM families.match_candidate WHERE family_name = 'Quillfeather'`,
      values: [],
    });
    return rows.length;
  };
  expect(await known()).toBe(1);
  await importing.withdraws(caspar, 'SCHOOL_CENSUS', sent.reference);
  expect(await known()).toBe(0);
});

test('no service writes a purpose lock, sets a key or deletes from the pool but by the functions for it', async () => {
  const [may] = await owner().run({
    text: `SELECT has_table_privilege('postern_families', 'families.import_item', 'DELETE') AS deletes,
      has_table_privilege('postern_families', 'families.person_entry', 'DELETE') AS "takesOff",
      has_table_privilege('postern_families', 'families.match_candidate', 'INSERT') AS makes,
      has_column_privilege('postern_families', 'families.import_item', 'held_under', 'UPDATE') AS unlocks,
      has_table_privilege('postern_families', 'families.import_match', 'INSERT') AS keeps,
      has_table_privilege('postern_families', 'families.import_match', 'DELETE') AS forgets,
      has_table_privilege('postern_families', 'families.import_certificate', 'INSERT') AS certifies`,
    values: [],
  });
  expect(may).toEqual({
    deletes: false,
    takesOff: false,
    makes: false,
    unlocks: false,
    keeps: false,
    forgets: false,
    certifies: false,
  });
});

test('before its day nothing is deleted as if it had come, whoever calls for it', async () => {
  const item = await importing.receives(caspar, 'SCHOOL_CENSUS', sentItem());
  const service = connect(scene.database().address, 'families', { max: 1 });
  try {
    const [gone] = await service.run({
      text: `SELECT families.forget_imported($1::uuid[], 'TWELVE_MONTHS', $2::timestamptz) AS links`,
      values: [[item], daysFromNow(364)],
    });
    expect(gone).toEqual({ links: [] });
  } finally {
    await service.close();
  }
  expect(await importing.inPool(item)).not.toBeNull();
});
