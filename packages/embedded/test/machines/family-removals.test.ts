import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { partnersTimers } from '@postern/partners';
import { cast } from '@postern/sample-county';
import { fireDue } from '@postern/scheduler';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { daysAfter } from './days-after.ts';
import { Doer } from './doer.ts';
import { nothingRunsOut } from './nothing-runs-out.ts';
import type { Name, RemovalModel, Step, Worker, World } from './removal-life.ts';
import {
  begun,
  CONTACT_OFFICERS,
  isOut,
  PEOPLE,
  PURPOSES,
  reads,
  refusalToRemove,
  refusalToTell,
  standing,
  step,
  WAYS,
  WORKERS,
} from './removal-life.ts';
import { expectStep, expectWays, recordedOf, walk } from './walking.ts';

const { niamh, grace } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const QUERY = `{ episode(reference: "${okafor.reference}") { id } }`;
const CHANGED = 'FamilyRemovalChanged { removal state revision dueAt }';
const ASKED = 'The mother asked for it on the telephone.';
const HOUR = 3_600_000;
const scene = setScene();
const timers = partnersTimers.filter(({ name }) => name === 'FAMILY_REMOVAL');

let service: Connection;
beforeAll(async () => {
  service = connect(scene.database().address, 'partners', { max: 2 });
  await nothingRunsOut(scene.database());
});
afterAll(() => service.close());

const doer = (who: Name) => new Doer(scene.gate(), PEOPLE[who], PURPOSES[who]);
const owner = () => scene.database().owner;
const now = () => scene.clock.now().getTime();
const isoNow = () => scene.clock.now().toISOString();

interface Changed {
  readonly removal: string;
  readonly state: string;
  readonly revision: number;
  readonly dueAt: string;
}
const taken = new Set<string>();
// Whom the county has given access to already.
const world: World = {
  access: new Set<Worker>([niamh, grace]),
  excluded: new Set(),
  removals: [],
  related: false,
};

async function give(worker: Worker): Promise<void> {
  const { refused } = await doer('gideon').tries(
    'grantAccess',
    {
      practitioner: worker.id,
      episode: okafor.id,
      role: 'TAF_MEMBER',
      workingRelationship: 'Works with the family',
      endsAt: daysAfter(scene.clock.now(), 160).toISOString(),
      reason: 'as the plan has it',
      idempotencyKey: crypto.randomUUID(),
    },
    'AccessGrantChanged { grant { id } }',
  );
  const may = !isOut(world, worker) && !world.access.has(worker);
  expect(refused === null).toBe(may);
  if (may) world.access.add(worker);
}

/** Who was told of a removal, but for what was told before; each notice once. */
async function toldBeside(before: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const rows = await owner().run<{ id: string; account: string }>({
    text: `SELECT id, to_account AS account FROM scheduler.notice WHERE kind = 'ACCESS_REMOVED_AT_FAMILYS_REQUEST' AND created_at = $1`,
    values: [isoNow()],
  });
  return new Map(rows.filter(({ id }) => !before.has(id)).map(({ id, account }) => [id, account]));
}

