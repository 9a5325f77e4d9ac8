import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW, CountyClock, countyDatabase, gateFor } from '../county-fixture.ts';
import { Doer } from './doer.ts';
import type { GrantModel } from './grant-reference.ts';
import { monthsAfter, opens, POSSIBLE, stateOf } from './grant-reference.ts';

const { prue, gideon, tom, grace, joel, marcus, bea, owen } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const DAY = 86_400_000;
const STEPS = Number(process.env['POSTERN_STEPS'] ?? 500);
const WALK = 50;

const clock = new CountyClock();
let database: CountyDatabase;
let gate: Gate;

beforeAll(async () => {
  database = await countyDatabase();
  gate = await gateFor(database, { clock });
});
afterAll(async () => {
  await gate?.close();
  await database?.drop();
});

const HOLDERS = [marcus, bea, owen] as const;
const ACTORS = {
  prue: new Doer({ ask: (...given) => gate.ask(...given) }, prue, 'ADMINISTRATION'),
  gideon: new Doer({ ask: (...given) => gate.ask(...given) }, gideon, 'COORDINATE_SUPPORT'),
  tom: new Doer({ ask: (...given) => gate.ask(...given) }, tom, 'UNDERSTAND_NEEDS'),
  grace: new Doer({ ask: (...given) => gate.ask(...given) }, grace, 'UNDERSTAND_NEEDS'),
  joel: new Doer({ ask: (...given) => gate.ask(...given) }, joel, 'UNDERSTAND_NEEDS'),
} as const;
type Actor = keyof typeof ACTORS;
const IDS: Readonly<
  Record<Actor, { readonly id: string; readonly agency: { readonly id: string } }>
> = { prue, gideon, tom, grace, joel };

const actor = fc.constantFrom<Actor>('prue', 'gideon', 'tom', 'prue', 'gideon', 'grace', 'joel');
const which = fc.nat({ max: 5 });
const holder = fc.nat({ max: HOLDERS.length - 1 });
const stale = fc.constantFrom(0, 0, 0, 0, 1);
const days = fc.constantFrom(-1, 1, 13, 14, 15, 60, 170, 200);
const stepOf = fc.constantFrom(
  ...(['extendGrant', 'confirmGrant', 'suspendGrant', 'resumeGrant', 'revokeGrant'] as const),
);
type Step =
  | { kind: 'GRANT'; actor: Actor; holder: number; days: number }
  | { kind: 'STEP'; actor: Actor; command: string; which: number; stale: number; days: number }
  | { kind: 'END'; holder: number; which: number }
  | { kind: 'TIME'; days: number }
  | { kind: 'EXCLUDE'; holder: number }
  | { kind: 'CLOSE' };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('GRANT' as const), actor, holder, days }) },
  {
    weight: 16,
    arbitrary: fc.record({
      kind: fc.constant('STEP' as const),
      actor,
      command: stepOf,
      which,
      stale,
      days,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('END' as const), holder, which }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('TIME' as const),
      days: fc.constantFrom(0, 1, 7, 30),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('EXCLUDE' as const), holder }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('CLOSE' as const) }) },
);

/** What the reference knows beside the grants themselves. */
interface World {
  readonly grants: GrantModel[];
  open: boolean;
  /** Whether the team of the cast still has its grants: closing takes them away for good. */
  team: boolean;
  readonly excluded: Set<string>;
}

async function ownerRuns(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  return database.owner.run<Row>({ text, values: [...values] });
}
type Row = Readonly<Record<string, unknown>>;

/** As a command of another service would: what ends by itself ends at the moment of the county's clock. */
async function atCountyTime(text: string, values: readonly unknown[]): Promise<void> {
  await database.owner.transaction(async (transaction) => {
    await transaction.run({
      text: `SELECT set_config('postern.now', $1, true)`,
      values: [clock.now().toISOString()],
    });
    await transaction.run({ text, values: [...values] });
  });
}

