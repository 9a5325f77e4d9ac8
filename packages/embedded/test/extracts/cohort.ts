import type { Connection } from '@postern/database';
import { cast } from '@postern/sample-county';
import fc from 'fast-check';

/** Why a family is in no extract; null is in. */
export const KEPT_OUT = [
  ...['DECLINED', 'WITHDRAWN', 'EXCLUDED', 'WITHHELD', 'RESTRICTED', 'RESTRICTED_OF_PERSON'],
  'PROCESSING_RESTRICTED',
] as const;
type KeptOut = (typeof KEPT_OUT)[number];

/** Somebody of a family. */
interface Somebody {
  readonly years: number;
  readonly sex: string | null;
}

/** A family as drawn, whose help began in a month of the two years of its cohort. */
interface Drawn {
  readonly month: number;
  readonly isOver: boolean;
  readonly level: number;
  readonly district: string;
  readonly agency: string;
  readonly endReason: string | null;
  readonly needs: readonly { readonly outcome: string; readonly isMet: boolean }[];
  readonly persons: readonly Somebody[];
  readonly keptOut: KeptOut | null;
}

/** The same with ids, as planted. */
export interface Planted extends Drawn {
  readonly family: string;
  readonly members: readonly string[];
}

const { tom, joel, grace } = cast.practitioners;
const AGENCIES = [tom, joel, grace].map(({ agency }) => agency.id);

/** Of a list its first so many: how much the families of a cohort differ is drawn once for all of them. */
const among = <T>(all: readonly T[], differ: number) => fc.constantFrom(...all.slice(0, differ));

