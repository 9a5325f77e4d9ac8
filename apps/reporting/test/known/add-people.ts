import { randomUUID } from 'node:crypto';
import type { KnownFamily } from './known-families.ts';
import { TRUE_OF } from './known-families.ts';
import type { Row, Rows } from './rows.ts';
import { entry } from './rows.ts';

/** What families agreed to and keep from whom. */
export async function addAgreements(rows: Rows, known: readonly KnownFamily[]): Promise<void> {
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

/** A child of each family, with what is recorded of it. */
export async function addChildren(rows: Rows, known: readonly KnownFamily[]): Promise<void> {
  const parents = known.map(({ episode }) => ({ episode, parent: randomUUID() }));
  await rows.add(
    'families.person',
    parents.map(({ parent }) => ({
      id: parent,
      date_of_birth: '2008-01-09',
      merged: [],
      writings: {},
    })),
  );
  await rows.add(
    'episodes.episode_person',
    parents.map(({ episode, parent }) => ({ episode_id: episode, person_id: parent })),
  );
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
    purpose_lock: null as string | null,
    released_to_family: false,
    ...entry(each, '2026-02-03'),
    revision: 1,
  });
  await rows.add('families.person_entry', [
    ...known.map((each) =>
      about(each, 'ETHNICITY', TRUE_OF.isAsian(each.n) ? 'Pakistani' : 'White British'),
    ),
    // Said later, for another purpose alone.
    ...known.slice(0, 25).map((each) => ({
      ...about(each, 'ETHNICITY', 'Black African'),
      recorded_at: '2026-02-20T12:00:00Z',
      purpose_lock: 'DIGITAL_ECONOMY_ACT',
    })),
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
