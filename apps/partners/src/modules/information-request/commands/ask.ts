import { deadlineAfter } from '@postern/lifecycle';
import { postNotice } from '@postern/scheduler';
import { begin, chosenPeriod, dayOf, id, idempotencyKey, takingFor, text } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { unrelated } from '../../conflict/store/related-families.ts';
import { requireMayWrite } from '../../grant/guards/may-write.ts';
import { contactOfficers } from '../../role-holding/store/office-holders.ts';
import { informationRequestMachine } from '../information-request.machine.ts';
import { agenciesAsked, isExcluded } from '../store/agencies.ts';
import { addRequest } from '../store/requests.ts';
import { CASEWORKERS } from './steps.ts';

const LONGEST_QUESTION = 10_000;

const input = z.strictObject({
  episode: id,
  holdingAgency: id,
  asked: text(LONGEST_QUESTION),
  statutoryDuty: z.boolean(),
  idempotencyKey,
});

/** Asks another agency about the family of an episode that the asker works on. */
export const askForInformation: Command<z.infer<typeof input>> = {
  roles: CASEWORKERS,
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, principal, now } = call;
    const { episode, holdingAgency, asked, statutoryDuty } = call.input;
    await requireMayWrite(call, episode);
    if (holdingAgency === principal.agencyId) throw new CommandRefused('OWN_AGENCY_ASKED');
    const parties = await agenciesAsked(transaction, uuids(principal.agencyId, holdingAgency), now);
    if (
      !parties.has(holdingAgency) ||
      (await isExcluded(transaction, { episode, agency: holdingAgency }, now))
    )
      throw new CommandRefused('AGENCY_NOT_TO_BE_ASKED');
    if (statutoryDuty && [...parties.values()].some(({ isBound }) => !isBound))
      throw new CommandRefused('NO_STATUTORY_DUTY');
    const figure = statutoryDuty ? 'INFORMATION_REQUEST_STATUTORY' : 'INFORMATION_REQUEST';
    const dueAt = deadlineAfter(now, await chosenPeriod(transaction, figure));
    const request = await addRequest(transaction, {
      episodeId: episode,
      askedBy: principal.accountId,
      askingAgencyId: principal.agencyId,
      holdingAgencyId: holdingAgency,
      asked,
      statutoryDuty,
      state: informationRequestMachine.initial,
      askedAt: now,
      dueAt,
    });
    await begin(
      informationRequestMachine,
      request,
      {
        move: 'ASK',
        onBehalfOf: 'AGENCY',
        reason: 'What was asked stands with the request.',
        about: { episode, account: principal.accountId, agency: holdingAgency },
        details: { statutoryDuty, dueAt: dueAt.toISOString() },
      },
      takingFor(call),
    );
    const accounts = await contactOfficers(transaction, [holdingAgency], now);
    for (const account of await unrelated(transaction, { accounts, episodes: [episode] }, now))
      await postNotice(transaction, {
        kind: 'INFORMATION_REQUEST_WAITING',
        to: { account },
        params: { by: dayOf(dueAt), page: '/information-requests' },
        at: now,
      });
    return { informationRequest: request };
  },
};

function uuids(...given: readonly string[]): readonly string[] {
  return given.filter(isUuid);
}
