import { connect } from '@postern/database';
import { familiesTimers } from '@postern/families';
import { cast } from '@postern/sample-county';
import { fireDue } from '@postern/scheduler';
import { beforeAll, expect, test } from 'vitest';
import type { Answered } from '../county-fixture.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import type { AgencyName, Member, Step } from './agreement-life.ts';
import {
  AGENCIES,
  EVERY_WAY,
  isSmall,
  knowsContact,
  MEMBERS,
  NAMES,
  PARENTS,
  reached,
  step,
  WORKERS,
} from './agreement-life.ts';
import { AgreementWalk } from './agreement-walk.ts';
import { expectWays, recordedOf, STEPS, walk } from './walking.ts';

const { prue, tom } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const QUERY = `{ episode(reference: "${okafor.reference}") { family { members { id contactDetails withheld { coordinate } } } } }`;
const WAYS = [
  ...['SIGNED WITHDRAWN', 'WITHDRAWN NOTICE_EXPLAINED', 'NOTICE_EXPLAINED OFFERED'],
  ...['OFFERED SIGNED', 'SIGNED SIGNED_WITH_EXCLUSIONS', 'SIGNED_WITH_EXCLUSIONS SIGNED'],
  ...['SIGNED_WITH_EXCLUSIONS WITHDRAWN', 'SIGNED_WITH_EXCLUSIONS OFFERED', 'OFFERED DECLINED'],
  ...['OFFERED SIGNED_WITH_EXCLUSIONS', 'OFFERED PARTIAL', 'PARTIAL SIGNED', 'SIGNED OFFERED'],
];

/** Each step is a command, or several, and a question. */
const SHARE = 0.15;
const scene = setScene();
const owner = () => scene.database().owner;
const life = new AgreementWalk(scene);
const { world } = life;

beforeAll(() =>
  owner().run({
    text: `INSERT INTO access.access_grant (id, account_id, episode_id, role, working_relationship, granted_by, starts_at)
      VALUES (gen_random_uuid(), $1, $2, 'BUSINESS_SUPPORT', 'Keeps the record', $3, now() - interval '1 year')`,
    values: [prue.id, okafor.id, tom.id],
  }),
);

/** What a worker reads is what the family lets their agency read, and not one of them more or less. */
async function expectReads(agency: AgencyName): Promise<void> {
  const { body } = await scene
    .gate()
    .ask(WORKERS[agency], QUERY, { purpose: 'COORDINATE_SUPPORT' });
  expect(body.errors).toBeUndefined();
  const members: Answered[] = body.data.episode?.family.members ?? [];
  const ids = (names: readonly Member[]) => names.map((name) => MEMBERS[name].id).toSorted();
  expect(members.map(({ id }) => id).toSorted(), JSON.stringify(world)).toEqual(
    ids(reached(world, agency)),
  );
  for (const member of members) {
    const name = NAMES.find((each) => MEMBERS[each].id === member.id) ?? 'ngozi';
    if (name === 'ngozi')
      expect(member.contactDetails !== null).toBe(knowsContact(world, agency, name));
    expect(JSON.stringify(member.withheld)).not.toContain('contactDetails');
  }
}

async function expectStored(): Promise<void> {
  const [held] = await owner().run<{ state: string; revision: number }>({
    text: 'SELECT state, revision FROM access.family_agreement JOIN families.family_agreement kept USING (id, state) WHERE kept.episode_id = $1',
    values: [okafor.id],
  });
  expect(held).toEqual({ state: world.status, revision: world.revision });
  const parts = await owner().run<{ id: string; person: string; state: string; agrees: boolean }>({
    text: 'SELECT id, person_id AS person, state, agrees FROM families.agreement_part WHERE episode_id = $1',
    values: [okafor.id],
  });
  for (const name of NAMES) {
    const {
      id: _,
      person: __,
      ...part
    } = parts.find(({ person }) => person === MEMBERS[name].id) ?? {};
    expect(part, name).toEqual(world.parts[name]);
  }
}

/** On the day on which a small one turns 13 nobody reads more or less of anybody, and whoever agreed for them is not enough any more. */
async function growsUp(): Promise<void> {
  await owner().run({
    text: `UPDATE families.person SET date_of_birth = '2013-06-18' WHERE id = $1`,
    values: [MEMBERS.chidi.id],
  });
  await owner().run({
    text: `UPDATE families.family_agreement SET signed_at = '2026-01-01' WHERE episode_id = $1`,
    values: [okafor.id],
  });
  scene.clock.set(new Date('2026-06-17T23:00:00Z'));
  const service = connect(scene.database().address, 'families', { max: 1 });
  const timers = familiesTimers.filter(({ name }) => name === 'CO_SIGNATURE_DUE');
  await fireDue(service, timers, scene.clock.now(), { log: (entry) => expect(entry).toBeNull() });
  await service.close();
  for (const agency of AGENCIES) await expectReads(agency);
  const [small] = await owner().run<{ due: boolean }>({
    text: 'SELECT co_signature_due AS due FROM families.agreement_part WHERE episode_id = $1 AND person_id = $2',
    values: [okafor.id, MEMBERS.chidi.id],
  });
  const isAgreed = ['SIGNED', 'SIGNED_WITH_EXCLUSIONS'].includes(world.status);
  expect(small?.due).toBe(isAgreed && world.parts.chidi.agrees);
}

/** Takes a step and holds everything against the reference. */
async function follow(given: Step, at: number): Promise<void> {
  const before = AGENCIES.map((agency) => reached(world, agency));
  await life.take(given);
  if (given.kind === 'WITHDRAW' && PARENTS.includes(given.who))
    for (const [n, agency] of AGENCIES.entries())
      if (PARENTS.some((one) => one !== given.who && world.parts[one].agrees))
        for (const child of before[n]?.filter(isSmall) ?? [])
          if (world.words.get(child)?.size !== 0) expect(reached(world, agency)).toContain(child);
  if (at % 5 === 0) await expectStored();
  await expectReads(AGENCIES[at % 2] ?? 'school');
}

test('an agreement lives person by person as it is described, whoever tries what; each worker reaches whom the family lets them reach, and no parent takes a child from its team', async () => {
  for (const [at, given] of EVERY_WAY.entries()) await follow(given, at);
  expectWays(life.taken, WAYS);
  await walk(step, follow, { count: Math.ceil(STEPS * SHARE) });
  await growsUp();
  const parts = await owner().run<{ id: string }>({
    text: 'SELECT id FROM families.agreement_part WHERE episode_id = $1',
    values: [okafor.id],
  });
  for (const { id } of parts) {
    const steps = await recordedOf(owner(), id);
    for (const [at, { before, after, reason }] of steps.entries()) {
      expect(reason).toMatch(/\S/);
      expect(before).toBe(steps[at - 1]?.after ?? 'SIGNED');
      expect(after).toMatch(/^[A-Z_]+$/);
    }
  }
});
