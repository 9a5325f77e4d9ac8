import { randomUUID } from 'node:crypto';
import type { Connection } from '@postern/database';
import { Random } from '@postern/disclosure-attack';
import { addAgencies } from '../county.ts';
import { addKnownCounty } from '../known/add-known-county.ts';
import { Rows } from '../known/rows.ts';

const POSTCODES = ['AA1 1ZZ', 'BB1 1ZZ', null] as const;
const REASONS = ['OUTCOMES_MET', 'STEP_UP', 'MOVED', 'DISENGAGED'] as const;
const ROUTES = ['POLICE', 'HEALTH', 'EDUCATION', 'FAMILY'] as const;

/** The county whose counts are known, and beside it so many families of which most counts are small. */
export async function addSmallCounty(owner: Connection, families: number): Promise<void> {
  await addKnownCounty(owner);
  const agencies = [
    ...(await addAgencies(owner, 'SCHOOL', 2)),
    ...(await addAgencies(owner, 'HEALTH', 2)),
    ...(await addAgencies(owner, 'POLICE', 2)),
  ];
  await addFamilies(owner, { agencies, families, random: new Random(11) });
}

/** One family more, whose episode opened in January. */
export async function addLateFamily(owner: Connection): Promise<void> {
  const agencies = await addAgencies(owner, 'SCHOOL', 1);
  await addFamilies(owner, { agencies, families: 1, random: new Random(1) });
}

interface Drawn {
  readonly agencies: readonly string[];
  readonly families: number;
  readonly random: Random;
}

async function addFamilies(
  owner: Connection,
  { agencies, families, random }: Drawn,
): Promise<void> {
  const rows = new Rows(owner);
  const drawn = Array.from({ length: families }, () => {
    const opened = random.weighted(['2026-01-09', '2026-02-09', '2026-03-09'], [3, 2, 1]);
    const isClosed = random.chance(0.4);
    return {
      family: randomUUID(),
      episode: randomUUID(),
      household: randomUUID(),
      agency: random.weighted(agencies, [5, 4, 3, 2, 1, 1].slice(0, agencies.length)),
      level: random.weighted([1, 2, 3, 4], [2, 4, 2, 1]),
      opened: families === 1 ? '2026-01-09' : opened,
      closed: isClosed ? random.pick(['2026-03-20', '2026-03-30']) : null,
      reason: isClosed ? random.weighted(REASONS, [5, 2, 1, 1]) : null,
      route: random.weighted(ROUTES, [4, 3, 2, 1]),
      postcode: random.weighted(POSTCODES, [5, 3, 1]),
    };
  });
  await rows.add(
    'episodes.episode',
    drawn.map(({ family, episode, agency, level, opened, closed, reason }) => ({
      id: episode,
      reference: `EH-${episode}`,
      family_id: family,
      status: closed === null ? 'OPEN' : 'CLOSED',
      level_of_need: level,
      opened_on: opened,
      closed_on: closed,
      end_reason: reason,
      allocated_agency_id: agency,
      never_opened: false,
      revision: 1,
    })),
  );
  await rows.add(
    'episodes.referral',
    drawn.map(({ episode, agency, opened, route }) => ({
      id: randomUUID(),
      episode_id: episode,
      reference: `R-${episode}`,
      referred_on: opened,
      source: route,
      recorded_by: randomUUID(),
      agency_id: agency,
      recorded_at: `${opened}T12:00:00Z`,
      nature: 'FACT',
      revision: 1,
      concerns: [],
    })),
  );
  const housed = drawn.flatMap((each) =>
    each.postcode === null ? [] : [{ ...each, postcode: each.postcode }],
  );
  await rows.add(
    'families.household',
    housed.map(({ household, family }) => ({
      id: household,
      family_id: family,
      name: 'Home',
      writings: {},
    })),
  );
  await rows.add(
    'families.household_address',
    housed.map(({ household, family, postcode }) => ({
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
