import type { RefusalCode } from '@postern/errors';
import { REFUSALS } from '@postern/errors';
import type { Purpose } from '@postern/policy';
import { expect } from 'vitest';
import type { Answer, Asking, Gate } from '../county-fixture.ts';

/** GraphQL types of arguments, by name; the same name has the same type in every command. */
const TYPES: Readonly<Record<string, string>> = {
  expectedRevision: 'Int!',
  endsAt: 'DateTime!',
  until: 'DateTime!',
  persons: '[ID!]',
  classes: '[String!]!',
  practitioner: 'ID!',
  episode: 'ID!',
  grant: 'ID!',
  request: 'ID!',
  removal: 'ID!',
  reviewAccess: 'ID!',
  episodes: '[ID!]!',
  override: 'ID!',
  cover: 'ID!',
  agency: 'ID',
  viable: 'Boolean',
  person: 'ID',
  to: 'ID!',
  colleague: 'ID!',
  identifiers: 'AccessIdentifiersInput!',
  hours: 'Int',
  about: '[AccessIdentifiersInput!]!',
  legal: 'OverrideLegalInput!',
  holdingAgency: 'ID!',
  foundOn: 'Date!',
  toLevel: 'Int!',
  endReason: 'EndReason!',
};

export interface Refused {
  readonly code: RefusalCode;
  readonly message: string;
  readonly remedy: string;
  readonly about: readonly string[];
  readonly revision: number | null;
  readonly findings: readonly { readonly code: string; readonly part: string }[];
}

export type Arguments = Readonly<Record<string, unknown>>;

/** What came of a command: the answer's own fields, or why it was refused. */
export type Outcome<Changed> =
  | { readonly changed: Changed; readonly refused: null }
  | { readonly changed: null; readonly refused: Refused };

const REFUSAL =
  '... on CommandRefusal { code message remedy about revision findings { code part found expected } }';

/** Somebody at a gate who changes what access follows from, or tries to. */
export class Doer {
  readonly #gate: Pick<Gate, 'ask'>;
  readonly #who: Asking;
  readonly #purpose: Purpose;

  constructor(gate: Pick<Gate, 'ask'>, who: Asking, purpose: Purpose) {
    this.#gate = gate;
    this.#who = who;
    this.#purpose = purpose;
  }

  asks(query: string, variables: Arguments = {}): Promise<Answer> {
    return this.#gate.ask(this.#who, query, { purpose: this.#purpose, variables });
  }

  /** Sends a command and answers what came of it; `changed` is the selection on the type of what was changed. */
  async tries<Changed = Readonly<Record<string, never>>>(
    command: string,
    given: Arguments,
    changed: string,
  ): Promise<Outcome<Changed>> {
    const { body, text } = await this.sends(command, given, changed);
    expect(body.errors, text).toBeUndefined();
    const { __typename: type, ...answer } = body.data[command];
    return type === 'CommandRefusal'
      ? { changed: null, refused: answer }
      : { changed: answer, refused: null };
  }

  sends(command: string, given: Arguments, changed: string): Promise<Answer> {
    const names = Object.keys(given);
    const declared = names.map((name) => `$${name}: ${TYPES[name] ?? 'String!'}`).join(', ');
    const passed = names.map((name) => `${name}: $${name}`).join(', ');
    return this.asks(
      `mutation (${declared}) { ${command}(${passed}) { __typename ... on ${changed} ${REFUSAL} } }`,
      given,
    );
  }

  /** A command that is carried out. */
  async does<Changed = Readonly<Record<string, never>>>(
    command: string,
    given: Arguments,
    changed: string,
  ): Promise<Changed> {
    const outcome = await this.tries<Changed>(command, given, changed);
    if (outcome.changed === null) throw new Error(`refused: ${JSON.stringify(outcome.refused)}`);
    return outcome.changed;
  }

  /** A command that is refused, with the remedy that goes with its code. */
  async isRefused(
    code: RefusalCode,
    command: string,
    given: Arguments,
    changed: string,
  ): Promise<Refused> {
    const { refused } = await this.tries(command, given, changed);
    expect(refused).toMatchObject({ code, remedy: REFUSALS[code].remedy });
    if (refused === null) throw new Error('it was not refused');
    return refused;
  }
}
