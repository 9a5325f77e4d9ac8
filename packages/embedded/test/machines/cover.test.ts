import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import type { Answered } from './commands.ts';
import type { Decision, Known, Name } from './cover-life.ts';
import {
  ACTORS,
  ASKERS,
  COLLEAGUES,
  coverable,
  decisionRefused,
  findable,
  HOST,
  isAboutRelated,
  LIFE,
  PEOPLE,
  READERS,
  RELATED,
  stateOf,
} from './cover-life.ts';
import { CoverWalk } from './cover-walk.ts';
import { expectChain, recordedOf, walk } from './walking.ts';
import { Ways } from './ways.ts';

const HOUR = 3_600_000;
const LIFETIME = 50;
const scene = setScene();
const walking = new CoverWalk(scene);

let service: Connection;
beforeAll(() => {
  service = connect(scene.database().address, 'partners', { max: 2 });
});
afterAll(() => service.close());

const REFUSED_WITH = [
  ...['RECORD_UNKNOWN', 'GRANT_NOT_POSSIBLE', 'ROLE_NOT_PERMITTED', 'OWN_ACCESS'],
  ...['REVISION_PASSED', 'STEP_NOT_POSSIBLE', 'RELATED'],
];

const AGAINST = ['ALREADY_GRANTED', 'ENDS_IN_THE_PAST', 'EPISODE_NOT_OPEN', 'ROLE_NOT_HELD'];

/** Both steps of an offer are on the record: who, for which agency, on whose behalf, when and why. */
async function expectRecorded(known: Known, by: Name | null): Promise<void> {
  const steps = await recordedOf(scene.database().owner, known.id);
  expect(steps).toHaveLength(known.revision);
  expectChain(steps);
  if (by === null) return;
  expect(steps.at(-1)).toMatchObject({
    machine: 'COVER',
    move: { REQUESTED: 'REQUEST', GRANTED: 'GRANT', REFUSED: 'REFUSE' }[known.state],
    after: known.state,
    actor: PEOPLE[by].id,
    agency: PEOPLE[by].agency.id,
    onBehalfOf: known.state === 'REQUESTED' ? 'COLLEAGUE' : 'AGENCY',
    at: scene.clock.now().toISOString(),
    reason: known.state === 'REQUESTED' ? 'on leave' : 'as agreed',
  });
}

/** Whoever covers finds what they cover from the decision on, and not at its end any more. */
async function expectFound(who: Name): Promise<void> {
  const { world } = walking;
  const now = walking.now();
  const found = await walking.finds(who);
  const own = findable(world, who, now);
  expect(found.episodes, who).toEqual(own);
  const coverings = world.coverings.filter((each) => each.who === who);
  expect(found.coverings).toEqual(
    coverings
      .map((each) => [
        each.grant,
        stateOf(each, now),
        own.includes(each.episode) ? each.episode : null,
      ])
      .sort(),
  );
}

/** The host sees each offer that waits, the longest first. */
async function expectWaiting(host: Name): Promise<void> {
  const { body } = await walking
    .as(host)
    .asks('{ coversToDecide { cover revision practitioner { id } } }');
  expect(body.data.coversToDecide.map(({ cover }: Answered) => cover).sort()).toEqual(
    walking.world.offers
      .filter(({ state }) => state === 'REQUESTED')
      .filter(({ asker, colleague }) => host !== asker && host !== colleague)
      .filter((each) => host !== RELATED || !isAboutRelated(walking.world, each))
      .map(({ id }) => id)
      .sort(),
  );
}

/** Time goes by; what ended did so by the service, at its moment. */
async function waits(until: number): Promise<number> {
  const ended = await walking.waits(until, service);
  for (const { grant } of ended) {
    const steps = await recordedOf(scene.database().owner, grant);
    expect(steps.map(({ move, onBehalfOf, actor }) => [move, onBehalfOf, actor === null])).toEqual([
      ['GRANT', 'COLLEAGUE', false],
      ['EXPIRE', 'SERVICE', true],
    ]);
    for (const { reason } of steps) expect(reason).toMatch(/\S/);
  }
  return ended.length;
}

