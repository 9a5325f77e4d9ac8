import type { Purpose } from '@postern/policy';
import { expect } from 'vitest';
import type { Answered, Asking } from '../../county-fixture.ts';
import { carriedOut, commands } from '../../machines/commands.ts';
import type { Scene } from './scene.ts';

export { enumOf } from './recording.ts';

type Given = Readonly<Record<string, unknown>>;

/** Everything that commands about people write, that nothing of it may be changed by what is refused. */
const WRITTEN = [
  ...['person', 'family_member', 'household', 'household_member', 'household_address'],
  ...[
    'person_entry',
    'entry_version',
    'detail_version',
    'command_key',
    'person_merge',
    'person_name',
  ],
].map((table) => `families.${table}`);
const FACTS = [
  'access.parental_responsibility',
  'access.episode_person',
  'access.household_person',
  'access.restriction',
];

/** What is written of who people are and where they live, in one file of scenarios. */
export class People {
  readonly #scene: Scene;
  readonly #purpose: Purpose;

  constructor(scene: Scene, purpose: Purpose = 'COORDINATE_SUPPORT') {
    this.#scene = scene;
    this.#purpose = purpose;
  }

  /** The same for another purpose. */
  for(purpose: Purpose): People {
    return new People(this.#scene, purpose);
  }

  /** Sends a command, under a key of its own; `shows` is the selection of what was changed. */
  sends(who: Asking, command: string, given: Given, shows: string): Promise<Answered> {
    const sent = Object.entries({ idempotencyKey: crypto.randomUUID(), ...given }).filter(
      ([, value]) => value !== undefined,
    );
    return commands(this.#scene.gate(), who, command, Object.fromEntries(sent), {
      shows,
      purpose: this.#purpose,
    });
  }

  /** The person, who had to be written. */
  async person(who: Asking, command: string, given: Given, shown = ''): Promise<Answered> {
    const shows = `... on PersonChanged { person { id ${shown} } }`;
    return carriedOut(await this.sends(who, command, given, shows)).person;
  }

  /** The household, which had to be written. */
  async household(who: Asking, command: string, given: Given): Promise<Answered> {
    const shows = '... on HouseholdChanged { household { id name revision members { id } } }';
    return carriedOut(await this.sends(who, command, given, shows)).household;
  }

  /** The address, which had to be written. */
  async address(who: Asking, command: string, given: Given): Promise<Answered> {
    const shows =
      '... on AddressChanged { address { id line postcode startedOn endedOn revision } }';
    return carriedOut(await this.sends(who, command, given, shows)).address;
  }

  /** Nothing was written, for this reason; counted over every row of what commands write. */
  async writesNothing(code: string, who: Asking, command: string, given: Given): Promise<Answered> {
    const before = await this.#rows();
    const answer = await this.sends(who, command, given, '');
    expect([command, answer.code ?? answer.turnedAway?.code]).toEqual([command, code]);
    expect(await this.#rows()).toEqual(before);
    return answer;
  }

  /** The revision of a person's details, as somebody reads it. */
  async revisionOf(who: Asking, person: { readonly id: string }): Promise<number | null> {
    const found = await this.reads(who, person, 'revision');
    return found?.revision ?? null;
  }

  /** Details of a person as somebody reads them, who may come by them through an entity of the graph; null of nobody. */
  async reads(who: Asking, person: { readonly id: string }, selection: string): Promise<Answered> {
    const { body } = await this.#scene
      .reader(who)
      .for(this.#purpose)
      .asks(
        `{ episodes(first: 100) { edges { node { family { members { id ${selection} } } } } } }`,
      );
    expect(body.errors).toBeUndefined();
    const members = body.data.episodes.edges.flatMap(
      ({ node }: Answered) => node.family?.members ?? [],
    );
    return members.find(({ id }: Answered) => id === person.id) ?? null;
  }

  /** What the owner finds of a person in the table. */
  async kept(person: { readonly id: string }): Promise<Answered> {
    const [row] = await this.#scene.database().owner.run<Record<string, unknown>>({
      text: `SELECT to_jsonb(held) AS row FROM families.person held WHERE id = $1`,
      values: [person.id],
    });
    return row?.['row'];
  }

  async #rows(): Promise<unknown> {
    const counted = [...WRITTEN, ...FACTS].map(
      (table) => `(SELECT md5(string_agg(held::text, ' ' ORDER BY held::text)) FROM ${table} held)`,
    );
    const [row] = await this.#scene.database().owner.run<{ counted: string }>({
      text: `SELECT concat_ws(' ', ${counted.join(', ')}) AS counted`,
      values: [],
    });
    return row?.counted;
  }
}
