import { bindingAgreements, DEFAULT_PARTNERSHIP, SHROPSHIRE_RULES } from '@postern/agreements';
import type { Connection, Statement } from '@postern/database';
import { connect } from '@postern/database';
import type { PredicateName, Rule } from '@postern/policy';
import { changeBetween, PREDICATES, parseRule } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { ImpactRun } from '@postern/subgraph-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  RECORD_BLUEPRINTS,
  wholeDictionary,
  wholePolicySchema,
} from '../../src/stack/blueprints.ts';
import type { CountyDatabase } from '../county-fixture.ts';
import { COUNTY_NOW, countyDatabase } from '../county-fixture.ts';

const dictionary = wholeDictionary();
const { askable } = wholePolicySchema();
const resources = RECORD_BLUEPRINTS.flatMap((blueprint) => blueprint.resources);
const live = SHROPSHIRE_RULES.map((rule) => parseRule(rule, dictionary));
/** Rows that nobody reaches through an episode show nothing to a team: those are in `drafts.ts`. */
const links = ['EPISODE', 'FAMILY', 'PERSON', 'PERSON_ENTRY', 'COLLEAGUE'];

/** Whose access is tried out: one account that holds the role of the draft. */
let role = '';

function answersTo(text: string, account: string): readonly object[] {
  if (text.includes('unnest(coordinates)'))
    return [...dictionary].flatMap(([type, fields]) =>
      [...fields.keys()].map((field) => ({ coordinate: `${type}.${field}` })),
    );
  if (text.includes('access.justification'))
    return [{ id: account, purposes: ['COORDINATE_SUPPORT'] }];
  return [{ roles: [role], accounts: [account], id: account }];
}

let database: CountyDatabase;
let owner: Connection;
let desk: Connection;

beforeAll(async () => {
  database = await countyDatabase();
  owner = connect(database.address, 'policy_desk', { max: 2 });
  const account = cast.practitioners.grace.id;
  desk = {
    ...owner,
    // Everything is hidden from somebody and everybody is justified, or nothing would be asked of most.
    run: async <Row extends object>({ text, values }: Statement, signal?: AbortSignal) => {
      if (signal !== undefined) {
        asked.add(text);
        return owner.run<Row>({ text: `EXPLAIN ${text}`, values }).then(() => []);
      }
      return answersTo(text, account) as unknown as readonly Row[];
    },
  };
});

afterAll(async () => {
  await owner?.close();
  await database?.drop();
});

/** Statements that were asked of accounts. */
const asked = new Set<string>();

/** A draft in which whoever has the role is allowed and denied by any of the predicates what rows of a type show. */
function draftOf(type: string, predicates: readonly PredicateName[]): readonly Rule[] {
  const [anchor] = role === 'TAF_MEMBER' ? ['grant.live'] : ['episode.concernsMe'];
  const any = predicates.filter((one) => one !== anchor).map((holds) => ({ holds }));
  const fields = [...(dictionary.get(type)?.keys() ?? [])];
  const rule = (effect: string, resource: string, covered: readonly string[], when: object): Rule =>
    parseRule(
      {
        name: `${effect} ${resource}`,
        role,
        action: 'read',
        resource,
        fields: covered,
        purposes: live.find((each) => each.role === role)?.purposes,
        effect,
        when,
        clause: 'SHR-3.3.1',
      },
      dictionary,
    );
  const when = { all: [{ holds: anchor }, { any }] };
  return [...live, rule('ALLOW', type, fields, when), rule('DENY', type, fields.slice(-1), when)];
}

/** Types of this link, as few as are asked each predicate that can be asked where rows are reached so. */
function typesOf(link: string): ReadonlyMap<string, readonly PredicateName[]> {
  const types = new Map<string, readonly PredicateName[]>();
  const seen = new Set<PredicateName>();
  for (const { type } of resources.filter((resource) => resource.link.kind === link)) {
    const own = [...(askable.get(type) ?? [])];
    if (own.some((one) => !seen.has(one))) types.set(type, own);
    for (const one of own) seen.add(one);
  }
  return types;
}

// A limit binds family members only.
test.each(['TAF_MEMBER', 'FAMILY_MEMBER'])(
  'every predicate is asked of many accounts on every kind of row, by what allows and by what denies: %s',
  async (holder) => {
    role = holder;
    const all = new Set<string>();
    for (const link of links) {
      const types = typesOf(link);
      expect(types.size, link).toBeGreaterThan(0);
      for (const [type, predicates] of types) {
        const before = asked.size;
        const run = new ImpactRun(
          { connection: desk, inForce: bindingAgreements(DEFAULT_PARTNERSHIP), resources },
          {
            change: changeBetween(live, draftOf(type, predicates), dictionary),
            now: COUNTY_NOW,
            toldTo: cast.practitioners.dorothea.id,
          },
        );
        await run.run(new AbortController().signal);
        expect(asked.size, type).toBeGreaterThan(before);
        for (const one of predicates) all.add(one);
      }
    }
    expect(Object.keys(PREDICATES).filter((one) => !all.has(one as PredicateName))).toEqual([
      'pool.current',
    ]);
  },
);
