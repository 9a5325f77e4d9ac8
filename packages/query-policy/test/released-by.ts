import type { Connection } from '@postern/database';
import type { FactTables, FieldRule, OracleRequest, Resource, Rule } from '@postern/policy';
import {
  abilityFor,
  createOracle,
  decideField,
  evaluate,
  expandRule,
  FAMILY_ROLES,
  OVERRIDE_ROLE,
  STANDING_DENIALS,
} from '@postern/policy';
import { sql } from 'drizzle-orm';
import { ReachAnswers, Verdict } from '../src/index.ts';
import { askFacts } from './ask.ts';
import { asParent, NOW, PARENT_ACCOUNT, TEACHER } from './county.ts';
import { bindingOf, DICTIONARY, FIELD_NAMES, oracleRow, RECORDS, TYPES } from './sample-records.ts';

const ROW_OF = new Map(RECORDS.map((one) => [one.id, one]));

/** Every `row field` that the statement releases; the facts are stored already. */
export async function bySql(
  connection: Connection,
  world: FactTables,
  rules: readonly Rule[],
  asker: OracleRequest,
): Promise<readonly string[]> {
  const ability = abilityFor(
    rules,
    { roles: rolesOf(world, asker), purpose: asker.purpose },
    DICTIONARY,
  );
  const answers = new ReachAnswers();
  const selects = TYPES.map((type) => {
    const verdict = new Verdict(bindingOf(type), answers);
    const visible = verdict.holds(decideField(ability, type, 'id').released);
    const fields = FIELD_NAMES.map((field) => {
      const holds = verdict.holds(decideField(ability, type, field).released);
      return sql`CASE WHEN ${visible} AND ${holds} THEN ${sql.raw(`'${field}'`)} END`;
    });
    return sql`SELECT "sample"."record".id, ARRAY[${sql.join(fields, sql`, `)}] AS fields
      FROM gate p CROSS JOIN "sample"."record" ${verdict.joins()} WHERE "sample"."record".type = ${sql.raw(`'${type}'`)}`;
  });
  const rows = await askFacts<{ readonly id: string; readonly fields: readonly (string | null)[] }>(
    connection,
    sql.join(selects, sql` UNION ALL `),
    asker,
    answers,
  );
  return rows
    .filter(({ id }) => isOfEpisode(id, world))
    .flatMap(({ id, fields }) => fields.filter((f) => f !== null).map((f) => `${id} ${f}`))
    .sort();
}

/** The id of every row that the filter finds where it stands in a WHERE; the facts are stored already. */
export async function filteredBySql(
  connection: Connection,
  world: FactTables,
  rules: readonly Rule[],
  asker: OracleRequest,
): Promise<readonly string[]> {
  const holder = { roles: rolesOf(world, asker), purpose: asker.purpose };
  const ability = abilityFor(rules, holder, DICTIONARY);
  const answers = new ReachAnswers();
  const selects = TYPES.map((type) => {
    const verdict = new Verdict(bindingOf(type), answers);
    const visible = verdict.holds(decideField(ability, type, 'id').released);
    return sql`SELECT "sample"."record".id FROM gate p CROSS JOIN "sample"."record" ${verdict.joins()}
      WHERE "sample"."record".type = ${sql.raw(`'${type}'`)} AND ${visible}`;
  });
  const found = sql.join(selects, sql` UNION ALL `);
  const rows = await askFacts<{ readonly id: string }>(connection, found, asker, answers);
  return rows
    .map(({ id }) => id)
    .filter((id) => isOfEpisode(id, world))
    .sort();
}

/** Every `row field` that the oracle releases: CASL's `can`, denials last. */
export function byCasl(
  world: FactTables,
  rules: readonly Rule[],
  asker: OracleRequest,
): readonly string[] {
  const oracle = createOracle(world, asker, rules, DICTIONARY);
  return cellsOf(world)
    .filter(([row, field]) => oracle.released(row.type, field, oracleRow(row)))
    .map(([row, field]) => `${row.id} ${field}`)
    .sort();
}

/** Every `row field` that the rules release as they are written, read one by one: without CASL, an ability or a decision that was simplified. */
export function byReference(
  world: FactTables,
  rules: readonly Rule[],
  asker: OracleRequest,
): readonly string[] {
  const roles = rolesOf(world, asker);
  const applying = [...rules, ...STANDING_DENIALS]
    .filter(({ role }) => role === '*' || roles.includes(role))
    .filter(({ purposes }) => purposes.includes(asker.purpose))
    .flatMap((rule) => expandRule(rule, DICTIONARY));
  const about = Map.groupBy(applying, ({ type, field }) => `${type}.${field}`);
  const oracle = createOracle(world, asker, rules, DICTIONARY);
  const may = (field: string, resource: Resource): boolean => {
    const rulesOnField = about.get(`${resource.type}.${field}`) ?? [];
    const holds =
      (effect: 'ALLOW' | 'DENY') =>
      (one: FieldRule): boolean =>
        one.rule.effect === effect && evaluate(one.when, resource);
    return rulesOnField.some(holds('ALLOW')) && !rulesOnField.some(holds('DENY'));
  };
  const visible = new Map<string, boolean>();
  const isVisible = (id: string, resources: readonly Resource[]): boolean => {
    const known = visible.get(id) ?? resources.some((resource) => may('id', resource));
    visible.set(id, known);
    return known;
  };
  return cellsOf(world)
    .filter(([row, field]) => {
      const resources = oracle.resources(oracleRow(row));
      return isVisible(row.id, resources) && resources.some((resource) => may(field, resource));
    })
    .map(([row, field]) => `${row.id} ${field}`)
    .sort();
}

/** The fields of the rows that can be in this world. */
export function cellsOf(
  world: FactTables,
): readonly (readonly [(typeof RECORDS)[number], string])[] {
  return RECORDS.filter(({ id }) => isOfEpisode(id, world)).flatMap((row) =>
    FIELD_NAMES.map((field) => [row, field] as const),
  );
}

function rolesOf(world: FactTables, asker: OracleRequest): readonly string[] {
  const isFamily = asker.caller.subject === asParent.caller.subject;
  const holder = isFamily ? PARENT_ACCOUNT : TEACHER;
  const held = world.roleHolding.filter(
    ({ accountId, role, startsAt, endsAt, confirmedUntil = null }) =>
      accountId === holder &&
      FAMILY_ROLES.includes(role) === isFamily &&
      startsAt <= NOW &&
      (endsAt === null || endsAt > NOW) &&
      (confirmedUntil === null || confirmedUntil > NOW),
  );
  const ahead = (moment: Date | null): boolean => moment === null || moment > NOW;
  const overrides = world.accessGrant.some(
    ({ accountId, basis, startsAt, ...ends }) =>
      accountId === holder &&
      basis === 'OVERRIDE' &&
      startsAt <= NOW &&
      [ends.endsAt, ends.suspendedAt, ends.revokedAt, ends.confirmBy].every(ahead),
  );
  const taken = overrides && !isFamily ? [OVERRIDE_ROLE] : [];
  return [...new Set([...held.map(({ role }) => role), ...taken])];
}

/** An entry concerns persons of its own episode only; in a world where these are drawn apart, others do not count. */
export function isOfEpisode(id: string, { episodePerson }: FactTables): boolean {
  const row = ROW_OF.get(id);
  return (row?.concerns ?? []).every((person) =>
    episodePerson.some(
      ({ episodeId, personId }) => episodeId === row?.episodeId && personId === person,
    ),
  );
}
