import { bindingAgreements, DEFAULT_PARTNERSHIP, SHROPSHIRE_RULES } from '@postern/agreements';
import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import type { Oracle, Purpose, Rule } from '@postern/policy';
import { changeBetween, createOracle, PURPOSES, parseRule } from '@postern/policy';
import { sampleAccounts } from '@postern/sample-county';
import type { CaseCounts } from '@postern/subgraph-kit';
import { ImpactRun, recordingQuestions } from '@postern/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RECORD_BLUEPRINTS, wholeDictionary } from '../../src/stack/blueprints.ts';
import type { CountyDatabase } from '../county-fixture.ts';
import { COUNTY_NOW, countyDatabase } from '../county-fixture.ts';
import { rolesOf } from '../matrix/callers.ts';
import { oracleRow } from '../oracle/expected-answer.ts';
import { entryKindOf } from '../oracle/field-model.ts';
import type { RawCounty, RawRow } from '../oracle/raw-county.ts';
import { readCounty } from '../oracle/raw-county.ts';
import { recordModel } from '../oracle/record-model.ts';
import { ruleNamed } from './at-the-desk.ts';

type Stored = Readonly<Record<string, unknown>>;
type BoundAccount = RawCounty['facts']['account'][number] & { readonly subject: string };

/** How many accounts of each draft are worked out from the raw tables, of those told of and of the cast; all are asked. */
const SAMPLE = 3;

const dictionary = wholeDictionary();
const resources = RECORD_BLUEPRINTS.flatMap((blueprint) => blueprint.resources);
const STORED: readonly Stored[] = SHROPSHIRE_RULES.map((rule) => ({ ...rule }));

const otherwise = (name: string, by: (rule: Stored) => readonly Stored[]): readonly Stored[] =>
  STORED.flatMap((rule) => (rule['name'] === ruleNamed(name).name ? by(rule) : [rule]));
const IN_TEAM = ruleNamed('taf-reads-Need').when;

/** Drafts that change who may record, each with the types of which. */
const DRAFTS: Readonly<Record<string, readonly [readonly string[], readonly Stored[]]>> = {
  'needs no longer recorded by the team': [['Need'], otherwise('taf-records-Need', () => [])],
  'needs of every agency recorded by the team': [
    ['Need'],
    otherwise('taf-records-Need', (rule) => [{ ...rule, when: IN_TEAM }]),
  ],
  'who leads no longer records the plan, for one purpose': [
    ['Plan'],
    otherwise('lead-records-Plan', (rule) => [
      {
        ...rule,
        purposes: (rule['purposes'] as string[]).filter((each) => each !== 'COORDINATE_SUPPORT'),
      },
    ]),
  ],
  'what one’s own agency noted left as it is by who leads': [
    ['CaseNote'],
    [
      ...STORED,
      {
        ...STORED.find(({ name }) => name === 'lead-records-CaseNote'),
        name: 'left-as-it-is',
        effect: 'DENY',
        when: { holds: 'entry.ownAgency' },
      },
    ],
  ],
  'needs that are read no longer, and recorded by more': [
    ['Need'],
    otherwise('taf-reads-Need', () => []).map((rule) =>
      rule['name'] === 'taf-records-Need' ? { ...rule, when: IN_TEAM } : rule,
    ),
  ],
};

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

async function counted(
  live: readonly Rule[],
  draft: readonly Rule[],
): Promise<readonly CaseCounts[]> {
  const run = new ImpactRun(
    { connection: desk, inForce: bindingAgreements(DEFAULT_PARTNERSHIP), resources },
    {
      change: changeBetween(live, draft, dictionary, 'record'),
      questionsOf: recordingQuestions(changeBetween(live, draft, dictionary)),
      now: COUNTY_NOW,
      toldTo: null,
    },
  );
  await run.run(new AbortController().signal);
  return run.counts();
}

function rowsOf(type: string): readonly RawRow[] {
  const { table } = recordModel(type);
  const rows = county.rows(table);
  if (table !== 'families.person_entry') return rows;
  return rows.filter(({ kind }) => kind === entryKindOf(type));
}

type Pair = readonly [lost: number, gained: number];

