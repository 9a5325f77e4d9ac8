import { randomUUID } from 'node:crypto';
import type { Connection } from '@postern/database';
import { addAgencies, addAreas } from './county.ts';

/** A family of the known county: what happened to it follows from its number, so that a test can count without the database. */
export interface KnownFamily {
  readonly n: number;
  readonly family: string;
  readonly episode: string;
  readonly child: string;
  readonly agency: string;
}

/** What is true of the family of a number. */
export const TRUE_OF = {
  inNorth: (n: number) => n < 30,
  /** Closed on 20 March 2026, seventy days after it opened on 9 January. */
  isClosed: (n: number) => n % 2 === 0,
  isSteppedUp: (n: number) => n % 4 === 2,
  isFromSocialCare: (n: number) => n % 3 === 0,
  /** Assessed on 1 February, 30 days after the contact of 2 January, or on 5 March, 62 days after it. */
  isAssessedInTime: (n: number) => n < 40,
  isPlanned: (n: number) => n < 45,
  isReviewed: (n: number) => n < 28,
  isLed: (n: number) => n < 50,
  hasAgreed: (n: number) => n < 48,
  excludes: (n: number) => n < 16,
  hasWithdrawn: (n: number) => n >= 20 && n < 32,
  hadClosedBefore: (n: number) => n % 4 === 0,
  hasThreeNeeds: (n: number) => n % 2 === 0,
  isDisabled: (n: number) => n < 22,
  isAsian: (n: number) => n >= 40,
  isInGroup: (n: number) => n % 2 === 1,
} as const;

export const FAMILIES = 60;

/** How many families of the known county something is true of. */
export function trueOf(...facts: readonly ((n: number) => boolean)[]): number {
  return Array.from({ length: FAMILIES }, (_, n) => n).filter((n) => facts.every((fact) => fact(n)))
    .length;
}

type Row = Readonly<Record<string, unknown>>;

/** Adds sixty families with one episode and one child each, ten that were only ever a contact, and what access to them saw. */
export async function addKnownCounty(owner: Connection): Promise<readonly KnownFamily[]> {
  await addAreas(owner);
  const schools = await addAgencies(owner, 'SCHOOL', 3);
  const health = await addAgencies(owner, 'HEALTH', 2);
  const agencies = [...schools, ...health];
  const known = Array.from({ length: FAMILIES }, (_, n) => ({
    n,
    family: randomUUID(),
    episode: randomUUID(),
    child: randomUUID(),
    agency: agencies[n % agencies.length] ?? '',
  }));
  const rows = new Rows(owner);
  await addHelp(rows, known);
  await addRecord(rows, known);
  await addAgreements(rows, known);
  await addChildren(rows, known);
  await addAccess(rows, known, schools);
  return known;
}

class Rows {
  readonly #owner: Connection;

  constructor(owner: Connection) {
    this.#owner = owner;
  }

