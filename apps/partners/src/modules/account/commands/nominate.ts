import { randomUUID } from 'node:crypto';
import { begin, id, idempotencyKey, reason, takingFor, title } from '@postern/steps';
import type { Command, CommandCall, Statements } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { organisationalEmail } from '../../agency/guards/email.ts';
import { requireOwnOrHost } from '../../agency/guards/own-agency.ts';
import { holdAgency } from '../../agency/store/agency.ts';
import { HOST } from '../../role-holding/offices.ts';
import { ACCOUNT_MACHINE } from '../account.machine.ts';
import { requirePersonalMailbox } from '../guards/mailbox.ts';

const input = z.strictObject({
  agency: id,
  name: title,
  jobTitle: title,
  email: organisationalEmail,
  phone: title.nullish(),
  reason,
  idempotencyKey,
});
type Given = z.output<typeof input>;

const TAKING_PART: readonly string[] = ['SIGNED', 'ACTIVE', 'REVIEW_DUE'];

/**
 * The agency nominates somebody by its contact officer (SHR-8.2.1c). Who is named as contact officer has nobody to
 * nominate them: the host does, and a second person of the host countersigns.
 */
export const nominatePractitioner: Command<Given> = {
  roles: [...HOST, 'CONTACT_OFFICER'],
  purpose: 'ADMINISTRATION',
  input: input as unknown as z.ZodType<Given>,
  run: async (call) => {
    const { transaction, now, principal } = call;
    const given = call.input;
    const agency = await holdAgency(transaction, given.agency);
    requireOwnOrHost(call, agency.id);
    if (!TAKING_PART.includes(agency.state)) throw new CommandRefused('AGENCY_NOT_TAKING_PART');
    const ofThemselves = await isContactOfficer(transaction, agency.id, given.email);
    requireNominator(call, agency.id, ofThemselves);
    await requirePersonalMailbox(transaction, {
      email: given.email,
      agency: agency.id,
      besides: null,
    });
    const account = randomUUID();
    const state = await begin(
      ACCOUNT_MACHINE,
      account,
      {
        move: 'NOMINATE',
        reason: given.reason,
        onBehalfOf: 'AGENCY',
        about: { account, agency: agency.id },
      },
      takingFor(call),
    );
    const added = await transaction.run({
      text: `INSERT INTO partners.practitioner (id, agency_id, name, job_title, email, phone) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT DO NOTHING RETURNING id`,
      values: [account, agency.id, given.name, given.jobTitle, given.email, given.phone ?? null],
    });
    if (added.length === 0) throw new CommandRefused('EMAIL_IN_USE');
    await transaction.run({
      text: `INSERT INTO access.account (id, kind, agency_id, state) VALUES ($1, 'PRACTITIONER', $2, $3)`,
      values: [account, agency.id, state],
    });
    await transaction.run({
      text: `INSERT INTO partners.nomination (account_id, nominated_by, nominated_at, of_themselves) VALUES ($1, $2, $3, $4)`,
      values: [account, principal.accountId, now.toISOString(), ofThemselves],
    });
    return { account, state, revision: 1 };
  },
};

/** @throws CommandRefused NOMINATION_OF_AGENCY where the host nominates anybody but a contact officer */
function requireNominator(
  { principal }: CommandCall<unknown>,
  agency: string,
  ofThemselves: boolean,
): void {
  const forOwnAgency = principal.roles.includes('CONTACT_OFFICER') && principal.agencyId === agency;
  if (!forOwnAgency && !ofThemselves) throw new CommandRefused('NOMINATION_OF_AGENCY');
}

async function isContactOfficer(
  transaction: Statements,
  agency: string,
  email: string,
): Promise<boolean> {
  const found = await transaction.run({
    text: 'SELECT 1 AS found FROM partners.agency_contact WHERE agency_id = $1 AND email = $2 AND ended_at IS NULL',
    values: [agency, email],
  });
  return found.length > 0;
}
