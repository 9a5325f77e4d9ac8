import type { AccessExplanation, Purpose } from '@postern/policy';
import { ReleaseManifest } from '@postern/subgraph-kit';
import { expect } from 'vitest';
import { recordTypes, wholeDictionary } from '../../src/stack/blueprints.ts';
import { COUNTY_NOW } from '../county-fixture.ts';
import { ExpectedAnswer, oracleRow } from '../oracle/expected-answer.ts';
import { entryKindOf } from '../oracle/field-model.ts';
import type { RawCounty, RawRow } from '../oracle/raw-county.ts';
import { RECORDS, recordModel } from '../oracle/record-model.ts';
import type { OpenExplainer } from './explainer-fixture.ts';

const TYPES = [...recordTypes()].filter((type) => Object.hasOwn(RECORDS, type));
const FIELDS = wholeDictionary();
const NEVER_THERE = 'ffffffff-ffff-4fff-8fff-ffffffffffff';
/** For each caller and purpose; every fourth about a record that may not be seen. */
const QUESTIONS = 8;

/** Whose access is explained, and what for. */
export interface Question {
  readonly subject: string;
  readonly purpose: Purpose;
}

/** Holds explanations of one's own access against CASL on the raw tables of a county. */
export class ExplanationComparison {
  /** How often each outcome came up. */
  readonly outcomes = new Map<string, number>();
  readonly #county: RawCounty;
  readonly #open: OpenExplainer;

  constructor(county: RawCounty, open: OpenExplainer) {
    this.#county = county;
    this.#open = open;
  }

  /** Compares fields of records drawn for this caller: others for every caller, the same on every run. */
  async compare(question: Question): Promise<void> {
    // The rules are read once; afterwards every explanation runs the same statements.
    await this.#explain(question, 'Person.id', NEVER_THERE);
    const draw = drawing(`${question.subject} ${question.purpose}`);
    const expected = new ExpectedAnswer(
      this.#county,
      { ...question, now: COUNTY_NOW },
      { ownTypes: new Set() },
    );
    for (let i = 0; i < QUESTIONS; i += 1) {
      // A person has the most fields, and the most that are withheld.
      const type = i % 3 === 0 ? 'Person' : (TYPES[draw(TYPES.length)] ?? 'Person');
      const fields = [...(FIELDS.get(type)?.keys() ?? [])];
      const field = fields[draw(fields.length)] ?? 'id';
      const unseen = i % 4 === 0;
      const rows = this.#rowsOf(type).filter(
        (row) => expected.oracle.visible(type, oracleRow(type, row)) !== unseen,
      );
      const row = rows[draw(rows.length)];
      if (row === undefined) continue;
      if (unseen) await this.#compareUnseen(question, `${type}.${field}`, row, expected);
      else await this.#compareVisible(question, `${type}.${field}`, row, expected);
    }
  }

  /** The rows of a type: those of one kind where a table holds many. */
  #rowsOf(type: string): readonly RawRow[] {
    const { table, of = () => true } = recordModel(type);
    const rows = this.#county.rows(table).filter(of);
    return table === 'families.person_entry'
      ? rows.filter(({ kind }) => kind === entryKindOf(type))
      : rows;
  }

  #isServedRecords(subject: string): boolean {
    const account = this.#county.facts.account.find((each) => each.subject === subject);
    const held = this.#county.facts.roleHolding.filter((each) => each.accountId === account?.id);
    return this.#county.rules.some(
      ({ role, resource }) =>
        resource !== 'IndicatorTable' && held.some((holding) => holding.role === role),
    );
  }

  async #compareUnseen(
    question: Question,
    coordinate: string,
    row: RawRow,
    { oracle }: ExpectedAnswer,
  ): Promise<void> {
    this.#open.ran.length = 0;
    const unseen = await this.#explain(question, coordinate, String(row['id']));
    const ran = this.#open.ran.splice(0);
    const never = await this.#explain(question, coordinate, NEVER_THERE);
    expect(JSON.stringify(unseen), coordinate).toBe(JSON.stringify(never));
    expect(this.#open.ran).toEqual(ran);
    const refusal = oracle.refusal();
    expect(unseen.outcome).toBe(unseen.code === null ? 'NOT_FOUND' : 'REFUSED');
    if (refusal !== null) expect(unseen.code).toBeOneOf([refusal, 'CONTRACT_NOT_PERMITTED']);
    this.#count(unseen.outcome);
  }

  async #compareVisible(
    question: Question,
    coordinate: string,
    row: RawRow,
    expected: ExpectedAnswer,
  ): Promise<void> {
    const [type = '', name = ''] = coordinate.split('.');
    const asked = new Map([
      [name, null],
      ['withheld', null],
    ]);
    const due = expected.record(type, row, asked)?.['withheld'];
    const [notice] = due as readonly { readonly code: string }[];
    const explained = await this.#explain(question, coordinate, String(row['id']));
    const { outcome, code, clause, remedy } = explained;
    // What is public is read at the address of records, where a reporting account is not served.
    if (!this.#isServedRecords(question.subject)) {
      expect(code).toBe('CONTRACT_NOT_PERMITTED');
      return;
    }
    expect(
      { outcome, coordinate, code, clause, remedy },
      `${question.subject} for ${question.purpose}: ${coordinate} of ${row['id']}`,
    ).toEqual(
      notice === undefined
        ? { outcome: 'OPEN', coordinate, code: null, clause: null, remedy: null }
        : { outcome: 'WITHHELD', ...notice },
    );
    if (outcome === 'OPEN') expect(explained.decidedBy?.verdict).toBe('MET');
    else expect(explained.rules.filter(isGiving)).toEqual([]);
    this.#count(outcome);
  }

  #explain(
    { subject, purpose }: Question,
    coordinate: string,
    id: string,
  ): Promise<AccessExplanation> {
    const account = this.#county.facts.account.find((each) => each.subject === subject);
    const [type = ''] = coordinate.split('.');
    return this.#open.explainer.explain(
      { principal: null, resource: { type, id }, coordinate, purpose },
      { accountId: account?.id ?? '', agencyId: '', roles: [], policyVersion: 1 },
      new ReleaseManifest(),
    );
  }

  #count(outcome: string): void {
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
  }
}

function isGiving({ effect, verdict }: AccessExplanation['rules'][number]): boolean {
  return effect === 'ALLOW' && verdict === 'MET';
}

function drawing(seed: string): (below: number) => number {
  let state = [...seed].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