async function remove(given: Step & { kind: 'REMOVE' }): Promise<void> {
  const worker = WORKERS[given.worker] ?? niamh;
  const agency = given.whole || given.named === 'ONE_AND_AGENCY' ? worker.agency.id : null;
  const practitioner = !given.whole || given.named === 'ONE_AND_AGENCY' ? worker.id : null;
  const unknown = crypto.randomUUID();
  const named = {
    ONE: { agency, practitioner },
    ONE_AND_AGENCY: { agency, practitioner },
    NOBODY: {},
    NO_SUCH: given.whole ? { agency: unknown } : { practitioner: unknown },
  }[given.named];
  const expected = ['ONE_AND_AGENCY', 'NOBODY'].includes(given.named)
    ? 'ARGUMENT_INVALID'
    : (refusalToRemove(world, given.who) ?? (given.named === 'NO_SUCH' ? 'RECORD_UNKNOWN' : null));
  const before = await toldBeside(new Map());
  const { changed, refused } = await doer(given.who).tries<Changed>(
    'removeAtFamilysRequest',
    {
      episode: okafor.id,
      ...Object.fromEntries(Object.entries(named).filter(([, id]) => id !== null)),
      ...('agency' in named && named.agency !== null ? { viable: true } : {}),
      reason: ASKED,
      idempotencyKey: crypto.randomUUID(),
    },
    CHANGED,
  );
  expect(refused?.code ?? null).toBe(expected);
  if (changed === null) {
    expect([...(await toldBeside(before))]).toEqual([]);
    return;
  }
  const lost = WORKERS.filter((each) => world.access.has(each)).filter((each) =>
    given.whole ? each.agency.id === worker.agency.id : each === worker,
  );
  for (const each of lost) world.access.delete(each);
  if (given.whole) world.excluded.add(worker.agency.id);
  const model = begun(
    { id: changed.removal, agency: worker.agency.id, worker: given.whole ? null : worker },
    lost.length > 0,
    now(),
  );
  world.removals.push(model);
  taken.add(`begun ${model.state}`);
  expect(changed).toMatchObject({
    state: model.state,
    revision: model.revision,
    dueAt: new Date(model.dueAt).toISOString(),
  });
  const officer = given.whole && lost.length > 0 ? CONTACT_OFFICERS[worker.agency.id] : undefined;
  const due = [...lost.map(({ id }) => id), ...(officer === undefined ? [] : [officer])];
  expect([...(await toldBeside(before)).values()].toSorted()).toEqual(due.toSorted());
  await expectStep(
    owner(),
    { subject: model.id, steps: model.steps, who: PEOPLE[given.who] },
    {
      machine: 'FAMILY_REMOVAL',
      at: isoNow(),
      ...(lost.length > 0
        ? { onBehalfOf: 'FAMILY', after: 'TO_TELL', reason: ASKED }
        : { onBehalfOf: 'SERVICE', after: 'TOLD' }),
    },
  );
  for (const { id } of lost) await expectEnded(id, given.who);
}

/** The last access of a worker ended for the family, at once and on the record. */
async function expectEnded(worker: string, who: Name): Promise<void> {
  const [grant] = await owner().run<{ id: string; cause: string; at: Date }>({
    text: `SELECT id, revoked_cause AS cause, revoked_at AS at FROM access.access_grant
      WHERE account_id = $1 AND episode_id = $2 ORDER BY revoked_at DESC NULLS LAST, starts_at DESC LIMIT 1`,
    values: [worker, okafor.id],
  });
  expect(grant).toMatchObject({ cause: 'FAMILY_REQUEST' });
  expect(new Date(grant?.at ?? 0).toISOString()).toBe(isoNow());
  const [last] = (await recordedOf(owner(), grant?.id ?? '')).slice(-1);
  expect(last).toMatchObject({
    move: 'REVOKE',
    actor: PEOPLE[who].id,
    agency: PEOPLE[who].agency.id,
    onBehalfOf: 'FAMILY',
    reason: ASKED,
    at: isoNow(),
  });
}

async function tell({ who, which, stale }: Step & { kind: 'TELL' }): Promise<void> {
  const last = world.removals.slice(-6);
  const open = toTell();
  const among = which === 3 || open.length === 0 ? last : open;
  const model = among[which % Math.max(1, among.length)];
  if (model === undefined) return;
  const expected =
    refusalToTell(world, who) ??
    (stale === 1 ? 'REVISION_PASSED' : null) ??
    (['TOLD', 'ENDED'].includes(model.state) ? 'STEP_NOT_POSSIBLE' : null);
  const { refused } = await doer(who).tries(
    'confirmAgencyTold',
    {
      removal: model.id,
      expectedRevision: model.revision + stale,
      reason: 'Rang the head teacher.',
    },
    CHANGED,
  );
  expect(refused?.code ?? null).toBe(expected);
  if (expected === null) await stepped(model, 'TOLD', { who, reason: 'Rang the head teacher.' });
}

function toTell(): readonly RemovalModel[] {
  return world.removals.filter(({ state }) => ['TO_TELL', 'OVERDUE'].includes(state));
}

