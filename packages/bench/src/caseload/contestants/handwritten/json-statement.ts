import type { RunStatement } from './connection.ts';

type Values = readonly unknown[];

const PERSON = 'm.given_name, m.family_name, m.date_of_birth, m.gender';

const entries = (kind: string, column: string): string =>
  `coalesce((SELECT json_agg(n.${column} ORDER BY n.recorded_at DESC, n.id DESC) FROM families.person_entry n WHERE n.person_id = m.id AND n.kind = '${kind}' AND (n.episode_id IS NULL OR n.episode_id = ANY ($1::uuid[]))), '[]')`;
const latest = (kind: string): string =>
  `(SELECT n.label FROM families.person_entry n WHERE n.person_id = m.id AND n.kind = '${kind}' AND (n.episode_id IS NULL OR n.episode_id = ANY ($1::uuid[])) ORDER BY n.recorded_at DESC, n.id DESC LIMIT 1)`;
const SENSITIVE = [
  latest('ETHNICITY'),
  latest('RELIGION'),
  entries('DISABILITY', 'label'),
  entries('HEALTH_CONDITION', 'label'),
  entries('CONVICTION', 'label'),
  entries('ATTENDANCE', 'percentage'),
  'm.nhs_number',
].join(', ');

const statement = (person: string): string => `
SELECT json_build_array(e.id, e.reference, e.status, e.level_of_need, e.opened_on, f.reference,
  (SELECT json_agg(json_build_array(h.name, (SELECT json_agg(json_build_array(a.line, a.town, a.postcode) ORDER BY a.started_on DESC, a.id)
     FROM families.household_address a WHERE a.household_id = h.id)) ORDER BY h.name, h.id) FROM families.household h WHERE h.family_id = e.family_id),
  (SELECT json_agg(json_build_array(${person}) ORDER BY m.date_of_birth, m.id) FROM families.family_member fm JOIN families.person m ON m.id = fm.person_id
     WHERE fm.family_id = e.family_id AND fm.person_id = ANY ($2::uuid[]) AND (fm.ended_on IS NULL OR fm.ended_on > (now() AT TIME ZONE 'Europe/London')::date)),
  (SELECT json_agg(json_build_array(p.name, p.job_title, a.name, a.kind) ORDER BY p.name, p.id) FROM partners.practitioner p JOIN access.agency a ON a.id = p.agency_id
     WHERE p.id IN (SELECT g.account_id FROM access.access_grant g WHERE g.episode_id = e.id AND g.starts_at <= now() AND (g.ends_at IS NULL OR g.ends_at > now())
       AND (g.suspended_at IS NULL OR g.suspended_at > now()) AND (g.revoked_at IS NULL OR g.revoked_at > now()))),
  (SELECT json_agg(json_build_array(n.outcome, n.identified_on, n.met_on) ORDER BY n.identified_on, n.id) FROM episodes.need n WHERE n.episode_id = e.id),
  (SELECT json_build_array((SELECT json_agg(json_build_array(a.goal, a.responsible, a.due_on, a.status) ORDER BY a.due_on, a.id)
     FROM episodes.plan_action a WHERE a.plan_id = p.id)) FROM episodes.plan p WHERE p.episode_id = e.id ORDER BY p.agreed_on DESC, p.id LIMIT 1)) AS row
FROM episodes.episode e JOIN families.family f ON f.id = e.family_id
WHERE e.id = ANY ($1::uuid[]) ORDER BY e.opened_on DESC, e.id DESC`;

const PLAIN = statement(PERSON);
const WITH_SENSITIVE = statement(`${PERSON}, ${SENSITIVE}`);

/** The caseload by one statement that builds compact JSON. */
export async function caseloadByJson(
  run: RunStatement,
  options: { readonly sensitive: boolean },
): Promise<readonly object[]> {
  const rows = await run<{ row: Values }>(options.sensitive ? WITH_SENSITIVE : PLAIN);
  const member = options.sensitive ? sensitiveMember : plainMember;
  return rows.map(({ row }) => ({ node: episode(row, member) }));
}

function episode(row: Values, member: (values: Values) => object): object {
  const [id, reference, status, levelOfNeed, openedOn, family, households, members, team] = row;
  const [needs, plan] = row.slice(9);
  return {
    id,
    reference,
    status,
    levelOfNeed,
    openedOn,
    family: {
      reference: family,
      households: list(households).map(household),
      members: list(members).map(member),
    },
    team: list(team).map(([name, jobTitle, agency, kind]) => ({
      name,
      jobTitle,
      agency: { name: agency, kind },
    })),
    needs: list(needs).map(([outcome, identifiedOn, metOn]) => ({ outcome, identifiedOn, metOn })),
    plan: plan === null ? null : planOf(plan as Values),
  };
}

function household([name, addresses]: Values): object {
  return {
    name,
    addresses: list(addresses).map(([line, town, postcode]) => ({ line, town, postcode })),
  };
}

function plainMember([givenName, familyName, dateOfBirth, gender]: Values): object {
  return { givenName, familyName, dateOfBirth, gender };
}

function sensitiveMember(values: Values): object {
  const [ethnicity, religion, disabilities, healthConditions, convictions, attendance, nhsNumber] =
    values.slice(4);
  return {
    ...plainMember(values),
    ethnicity,
    religion,
    disabilities: (disabilities as Values).map((name) => ({ name })),
    healthConditions: (healthConditions as Values).map((name) => ({ name })),
    convictions: (convictions as Values).map((offence) => ({ offence })),
    attendance: (attendance as Values).map((percentage) => ({ percentage })),
    nhsNumber,
  };
}

function planOf([actions]: Values): object {
  return {
    actions: list(actions).map(([goal, responsible, dueOn, status]) => ({
      goal,
      responsible,
      dueOn,
      status,
    })),
  };
}

function list(value: unknown): readonly Values[] {
  return value === null || value === undefined ? [] : (value as readonly Values[]);
}
