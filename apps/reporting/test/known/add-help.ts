import { randomUUID } from 'node:crypto';
import type { KnownFamily } from './known-families.ts';
import { TRUE_OF } from './known-families.ts';
import type { Row, Rows } from './rows.ts';
import { entry } from './rows.ts';

/** Episodes, how they came, and where their families live. */
export async function addHelp(rows: Rows, known: readonly KnownFamily[]): Promise<void> {
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

/** Assessments, plans, meetings and needs. */
export async function addRecord(rows: Rows, known: readonly KnownFamily[]): Promise<void> {
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
