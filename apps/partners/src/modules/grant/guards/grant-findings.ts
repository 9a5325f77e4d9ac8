import { REFUSALS } from '@postern/errors';
import type { CommandCall, Finding, Grantee } from '@postern/subgraph-kit';
import { finding } from '@postern/subgraph-kit';
import { isRemoved } from '../../family-removal/store/removals.ts';
import type { GrantableRole, Works } from '../grantable-roles.ts';
import { comesWithProceeding, grantableRole, looksAtOthers } from '../grantable-roles.ts';
import type { GivenBy } from './grantor.ts';

/** Access that somebody would give. */
export interface ProposedGrant {
  readonly account: string;
  readonly episode: string;
  readonly role: string;
  readonly persons: readonly string[] | null;
}

/** What is asked of a proposal beside its dates. */
export interface Proposal {
  readonly proposed: ProposedGrant;
  readonly grantee: Grantee;
  readonly grantor: GivenBy;
  /** Whether access would be new: none is while the agency is leaving (SHR-13). */
  readonly isNew: boolean;
}

type Asking = Pick<CommandCall<unknown>, 'transaction' | 'now' | 'seen'>;

/** Something on the record keeps the worker out, and not everybody may know what. */
const KEPT_OUT: Finding = finding(
  'practitioner',
  'KEPT_OUT',
  'somebody whom nothing on the record keeps out; where it is the family that wants them back, whoever gives access here records that first (endFamilyRemoval)',
);

/** Everything that stands between a worker and access to an episode, all of it at once. */
export async function grantFindings(call: Asking, proposal: Proposal): Promise<readonly Finding[]> {
  const { proposed, grantee, grantor, isNew } = proposal;
  const known = grantableRole(proposed.role);
  return [
    ...grantee.missing.map((code) => finding('practitioner', code, REFUSALS[code].remedy)),
    ...(isNew ? await underNotice(call, grantee) : []),
    ...(await keptOut(call, proposed, grantee)),
    ...(known === null || !mayGive(grantor, proposed.role, known)
      ? [finding('role', 'ROLE_NOT_GRANTABLE', 'a role that you may give on an episode')]
      : ofRole(known, proposed, grantee)),
    ...(known === null ? [] : await ofPersons(call, known, proposed)),
  ];
}

function mayGive(grantor: GivenBy, role: string, { byLead }: GrantableRole): boolean {
  if (comesWithProceeding(role)) return grantor === 'PROCEEDING';
  return grantor !== 'LEAD' || byLead;
}

async function underNotice(
  { transaction }: Asking,
  { agencyId }: Grantee,
): Promise<readonly Finding[]> {
  const leaving = await transaction.run({
    text: `SELECT 1 AS leaving FROM access.agency WHERE id = $1 AND state = 'NOTICE_GIVEN'`,
    values: [agencyId],
  });
  return leaving.length === 0
    ? []
    : [finding('practitioner', 'AGENCY_UNDER_NOTICE', 'somebody of an agency that is not leaving')];
}

/**
 * What the family withholds, whom it had removed (SHR-8.2.1i), and a declared relationship with it, are told in the same
 * words, except to whoever reads the episode and with it the exclusion. Whoever looks at others is not the family's to remove:
 * those who are looked at could ask in its name (SHR-8.3.7i, SHR-6a).
 */
async function keptOut(
  { seen, transaction }: Asking,
  { account, episode, role }: ProposedGrant,
  { agencyExcluded, conflictDeclared }: Grantee,
): Promise<readonly Finding[]> {
  const isOut = agencyExcluded || conflictDeclared;
  const removable = !looksAtOthers(role);
  if (!isOut && !(removable && (await isRemoved(transaction, { account, episode })))) return [];
  return agencyExcluded && (await seen('Episode', [episode])).has(episode)
    ? [finding('practitioner', 'AGENCY_EXCLUDED', 'an agency that the family did not exclude')]
    : [KEPT_OUT];
}

function ofRole(
  { works }: GrantableRole,
  { role }: ProposedGrant,
  grantee: Grantee,
): readonly Finding[] {
  return [
    ...(grantee.roles.includes(role)
      ? []
      : [finding('role', 'ROLE_NOT_HELD', 'a role that the practitioner holds')]),
    ...ofEpisode(works, role, grantee),
  ];
}

function ofEpisode(works: Works, role: string, grantee: Grantee): readonly Finding[] {
  const { open, steppedUp, underScreening, status } = grantee;
  const { agreementInForce, proceedingRoles, basedRoles } = grantee;
  const opened: Readonly<Record<Works, boolean>> = {
    OPEN_AND_AGREED: open,
    // Somebody is named to lead before help begins: it does not begin without them (SHR-3.4.1).
    LED_AND_AGREED: open || steppedUp || status === 'AWAITING_AGREEMENT',
    UNDER_SCREENING: underScreening,
    IN_PROCEEDING: true,
    // The panel advises on a family that has not agreed yet, too (SHR-3.7.2b), and on none that early help is over for.
    IN_PROCEEDING_AND_AGREED: underScreening,
    ALWAYS: true,
  };
  const inProceeding = !works.startsWith('IN_PROCEEDING') || proceedingRoles.includes(role);
  const agreed = !works.endsWith('AND_AGREED') || agreementInForce || basedRoles.includes(role);
  return [
    ...(opened[works]
      ? []
      : [finding('episode', 'EPISODE_NOT_OPEN', 'an episode in a state in which the role works')]),
    ...(agreed
      ? []
      : [finding('episode', 'FAMILY_NOT_AGREED', 'a family that agreed, or a recorded basis')]),
    ...(inProceeding
      ? []
      : [finding('episode', 'NO_PROCEEDING', 'an episode with a live proceeding for the role')]),
  ];
}

async function ofPersons(
  { transaction }: Asking,
  { namesPersons }: GrantableRole,
  { episode, persons }: ProposedGrant,
): Promise<readonly Finding[]> {
  if (persons === null)
    return namesPersons
      ? [finding('persons', 'PERSONS_REQUIRED', 'the persons that the work is with')]
      : [];
  const of = await transaction.run<{ id: string }>({
    text: 'SELECT person_id AS id FROM access.episode_person WHERE episode_id = $1',
    values: [episode],
  });
  const concerned = new Set(of.map(({ id }) => id));
  return persons.length > 0 && persons.every((each) => concerned.has(each))
    ? []
    : [finding('persons', 'PERSON_NOT_OF_EPISODE', 'persons whom the episode concerns')];
}
