import type { Connection } from '@postern/database';
import { isFault } from '@postern/errors';
import type { Condition, DataDictionary, Rule } from '@postern/policy';
import { abilityFor, decideField, parseRule, RuleProblem } from '@postern/policy';
import type { ConformanceSource, RuleSet } from '@postern/testkit';
import { CONFORMANCE_HOLDER, conformanceDictionary, storedRules } from '@postern/testkit';
import type { Column } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { PgColumnBuilderBase } from 'drizzle-orm/pg-core';
import { boolean, doublePrecision, integer, jsonb, pgSchema, text } from 'drizzle-orm/pg-core';
import type { RowBinding } from '../src/index.ts';
import { compileStatement, conditionOn, conditionSql } from '../src/index.ts';

/** The ids that rules give, or where they are refused: when they are saved, or when they are compiled. */
export type Outcome = readonly string[] | 'UNSAVED' | 'UNCOMPILED';

/** The rows of a source as a table of a schema of its own, read through rules compiled to SQL. */
export class ConformanceTable {
  readonly #connection: () => Connection;
  readonly #source: ConformanceSource;
  readonly #schema: string;
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #table;
  readonly dictionary: DataDictionary;

  constructor(connection: () => Connection, source: ConformanceSource, schema: string) {
    this.#connection = connection;
    this.#source = source;
    this.#schema = schema;
    this.dictionary = conformanceDictionary(source);
    const attributes = [...new Set(source.rows.flatMap((row) => Object.keys(row)))];
    this.#table = pgSchema(schema).table(
      'r',
      Object.fromEntries(
        attributes.map((name) => [name, columnFor(source.rows.map((row) => row[name]))]),
      ),
    );
    const columns = this.#table as unknown as Record<string, Column>;
    this.#columns = new Map(attributes.map((name) => [name, columns[name] as Column]));
  }

  async store(): Promise<void> {
    const defined = [...this.#columns].map(([name, column]) => `"${name}" ${column.getSQLType()}`);
    await this.#connection().script(
      `CREATE SCHEMA ${this.#schema}; CREATE TABLE ${this.#schema}.r (${defined.join(', ')})`,
    );
    await this.#connection().run({
      text: `INSERT INTO ${this.#schema}.r SELECT * FROM jsonb_populate_recordset(NULL::${this.#schema}.r, $1::jsonb)`,
      values: [JSON.stringify(this.#source.rows)],
    });
  }

  async outcomeOf(set: Pick<RuleSet, 'name' | 'rules'>): Promise<Outcome> {
    return this.outcomeOfStored(storedRules({ ...set, caslAllow: [] }));
  }

  async outcomeOfStored(stored: readonly object[]): Promise<Outcome> {
    const condition = this.#conditionFor(stored);
    if (condition === null) return 'UNSAVED';
    try {
      const binding = this.#binding();
      const where = conditionSql(conditionOn(condition, binding), binding);
      const { text: statement, bind } = compileStatement(
        sql`SELECT id FROM ${this.#table} WHERE ${where} ORDER BY id`,
      );
      const found = await this.#connection().run<{ id: string }>({
        text: statement,
        values: bind({}),
      });
      return found.map((row) => row.id);
    } catch (fault) {
      if (isFault(fault) && fault.code === 'POLICY_CORRUPT') return 'UNCOMPILED';
      throw fault;
    }
  }

  /** The decision on R.id, or null where a rule is refused when it is saved. */
  #conditionFor(stored: readonly object[]): Condition | null {
    try {
      const rules: readonly Rule[] = stored.map((one) => parseRule(one, this.dictionary));
      return decideField(abilityFor(rules, CONFORMANCE_HOLDER, this.dictionary), 'R', 'id')
        .released;
    } catch (problem) {
      if (problem instanceof RuleProblem) return null;
      throw problem;
    }
  }

  #binding(): RowBinding {
    return {
      link: { kind: 'NONE' },
      rowId: sql`NULL::uuid`,
      attribute: (name) => {
        const column = this.#columns.get(name);
        return column === undefined || column.dataType === 'json' ? undefined : sql`${column}`;
      },
    };
  }
}

/** The narrowest column that holds the values; lists and documents become JSON. */
function columnFor(values: readonly unknown[]): PgColumnBuilderBase {
  const present = values.filter((value) => value !== null && value !== undefined);
  if (present.every((value) => typeof value === 'string')) return text();
  if (present.every((value) => typeof value === 'boolean')) return boolean();
  if (present.every((value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31))
    return integer();
  if (present.every((value) => typeof value === 'number')) return doublePrecision();
  return jsonb();
}
