import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Doer } from './doer.ts';
import type { Row } from './grant-county.ts';
import {
  clock,
  closeCounty,
  eventCount,
  expectEvent,
  openCounty,
  ownerRuns,
  theGate,
} from './grant-county.ts';
import { monthsAfter, opens, POSSIBLE, stateOf } from './grant-reference.ts';
import type { Actor, Step } from './grant-steps.ts';
import { drawn, GrantWays } from './grant-ways.ts';
import type { World } from './grant-world.ts';
import { close, exclude, HOLDERS, startOver } from './grant-world.ts';
import { SEEDED } from './walking.ts';

const { prue, gideon, tom, grace, joel, marcus } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const DAY = 86_400_000;
const STEPS = Number(process.env['POSTERN_STEPS'] ?? 500);
const WALK = 50;

beforeAll(openCounty);
afterAll(closeCounty);

const ACTORS = {
  prue: new Doer(theGate, prue, 'ADMINISTRATION'),
  gideon: new Doer(theGate, gideon, 'COORDINATE_SUPPORT'),
  tom: new Doer(theGate, tom, 'UNDERSTAND_NEEDS'),
  grace: new Doer(theGate, grace, 'UNDERSTAND_NEEDS'),
  joel: new Doer(theGate, joel, 'UNDERSTAND_NEEDS'),
} as const;
const IDS: Readonly<
  Record<Actor, { readonly id: string; readonly agency: { readonly id: string } }>
> = { prue, gideon, tom, grace, joel };

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
  const doer = new Doer(theGate, person, 'UNDERSTAND_NEEDS');
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
    const { body } = await theGate.ask(
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
  const ways = new GrantWays();
  await fc.assert(
    fc.asyncProperty(fc.array(drawn, { minLength: WALK, maxLength: WALK }), async (steps) => {
      const world = await startOver();
      for (const { wild, pick } of steps) {
        walked += 1;
        const each = wild ?? ways.aimed(world, pick);
        const before = world.grants.map((grant) => ({ ...grant }));
        const wasAt = clock.now().getTime();
        if (each.kind === 'GRANT') await grant(world, each);
        else if (each.kind === 'STEP') await takeStep(world, each);
        else if (each.kind === 'END') await endOwn(world, each);
        else if (each.kind === 'TIME')
          clock.set(new Date(clock.now().getTime() + each.days * DAY + 3_600_000));
        else if (each.kind === 'EXCLUDE') await exclude(world, each);
        else await close(world);
        ways.mark(world, before, wasAt, each);
        // Whoever a step is about, and everybody in turn.
        await expectAsReferenceHasIt(
          world,
          HOLDERS.filter((_, at) => at === walked % 3 || ('holder' in each && at === each.holder)),
        );
      }
    }),
    { numRuns: Math.ceil(STEPS / WALK), endOnFailure: true, ...SEEDED },
  );
  expect(walked).toBeGreaterThanOrEqual(STEPS);
  ways.expectAll();
});
