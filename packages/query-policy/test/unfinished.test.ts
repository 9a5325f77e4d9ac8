import type { AgreementInForce, FactTables } from '@postern/policy';
import { createOracle, PRECONDITIONS, stillMissing } from '@postern/policy';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { preconditionsMet, unfinishedColumn } from '../src/index.ts';
import { accessDatabase } from './access-database.ts';
import { askFacts, IN_FORCE } from './ask.ts';
import { asParent, asTeacher, county, LONG_AGO, NOW, TEACHER, withParent } from './county.ts';
import { storeFacts, storePolicyVersion } from './store-facts.ts';

const [shropshire] = IN_FORCE as readonly [AgreementInForce];
const somerset: AgreementInForce = {
  ...shropshire,
  agreement: 'SOMERSET_SSCP_TIER_1',
  version: '1.4',
  userAgreementVersion: '2022-08',
};
const inForce = [shropshire, somerset];
const full = county();
const [signature] = full.agencySignature as readonly [FactTables['agencySignature'][number]];

const STATES = ['TRAINING', 'UAA_PENDING', 'MFA_PENDING', 'ACTIVE', 'LOCKED_DOWN', 'LEFT'];
const TRAINED = [[], ['SYSTEM'], ['SYSTEM', 'DATA_AND_SECURITY']];
const ACCEPTED = [[], ['2021-03'], ['2024-10'], ['2022-08'], ['2024-10', '2022-08']];
const SIGNED = [[], ['SHROPSHIRE_ISA'], ['SHROPSHIRE_ISA', 'SOMERSET_SSCP_TIER_1']];

const connection = accessDatabase();
beforeAll(() => storePolicyVersion(connection()));

interface Found {
  readonly met: readonly (boolean | null)[];
  readonly unfinished: {
    readonly state: string;
    readonly modules: readonly string[];
    readonly versions: readonly string[];
    readonly secondFactorShown: boolean;
  } | null;
}

async function found(request: typeof asTeacher): Promise<Found> {
  const [row] = await askFacts<Found>(
    connection(),
    sql`SELECT ARRAY[${sql.join([...preconditionsMet], sql`, `)}] AS met, ${unfinishedColumn} AS unfinished FROM principal`,
    { ...request, inForce },
  );
  if (row === undefined) throw new TypeError('There is an account.');
  return row;
}

function toldOf({ met, unfinished }: Found): readonly string[] {
  const unmet = PRECONDITIONS.filter((_, index) => met[index] !== true).map(({ name }) => name);
  return unfinished === null ? [] : stillMissing(unmet, unfinished);
}

/** An account in one state with these modules, acceptances and signatures. */
function world(
  state: string,
  modules: readonly string[],
  versions: readonly string[],
  agreements: readonly string[],
  secondFactorAt: Date | null,
): FactTables {
  return {
    ...full,
    account: full.account.map((row) => ({ ...row, state, secondFactorAt })),
    training: full.training.filter(({ module }) => modules.includes(module)),
    acceptance: versions.map((version) => ({
      accountId: TEACHER,
      version,
      acceptedAt: LONG_AGO,
    })),
    agencySignature: agreements.map((agreement) => ({
      ...signature,
      agreement,
      version: agreement === 'SHROPSHIRE_ISA' ? '1.1' : '1.4',
    })),
  };
}

describe('what is told of an account that is not let in', () => {
  const cases = STATES.flatMap((state) => TRAINED.map((modules) => ({ state, modules })));
  test.each(cases)('is what the oracle tells: $state, trained in $modules', async (each) => {
    for (const versions of ACCEPTED)
      for (const agreements of SIGNED)
        for (const shownAt of [null, LONG_AGO]) {
          const facts = world(each.state, each.modules, versions, agreements, shownAt);
          await storeFacts(connection(), facts);
          const row = await found(asTeacher);
          const told = toldOf(row);
          const name = `${versions} ${agreements} ${shownAt}`;
          const oracle = createOracle(facts, { ...asTeacher, inForce }, [], new Map());
          expect(told, name).toEqual(oracle.missing());
          // Nobody is let in to whom nothing is said to be missing, nor the other way about.
          expect(told.length === 0, name).toBe(row.met.every((each) => each === true));
          expect(row.unfinished === null, name).toBe(told.length === 0);
          if (told.includes('TRAINING_NOT_VALID')) expect(row.unfinished?.modules).not.toEqual([]);
          if (told.includes('ACCEPTANCE_MISSING'))
            expect(row.unfinished?.versions, name).not.toEqual([]);
        }
  });

  test('names the modules and the versions that are meant', async () => {
    await storeFacts(connection(), world('TRAINING', ['SYSTEM'], [], SIGNED[2] ?? [], null));
    expect((await found(asTeacher)).unfinished).toEqual({
      state: 'TRAINING',
      modules: ['DATA_AND_SECURITY'],
      versions: ['2022-08', '2024-10'],
      secondFactorShown: false,
    });
    await storeFacts(connection(), world('UAA_PENDING', [], ['2022-08'], ['SHROPSHIRE_ISA'], NOW));
    expect((await found(asTeacher)).unfinished).toEqual({
      state: 'UAA_PENDING',
      modules: ['SYSTEM', 'DATA_AND_SECURITY'],
      versions: ['2024-10'],
      secondFactorShown: true,
    });
  });

  test('sends no family member to a training', async () => {
    const facts = withParent(full);
    const account = facts.account.map((row) => ({ ...row, state: 'UAA_PENDING' }));
    await storeFacts(connection(), { ...facts, account, acceptance: [] });
    const row = await found(asParent);
    expect(row.unfinished?.modules).toEqual([]);
    expect(toldOf(row)).toEqual(['ACCEPTANCE_MISSING', 'SECOND_FACTOR_NOT_SHOWN']);
  });
});
