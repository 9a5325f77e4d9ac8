import type { GrantBasis } from '@postern/access-facts';
import type { OnBehalfOf } from '@postern/steps';
import { begin, takingFor } from '@postern/steps';
import type { CommandCall, Finding } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';
import { grantMachine } from './grant.machine.ts';
import { grantableRole } from './grantable-roles.ts';
import { endFindings, nextReview, standInFindings } from './guards/grant-end.ts';
import { grantFindings } from './guards/grant-findings.ts';
import type { GivenBy, Grantor } from './guards/grantor.ts';
import { grantsHeldOn } from './store/held-grant.ts';
import { leadsOf } from './store/stand-ins.ts';
import { addGrant } from './store/write-grant.ts';

/** Access as it is to be given. */
export interface GivenAccess {
  readonly account: string;
  readonly episode: string;
  readonly role: string;
  readonly workingRelationship: string;
  readonly endsAt: Date;
  readonly persons: readonly string[] | null;
  readonly basis: GrantBasis;
  readonly reason: string;
  readonly onBehalfOf: OnBehalfOf;
  /** The colleague's grant that it stands in for. */
  readonly standsInFor?: string;
  /** Grants in the same role that it may stand beside, as far as they are not suspended. */
  readonly beside?: readonly string[];
  /** Whom one does not give access to: whoever asked for it (SHR-8.2.1g). */
  readonly askedBy?: string;
}

/**
 * Everything that stands between the account and the access, all of it at once; nothing where it can be given. The
 * episode has to be held, so that it stays so. @throws CommandRefused RECORD_UNKNOWN where there is no such worker
 */
export async function whyNot(
  call: CommandCall<unknown>,
  given: GivenAccess,
  grantor: GivenBy,
): Promise<readonly Finding[]> {
  const { account, episode, role, endsAt, persons } = given;
  const grantee = await call.grantee(account, episode);
  if (grantee === null) throw new CommandRefused('RECORD_UNKNOWN');
  const proposed = { account, episode, role, persons };
  // Whether the family agreed, keeps somebody out, or has these people in it.
  call.tells('Episode', [episode]);
  return [
    ...(await grantFindings(call, { proposed, grantee, grantor, isNew: true })),
    ...(await endFindings(call, endsAt, grantableRole(role))),
    ...(await notOutlasting(call, given)),
    ...(await alreadyGiven(call, given)),
  ];
}

/** A deputy stands in for whoever leads, and no longer than they do. */
async function notOutlasting(
  { transaction, now }: CommandCall<unknown>,
  { basis, episode, endsAt }: GivenAccess,
): Promise<readonly Finding[]> {
  return basis === 'DEPUTY'
    ? standInFindings(endsAt, await leadsOf(transaction, episode, now))
    : [];
}

const NOT_YET =
  'a role in which the practitioner has no access yet; what is suspended is resumed (resumeGrant), and what covers for somebody is ended before they are given their own (revokeGrant, endDeputy)';

async function alreadyGiven(
  { transaction, now }: CommandCall<unknown>,
  { account, episode, role, beside = [] }: GivenAccess,
): Promise<readonly Finding[]> {
  const held = await grantsHeldOn(transaction, { episode, now });
  const inTheWay = held.filter(({ id, state }) => state === 'SUSPENDED' || !beside.includes(id));
  return inTheWay.some((each) => each.accountId === account && each.role === role)
    ? [finding('role', 'ALREADY_GRANTED', NOT_YET)]
    : [];
}

/**
 * Gives the access and puts it on the record; answers the grant's id.
 * @throws CommandRefused OWN_ACCESS, RECORD_UNKNOWN, GRANT_NOT_POSSIBLE with everything that is missing
 */
export async function giveAccess(
  call: CommandCall<unknown>,
  given: GivenAccess,
  grantor: Grantor,
): Promise<string> {
  const { principal } = call;
  if ([given.account, given.askedBy].includes(principal.accountId))
    throw new CommandRefused('OWN_ACCESS');
  const findings = await whyNot(call, given, grantor);
  if (findings.length > 0) throw new CommandRefused('GRANT_NOT_POSSIBLE', { findings });
  return writeAccess(call, given);
}

/** Writes a grant that nothing stands against. */
export async function writeAccess(call: CommandCall<unknown>, given: GivenAccess): Promise<string> {
  const { transaction, principal, now } = call;
  const { account, episode, role, workingRelationship, endsAt, persons, basis } = given;
  const grant = await addGrant(transaction, {
    accountId: account,
    episodeId: episode,
    role,
    workingRelationship,
    grantedBy: principal.accountId,
    startsAt: now,
    endsAt,
    confirmBy: await nextReview(call),
    persons,
    basis,
  });
  const grantee = await call.grantee(account, episode);
  await begin(
    grantMachine,
    grant,
    {
      move: 'GRANT',
      onBehalfOf: given.onBehalfOf,
      reason: given.reason,
      about: { account, agency: grantee?.agencyId ?? null, episode },
      details: {
        role,
        basis,
        endsAt: endsAt.toISOString(),
        ...(given.standsInFor === undefined ? {} : { for: given.standsInFor }),
      },
    },
    takingFor(call),
  );
  return grant;
}