/** Of how many rows the field may be written before and not after, and the other way round. */
function expected(type: string, field: string, before?: Oracle, after?: Oracle): Pair {
  const may = (oracle: Oracle | undefined, row: RawRow): boolean =>
    oracle?.recordable(type, field, oracleRow(type, row)) === true &&
    oracle.released(type, field, oracleRow(type, row));
  const rows = rowsOf(type).map((row) => [may(before, row), may(after, row)] as const);
  return [
    rows.filter(([was, is]) => was && !is).length,
    rows.filter(([was, is]) => is && !was).length,
  ];
}

function recordedOf(type: string): readonly string[] {
  return resources.find((resource) => resource.type === type && resource.recorded)?.recorded ?? [];
}

/** Accounts of the roles: some of whom something is told, and some of the cast. */
function accountsOf(
  roles: ReadonlySet<string>,
  cases: readonly CaseCounts[],
): readonly BoundAccount[] {
  const cast = sampleAccounts.map(({ subject }) => subject);
  const bound = county.facts.account
    .filter((account): account is BoundAccount => account.subject !== null)
    .filter(({ subject }) => rolesOf(county, subject, COUNTY_NOW).some((role) => roles.has(role)));
  const isTold = ({ id }: BoundAccount): boolean =>
    cases.some(({ accounts }) => accounts.get(id)?.some((counts) => counts.slice(1).some(Boolean)));
  const others = bound.filter((account) => cast.includes(account.subject) && !isTold(account));
  return [...bound.filter(isTold).slice(0, SAMPLE), ...others.slice(0, SAMPLE)];
}

describe('what a draft would change in recording is what the oracle sees change', () => {
  test.each(Object.entries(DRAFTS))('%s', async (_, [types, stored]) => {
    const read = (rules: readonly Stored[]): readonly Rule[] =>
      rules.map((rule) => parseRule(rule, dictionary));
    const [live, draft] = [read(STORED), read(stored)];
    const cases = await counted(live, draft);
    const changed = changeBetween(live, draft, dictionary, 'record');
    let changes = 0;
    for (const { id, subject } of accountsOf(changed.roles, cases)) {
      const caller = { issuerId: 'development', subject, multiFactor: true };
      const oracles = (rules: readonly Rule[]): ReadonlyMap<Purpose, Oracle> =>
        new Map(
          PURPOSES.map((purpose) => [
            purpose,
            createOracle(county.facts, { caller, purpose, now: COUNTY_NOW }, rules, dictionary),
          ]),
        );
      const [before, after] = [oracles(live), oracles(draft)];
      for (const type of types)
        for (const field of recordedOf(type)) {
          const told = toldOf(cases, id, `${type}.${field}`);
          const asked = new Set(told.flatMap(({ purposes }) => purposes));
          const due = (purposes: readonly Purpose[]): Pair => {
            const pairs = purposes.map((purpose) =>
              expected(type, field, before.get(purpose), after.get(purpose)),
            );
            return [
              Math.max(0, ...pairs.map(([lost]) => lost)),
              Math.max(0, ...pairs.map(([, gained]) => gained)),
            ];
          };
          const others = PURPOSES.filter((purpose) => !asked.has(purpose));
          expect(due(others), `${subject} ${type}.${field} for others`).toEqual([0, 0]);
          for (const { purposes, pair } of told) {
            expect(pair, `${subject} ${type}.${field} for ${purposes}`).toEqual(due(purposes));
            changes += pair[0] + pair[1];
          }
        }
    }
    expect(changes).toBeGreaterThan(0);
  });
});

/** What was counted of one account and field, for purposes that are told together. */
function toldOf(
  cases: readonly CaseCounts[],
  account: string,
  coordinate: string,
): readonly { readonly purposes: readonly Purpose[]; readonly pair: Pair }[] {
  return cases.flatMap(({ of, accounts }) => {
    const counts = accounts.get(account);
    if (counts === undefined) return [];
    return of.questions.flatMap(({ probes }, question) =>
      probes.flatMap(({ coordinates }, probe) => {
        if (!coordinates.some((each) => each === coordinate)) return [];
        const [lost = 0, gained = 0] = counts[question]?.slice(3 + 2 * probe, 5 + 2 * probe) ?? [];
        return [{ purposes: of.purposes, pair: [lost, gained] as const }];
      }),
    );
  });
}
