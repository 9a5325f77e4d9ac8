import type { Connection } from '@postern/database';
import { cast } from '@postern/sample-county';

const { okafor, everard } = cast.families;
const { tom } = cast.practitioners;

/** Whoever leads both. */
export const LEAD = tom;
/** A record as it is after years, and one of some weeks. */
export const LARGE = { ...okafor.episodes.current, concerns: okafor.persons.chidi.id };
export const SMALL = { ...everard.episodes.current, concerns: everard.persons.sami.id };
export const SIZES = { entries: 5_000, few: 10, actions: 300, members: 40 } as const;

const ENTRY = 'recorded_by, agency_id, recorded_at, nature, concerns';

/** Writes records as large as any is to be. */
export async function plantLargeRecords(owner: Connection): Promise<void> {
  const author = [tom.id, tom.agency.id];
  await owner.script('DELETE FROM episodes.activity');
  for (const [{ id, concerns }, entries] of [
    [LARGE, SIZES.entries],
    [SMALL, SIZES.few],
  ] as const)
    await owner.run({
      text: `INSERT INTO episodes.activity (id, episode_id, kind, subject, occurs_at, attendance, notes, ${ENTRY})
        SELECT gen_random_uuid(), $1, 'HOME_VISIT', 'Visit ' || n, timestamptz '2026-06-01T09:00:00Z' - n * interval '7 hours', 'ATTENDED', 'As agreed.',
          $2, $3, '2026-06-01T10:00:00Z', 'FACT', ARRAY[$4::uuid] FROM generate_series(1, $5::integer) n`,
      values: [id, ...author, concerns, entries],
    });
  await owner.run({
    text: `INSERT INTO episodes.plan_action (id, plan_id, episode_id, goal, responsible, status, ${ENTRY})
      SELECT gen_random_uuid(), plan.id, $1, 'Goal ' || n, 'School', 'IN_PROGRESS', $2, $3, '2026-06-01T10:00:00Z', 'FACT', ARRAY[$4::uuid]
      FROM (SELECT id FROM episodes.plan WHERE episode_id = $1 ORDER BY agreed_on DESC LIMIT 1) plan,
        generate_series(1, $5::integer - (SELECT count(*)::integer FROM episodes.plan_action WHERE episode_id = $1)) n`,
    values: [LARGE.id, ...author, LARGE.concerns, SIZES.actions],
  });
  await owner.run({
    text: `WITH home AS (SELECT id FROM families.household WHERE family_id = $1 ORDER BY id LIMIT 1),
      born AS (INSERT INTO families.person (id, given_name, family_name, date_of_birth)
        SELECT gen_random_uuid(), 'Cousin ' || n, 'Okafor', date '2001-01-01' + n * 100
        FROM generate_series(1, $2::integer - (SELECT count(*)::integer FROM families.household_member lives JOIN home ON home.id = lives.household_id)) n RETURNING id),
      kin AS (INSERT INTO families.family_member (family_id, person_id, relationship, started_on) SELECT $1, id, 'OTHER_RELATIVE', '2020-01-01' FROM born)
      INSERT INTO families.household_member (household_id, person_id, started_on) SELECT home.id, born.id, '2020-01-01' FROM born, home`,
    values: [okafor.id, SIZES.members],
  });
  await owner.run({
    text: `INSERT INTO access.episode_person (episode_id, person_id)
      SELECT $1, member.person_id FROM families.family_member member WHERE member.family_id = $2 ON CONFLICT DO NOTHING`,
    values: [LARGE.id, okafor.id],
  });
  await owner.script('VACUUM ANALYZE');
}
