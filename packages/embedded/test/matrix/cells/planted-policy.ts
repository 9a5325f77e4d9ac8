import { cast } from '@postern/sample-county';
import type { Rows } from './planted-rows.ts';
import { inserted, plantedId } from './planted-rows.ts';

const { adaline, barnaby } = cast.practitioners;
const [BASE, AT, DRAFT] = [1, '2026-06-16T09:00:00Z', plantedId('policy:draft')];

/** A draft that became the version in force, with a value in every column of it, of its one change and of its one step. */
export function policyChanged(): string {
  const rows: Rows = [
    [
      'partners.policy_draft',
      {
        id: DRAFT,
        kind: 'ROLLBACK',
        title: 'Title',
        reason: 'Reason',
        state: 'PUBLISHED',
        base_version: BASE,
        rolls_back_to: BASE,
        revision: 2,
        created_by: adaline.id,
        created_at: AT,
        decided_by: barnaby.id,
        decided_at: AT,
        published_version: BASE,
        activates_at: AT,
      },
    ],
    [
      'partners.policy_change',
      {
        id: plantedId('policy:change'),
        draft_id: DRAFT,
        rule: 'rule',
        kind: 'CHANGE',
        before: '{"name":"rule"}',
        after: '{"name":"rule"}',
        reason: 'Reason',
        made_by: adaline.id,
        made_at: AT,
      },
    ],
    [
      'partners.access_event',
      {
        id: plantedId('access:event'),
        machine: 'ACCOUNT',
        subject_id: adaline.id,
        move: 'LOCK',
        before: 'ACTIVE',
        after: 'LOCKED_DOWN',
        actor_id: barnaby.id,
        actor_agency_id: barnaby.agency.id,
        on_behalf_of: 'AGENCY',
        at: AT,
        reason: 'Reason',
        details: '{}',
        account_id: adaline.id,
        agency_id: adaline.agency.id,
      },
    ],
    [
      'partners.policy_event',
      {
        id: plantedId('policy:event'),
        kind: 'APPROVED',
        draft_id: DRAFT,
        version: BASE,
        actor_id: barnaby.id,
        agency_id: barnaby.agency.id,
        at: AT,
        before: '{"name":"rule"}',
        after: '{"name":"rule"}',
        reason: 'Reason',
      },
    ],
  ];
  return `DELETE FROM partners.policy_draft WHERE id = '${DRAFT}';
DELETE FROM partners.policy_change WHERE draft_id = '${DRAFT}';
DELETE FROM partners.access_event WHERE id = '${plantedId('access:event')}';
DELETE FROM partners.policy_event WHERE draft_id = '${DRAFT}';
${inserted(rows)}
UPDATE access.policy_version SET draft_id = '${DRAFT}' WHERE version = ${BASE};`;
}
