import { bindingAgreements, DEFAULT_PARTNERSHIP, SHROPSHIRE_RULES } from '@postern/agreements';
import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import type { Rule } from '@postern/policy';
import { changeBetween, parseRule } from '@postern/policy';
import { cast as named } from '@postern/sample-county';
import { ImpactRun } from '@postern/subgraph-kit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RECORD_BLUEPRINTS, wholeDictionary } from '../../src/stack/blueprints.ts';
import type { CountyDatabase } from '../county-fixture.ts';
import { COUNTY_NOW, countyDatabase } from '../county-fixture.ts';
import { rolesOf } from '../matrix/callers.ts';
import type { RawCounty } from '../oracle/raw-county.ts';
import { readCounty } from '../oracle/raw-county.ts';
import type { StoredDraft } from './impact/drafts.ts';
import { DRAFTS, randomDraft } from './impact/drafts.ts';
import { expectedImpact } from './impact/expected-impact.ts';

const dictionary = wholeDictionary();
const resources = RECORD_BLUEPRINTS.flatMap((blueprint) => blueprint.resources);
const live = SHROPSHIRE_RULES.map((rule) => parseRule(rule, dictionary));
const STORED = SHROPSHIRE_RULES.map((rule) => ({ ...rule }));
/** How many accounts of each draft are worked out from the raw tables; all of them are asked. */
const SAMPLE = 5;

let database: CountyDatabase;
let desk: Connection;
let county: RawCounty;

beforeAll(async () => {
  database = await countyDatabase();
  desk = connect(database.address, 'policy_desk', { max: 3 });
  county = await readCounty(database.owner, COUNTY_NOW);
});

afterAll(async () => {
  await desk?.close();
  await database?.drop();
});

/** Holds what the database counts against what the oracle, asked before and after, sees change; returns how much did. */
async function compare(stored: StoredDraft): Promise<number> {
  const draft: readonly Rule[] = stored.map((rule) => parseRule(rule, dictionary));
  const change = changeBetween(live, draft, dictionary);
  const run = new ImpactRun(
    { connection: desk, inForce: bindingAgreements(DEFAULT_PARTNERSHIP), resources },
    { change, now: COUNTY_NOW, toldTo: null },
  );
  await run.run(new AbortController().signal);
  const cases = run.counts();
  let changed = 0;
  for (const account of sampleOf(change.roles)) {
    const expected = expectedImpact(county, account, { live, draft }, COUNTY_NOW);
    const given = new Map<string, readonly number[]>();
    for (const { of, accounts } of cases) {
      const counts = accounts.get(account.id);
      if (counts === undefined) continue;
      for (const [question, { probes }] of of.questions.entries())
        for (const [probe, { coordinates }] of probes.entries()) {
          const pair = counts[question]?.slice(3 + 2 * probe, 5 + 2 * probe) ?? [];
          if (pair.some((count) => count > 0))
            for (const coordinate of coordinates)
              given.set(`${coordinate} for ${of.purposes.join(' ')}`, pair);
        }
    }
    const due = new Map<string, readonly number[]>();
    const grouped = cases.filter(({ of }) => of.roles.join(' ') === expected.roles.join(' '));
    for (const [coordinate, byPurpose] of expected.changes)
      for (const [purpose, pair] of byPurpose) {
        const group = grouped.find(({ of }) => of.purposes.includes(purpose));
        const key = `${coordinate} for ${group?.of.purposes.join(' ') ?? `${purpose} alone`}`;
        const known = due.get(key) ?? [0, 0];
        due.set(
          key,
          pair.map((count, side) => Math.max(count, known[side] ?? 0)),
        );
        changed += pair.reduce((sum, count) => sum + count, 0);
      }
    expect(Object.fromEntries([...given].sort()), account.subject).toEqual(
      Object.fromEntries([...due].sort()),
    );
  }
  return changed;
}

type BoundAccount = RawCounty['facts']['account'][number] & {
  readonly issuerId: string;
  readonly subject: string;
};

function isBound(account: RawCounty['facts']['account'][number]): account is BoundAccount {
  return account.issuerId !== null && account.subject !== null;
}

/** Accounts that have a role that a changed rule speaks of: the named cast before the generated. */
function sampleOf(roles: ReadonlySet<string>): readonly BoundAccount[] {
  const found = county.facts.account
    .filter((account) => isBound(account))
    .filter(({ subject }) =>
      rolesOf(county, subject, COUNTY_NOW).some((role) => roles.has(role) || roles.has('*')),
    );
  const bulk = found.filter(({ subject }) => subject.startsWith('bulk-')).slice(0, 1);
  const cast = found.filter(({ subject }) => !subject.startsWith('bulk-'));
  // Locked entries are shown to `rhona`'s agency.
  const rhona = cast.filter(({ subject }) => subject === named.practitioners.rhona.subject);
  const justified = found.filter(({ id }) =>
    county.facts.justification.some(
      ({ accountId, purpose, classes }) =>
        accountId === id &&
        purpose === 'COORDINATE_SUPPORT' &&
        classes.includes('SPECIAL_CATEGORY:HEALTH'),
    ),
  );
  const some = [...cast.slice(0, SAMPLE - 3), ...cast.slice(-1), ...bulk];
  return [...new Set([...rhona, ...justified.slice(0, 2), ...some])];
}

describe('what a draft would change is what the oracle sees change', () => {
  test.each(Object.entries(DRAFTS))('%s', async (_, draft) => {
    expect(await compare(draft(STORED))).toBeGreaterThan(0);
  });

  test('any rule removed, narrowed, widened or denied', async () => {
    const drafts = fc.sample(randomDraft(STORED, dictionary), {
      numRuns: 6,
      seed: 20261122,
    });
    let changed = 0;
    for (const draft of drafts) changed += await compare(draft);
    expect(changed).toBeGreaterThan(0);
  });
});
