import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import type { CountyDatabase } from '../county-fixture.ts';

const { gresham } = cast.families;

/** Where what came in is kept, and how what is kept there is found: of the family, or before there was one. */
const KEPT: readonly (readonly [table: string, where: string, concerns: string, within: string])[] =
  [
    ['episodes.assessment', 'episode_id = $1', 'concerns', 'NULL'],
    ['episodes.assessment_section', 'episode_id = $1', 'concerns', 'assessment_id'],
    ['episodes.case_note', 'episode_id = $1', 'concerns', 'NULL'],
    ['episodes.need', 'episode_id = $1', 'concerns', 'NULL'],
    ['episodes.plan', 'episode_id = $1', 'concerns', 'NULL'],
    ['episodes.plan_action', 'episode_id = $1', 'concerns', 'plan_id'],
    ['episodes.document', 'episode_id = $1', 'concerns', 'NULL'],
    ['episodes.referral', 'episode_id = $1', 'concerns', 'NULL'],
    ['episodes.activity', 'episode_id = $1', 'concerns', 'NULL'],
    ['episodes.taf_meeting', 'episode_id = $1', 'concerns', 'NULL'],
    ['families.person_entry', 'episode_id = $1', 'ARRAY[person_id]', 'NULL'],
    ['families.match_candidate', '$1::uuid IS NOT NULL', "'{}'::uuid[]", 'NULL'],
  ];

/** The tables of what may be locked. */
export const LOCKABLE = KEPT.map(([table]) => table);

/** An entry that a lock may stand on, and the one through which it is reached, where there is one. */
export interface Entry {
  readonly table: string;
  readonly id: string;
  readonly concerns: readonly string[];
  readonly within: string | null;
}

/** Every entry of the family, and of those that a match found. */
export async function entriesOf(owner: CountyDatabase['owner']): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  for (const [table, where, concerns, within] of KEPT)
    found.push(
      ...(await owner.run<Entry>({
        text: `SELECT $2::text AS "table", id, ${concerns} AS concerns, ${within}::text AS within FROM ${table} WHERE ${where} ORDER BY id`,
        values: [gresham.episodes.current.id, table],
      })),
    );
  return found;
}

/** Locks an entry as whatever took it in does, or none. */
export async function locks(
  owner: CountyDatabase['owner'],
  { table, id }: Pick<Entry, 'table' | 'id'>,
  lock: string | null,
): Promise<void> {
  await owner.run({
    text: `UPDATE ${table} SET purpose_lock = $2 WHERE id = $1`,
    values: [id, lock],
  });
}

/** Publishes an agency as a specified person of the Digital Economy Act, or takes it off the list; null takes off all. */
export async function lists(
  owner: CountyDatabase['owner'],
  agency: { readonly id: string; readonly listed: boolean } | null,
): Promise<void> {
  await owner.run({
    text: `DELETE FROM access.agency_standing WHERE standing = $1 AND ($2::uuid IS NULL OR agency_id = $2)`,
    values: ['DEA2017_SPECIFIED_PERSON', agency?.id ?? null],
  });
  if (agency?.listed === true)
    await owner.run({
      text: `INSERT INTO access.agency_standing (id, agency_id, standing, starts_on) VALUES (gen_random_uuid(), $2, $1, '2026-01-01')`,
      values: ['DEA2017_SPECIFIED_PERSON', agency.id],
    });
}

type Receives = (
  as: { readonly kind: string | null; readonly listed: boolean },
  purpose: Purpose,
) => boolean;

const TO_HELP: readonly Purpose[] = [
  'UNDERSTAND_NEEDS',
  'CHOOSE_SUPPORT',
  'COORDINATE_SUPPORT',
  'MATCH_DATA',
];

/**
 * Who receives what under which law, as the law has it: the Digital Economy Act s35 between listed partners, for multiple
 * disadvantages and their evaluation; the Welfare Reform Act s131 the council, to find and help households; a learning
 * review the review. A law that nobody knows lets nobody have anything.
 */
export const RECEIVES: Readonly<Record<string, Receives>> = {
  DEA2017_S35: ({ listed }, purpose) =>
    listed && [...TO_HELP, 'TRACK_OUTCOMES', 'EVALUATION'].includes(purpose),
  WRA2012_S131: ({ kind }, purpose) => kind === 'COUNCIL' && TO_HELP.includes(purpose),
  LEARNING_REVIEW: (_, purpose) => purpose === 'REVIEW',
  UNHEARD_OF: () => false,
};