/** A step that somebody took, with their reason; or time, where nobody did. */
async function stepped(
  model: RemovalModel,
  after: string,
  by: { readonly who: Name; readonly reason: string } | null,
): Promise<void> {
  const before = model.state;
  taken.add(`${before} ${after}`);
  Object.assign(model, { state: after, revision: model.revision + 1, steps: model.steps + 1 });
  await expectStep(
    owner(),
    { subject: model.id, steps: model.steps, who: by === null ? null : PEOPLE[by.who] },
    {
      machine: 'FAMILY_REMOVAL',
      before,
      after,
      at: isoNow(),
      ...(by === null ? {} : { onBehalfOf: 'FAMILY', reason: by.reason }),
    },
  );
}

async function goOn(hours: number): Promise<void> {
  scene.clock.set(new Date(now() + hours * HOUR));
  await fireDue(service, timers, scene.clock.now(), { log: (entry) => expect(entry).toBeNull() });
  for (const model of world.removals)
    if (model.state === 'TO_TELL' && model.dueAt <= now()) await stepped(model, 'OVERDUE', null);
}

/** The family wants an agency or a worker back. */
async function lift({ who, worker: at, whole }: Step & { kind: 'LIFT' }): Promise<void> {
  const worker = WORKERS[at] ?? niamh;
  const removals = standing(world, worker, whole);
  const expected =
    refusalToRemove(world, who) ??
    (removals.length === 0 ? 'RECORD_UNKNOWN' : null) ??
    (removals.some(({ state }) => state !== 'TOLD') ? 'STEP_NOT_POSSIBLE' : null);
  const reason = 'The mother wants them back.';
  const whom = whole ? { agency: worker.agency.id } : { practitioner: worker.id };
  const given = { episode: okafor.id, reason, ...whom };
  const { refused } = await doer(who).tries('endFamilyRemoval', given, CHANGED);
  expect(refused?.code ?? null).toBe(expected);
  if (expected !== null) return;
  for (const model of removals) await stepped(model, 'ENDED', { who, reason });
  if (whole) world.excluded.delete(worker.agency.id);
}

async function relate(): Promise<void> {
  world.related = !world.related;
  await owner().run({
    text: world.related
      ? 'INSERT INTO access.conflict_of_interest (id, account_id, family_id, declared_at) VALUES (gen_random_uuid(), $1, $2, $3)'
      : 'DELETE FROM access.conflict_of_interest WHERE account_id = $1 AND family_id = $2',
    values: [PEOPLE.prue.id, cast.families.okafor.id].concat(world.related ? [isoNow()] : []),
  });
}

function take(given: Step): Promise<void> {
  switch (given.kind) {
    case 'GRANT':
      return give(WORKERS[given.worker] ?? niamh);
    case 'REMOVE':
      return remove(given);
    case 'TELL':
      return tell(given);
    case 'LIFT':
      return lift(given);
    case 'RELATE':
      return relate();
    case 'TIME':
      return goOn(given.hours);
  }
}

test('whom a family has removed reads nothing from that moment on, whatever becomes of the duty to tell them; the duty is late after 48 hours and ends when they were told', async () => {
  await walk(
    step,
    async (given, at) => {
      await take(given);
      for (const [n, worker] of WORKERS.entries()) {
        if ('worker' in given ? given.worker !== n && at % 4 !== n : at % 4 !== n) continue;
        const { body } = await scene.gate().ask(worker, QUERY, { purpose: 'COORDINATE_SUPPORT' });
        expect(body.errors).toBeUndefined();
        expect(body.data.episode?.id ?? null).toBe(reads(world, worker) ? okafor.id : null);
      }
      if (at % 10 !== 0) return;
      const { body } = await doer('gideon').asks('{ removalsToTell { removal state revision } }');
      const due = toTell().map(({ id, state, revision }) => ({ removal: id, state, revision }));
      expect(body.data.removalsToTell).toHaveLength(due.length);
      expect(body.data.removalsToTell).toEqual(expect.arrayContaining(due));
    },
    { until: () => WAYS.every((way) => taken.has(way)) },
  );
  expectWays(taken, WAYS);
});
