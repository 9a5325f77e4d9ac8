import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answered } from '../county-fixture.ts';
import { COUNTY_NOW } from '../county-fixture.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { LivingRecord } from './living-record.ts';
import type { Limit, Member, What, Worker } from './living-record-model.ts';
import { TEAM } from './living-record-model.ts';
import { STEPS, walk } from './walking.ts';

const scene = setScene();
const by = fc.constantFrom(...TEAM);
const member = fc.constantFrom('sami' as const, 'noor' as const);

type Step =
  | {
      readonly kind: 'RECORD';
      readonly by: Worker;
      readonly what: What;
      readonly about: Member;
    }
  | { readonly kind: 'AMEND'; readonly by: Worker; readonly which: number }
  | { readonly kind: 'GRANT' | 'KEEP_OUT'; readonly by: Worker }
  | { readonly kind: 'LIMIT'; readonly level: Limit }
  | { readonly kind: 'WITHDRAW' | 'CLOSE' }
  | { readonly kind: 'TIME'; readonly hours: number };

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('RECORD' as const),
      by,
      what: fc.constantFrom('VOICE' as const, 'MOOD' as const),
      about: member,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('AMEND' as const), by, which: fc.nat(500) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('GRANT' as const), by }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('KEEP_OUT' as const), by }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('LIMIT' as const),
      level: fc.constantFrom('OPEN_TO_PARENTS', 'SUMMARY_ONLY', 'CONFIDENTIAL'),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'WITHDRAW' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'CLOSE' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('TIME' as const),
      hours: fc.constantFrom(1, 24, 60),
    }),
  },
);

const TO_MEET = [
  ...['amended', 'ended by closing', 'kept out', 'not amended', 'not recorded'],
  ...['own agency’s of a stricter class', 'parent reads', 'parent kept from'],
  ...['reads', 'recorded', 'withdrew'],
].sort();

test('whatever was recorded, moved, withdrawn and kept out before, everybody reads what the domain gives them, may change no more than that, and nothing is there without its author', async () => {
  const record = new LivingRecord(scene);
  await record.begins();
  const take = (step: Step): Promise<void> => {
    switch (step.kind) {
      case 'RECORD':
        return record.records(step.by, step.what, step.about);
      case 'AMEND':
        return record.amends(step.by, step.which);
      case 'GRANT':
        return record.grants(step.by);
      case 'KEEP_OUT':
        return record.keepsOutOrIn(step.by);
      case 'LIMIT':
        return record.limits(step.level);
      case 'WITHDRAW':
        return record.withdrawsOrAgrees();
      case 'CLOSE':
        return record.closesOrOpens();
      case 'TIME':
        return record.goesOn(step.hours);
    }
  };
  await walk(
    steps,
    async (step, at) => {
      scene.clock.set(new Date(scene.clock.now().getTime() + 1_000));
      await take(step);
      await record.expectReads(`${at} ${JSON.stringify(step)}`);
      // What stands against everybody's reading does not stand for long: otherwise little would ever be read.
      if (at % 4 === 3) await record.mends(at);
    },
    { count: Math.ceil(STEPS * 0.16), until: () => record.met.size >= TO_MEET.length },
  );
  expect([...record.met].sort()).toEqual(TO_MEET);
  expect(scene.clock.now().getTime()).toBeGreaterThan(COUNTY_NOW.getTime());
  const kept: readonly Answered[] = await record.kept();
  expect(kept).toEqual(record.due());
});