const step = fc.record({
  kind: fc.constantFrom(
    ...(['decide', 'decide', 'decide', 'decide', 'offer', 'offer', 'wait', 'wait'] as const),
    'relate' as const,
  ),
  isAimed: fc.constantFrom(true, true, false),
  anybody: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom<Name>(...ACTORS) },
  ),
  asker: fc.constantFrom(...ASKERS, ...READERS, ...READERS),
  colleague: fc.constantFrom(...COLLEAGUES),
  days: fc.constantFrom(1, 5, 13, 15, 40, 1, 5, 13, 15, 40, -1, 200),
  which: fc.nat(99),
  pick: fc.nat(9_999),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** What a walk has met; it ends when it has met everything. */
class Met {
  readonly ways = new Ways(Object.values(LIFE).flat());
  readonly unrefused = new Set<string>(REFUSED_WITH);
  ended = 0;

  get isAll(): boolean {
    return this.ways.areTaken && this.unrefused.size === 0 && this.ended > 0;
  }

  expectAll(): void {
    this.ways.expectAll();
    expect([...this.unrefused]).toEqual([]);
    expect([...walking.against.keys()].sort()).toEqual(AGAINST);
    expect(this.ended).toBeGreaterThan(0);
  }
}

/** An offer that waits, or any; rather one that somebody of the host should not decide about, until they were told so. */
function picked({ isAimed, which }: Step, met: Met): Known | undefined {
  const { world } = walking;
  const all = world.offers.filter(({ state }) => !isAimed || state === 'REQUESTED');
  const isSought = isAimed && met.unrefused.has('RELATED');
  const related = isSought ? all.find((each) => isAboutRelated(world, each)) : undefined;
  return related ?? all[which % Math.max(1, all.length)];
}

/** To the end of what is covered, to the moment before it, or some hours. */
async function wait(known: Known | undefined, { pick }: Step, met: Met): Promise<void> {
  const now = walking.now();
  const ahead = walking.world.coverings.map(({ until }) => until).filter((each) => each > now);
  const end = Math.min(...ahead, known?.until ?? Infinity, now + 60 * 24 * HOUR);
  met.ended += await waits([now + 7 * HOUR, end - 1, end, end][pick % 4] ?? end);
}

async function decide(known: Known, { isAimed, anybody, pick }: Step, met: Met): Promise<void> {
  const isRelated = isAimed && met.unrefused.has('RELATED') && isAboutRelated(walking.world, known);
  const decision: Decision = pick % 3 === 0 ? 'REFUSE' : 'GRANT';
  const isStale = pick % 11 === 10;
  // Whoever may not is told so in every way that there is.
  const untold = ACTORS.find((who) =>
    met.unrefused.has(decisionRefused(walking.world, known, { decision, who, isStale }) ?? ''),
  );
  const may = HOST.filter((each) => each !== known.asker && each !== known.colleague);
  const some = isRelated ? RELATED : (may[pick % may.length] ?? 'gideon');
  const who = anybody === null ? some : (untold ?? anybody);
  const from = known.state;
  const code = await walking.decides(known, { decision, who, isStale });
  if (code === null) met.ways.took(from, known.state);
  else met.unrefused.delete(code);
  if (code === 'RECORD_UNKNOWN') met.unrefused.delete('RELATED');
  await expectRecorded(known, code === null ? who : null);
}

async function offer({ isAimed, asker, colleague, days, pick }: Step, met: Met): Promise<void> {
  const may = coverable(asker);
  const whom = isAimed ? (may[pick % Math.max(1, may.length)] ?? colleague) : colleague;
  const code = await walking.offers(asker, whom, days);
  if (code !== null) met.unrefused.delete(code);
  const offered = walking.world.offers.at(-1);
  if (code === null && offered !== undefined) await expectRecorded(offered, asker);
}

test('an offer to cover lives as it is described, whoever tries what, and opens the colleague’s work from the decision to its end', async () => {
  const met = new Met();
  await walk(
    step,
    async (taken, at) => {
      if (at % LIFETIME === 0) await walking.startOver();
      const known = picked(taken, met);
      if (taken.kind === 'relate') await walking.relates(known?.colleague ?? 'niamh');
      else if (taken.kind === 'wait') await wait(known, taken, met);
      else if (known === undefined || taken.kind === 'offer') await offer(taken, met);
      else await decide(known, taken, met);
      for (const who of READERS)
        if (who === known?.asker || who === READERS[at % READERS.length]) await expectFound(who);
      if (at % 7 === 0) await expectWaiting(HOST[at % 2] ?? 'prue');
    },
    { until: () => met.isAll },
  );
  met.expectAll();
});