async function startOver(): Promise<World> {
  clock.set(COUNTY_NOW);
  await ownerRuns(`DELETE FROM access.access_grant WHERE confirm_by IS NOT NULL`);
  await ownerRuns(
    `UPDATE access.access_grant SET revoked_at = NULL, revoked_cause = NULL WHERE episode_id = $1`,
    [okafor.id],
  );
  await ownerRuns(`DELETE FROM families.exclusion WHERE reason = 'of the walk'`);
  await ownerRuns(
    `DELETE FROM access.exclusion x WHERE NOT EXISTS (SELECT FROM families.exclusion f WHERE f.id = x.id)`,
  );
  await ownerRuns(`UPDATE episodes.episode SET status = 'OPEN_TAF' WHERE id = $1`, [okafor.id]);
  return { grants: [], open: true, team: true, excluded: new Set() };
}

/** What somebody may do, whatever the grant: nothing is known of the episode to whoever does not see it. */
function refusalTo(world: World, who: Actor): string | null {
  if (who === 'prue' || who === 'gideon') return null;
  if (who === 'joel' || !world.open || !world.team) return 'RECORD_UNKNOWN';
  return who === 'tom' ? null : 'NOT_A_GRANTOR';
}

function grantFindings(world: World, person: (typeof HOLDERS)[number], endsAt: number): string[] {
  const now = clock.now().getTime();
  return [
    ...(world.excluded.has(person.id) ? ['KEPT_OUT'] : []),
    ...(world.open ? [] : ['EPISODE_NOT_OPEN']),
    ...(endsAt <= now ? ['ENDS_IN_THE_PAST'] : []),
    ...(endsAt > monthsAfter(now, 6) ? ['ENDS_TOO_LATE'] : []),
  ];
}

async function grant(
  world: World,
  { actor: who, holder: at, days: ahead }: Step & { kind: 'GRANT' },
) {
  const person = HOLDERS[at] ?? marcus;
  const now = clock.now().getTime();
  const endsAt = now + ahead * DAY;
  const held = world.grants.some(
    (each) =>
      each.holder === person.id &&
      ['GRANTED', 'EXPIRING', 'SUSPENDED'].includes(stateOf(each, now)),
  );
  const findings = [...grantFindings(world, person, endsAt), ...(held ? ['ALREADY_GRANTED'] : [])];
  const expected = refusalTo(world, who) ?? (findings.length > 0 ? 'GRANT_NOT_POSSIBLE' : null);
  const before = await eventCount();
  const { changed, refused } = await ACTORS[who].tries<{ grant: { id: string } | null }>(
    'grantAccess',
    {
      practitioner: person.id,
      episode: okafor.id,
      role: 'TAF_MEMBER',
      workingRelationship: 'Works with the family',
      endsAt: new Date(endsAt).toISOString(),
      reason: 'as the plan has it',
      idempotencyKey: crypto.randomUUID(),
    },
    'AccessGrantChanged { grant { id state } }',
  );
  expect(refused?.code ?? null, JSON.stringify(refused?.findings)).toBe(expected);
  expect(await eventCount()).toBe(before + (expected === null ? 1 : 0));
  if (changed === null) {
    if (expected === 'GRANT_NOT_POSSIBLE')
      expect(
        refused?.findings.map(({ code }) => code.replace('AGENCY_EXCLUDED', 'KEPT_OUT')),
      ).toEqual(findings);
    return;
  }
  world.grants.push({
    id: changed.grant?.id ?? '',
    holder: person.id,
    endsAt,
    confirmBy: monthsAfter(now, 6),
    suspended: false,
    revoked: false,
    cause: null,
    revision: 1,
    events: 1,
  });
  await expectEvent(changed.grant?.id ?? '', {
    move: 'GRANT',
    before: null,
    after: 'GRANTED',
    actor_id: IDS[who].id,
    actor_agency_id: IDS[who].agency.id,
    on_behalf_of: 'AGENCY',
    reason: 'as the plan has it',
  });
}

