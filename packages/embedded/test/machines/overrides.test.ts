import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { nothingRunsOut } from './nothing-runs-out.ts';
import type { Holder } from './override-life.ts';
import { A_DAY, HOLDERS, opens, PEOPLE, PERSONS, WAYS } from './override-life.ts';
import { step } from './override-steps.ts';
import { OverrideWalk } from './override-walk.ts';
import { expectWays, walk } from './walking.ts';

const okafor = cast.families.okafor.episodes.current;
const QUERY = `{ episode(reference: "${okafor.reference}") { id family { members { id healthConditions { name } } } } }`;
const scene = setScene();

let service: Connection;
beforeAll(async () => {
  service = connect(scene.database().address, 'partners', { max: 2 });
  await nothingRunsOut(scene.database());
});
afterAll(() => service.close());

type Read = { readonly id: string; readonly health: boolean };

/** Whom somebody reads of in the family, and whether also of their health; null where there is no such episode to them. */
async function readBy(who: keyof typeof PEOPLE, purpose: Purpose): Promise<readonly Read[] | null> {
  const { body } = await scene.gate().ask(PEOPLE[who], QUERY, { purpose });
  expect(body.errors).toBeUndefined();
  return (
    body.data.episode?.family.members
      .map((member: { id: string; healthConditions: readonly unknown[] | null }) => ({
        id: member.id,
        health: member.healthConditions !== null,
      }))
      .sort((one: Read, other: Read) => (one.id < other.id ? -1 : 1)) ?? null
  );
}

/** What the overrides that are live give their holder: whom they name, and of whom a live one names the health. */
function dueTo(world: OverrideWalk, who: Holder): readonly Read[] | null {
  const live = world.overrides.filter((each) => each.holder === who && opens(each, world.now()));
  if (live.length === 0 || world.related.has(who)) return null;
  return PERSONS.map(({ id }, at) => ({ id, of: live.filter(({ person }) => person === at) }))
    .filter(({ of }) => of.length > 0)
    .map(({ id, of }) => ({ id, health: of.some(({ health }) => health) }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

async function expectAsModelled(world: OverrideWalk, who: Holder): Promise<void> {
  expect(await readBy(who, 'SAFEGUARDING')).toEqual(dueTo(world, who));
  const last = world.overrides.findLast(({ holder }) => holder === who);
  if (last === undefined) return;
  const [row] = await scene.database().owner.run<Record<string, unknown>>({
    text: 'SELECT state, explanation, revision FROM partners.safeguarding_override WHERE id = $1',
    values: [last.id],
  });
  const { state, explanation, revision } = last;
  expect(row).toEqual({ state, explanation, revision });
}

test('an override lives as it is described, whoever tries what: it opens whom and what it names to its holder, from the moment it is taken until its end', async () => {
  await scene.database().owner.run({
    text: `UPDATE access.figure SET value = $1 WHERE name = 'OVERRIDES_A_DAY'`,
    values: [A_DAY],
  });
  const world = new OverrideWalk(scene, service);
  const seen = new Set<string>();
  await walk(
    step,
    async (given, at) => {
      const before = new Map(HOLDERS.map((who) => [who, dueTo(world, who) !== null]));
      await world.take(given);
      for (const who of HOLDERS) {
        await expectAsModelled(world, who);
        const isRead = dueTo(world, who) !== null;
        if (isRead !== before.get(who)) seen.add(`${given.kind} ${isRead ? 'opens' : 'closes'}`);
      }
      // For anything else, and to anybody else, none of them opens anything.
      if (at % 5 === 0) {
        expect(await readBy('ottilie', 'ENGAGE_FAMILY')).toBeNull();
        expect(await readBy('sian', 'SAFEGUARDING')).toBeNull();
      }
    },
    { until: () => WAYS.every((way) => world.taken.has(way)) },
  );
  // None of them opened anything without a reason that stands on the record, and none for longer than it may last.
  const unexplained = await scene.database().owner.run({
    text: `SELECT g.id FROM access.access_grant g LEFT JOIN partners.safeguarding_override o
        ON o.grant_id = g.id AND o.account_id = g.account_id AND o.reason ~ '[^[:space:]]'
      WHERE g.basis = 'OVERRIDE' AND (o.id IS NULL OR g.persons IS NULL OR g.ends_at IS NULL OR g.ends_at > g.starts_at + interval '72 hours')`,
    values: [],
  });
  expect(unexplained).toEqual([]);
  expectWays(world.taken, WAYS);
  for (const change of ['TAKE opens', 'TIME closes']) expect(seen).toContain(change);
});
