import { randomUUID } from 'node:crypto';
import type { KnownFamily } from './known-families.ts';
import { TRUE_OF } from './known-families.ts';
import type { Rows } from './rows.ts';

/** Who leads, reads, is trained, and loses access. */
export async function addAccess(
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