async function takeStep(world: World, given: Step & { kind: 'STEP' }): Promise<void> {
  const model = world.grants[given.which % Math.max(1, world.grants.length)];
  if (model === undefined) return;
  const now = clock.now().getTime();
  const { command, actor: who } = given;
  const endsAt = now + given.days * DAY;
  const person = HOLDERS.find(({ id }) => id === model.holder) ?? marcus;
  const possible = POSSIBLE[command]?.includes(stateOf(model, now)) === true;
  const findings = command === 'extendGrant' ? grantFindings(world, person, endsAt) : [];
  const expected =
    refusalTo(world, who) ??
    (given.stale === 1 ? 'REVISION_PASSED' : null) ??
    (possible ? null : 'STEP_NOT_POSSIBLE') ??
    (findings.length > 0 ? 'GRANT_NOT_POSSIBLE' : null);
  const state = stateOf(model, now);
  const before = await eventCount();
  const { refused } = await ACTORS[who].tries(
    command,
    {
      grant: model.id,
      expectedRevision: model.revision + given.stale,
      reason: 'as decided',
      ...(command === 'extendGrant' ? { endsAt: new Date(endsAt).toISOString() } : {}),
      ...(command === 'revokeGrant' ? { cause: 'SUPPORT_ENDED' } : {}),
    },
    'AccessGrantChanged { grant { id state } }',
  );
  expect(refused?.code ?? null).toBe(expected);
  expect(await eventCount()).toBe(before + (expected === null ? 1 : 0));
  if (expected !== null) return;
  model.revision += 1;
  model.events += 1;
  if (command === 'extendGrant') model.endsAt = endsAt;
  if (command === 'confirmGrant') model.confirmBy = monthsAfter(now, 6);
  if (command === 'suspendGrant') model.suspended = true;
  if (command === 'resumeGrant') model.suspended = false;
  if (command === 'revokeGrant') {
    model.revoked = true;
    model.cause = 'SUPPORT_ENDED';
  }
  const moves: Readonly<Record<string, string>> = {
    extendGrant: 'GRANTED',
    confirmGrant: 'GRANTED',
    resumeGrant: 'GRANTED',
    suspendGrant: 'SUSPENDED',
    revokeGrant: 'REVOKED',
  };
  await expectEvent(model.id, {
    before: state,
    after: moves[command],
    actor_id: IDS[who].id,
    actor_agency_id: IDS[who].agency.id,
    on_behalf_of: 'AGENCY',
    reason: 'as decided',
  });
}

async function endOwn(
  world: World,
  { holder: at, which: n }: Step & { kind: 'END' },
): Promise<void> {
  const person = HOLDERS[at] ?? marcus;
  const model = world.grants[n % Math.max(1, world.grants.length)];
  if (model === undefined) return;
  const now = clock.now().getTime();
  const state = stateOf(model, now);
  const expected =
    model.holder !== person.id
      ? 'RECORD_UNKNOWN'
      : POSSIBLE['endMyAccess']?.includes(state)
        ? null
        : 'STEP_NOT_POSSIBLE';
  const doer = new Doer(gate, person, 'UNDERSTAND_NEEDS');
  const { refused } = await doer.tries(
    'endMyAccess',
    { grant: model.id, expectedRevision: model.revision, reason: 'the work is done' },
    'AccessGrantChanged { grant { id state } }',
  );
  expect(refused?.code ?? null).toBe(expected);
  if (expected !== null) return;
  Object.assign(model, { revoked: true, cause: 'SUPPORT_ENDED' });
  model.revision += 1;
  model.events += 1;
  await expectEvent(model.id, {
    move: 'END',
    before: state,
    after: 'REVOKED',
    actor_id: person.id,
    on_behalf_of: 'SELF',
  });
}

async function exclude(world: World, { holder: at }: Step & { kind: 'EXCLUDE' }): Promise<void> {
  const person = HOLDERS[at] ?? marcus;
  if (world.excluded.has(person.id)) {
    await atCountyTime(
      `UPDATE families.exclusion SET ends_at = $1 WHERE reason = 'of the walk' AND excluded_agency_id = $2 AND ends_at IS NULL`,
      [clock.now().toISOString(), person.agency.id],
    );
    for (const { id, agency } of HOLDERS)
      if (agency.id === person.agency.id) world.excluded.delete(id);
    return;
  }
  await atCountyTime(
    `INSERT INTO families.exclusion (id, agreement_id, episode_id, excluded_agency_id, scope, coordinates, reason, viable, starts_at,
        recorded_by, agency_id, recorded_at, nature)
      VALUES (gen_random_uuid(), gen_random_uuid(), $1, $2, 'WHOLE_AGENCY', '{}', 'of the walk', true, $3, $4, $5, $3, 'FACT')`,
    [okafor.id, person.agency.id, clock.now().toISOString(), tom.id, tom.agency.id],
  );
  for (const { id, agency } of HOLDERS) if (agency.id === person.agency.id) world.excluded.add(id);
  endsByItself(world, (each) => world.excluded.has(each.holder), 'EXCLUSION_ADDED');
}

