import type { Purpose } from '@postern/policy';
import { expect } from 'vitest';
import type { Answered, Asking } from '../../county-fixture.ts';
import { carriedOut, commands } from '../../machines/commands.ts';
import type { Scene } from './scene.ts';

export const enumOf = (name: string): { readonly enum: string } => ({ enum: name });

type Given = Readonly<Record<string, unknown>>;

/** What practitioners and families write down in one file of scenarios. */
export class Recording {
  readonly #scene: Scene;
  readonly #purpose: Purpose;

  constructor(scene: Scene, purpose: Purpose = 'COORDINATE_SUPPORT') {
    this.#scene = scene;
    this.#purpose = purpose;
  }

  /** The same for another purpose. */
  for(purpose: Purpose): Recording {
    return new Recording(this.#scene, purpose);
  }

  /** Sends a recording command; `called` is the argument and the field of the answer that hold the record. */
  sends(who: Asking, command: string, called: string, given: Given, shown = ''): Promise<Answered> {
    const type = command.replace(/^(record|amend)/, '');
    return commands(
      this.#scene.gate(),
      who,
      command,
      command.startsWith('record') ? { idempotencyKey: crypto.randomUUID(), ...given } : given,
      {
        shows: `... on ${type}Changed { ${called} { id revision ${shown} } }`,
        purpose: this.#purpose,
      },
    );
  }

  /** The record, which had to be written. */
  async writes(
    who: Asking,
    command: string,
    called: string,
    given: Given,
    shown = '',
  ): Promise<Answered> {
    return carriedOut(await this.sends(who, command, called, given, shown))[called];
  }

  /** Nothing was written, for this reason; counted over every row of the tables that commands write. */
  async writesNothing(
    code: string,
    who: Asking,
    command: string,
    called: string,
    given: Given,
  ): Promise<Answered> {
    const before = await this.#rows();
    const answer = await this.sends(who, command, called, given);
    expect([command, answer.code ?? answer.turnedAway?.code]).toEqual([command, code]);
    expect(await this.#rows()).toEqual(before);
    return answer;
  }

  async #rows(): Promise<unknown> {
    const tables = ['assessment', 'assessment_section', 'need', 'plan', 'plan_action'];
    const all = [
      ...tables,
      'taf_meeting',
      'case_note',
      'document',
      'document_part',
      'entry_version',
      'command_key',
    ];
    const counted = [
      ...all.map((table) => `episodes.${table}`),
      ...['person_entry', 'entry_version', 'command_key'].map((table) => `families.${table}`),
    ];
    const [row] = await this.#scene.database().owner.run<{ counted: string }>({
      text: `SELECT md5(concat_ws(' ', ${counted.map((table) => `(SELECT string_agg(held::text, ' ' ORDER BY held::text) FROM ${table} held)`).join(', ')})) AS counted`,
      values: [],
    });
    return row?.counted;
  }
}
