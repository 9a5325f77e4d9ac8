import type { Rule } from '@postern/policy';
import { abilityFor, decideField, parseRule } from '@postern/policy';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileStatement, ReachAnswers, Verdict } from '../src/index.ts';
import { asTeacher } from './county.ts';
import type { RuleBody } from './drawn-policy.ts';
import { body, denial, drawnPolicy, throughGrants } from './drawn-policy.ts';
import { facts } from './random-facts.ts';
import { recordsDatabase } from './records-database.ts';
import { byReference, bySql, filteredBySql } from './released-by.ts';
import { bindingOf, DICTIONARY, FIELD_NAMES, TYPES } from './sample-records.ts';
import { storeFacts } from './store-facts.ts';

const connection = recordsDatabase();
const HOLDER = {
  roles: ['TAF_MEMBER', 'LEAD_PROFESSIONAL'],
  purpose: 'COORDINATE_SUPPORT',
} as const;

function loaded(policy: readonly RuleBody[]): readonly Rule[] {
  return policy.map((one) => parseRule(JSON.parse(JSON.stringify(one)), DICTIONARY));
}

/** Stores the rules as those of version 2, in place of those that were there, and reads them back. */
async function throughDatabase(policy: readonly RuleBody[]): Promise<readonly Rule[]> {
  await connection().run({
    text: 'WITH gone AS (DELETE FROM access.policy_rule WHERE version = 2) SELECT 1',
    values: [],
  });
  await connection().run({
    text: `INSERT INTO access.policy_rule (id, version, name, body)
      SELECT gen_random_uuid(), 2, body ->> 'name', body FROM jsonb_array_elements($1::jsonb) AS body`,
    values: [JSON.stringify(policy)],
  });
  const rows = await connection().run<{ body: unknown }>({
    text: 'SELECT body FROM access.policy_rule WHERE version = 2 ORDER BY id',
    values: [],
  });
  return rows.map(({ body }) => parseRule(body, DICTIONARY));
}

/** The text and the values of every filter and mask of a policy. */
function compiled(rules: readonly Rule[]): readonly object[] {
  const ability = abilityFor(rules, HOLDER, DICTIONARY);
  return TYPES.map((type) => {
    const answers = new ReachAnswers();
    const verdict = new Verdict(bindingOf(type), answers);
    const masks = FIELD_NAMES.map((field) =>
      verdict.holds(decideField(ability, type, field).released),
    );
    const { text, bind } = compileStatement(
      sql`${answers.facts()} ${sql.join(masks, sql`, `)} ${verdict.joins()}`,
    );
    return { type, text, values: bind({}) };
  });
}

/** Draws again where those drawn showed nothing of what the property is about; in the end that fails. */
async function untilSeen(draw: () => Promise<void>, hasSeen: () => boolean): Promise<void> {
  for (let times = 0; times < 10 && !hasSeen(); times += 1) await draw();
}

describe('for any rules and facts', () => {
  test('a policy stored in PostgreSQL and loaded, in whatever order, releases the same', async () => {
    let released = 0;
    const kept = fc.asyncProperty(facts, drawnPolicy, async (world, policy) => {
      await storeFacts(connection(), world);
      const before = byReference(world, loaded(policy), asTeacher);
      const stored = await throughDatabase(policy);
      expect(stored).toHaveLength(policy.length);
      expect(byReference(world, stored, asTeacher)).toEqual(before);
      expect(await bySql(connection(), world, stored, asTeacher)).toEqual(before);
      released += before.length;
    });
    await untilSeen(
      () => fc.assert(kept, { numRuns: 15 }),
      () => released > 0,
    );
    expect(released).toBeGreaterThan(0);
  });

  test('in SQL, a denial more never widens, a permission more never narrows, and the order changes nothing', async () => {
    const seen = { narrowed: 0, widened: 0 };
    // Half of them do something for certain in most worlds; of those that are drawn, few do.
    const resource = fc.constantFrom(...TYPES);
    const denials = fc.oneof(
      denial,
      resource.map((type) => body({ effect: 'DENY', resource: type, fields: FIELD_NAMES })),
    );
    const permissions = fc.oneof(
      throughGrants,
      resource.map((type) => body({ resource: type, fields: FIELD_NAMES })),
    );
    const changed = drawnPolicy.chain((policy) =>
      fc.tuple(fc.constant(policy), fc.shuffledSubarray([...policy], { minLength: policy.length })),
    );
    const narrowsOrWidens = fc.asyncProperty(
      facts,
      changed,
      denials,
      permissions,
      async (world, [policy, shuffled], no, yes) => {
        await storeFacts(connection(), world);
        const ask = (bodies: readonly RuleBody[]): Promise<readonly string[]> =>
          bySql(connection(), world, loaded(bodies), asTeacher);
        const before = await ask(policy);
        const denied = await ask([...policy, no]);
        const permitted = await ask([...policy, yes]);
        expect(denied.filter((cell) => !before.includes(cell))).toEqual([]);
        expect(before.filter((cell) => !permitted.includes(cell))).toEqual([]);
        expect(await ask(shuffled)).toEqual(before);
        seen.narrowed += before.length - denied.length;
        seen.widened += permitted.length - before.length;
      },
    );
    await untilSeen(
      () => fc.assert(narrowsOrWidens, { numRuns: 15 }),
      () => seen.narrowed > 0 && seen.widened > 0,
    );
    expect(Math.min(seen.narrowed, seen.widened)).toBeGreaterThan(0);
  });

  test('loaded cold, a policy is compiled to the same statements, whatever was compiled before', () => {
    fc.assert(
      fc.property(drawnPolicy, drawnPolicy, (policy, other) => {
        const first = compiled(loaded(policy));
        compiled(loaded(other));
        expect(compiled(loaded(policy))).toEqual(first);
      }),
      { numRuns: 25 },
    );
  });

  test('the filter finds the rows that the check lets through, one asked at a time', async () => {
    const found = { rows: 0 };
    await fc.assert(
      fc.asyncProperty(facts, drawnPolicy, async (world, policy) => {
        const rules = loaded(policy);
        await storeFacts(connection(), world);
        const checked = byReference(world, rules, asTeacher).filter((cell) => cell.endsWith(' id'));
        const filtered = await filteredBySql(connection(), world, rules, asTeacher);
        expect(filtered.map((id) => `${id} id`)).toEqual(checked);
        found.rows += checked.length;
      }),
      { numRuns: 15 },
    );
    expect(found.rows).toBeGreaterThan(50);
  });
});