const familyOf = (differ: number): fc.Arbitrary<Drawn> =>
  fc.record({
    month: fc.nat(differ * 5 - 1),
    isOver: fc.boolean(),
    level: among([2, 3, 1, 4], differ),
    district: among(['SY1 1AA', 'SY3 8HQ', 'TF9 2BB', ''], differ),
    agency: among(AGENCIES, differ),
    endReason: among([null, 'NEEDS_MET', 'OTHER'], differ + 1),
    needs: fc.array(
      fc.record({
        outcome: among(['GOOD_EARLY_YEARS', 'FINANCIAL_STABILITY'], differ),
        isMet: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
    persons: fc.array(
      fc.record({
        years: among([7, 34, 13, 2], differ),
        sex: among(['FEMALE', 'MALE', null], differ),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    keptOut: fc.oneof(
      { weight: 8, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(...KEPT_OUT) },
    ),
  });

/** Between too few families for anything and enough for most, alike or all different. */
export const cohort: fc.Arbitrary<readonly Drawn[]> = fc
  .integer({ min: 1, max: 4 })
  .chain((differ) => fc.array(familyOf(differ), { minLength: 5, maxLength: 90, size: 'max' }));

/** Three who differ among sixty who do not: few enough to be left out. */
export const mostlyAlike: readonly Drawn[] = Array.from({ length: 63 }, (_, at) => ({
  ...{ month: 1, isOver: true, level: at < 3 ? 4 : 2, district: 'SY1 1AA', agency: tom.agency.id },
  ...{ endReason: at % 2 === 0 ? 'NEEDS_MET' : 'OTHER', needs: [], persons: [], keptOut: null },
}));

/** Plants a cohort whose two years begin with January of this one. */
export async function plant(
  owner: Connection,
  drawn: readonly Drawn[],
  year: number,
): Promise<readonly Planted[]> {
  const all = drawn.map((each) => ({
    ...each,
    family: crypto.randomUUID(),
    episode: crypto.randomUUID(),
    members: each.persons.map(() => crypto.randomUUID()),
    opened: new Date(Date.UTC(year, each.month, 11)).toISOString().slice(0, 10),
  }));
  const persons = all.flatMap(({ persons: of, members, episode, family, district }) =>
    of.map(({ years, sex }, at) => ({
      ...{ id: members[at], episode, family, district, sex },
      born: `${year - years - 1}-12-31`,
    })),
  );
  const needs = all.flatMap(({ episode, needs: of }) => of.map((need) => ({ episode, ...need })));
  const values = [all, persons, needs].map((rows) => JSON.stringify(rows));
  for (const { text, given } of STATEMENTS)
    await owner.run({ text, values: [values[given], ...(text.includes('$2') ? [tom.id] : [])] });
  return all;
}

const FAMILIES =
  'jsonb_to_recordset($1::jsonb) AS f (family uuid, episode uuid, opened date, level integer, district text, agency uuid, "isOver" boolean, "endReason" text, "keptOut" text, members uuid[])';
const PERSONS =
  'jsonb_to_recordset($1::jsonb) AS p (id uuid, episode uuid, family uuid, sex text, born date)';
const NEEDS = 'jsonb_to_recordset($1::jsonb) AS n (episode uuid, outcome text, "isMet" boolean)';
const SINCE = `'1900-01-01'::timestamptz`;

/** What is planted, and which of the three lists it comes of. */
const STATEMENTS: readonly { readonly text: string; readonly given: 0 | 1 | 2 }[] = [
  {
    given: 0,
    text: `INSERT INTO families.family (id, reference) SELECT family, 'FA-' || family FROM ${FAMILIES}`,
  },
  {
    given: 0,
    text: `INSERT INTO families.household (id, family_id, name) SELECT family, family, 'Home' FROM ${FAMILIES}`,
  },
  {
    given: 0,
    text: `INSERT INTO families.household_address (id, household_id, family_id, line, town, postcode, started_on)
      SELECT gen_random_uuid(), family, family, '1 Example Row', 'Marl', district, opened FROM ${FAMILIES}`,
  },
  {
    given: 0,
    text: `INSERT INTO episodes.episode (id, reference, family_id, status, level_of_need, opened_on, closed_on, end_reason, allocated_agency_id)
      SELECT episode, 'EH-' || episode, family, CASE WHEN "isOver" THEN 'CLOSED' ELSE 'OPEN' END, level, opened, CASE WHEN "isOver" THEN opened + 70 END, "endReason", agency
      FROM ${FAMILIES}`,
  },
  {
    given: 1,
    text: `INSERT INTO families.person (id, given_name, date_of_birth, sex) SELECT id, 'Somebody', born, sex FROM ${PERSONS}`,
  },
  {
    given: 1,
    text: `INSERT INTO families.family_member (family_id, person_id, relationship, started_on) SELECT family, id, 'OTHER', born FROM ${PERSONS}`,
  },
  {
    given: 1,
    text: `INSERT INTO families.household_member (household_id, person_id, started_on) SELECT family, id, born FROM ${PERSONS}`,
  },
  {
    given: 1,
    text: `INSERT INTO episodes.episode_person (episode_id, person_id) SELECT episode, id FROM ${PERSONS}`,
  },
  {
    given: 2,
    text: `INSERT INTO episodes.need (id, episode_id, outcome, identified_on, met_on, recorded_by, agency_id, recorded_at, nature, concerns)
      SELECT gen_random_uuid(), episode, outcome, '1900-01-01', CASE WHEN "isMet" THEN '1900-02-01'::date END, $2, $2, ${SINCE}, 'FACT', '{}' FROM ${NEEDS}`,
  },
  {
    given: 0,
    text: `INSERT INTO access.family_agreement (id, episode_id, state) SELECT gen_random_uuid(), episode, "keptOut" FROM ${FAMILIES} WHERE "keptOut" IN ('DECLINED', 'WITHDRAWN')`,
  },
  {
    given: 0,
    text: `INSERT INTO access.exclusion (id, episode_id, agency_id, scope, coordinates, starts_at)
      SELECT gen_random_uuid(), episode, agency, 'WHOLE_AGENCY', '{}', ${SINCE} FROM ${FAMILIES} WHERE "keptOut" = 'EXCLUDED'`,
  },
  {
    given: 0,
    text: `INSERT INTO access.withheld_person (id, episode_id, person_id, starts_at)
      SELECT gen_random_uuid(), episode, members[1], ${SINCE} FROM ${FAMILIES} WHERE "keptOut" = 'WITHHELD'`,
  },
  {
    given: 0,
    text: `INSERT INTO access.restriction (id, protected_person_id, family_id, coordinates, hidden_from_agency_id, starts_at)
      SELECT gen_random_uuid(), CASE "keptOut" WHEN 'RESTRICTED' THEN gen_random_uuid() ELSE members[1] END,
        CASE "keptOut" WHEN 'RESTRICTED' THEN family ELSE gen_random_uuid() END, '{Person.givenName}', agency, ${SINCE}
      FROM ${FAMILIES} WHERE "keptOut" IN ('RESTRICTED', 'RESTRICTED_OF_PERSON')`,
  },
  {
    given: 0,
    text: `INSERT INTO access.processing_restriction (id, person_id, coordinates, starts_at)
      SELECT gen_random_uuid(), members[1], '{Person.sex}', ${SINCE} FROM ${FAMILIES} WHERE "keptOut" = 'PROCESSING_RESTRICTED'`,
  },
];
