import type { RefusalCode } from '@postern/errors';
import { REFUSALS } from '@postern/errors';
import type { Purpose } from '@postern/policy';
import { expect } from 'vitest';
import type { Answer, Answered, Asking, Gate, Manner } from '../../county-fixture.ts';
import type { CastEpisode } from './county-words.ts';
import { privateWords } from './county-words.ts';
import type { PersonRead } from './person-read.ts';
import { personRead } from './person-read.ts';
import { PEOPLE, RECORD } from './record-query.ts';

/** The episode of {@link RECORD}, untyped: a scenario says what it expects of it. */
export type RecordRead = Answered;

const OPEN: ReadonlySet<string> = new Set(['OPEN', 'OPEN_TAF', 'REOPENED', 'CLOSING']);

/** Somebody at the gate, and what becomes of their questions. */
export class Reader {
  readonly #gate: Gate;
  readonly #who: Asking;
  readonly #manner: Manner;

  constructor(gate: Gate, who: Asking, manner: Manner = {}) {
    this.#gate = gate;
    this.#who = who;
    this.#manner = manner;
  }

  /** The same reader, stating another purpose; null states none. */
  for(purpose: Purpose | null): Reader {
    return new Reader(this.#gate, this.#who, { ...this.#manner, purpose });
  }

  /** The same reader, signed in with a password only. */
  withoutSecondFactor(): Reader {
    return new Reader(this.#gate, this.#who, { ...this.#manner, multiFactor: false });
  }

  /** The same reader at the address of aggregates. */
  atReporting(): Reader {
    return new Reader(this.#gate, this.#who, { ...this.#manner, path: '/reporting/graphql' });
  }

  asks(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    return this.#gate.ask(this.#who, query, { ...this.#manner, variables });
  }

  /** A selection of an episode, which must be there for the reader. */
  async asksOf(episode: CastEpisode, selection: string): Promise<RecordRead> {
    const query = `query ($reference: String!) { episode(reference: $reference) { id ${selection} } }`;
    const { body } = await this.asks(query, { reference: episode.reference });
    expect(body.errors).toBeUndefined();
    expect(body.data.episode).toMatchObject({ id: episode.id });
    return body.data.episode;
  }

  /** The record of an episode, which must be there, and in the reader's list where it is open. */
  async reads(episode: CastEpisode): Promise<RecordRead> {
    const { body } = await this.asks(RECORD, { reference: episode.reference });
    expect(body.errors).toBeUndefined();
    expect(body.data.episode).toMatchObject({ reference: episode.reference, id: episode.id });
    if (OPEN.has(body.data.episode.status))
      expect(body.data.episodes.edges).toContainEqual({ node: { reference: episode.reference } });
    return body.data.episode;
  }

  /** One person as read through an episode. */
  async readsOf(person: { readonly id: string }, episode: CastEpisode): Promise<PersonRead> {
    const { body } = await this.asks(PEOPLE, { reference: episode.reference });
    expect(body.errors).toBeUndefined();
    return personRead(body.data.episode.family.members, person);
  }

  /** Nothing at all of an episode: not by reference, not in the list, in no notice, and not one word of it. */
  async findsNothingOf(episode: CastEpisode): Promise<void> {
    const { body, text } = await this.asks(RECORD, { reference: episode.reference });
    expect(body.errors).toBeUndefined();
    expect(body.data.episode).toBeNull();
    expect(body.extensions).toBeUndefined();
    for (const word of privateWords(episode)) expect(text).not.toContain(word);
  }

  /** Turned away before anything is read, with the code and the remedy that goes with it. */
  async isRefused(
    code: RefusalCode,
    query: string = '{ episodes { edges { node { id reference } } } }',
  ): Promise<void> {
    const { body, status } = await this.asks(query);
    expect(body.data ?? null).toBeNull();
    expect(body.errors).toHaveLength(1);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code, remedy: REFUSALS[code].remedy });
    expect(status).toBe(REFUSALS[code].status);
  }
}
