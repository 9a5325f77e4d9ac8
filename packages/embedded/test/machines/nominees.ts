import { cast } from '@postern/sample-county';
import type { Asking } from '../county-fixture.ts';
import type { Scene } from '../scenarios/vocabulary/scene.ts';
import type { Answered } from './commands.ts';
import { commands } from './commands.ts';

const SHOWS = { shows: '... on AccountChanged { account state revision }' };

/** Somebody new, as a contact officer gives them. */
export type Nominee = {
  readonly agency: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly email: string;
  readonly idempotencyKey: string;
};

/** Those who are nominated in one file of tests. */
export class Nominees {
  readonly #scene: Scene;
  #serial = 0;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** A step of an account. */
  does(who: Asking, command: string, given: Readonly<Record<string, unknown>>): Promise<Answered> {
    return commands(this.#scene.gate(), who, command, { reason: 'as agreed', ...given }, SHOWS);
  }

  /** Somebody of whom nobody has heard. */
  next(over: Partial<Nominee> = {}): Nominee {
    this.#serial += 1;
    return {
      agency: cast.agencies.fernhollow.id,
      name: 'Wren Ó Súilleabháin 沈',
      jobTitle: 'Learning mentor',
      email: `wren.${this.#serial}@fernhollow.example`,
      idempotencyKey: crypto.randomUUID(),
      ...over,
    };
  }

  /** The code of the last invitation, as its mail has it. */
  async lastCode(email: string): Promise<string> {
    const [notice] = await this.#scene.database().owner.run<{ code: string }>({
      text: `SELECT secrets ->> 'code' AS code FROM scheduler.notice WHERE kind = 'INVITATION' AND to_address = $1 AND state = 'WAITING'
        ORDER BY age(xmin) LIMIT 1`,
      values: [email],
    });
    return notice?.code ?? '';
  }
}