async function close(world: World): Promise<void> {
  await atCountyTime('UPDATE episodes.episode SET status = $1 WHERE id = $2', [
    world.open ? 'CLOSED' : 'OPEN_TAF',
    okafor.id,
  ]);
  world.open = !world.open;
  if (world.open) return;
  world.team = false;
  endsByItself(world, () => true, 'EPISODE_CLOSED');
}

function endsByItself(world: World, whose: (grant: GrantModel) => boolean, cause: string): void {
  const now = clock.now().getTime();
  for (const each of world.grants) {
    if (!whose(each) || !['GRANTED', 'EXPIRING', 'SUSPENDED'].includes(stateOf(each, now)))
      continue;
    each.revoked = true;
    each.cause = cause;
    each.revision += 1;
    each.events += 1;
  }
}

async function eventCount(): Promise<number> {
  const [row] = await ownerRuns('SELECT count(*)::integer AS n FROM partners.access_event');
  return Number(row?.['n']);
}

async function expectEvent(subject: string, expected: Row): Promise<void> {
  const [row] = await ownerRuns(
    'SELECT * FROM partners.access_event WHERE subject_id = $1 ORDER BY position DESC LIMIT 1',
    [subject],
  );
  expect(row).toMatchObject({ machine: 'GRANT', episode_id: okafor.id, ...expected });
  expect(new Date(String(row?.['at'])).getTime()).toBe(clock.now().getTime());
}

/** Every grant is where the reference has it, with one event for each step; and who reads is who may. */
async function expectAsReferenceHasIt(
  world: World,
  readers: readonly (typeof HOLDERS)[number][],
): Promise<void> {
  const now = clock.now().getTime();
  const rows = await ownerRuns(
    `SELECT id, access.grant_state(ends_at, confirm_by, suspended_at, revoked_at, $1) AS state, revoked_cause AS cause, revision,
      (SELECT count(*)::integer FROM partners.access_event WHERE subject_id = g.id) AS events
     FROM access.access_grant g WHERE confirm_by IS NOT NULL ORDER BY id`,
    [clock.now().toISOString()],
  );
  const expected = world.grants
    .map((each) => ({
      id: each.id,
      state: stateOf(each, now),
      cause: each.cause,
      revision: each.revision,
      events: each.events,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(rows).toEqual(expected);
  for (const person of readers) {
    const reads =
      world.open &&
      !world.excluded.has(person.id) &&
      world.grants.some((each) => each.holder === person.id && opens(each, now));
    const { body } = await gate.ask(
      person,
      `{ episode(reference: "${okafor.reference}") { id } me { grants { id state revokedCause episode { id } } } }`,
    );
    expect(body.errors).toBeUndefined();
    expect(body.data.episode?.id ?? null).toBe(reads ? okafor.id : null);
    const own = body.data.me.grants.filter((each: { id: string }) =>
      world.grants.some(({ id }) => id === each.id),
    );
    expect(
      own.map((each: Row) => [each['id'], each['state'], each['revokedCause']]).sort(),
    ).toEqual(
      world.grants
        .filter((each) => each.holder === person.id)
        .map((each) => [each.id, stateOf(each, now), each.cause])
        .sort(),
    );
    for (const each of own) expect(each.episode?.id ?? null).toBe(reads ? okafor.id : null);
  }
}

test('a grant goes through its states as the domain has them, and opens the episode only while it may', async () => {
  let walked = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: WALK, maxLength: WALK }), async (steps) => {
      const world = await startOver();
      for (const each of steps) {
        walked += 1;
        if (each.kind === 'GRANT') await grant(world, each);
        else if (each.kind === 'STEP') await takeStep(world, each);
        else if (each.kind === 'END') await endOwn(world, each);
        else if (each.kind === 'TIME')
          clock.set(new Date(clock.now().getTime() + each.days * DAY + 3_600_000));
        else if (each.kind === 'EXCLUDE') await exclude(world, each);
        else await close(world);
        // Whoever a step is about, and everybody in turn.
        await expectAsReferenceHasIt(
          world,
          HOLDERS.filter((_, at) => at === walked % 3 || ('holder' in each && at === each.holder)),
        );
      }
    }),
    { numRuns: Math.ceil(STEPS / WALK), endOnFailure: true },
  );
  expect(walked).toBeGreaterThanOrEqual(STEPS);
}, 600_000);