  async add(table: string, rows: readonly Row[]): Promise<void> {
    const columns = Object.keys(rows[0] ?? {}).join();
    await this.#owner.run({
      text: `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      values: [JSON.stringify(rows)],
    });
  }
}

const entry = ({ agency }: KnownFamily, day: string): Row => ({
  recorded_by: randomUUID(),
  agency_id: agency,
  recorded_at: `${day}T12:00:00Z`,
  nature: 'FACT',
});

async function addHelp(rows: Rows, known: readonly KnownFamily[]): Promise<void> {
  const episode = (id: string, family: string, agency: string): Row => ({
    id,
    reference: `EH-${id}`,
    family_id: family,
    level_of_need: 2,
    allocated_agency_id: agency,
    revision: 1,
  });
  await rows.add(
    'episodes.episode',
    known.map(({ n, episode: id, family, agency }) => ({
      ...episode(id, family, agency),
      status: TRUE_OF.isClosed(n) ? 'CLOSED' : 'OPEN',
      opened_on: '2026-01-09',
      closed_on: TRUE_OF.isClosed(n) ? '2026-03-20' : null,
      end_reason: TRUE_OF.isClosed(n)
        ? TRUE_OF.isSteppedUp(n)
          ? 'STEP_UP'
          : 'OUTCOMES_MET'
        : null,
      never_opened: false,
    })),
  );
  await rows.add('episodes.episode', [
    ...known
      .filter(({ n }) => TRUE_OF.hadClosedBefore(n))
      .map(({ family, agency }) => ({
        ...episode(randomUUID(), family, agency),
        status: 'CLOSED',
        opened_on: '2025-02-03',
        closed_on: '2025-04-01',
        end_reason: 'MOVED',
        never_opened: false,
      })),
    ...known.slice(0, 10).map(({ agency }) => ({
      ...episode(randomUUID(), randomUUID(), agency),
      status: 'SIGNPOSTED',
      opened_on: '2026-01-02',
      closed_on: '2026-01-05',
      end_reason: 'NO_FURTHER_ACTION',
      never_opened: true,
    })),
  ]);
  await rows.add(
    'episodes.referral',
    known.map((each) => ({
      id: randomUUID(),
      episode_id: each.episode,
      reference: `R-${each.episode}`,
      referred_on: '2026-01-02',
      source: TRUE_OF.isFromSocialCare(each.n) ? 'SOCIAL_CARE' : 'POLICE',
      ...entry(each, '2026-01-02'),
      revision: 1,
      concerns: [],
    })),
  );
  const homes = known.map(({ n, family }) => ({
    household: randomUUID(),
    family,
    postcode: TRUE_OF.inNorth(n) ? 'AA1 1ZZ' : 'BB1 1ZZ',
  }));
  await rows.add(
    'families.household',
    homes.map(({ household, family }) => ({
      id: household,
      family_id: family,
      name: 'Home',
      writings: {},
    })),
  );
  await rows.add(
    'families.household_address',
    homes.map(({ household, family, postcode }) => ({
      id: randomUUID(),
      household_id: household,
      family_id: family,
      line: '1 Ash Lane',
      town: 'Anywhere',
      postcode,
      started_on: '2020-01-01',
      writings: {},
    })),
  );
}

async function addRecord(rows: Rows, known: readonly KnownFamily[]): Promise<void> {
  const of = (each: KnownFamily, day: string): Row => ({
    id: randomUUID(),
    episode_id: each.episode,
    ...entry(each, day),
    revision: 1,
    concerns: [],
  });
  await rows.add(
    'episodes.assessment',
    known.map((each) => ({
      ...of(each, '2026-01-12'),
      started_on: '2026-01-12',
      completed_on: TRUE_OF.isAssessedInTime(each.n) ? '2026-02-01' : '2026-03-05',
    })),
  );
  await rows.add(
    'episodes.plan',
    known
      .filter(({ n }) => TRUE_OF.isPlanned(n))
      .map((each) => ({ ...of(each, '2026-02-10'), agreed_on: '2026-02-10' })),
  );
  await rows.add(
    'episodes.taf_meeting',
    known
      .filter(({ n }) => TRUE_OF.isReviewed(n))
      .flatMap((each) => [
        { ...of(each, '2026-01-20'), held_on: '2026-01-20' },
        { ...of(each, '2026-03-01'), held_on: '2026-03-01' },
      ]),
  );
  await rows.add(
    'episodes.need',
    known.flatMap((each) =>
      ['GOOD_EDUCATION', 'SECURE_HOUSING', 'FINANCIAL_STABILITY']
        .slice(0, TRUE_OF.hasThreeNeeds(each.n) ? 3 : 1)
        .map((outcome) => ({
          ...of(each, '2026-02-02'),
          outcome,
          identified_on: '2026-02-02',
          met_on: TRUE_OF.isClosed(each.n) && !TRUE_OF.isSteppedUp(each.n) ? '2026-03-10' : null,
        })),
    ),
  );
}

async function addAgreements(rows: Rows, known: readonly KnownFamily[]): Promise<void> {
  const agreed = known.map((each) => ({ ...each, agreement: randomUUID() }));
  await rows.add(
    'families.family_agreement',
    agreed.map((each) => ({
      id: each.agreement,
      family_id: each.family,
      episode_id: each.episode,
      state: TRUE_OF.hasWithdrawn(each.n)
        ? 'WITHDRAWN'
        : TRUE_OF.hasAgreed(each.n)
          ? 'SIGNED'
          : 'OFFERED',
      form_version: '1',
      signed_at: TRUE_OF.hasAgreed(each.n) ? '2026-01-08T12:00:00Z' : null,
      withdrawn_at: TRUE_OF.hasWithdrawn(each.n) ? '2026-02-15T12:00:00Z' : null,
      revision: 1,
      ...entry(each, '2026-01-08'),
    })),
  );
  await rows.add(
    'families.exclusion',
    agreed
      .filter(({ n }) => TRUE_OF.excludes(n))
      .map((each) => ({
        id: randomUUID(),
        agreement_id: each.agreement,
        episode_id: each.episode,
        excluded_agency_id: randomUUID(),
        scope: 'WHOLE_AGENCY',
        coordinates: [],
        reason: 'They asked for it.',
        viable: true,
        starts_at: '2026-01-08T12:00:00Z',
        ...entry(each, '2026-01-08'),
      })),
  );
}

async function addChildren(rows: Rows, known: readonly KnownFamily[]): Promise<void> {
  await rows.add(
    'families.person',
    known.map(({ n, child }) => ({
      id: child,
      date_of_birth: n < 30 ? '2024-05-01' : '2011-01-08',
      languages: n < 45 ? ['English'] : ['Urdu', 'English'],
      merged: [],
      writings: {},
    })),
  );
  await rows.add(
    'episodes.episode_person',
    known.map(({ episode, child }) => ({ episode_id: episode, person_id: child })),
  );
  const about = (each: KnownFamily, kind: string, label: string): Row => ({
    id: randomUUID(),
    person_id: each.child,
    episode_id: each.episode,
    kind,
    label,
    started_on: '2026-02-03',
    ended_on: null as string | null,
    percentage: null as number | null,
    released_to_family: false,
    ...entry(each, '2026-02-03'),
    revision: 1,
  });
  await rows.add('families.person_entry', [
    ...known.map((each) =>
      about(each, 'ETHNICITY', TRUE_OF.isAsian(each.n) ? 'Pakistani' : 'White British'),
    ),
    ...known
      .filter(({ n }) => TRUE_OF.isDisabled(n))
      .map((each) => about(each, 'DISABILITY', 'Hearing loss')),
    ...known
      .filter(({ n }) => TRUE_OF.isInGroup(n))
      .map((each) => ({
        ...about(each, 'GROUP_WORK', 'Saturday cooking group'),
        ended_on: '2026-03-14',
        percentage: each.n < 30 ? 90 : 50,
      })),
  ]);
}

async function addAccess(
  rows: Rows,
  known: readonly KnownFamily[],
  schools: readonly string[],
): Promise<void> {
  const workers = known.map((each) => ({ ...each, account: randomUUID() }));
  await rows.add(
    'access.account',
    workers.map(({ account, n }) => ({
      id: account,
      kind: 'PRACTITIONER',
      agency_id: schools[n % schools.length],
      state: 'ACTIVE',
      revision: 1,
    })),
  );
  await rows.add(
    'access.role_holding',
    workers.map(({ account }) => ({
      id: randomUUID(),
      account_id: account,
      role: 'LEAD_PROFESSIONAL',
      targeted_team: false,
      starts_at: '2025-01-01T00:00:00Z',
      revision: 1,
    })),
  );
  await rows.add(
    'access.training',
    workers
      .filter(({ n }) => n < 40)
      .flatMap(({ account }) =>
        ['SYSTEM', 'DATA_AND_SECURITY'].map((module) => ({
          id: randomUUID(),
          account_id: account,
          module,
          completed_on: '2025-06-01',
          expires_on: '2026-06-01',
        })),
      ),
  );
  await rows.add(
    'access.access_grant',
    workers
      .filter(({ n }) => TRUE_OF.isLed(n))
      .map(({ n, account, episode }) => ({
        id: randomUUID(),
        account_id: account,
        episode_id: episode,
        role: 'LEAD_PROFESSIONAL',
        working_relationship: 'Leads.',
        granted_by: randomUUID(),
        starts_at: '2026-01-09T00:00:00Z',
        revoked_at: TRUE_OF.isClosed(n) ? '2026-03-20T12:00:00Z' : null,
        basis: 'WORK',
        revision: 1,
      })),
  );
  await rows.add(
    'access.justification',
    workers
      .filter(({ n }) => n < 25)
      .map(({ account, episode, child, n }) => ({
        id: randomUUID(),
        account_id: account,
        episode_id: episode,
        person_id: child,
        classes:
          n < 15
            ? ['SPECIAL_CATEGORY:HEALTH', 'SPECIAL_CATEGORY:RELIGION']
            : ['RESTRICTED:EDUCATION'],
        purpose: 'UNDERSTAND_NEEDS',
        relevance: 'It bears on the plan.',
        article_6: 'PUBLIC_TASK',
        alternatives_considered: 'None.',
        state: 'LIVE',
        revision: 1,
        starts_at: '2026-02-04T12:00:00Z',
        expires_at: '2026-05-04T12:00:00Z',
      })),
  );
  await rows.add(
    'partners.family_removal',
    workers.slice(0, 20).map(({ episode, agency, n }) => ({
      id: randomUUID(),
      episode_id: episode,
      agency_id: agency,
      held_access: true,
      state: 'TOLD',
      revision: 1,
      requested_at: '2026-02-09T12:00:00Z',
      due_at: '2026-02-11T12:00:00Z',
      told_at: n < 11 ? '2026-02-09T18:00:00Z' : '2026-02-12T18:00:00Z',
    })),
  );
  await rows.add(
    'partners.accuracy_issue',
    workers.slice(0, 24).map((each) => ({
      id: randomUUID(),
      episode_id: each.episode,
      coordinate: 'Need.description',
      kind: 'ERROR',
      wrong: 'It was another.',
      found_on: '2026-02-09',
      state: 'CORRECTED',
      revision: 1,
      raised_by: randomUUID(),
      raised_at: '2026-02-09T12:00:00Z',
      recorded_by_agency_id: each.agency,
      remind_at: '2026-02-10T12:00:00Z',
      due_at: '2026-02-11T12:00:00Z',
      corrected_at: each.n < 14 ? '2026-02-10T12:00:00Z' : '2026-02-20T12:00:00Z',
      answer: 'It is put right.',
    })),
  );
}
