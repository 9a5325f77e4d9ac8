import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW, CountyClock, countyDatabase, gateFor } from '../county-fixture.ts';
import { daysAfter } from './days-after.ts';
import { acceptedAsItWouldBeRead, anyLaw } from './justification-law.ts';
import {
  approvalAgainstWithdrawal,
  challengeAgainstReading,
  oneKeyTwice,
} from './justification-races.ts';
import { step } from './justification-steps.ts';
import { Walk } from './justification-walk.ts';
import { EPISODE } from './justifying.ts';
import { nothingRunsOut } from './nothing-runs-out.ts';
import { RACES } from './walking.ts';

const { kwame, grace } = cast.practitioners;
const STEPS = Number(process.env['POSTERN_STEPS'] ?? 500);
const SEED = Number(process.env['POSTERN_SEED'] ?? Date.now() % 1_000_000);

let database: CountyDatabase;
let gate: Gate;
const clock = new CountyClock();

beforeAll(async () => {
  database = await countyDatabase();
  await nothingRunsOut(database);
  gate = await gateFor(database, { clock });
});
afterAll(async () => {
  await gate.close();
  await database.drop();
});

describe('the life of a justification', () => {
  it(`goes as the reference goes, and opens what it opens while it is live (seed ${SEED})`, async () => {
    const walk = new Walk({ gate, owner: database.owner, clock });
    const steps = fc.sample(step, { numRuns: STEPS, seed: SEED });
    for (const [index, taken] of steps.entries()) {
      const before = walk.stepsTaken();
      await walk.take(taken);
      // What a step leaves as it was is read now and then; what it changed, at once.
      if (index % 5 === 0 || taken.kind === 'later' || walk.stepsTaken() > before)
        await walk.readsAsItStands(index % 2 === 0 ? kwame : grace, taken.item);
      if (index % 25 === 24) await walk.isAsRemembered();
      if (index % 10 === 9) await walk.isShownToLead();
    }
    await walk.isAsRemembered();
    walk.ways.expectAll();
  });

  it('is decided once, sent once, and challenged at once, whoever races with whom', async () => {
    const other = await gateFor(database, { clock });
    const races = [approvalAgainstWithdrawal, oneKeyTwice, challengeAgainstReading];
    try {
      await database.owner.run({
        text: `UPDATE access.justification SET state = 'WITHDRAWN' WHERE episode_id = $1`,
        values: [EPISODE.id],
      });
      clock.set(daysAfter(COUNTY_NOW, 400));
      for (let index = 0; index < RACES; index += 1) {
        const racing = { gates: [gate, other], owner: database.owner, now: clock.now() } as const;
        await races[index % races.length]?.(racing);
      }
    } finally {
      await other.close();
    }
  });

  it(`is taken down where it would open what it is for, and refused where it would not (seed ${SEED})`, async () => {
    const laws = fc.sample(anyLaw, { numRuns: STEPS / 5, seed: SEED });
    clock.set(COUNTY_NOW);
    const taken: string[] = [];
    for (const law of laws) {
      const at = { gate, owner: database.owner, now: COUNTY_NOW };
      taken.push(`${law.item} ${await acceptedAsItWouldBeRead(law, at)}`);
    }
    // Both happen often enough, of health and of offences, for either to mean something.
    for (const outcome of ['HEALTH true', 'HEALTH false', 'OFFENCE true', 'OFFENCE false'])
      expect(taken.filter((each) => each === outcome).length).toBeGreaterThan(STEPS / 100);
  });
});
