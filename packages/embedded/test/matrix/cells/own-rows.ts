import type { Role } from '@postern/agreements';
import type { Connection } from '@postern/database';
import type { CellReader } from './cell-readers.ts';

const WRITTEN = [
  ...['assessment', 'assessment_section', 'need', 'plan', 'plan_action', 'activity', 'taf_meeting'],
  ...['case_note', 'referral', 'document', 'readable_part'],
].map((table) => `episodes.${table}`);

/** Every row of the county that counts as the reader’s own: what the own agency wrote or asked, the own account and access. */
export async function ownRowIds(
  owner: Connection,
  role: Role,
  { accounts }: CellReader,
): Promise<ReadonlySet<string>> {
  const [account, agency] = ['$1::uuid[]', '$2::uuid[]'];
  const sources = [
    ...[...WRITTEN, 'families.person_entry'].map(
      (table) => `SELECT id FROM ${table} WHERE agency_id = ANY(${agency})`,
    ),
    `SELECT id FROM partners.information_request
     WHERE asking_agency_id = ANY(${agency}) OR holding_agency_id = ANY(${agency})`,
    `SELECT id FROM partners.accuracy_issue
     WHERE raised_by_agency_id = ANY(${agency}) OR recorded_by_agency_id = ANY(${agency})`,
    `SELECT id FROM access.access_grant WHERE account_id = ANY(${account})`,
    `SELECT id FROM access.justification WHERE account_id = ANY(${account})`,
    // A contact officer is there for the agency’s staff; everybody else’s own account is theirs alone.
    `SELECT id FROM partners.practitioner WHERE id = ANY(${account}) OR $3 AND agency_id = ANY(${agency})`,
  ];
  const rows = await owner.run<{ id: string }>({
    text: sources.join(' UNION '),
    values: [
      accounts.map(({ id }) => id),
      accounts.map((each) => each.agency.id),
      role === 'CONTACT_OFFICER',
    ],
  });
  return new Set(rows.map(({ id }) => id));
}

/** Grants that are none of the business unit’s. */
export async function grantsOfOtherRoles(owner: Connection): Promise<readonly string[]> {
  const rows = await owner.run<{ id: string }>({
    text: `SELECT id FROM access.access_grant WHERE role <> 'SAFEGUARDING_REVIEWER'`,
    values: [],
  });
  return rows.map(({ id }) => id);
}
