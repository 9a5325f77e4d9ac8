import { deadlineAfter } from '@postern/lifecycle';
import {
  begin,
  chosenCount,
  chosenPeriod,
  day,
  idempotencyKey,
  takingFor,
  text,
} from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';
import { z } from 'zod';
import { role, workingRelationship } from '../../grant/commands/grant-access.ts';
import { grantableRole } from '../../grant/grantable-roles.ts';
import { URGENT_CHANNEL } from '../../urgent.ts';
import { accessRequestMachine } from '../access-request.machine.ts';
import { addRequest, askedLately } from '../store/requests.ts';

const LONGEST_NAME = 200;
const LONGEST_POSTCODE = 10;
const LONGEST_PURPOSE = 1_000;

const name = text(LONGEST_NAME)
  .nullish()
  .transform((given) => given ?? null);

/** Whom somebody means, as far as they know them; by one name only, where they know both of the rest. */
export const identifiers = z
  .strictObject({
    givenName: name,
    familyName: name,
    dateOfBirth: day.nullish().transform((given) => given ?? null),
    postcode: text(LONGEST_POSTCODE)
      .nullish()
      .transform((given) => given ?? null),
  })
  .refine(
    ({ givenName, familyName, dateOfBirth, postcode }) =>
      givenName === null || familyName === null
        ? givenName !== familyName && dateOfBirth !== null && postcode !== null
        : true,
    'both names, or one with date of birth and postcode',
  );

const input = z.strictObject({
  identifiers,
  role,
  workingRelationship,
  purpose: text(LONGEST_PURPOSE),
  idempotencyKey,
});

/**
 * Asks for access to a family that one does not see. Nothing is looked up: whether the family is known at all is for the
 * host to find, so the answer is the same for everybody, and so is what the database does (SHR-8.2.1e, SHR-8.2.1f).
 */
export const requestAccess: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, principal, input: given, now } = call;
    if (grantableRole(given.role) === null || !principal.roles.includes(given.role)) {
      const findings = [finding('role', 'ROLE_NOT_HELD', 'a role of yours that works on episodes')];
      throw new CommandRefused('GRANT_NOT_POSSIBLE', { findings });
    }
    const most = await chosenCount(transaction, 'ACCESS_REQUESTS_A_DAY');
    if ((await askedLately(transaction, principal.accountId, now)) >= most)
      throw new CommandRefused('TOO_MANY_REQUESTS');
    const id = crypto.randomUUID();
    const reference = `AR-${id.slice(0, 8).toUpperCase()}`;
    await addRequest(transaction, {
      ...given,
      id,
      reference,
      askedBy: principal.accountId,
      agencyId: principal.agencyId,
      askedAt: now,
      outcomeAt: deadlineAfter(now, await chosenPeriod(transaction, 'ACCESS_REQUEST_WINDOW')),
    });
    await begin(
      accessRequestMachine,
      id,
      {
        move: 'REQUEST',
        onBehalfOf: 'SELF',
        reason: 'Asked for access.',
        about: { account: principal.accountId, agency: principal.agencyId },
        details: { role: given.role },
      },
      takingFor(call),
    );
    return { request: id, reference, state: 'RECEIVED', revision: 1, urgent: URGENT_CHANNEL };
  },
};
