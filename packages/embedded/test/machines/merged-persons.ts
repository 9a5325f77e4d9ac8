import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import type { Asking, CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW } from '../county-fixture.ts';
import { WHOLE_RECORD } from '../scenarios/vocabulary/whole-record-query.ts';
import { tokens } from './seen-of-merged.ts';

const { okafor, sorrel, everard, quantock, hollis, ashdown } = cast.families;
const { tom, grace, niamh, esther, marcus, rhona, joel, prue } = cast.practitioners;
const { ngozi, victor, noor } = cast.familyAccounts;

/** Whoever may read of one of the families, or comes to by a random grant. */
const WORKERS = [tom, grace, niamh, esther, marcus, rhona];
const RELATIVES = [ngozi, victor, noor];

interface Whose {
  readonly id: string;
  readonly family: { readonly id: string };
  readonly episode: { readonly id: string; readonly reference: string };
}

function whose(
  person: { readonly id: string },
  family: {
    readonly id: string;
    readonly episodes: { readonly current: { readonly id: string; readonly reference: string } };
  },
): Whose {
  return { id: person.id, family, episode: family.episodes.current };
}

/** A young person who keeps everything from parents, and one who opened it: of one mother. */
export const LIMITED = [
  whose(everard.persons.sami, everard),
  whose(everard.persons.idris, everard),
] as const;

/** Persons of two families each, who are taken for one. */
export const PAIRS: readonly (readonly [kept: Whose, merged: Whose])[] = [
  [whose(okafor.persons.chidi, okafor), whose(sorrel.persons.kit, sorrel)],
  [whose(okafor.persons.amara, okafor), whose(everard.persons.sami, everard)],
  [whose(quantock.persons.child, quantock), whose(hollis.persons.ruby, hollis)],
  [whose(sorrel.persons.june, sorrel), whose(ashdown.persons.linus, ashdown)],
];

const COORDINATES = [
  ...['givenName', 'dateOfBirth', 'contactDetails', 'educationSetting', 'languages'],
  ...['voice', 'healthConditions', 'safetyAlerts', 'ethnicity', 'attendance'],
].map((field) => `Person.${field}`);

const coordinates = fc.uniqueArray(fc.constantFrom(...COORDINATES), { minLength: 1, maxLength: 4 });
const of = fc.constantFrom(0 as const, 1 as const);

/** Something that hides a detail of one of the two from somebody, or from everybody. */
export const hidingFromOne = fc.oneof(
  fc.record({
    kind: fc.constant('RESTRICTION' as const),
    of,
    asItem: fc.boolean(),
    from: fc.constantFrom(...WORKERS, ...RELATIVES),
    coordinates,
  }),
  fc.record({ kind: fc.constant('PROCESSING' as const), of, coordinates }),
  fc.record({
    kind: fc.constant('EXCLUSION' as const),
    of,
    ofAll: fc.boolean(),
    from: fc.constantFrom(...WORKERS),
    coordinates,
  }),
  fc.record({
    kind: fc.constant('WITHHELD' as const),
    of,
    from: fc.constantFrom(...WORKERS),
    everybody: fc.boolean(),
  }),
);

const limiting = fc.record({
  kind: fc.constant('LIMIT' as const),
  of,
  level: fc.constantFrom('OPEN_TO_PARENTS', 'SUMMARY_ONLY', 'CONFIDENTIAL', 'OVERRIDDEN'),
});

/** The same, or what a young person says of it. */
export const hiding = fc.oneof(hidingFromOne, limiting);
export type Hiding = typeof hiding extends fc.Arbitrary<infer Value> ? Value : never;

/** A grant on the episode of one of them, to somebody who may have none. */
export const opening = fc.record({ of, to: fc.constantFrom(...WORKERS) });
export type Opening = typeof opening extends fc.Arbitrary<infer Value> ? Value : never;

type Owner = CountyDatabase['owner'];

/** A fact, where it stands. */
export interface Added {
  readonly table: string;
  readonly id: string;
}

const SINCE = '2026-06-01T00:00:00Z';
const TABLES = [
  'access.restriction',
  'access.processing_restriction',
  'access.exclusion',
  'access.withheld_person',
  'access.disclosure_limit',
  'access.access_grant',
];

/** The county, in which random facts come and go. */
export class MergeCounty {
  readonly #database: CountyDatabase;
  readonly #gate: Gate;

  constructor(database: CountyDatabase, gate: Gate) {
    this.#database = database;
    this.#gate = gate;
  }

