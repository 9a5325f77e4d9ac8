import type { StoredRule } from '@postern/agreements';
import { SHROPSHIRE_RULES } from '@postern/agreements';
import type { RefusalCode } from '@postern/errors';
import { REFUSALS } from '@postern/errors';
import { expect } from 'vitest';
import type { Answer, Asking, Gate } from '../county-fixture.ts';

const TYPES = {
  title: 'String!',
  reason: 'String!',
  idempotencyKey: 'String!',
  draft: 'ID!',
  expectedRevision: 'Int!',
  rule: 'PolicyRuleInput!',
  name: 'String!',
  activateAt: 'DateTime',
  toVersion: 'Int!',
} as const;

type Arguments = Readonly<Partial<Record<keyof typeof TYPES, unknown>>>;

/** A draft as the desk shows it. */
export interface DraftRead {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly revision: number;
  readonly baseVersion: number;
  readonly onLiveVersion: boolean;
  readonly publishedVersion: number | null;
  readonly decidedBy: { readonly id: string } | null;
  readonly changes: readonly {
    readonly rule: string;
    readonly kind: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly collides: boolean;
  }[];
}

export interface RefusedRead {
  readonly code: string;
  readonly remedy: string;
  readonly about: readonly string[];
  readonly revision: number | null;
  readonly findings: readonly { readonly rule: string | null; readonly part: string }[];
  readonly stories: readonly string[];
}

const DRAFT = `id kind title state revision baseVersion onLiveVersion rollsBackTo publishedVersion activatesAt
  createdBy { id } decidedBy { id } changes { rule kind before after collides reason madeBy { id } }`;
const RESULT = `__typename ... on PolicyDraftChanged { draft { ${DRAFT} } } ... on CommandRefusal { code message remedy about revision findings { rule code part found expected } stories }`;

/** A rule as the desk takes it. */
export function written(rule: StoredRule): Record<string, unknown> {
  const { action, when, ...rest } = rule;
  return { ...rest, action: action.toUpperCase(), condition: JSON.stringify(when) };
}

/** A rule of the agreement by its name. */
export function ruleNamed(name: string): StoredRule {
  const rule = SHROPSHIRE_RULES.find((each) => each.name === name);
  if (rule === undefined) throw new Error(`the agreement has no rule "${name}"`);
  return rule;
}

/** Somebody who changes the policy, or tries to. */
export class Desk {
  readonly #gate: Pick<Gate, 'ask'>;
  readonly #who: Asking;

  constructor(gate: Pick<Gate, 'ask'>, who: Asking) {
    this.#gate = gate;
    this.#who = who;
  }

  asks(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    return this.#gate.ask(this.#who, query, { purpose: 'ADMINISTRATION', variables });
  }

  async answers(
    command: string,
    given: Arguments,
  ): Promise<{ readonly draft: DraftRead | null; readonly refused: RefusedRead | null }> {
    const names = Object.keys(given) as (keyof typeof TYPES)[];
    const declared = names.map((name) => `$${name}: ${TYPES[name]}`).join(', ');
    const passed = names.map((name) => `${name}: $${name}`).join(', ');
    const query = `mutation (${declared}) { ${command}(${passed}) { ${RESULT} } }`;
    const { body } = await this.asks(query, given);
    expect(body.errors).toBeUndefined();
    const { __typename: type, ...answer } = body.data[command];
    return type === 'CommandRefusal'
      ? { draft: null, refused: answer }
      : { draft: answer.draft, refused: null };
  }

  /** A command that is carried out, and the draft afterwards. */
  async does(command: string, given: Arguments): Promise<DraftRead> {
    const { draft, refused } = await this.answers(command, { reason: 'as decided', ...given });
    expect(refused).toBeNull();
    if (draft === null) throw new Error('nothing is shown of the draft');
    return draft;
  }

  /** A command that is refused, with the remedy that goes with the code; the draft is not shown. */
  async isRefused(code: RefusalCode, command: string, given: Arguments): Promise<RefusedRead> {
    const { draft, refused } = await this.answers(command, { reason: 'as decided', ...given });
    expect(draft).toBeNull();
    expect(refused).toMatchObject({ code, remedy: REFUSALS[code].remedy });
    if (refused === null) throw new Error('it was not refused');
    return refused;
  }

  async reads(draft: string): Promise<DraftRead | null> {
    const query = `query ($id: ID!) { policyDraft(id: $id) { ${DRAFT} } }`;
    const { body } = await this.asks(query, { id: draft });
    expect(body.errors).toBeUndefined();
    return body.data.policyDraft;
  }

  /** A new draft. */
  begins(title = 'A change'): Promise<DraftRead> {
    return this.does('createPolicyDraft', { title, idempotencyKey: crypto.randomUUID() });
  }

  /** A step of a draft as it was last read. */
  takes(command: string, draft: DraftRead, given: Arguments = {}): Promise<DraftRead> {
    return this.does(command, { draft: draft.id, expectedRevision: draft.revision, ...given });
  }

  /** A step that is refused. */
  mayNot(
    code: RefusalCode,
    command: string,
    draft: DraftRead,
    given: Arguments = {},
  ): Promise<RefusedRead> {
    return this.isRefused(code, command, {
      draft: draft.id,
      expectedRevision: draft.revision,
      ...given,
    });
  }

  /** A draft that takes these rules away, submitted. */
  async submitsWithout(...rules: readonly string[]): Promise<DraftRead> {
    let draft = await this.begins();
    for (const name of rules) draft = await this.takes('removePolicyRule', draft, { name });
    return this.takes('submitPolicyDraft', draft);
  }
}
