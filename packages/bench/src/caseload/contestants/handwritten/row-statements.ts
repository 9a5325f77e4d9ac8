import type { RunStatement } from './connection.ts';

const EPISODES = `SELECT e.id, e.reference, e.status, e.level_of_need AS "levelOfNeed", e.opened_on::text AS "openedOn", e.family_id, f.reference AS family
FROM episodes.episode e JOIN families.family f ON f.id = e.family_id WHERE e.id = ANY ($1::uuid[]) ORDER BY e.opened_on DESC, e.id DESC`;

const NEEDS = `SELECT n.episode_id, n.outcome, n.identified_on::text AS "identifiedOn", n.met_on::text AS "metOn"
FROM episodes.need n WHERE n.episode_id = ANY ($1::uuid[])`;

const ACTIONS = `SELECT p.episode_id, a.goal, a.responsible, a.due_on::text AS "dueOn", a.status
FROM episodes.plan p LEFT JOIN episodes.plan_action a ON a.plan_id = p.id WHERE p.episode_id = ANY ($1::uuid[])`;

const HOUSEHOLDS = `SELECT h.family_id, h.id, h.name, a.line, a.town, a.postcode
FROM families.household h LEFT JOIN families.household_address a ON a.household_id = h.id
WHERE h.family_id IN (SELECT e.family_id FROM episodes.episode e WHERE e.id = ANY ($1::uuid[]))`;

const MEMBERS = `SELECT fm.family_id, m.given_name AS "givenName", m.family_name AS "familyName", m.date_of_birth::text AS "dateOfBirth", m.gender
FROM families.family_member fm JOIN families.person m ON m.id = fm.person_id
WHERE fm.person_id = ANY ($2::uuid[]) AND fm.family_id IN (SELECT e.family_id FROM episodes.episode e WHERE e.id = ANY ($1::uuid[])) AND (fm.ended_on IS NULL OR fm.ended_on > (now() AT TIME ZONE 'Europe/London')::date)`;

const TEAM = `SELECT DISTINCT g.episode_id, p.id, p.name, p.job_title, a.name AS agency, a.kind
FROM access.access_grant g JOIN partners.practitioner p ON p.id = g.account_id JOIN access.agency a ON a.id = p.agency_id
WHERE g.episode_id = ANY ($1::uuid[]) AND g.starts_at <= now() AND (g.ends_at IS NULL OR g.ends_at > now())
  AND (g.suspended_at IS NULL OR g.suspended_at > now()) AND (g.revoked_at IS NULL OR g.revoked_at > now())`;

interface Episode extends Record<string, unknown> {
  readonly id: string;
  readonly family_id: string;
}

type Row = Readonly<Record<string, unknown>>;

/** The caseload by batched statements that bring rows, put together here. */
export async function caseloadByRows(run: RunStatement): Promise<readonly object[]> {
  const [episodes, needs, actions, homes, members, team] = await Promise.all([
    run<Episode>(EPISODES),
    run<Row>(NEEDS),
    run<Row>(ACTIONS),
    run<Row>(HOUSEHOLDS),
    run<Row>(MEMBERS),
    run<Row>(TEAM),
  ]);
  const needsOf = grouped(needs, 'episode_id');
  const actionsOf = grouped(actions, 'episode_id');
  const homesOf = grouped(homes, 'family_id');
  const membersOf = grouped(members, 'family_id');
  const teamOf = grouped(team, 'episode_id');
  return episodes.map(({ id, reference, status, levelOfNeed, openedOn, family_id, family }) => ({
    node: {
      id,
      reference,
      status,
      levelOfNeed,
      openedOn,
      family: {
        reference: family,
        households: households(homesOf.get(family_id) ?? []),
        members: (membersOf.get(family_id) ?? []).map(
          ({ givenName, familyName, dateOfBirth, gender }) => ({
            givenName,
            familyName,
            dateOfBirth,
            gender,
          }),
        ),
      },
      team: (teamOf.get(id) ?? []).map(({ name, job_title, agency, kind }) => ({
        name,
        jobTitle: job_title,
        agency: { name: agency, kind },
      })),
      needs: (needsOf.get(id) ?? []).map(({ outcome, identifiedOn, metOn }) => ({
        outcome,
        identifiedOn,
        metOn,
      })),
      plan: planOf(actionsOf.get(id)),
    },
  }));
}

function households(rows: readonly Row[]): readonly object[] {
  return [...grouped(rows, 'id').values()].map((addresses) => ({
    name: addresses[0]?.['name'],
    addresses: addresses
      .filter(({ line }) => line !== null)
      .map(({ line, town, postcode }) => ({ line, town, postcode })),
  }));
}

function planOf(rows: readonly Row[] | undefined): object | null {
  if (rows === undefined) return null;
  return {
    actions: rows
      .filter(({ status }) => status !== null)
      .map(({ goal, responsible, dueOn, status }) => ({ goal, responsible, dueOn, status })),
  };
}

function grouped(rows: readonly Row[], key: string): Map<unknown, Row[]> {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[key]);
    if (group === undefined) groups.set(row[key], [row]);
    else group.push(row);
  }
  return groups;
}