  /** What source systems hold of somebody, in no episode: whoever reaches the person comes by it. */
  async plants(): Promise<void> {
    const persons = [...PAIRS, LIMITED].flat().map(({ id }) => id);
    await this.#database.owner.run({
      text: `INSERT INTO families.person_entry (id, person_id, kind, label, recorded_by, agency_id, recorded_at, nature)
        SELECT gen_random_uuid(), person.id, kind.name, 'Held of ' || person.id, $2, $3, '2026-01-01T00:00:00Z', 'FACT'
        FROM unnest($1::uuid[]) person (id) CROSS JOIN unnest(ARRAY['VOICE', 'SAFETY_ALERT', 'ATTENDANCE', 'ETHNICITY']) kind (name)`,
      values: [persons, joel.id, joel.agency.id],
    });
  }

  /** Says it of one of the two; answers of which row of which table. */
  async hides(
    pair: (typeof PAIRS)[number],
    fact: Hiding,
    by: Owner = this.#database.owner,
  ): Promise<Added> {
    const { id, family, episode } = pair[fact.of];
    const adds = (table: string, row: Readonly<Record<string, unknown>>): Promise<Added> =>
      this.#adds(table, row, by);
    if (fact.kind === 'LIMIT') {
      return adds('access.disclosure_limit', {
        person_id: id,
        level: fact.level,
        set_at: '2026-06-16T00:00:00Z',
      });
    }
    if (fact.kind === 'WITHHELD')
      return adds('access.withheld_person', {
        episode_id: episode.id,
        person_id: id,
        agency_id: fact.everybody ? null : fact.from.agency.id,
        starts_at: SINCE,
      });
    const hidden = { coordinates: fact.coordinates, starts_at: SINCE };
    if (fact.kind === 'PROCESSING')
      return adds('access.processing_restriction', { person_id: id, ...hidden });
    const agency = 'jobTitle' in fact.from ? fact.from.agency.id : null;
    if (fact.kind === 'EXCLUSION')
      return adds('access.exclusion', {
        episode_id: episode.id,
        agency_id: agency,
        scope: 'DETAILS',
        person_id: fact.ofAll ? null : id,
        ...hidden,
      });
    return adds('access.restriction', {
      protected_person_id: id,
      family_id: family.id,
      item_id: fact.asItem ? id : null,
      hidden_from_agency_id: agency,
      hidden_from_person_id: 'person' in fact.from ? fact.from.person.id : null,
      ...hidden,
    });
  }

  opens(pair: (typeof PAIRS)[number], { of: one, to }: Opening): Promise<Added> {
    return this.#adds('access.access_grant', {
      account_id: to.id,
      episode_id: pair[one].episode.id,
      role: 'TAF_MEMBER',
      working_relationship: 'At random',
      granted_by: prue.id,
      starts_at: SINCE,
      basis: 'WORK',
      revision: 1,
    });
  }

  /** What was said of one of them is lifted where it was said. */
  async ends({ table, id }: Added): Promise<void> {
    await this.#database.owner.run({
      text: `UPDATE ${table} SET ends_at = '2026-06-16T00:00:00Z' WHERE id = $1`,
      values: [id],
    });
  }

  /** As two people decided it; answers its id. */
  async merges(
    [kept, merged]: (typeof PAIRS)[number],
    { by = this.#database.owner, id = crypto.randomUUID() as string } = {},
  ): Promise<string> {
    await by.run({
      text: `INSERT INTO families.person_merge (id, kept_id, merged_id, state, evidence, proposed_by, proposed_at, decided_by, decided_at)
        VALUES ($1, $2, $3, 'MERGED', 'At random', $4, $6, $5, $6)`,
      values: [id, kept.id, merged.id, tom.id, prue.id, COUNTY_NOW.toISOString()],
    });
    await by.run({ text: 'SELECT families.merge_persons($1)', values: [id] });
    return id;
  }

  async parts(merge: string, by: Owner = this.#database.owner): Promise<void> {
    await by.run({
      text: `UPDATE families.person_merge SET state = 'UNMERGED' WHERE id = $1`,
      values: [merge],
    });
    await by.run({ text: 'SELECT families.unmerge_persons($1)', values: [merge] });
  }

  /** Which rows of facts there are; and the same again, by taking away whatever came since. */
  async ids(): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = new Map<string, readonly string[]>();
    for (const table of TABLES) {
      const rows = await this.#database.owner.run<{ id: string }>({
        text: `SELECT id FROM ${table} ORDER BY id`,
        values: [],
      });
      found.set(
        table,
        rows.map(({ id }) => id),
      );
    }
    return found;
  }

  async restores(before: ReadonlyMap<string, readonly string[]>): Promise<void> {
    for (const [table, ids] of before)
      await this.#database.owner.run({
        text: `DELETE FROM ${table} WHERE id <> ALL ($1::uuid[])`,
        values: [[...ids]],
      });
  }

  /** Everything that everybody sees of both wherever they are seen: who, of which row, which value. */
  async seen(pair: (typeof PAIRS)[number]): Promise<ReadonlySet<string>> {
    const told = new Set<string>();
    const episodes = await this.#episodesOf(pair);
    for (const who of [...WORKERS, ...RELATIVES])
      for (const episode of episodes)
        for (const each of await this.#read(who, episode, pair)) told.add(`${who.subject} ${each}`);
    return told;
  }

  /** A child of two homes is in an episode of each. */
  #episodesOf(pair: (typeof PAIRS)[number]): Promise<readonly { readonly reference: string }[]> {
    return this.#database.owner.run<{ reference: string }>({
      text: `SELECT DISTINCT held.reference FROM episodes.episode held JOIN access.episode_person of ON of.episode_id = held.id
        WHERE of.person_id = ANY ($1::uuid[])`,
      values: [pair.map(({ id }) => id)],
    });
  }

  async #read(
    who: Asking,
    { reference }: { readonly reference: string },
    pair: (typeof PAIRS)[number],
  ): Promise<readonly string[]> {
    const purpose = 'person' in who ? 'TRACK_OUTCOMES' : 'COORDINATE_SUPPORT';
    const { body } = await this.#gate.ask(who, WHOLE_RECORD, { variables: { reference }, purpose });
    if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
    const ids = pair.map(({ id }) => id);
    return body.data.episode === null ? [] : [...tokens(body.data.episode, ids)];
  }

  async #adds(
    table: string,
    row: Readonly<Record<string, unknown>>,
    by: Owner = this.#database.owner,
  ): Promise<Added> {
    const given = { id: crypto.randomUUID(), ...row };
    const names = Object.keys(given).join(', ');
    await by.run({
      text: `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_populate_record(NULL::${table}, $1::text::jsonb)`,
      values: [JSON.stringify(given)],
    });
    return { table, id: given.id };
  }
}
