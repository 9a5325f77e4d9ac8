import type { TimerKind } from '@postern/scheduler';
import { NoLongerDue, postNotice, unfired } from '@postern/scheduler';
import { dayOf, takeStep, takingByService } from '@postern/steps';
import { nobodyFreeTimer } from '../conflict/nobody-free.ts';
import { relatedEpisodes, unrelated } from '../conflict/store/related-families.ts';
import { contactOfficers } from '../role-holding/store/office-holders.ts';
import { informationRequestMachine } from './information-request.machine.ts';
import { holdRequest, stepRequest } from './store/requests.ts';

const KIND = 'INFORMATION_REQUEST_UNANSWERED';

/** A request that nobody answered in time goes to the contact officers of both agencies, save to whoever is related to the family (SHR-1.2g). */
export const informationRequestTimers: readonly TimerKind[] = [
  nobodyFreeTimer({
    name: 'INFORMATION_REQUEST_NOBODY_FREE',
    from: 'partners.information_request request',
    id: 'request.id',
    since: 'request.asked_at',
    where: `request.state IN ('ASKED', 'ACKNOWLEDGED', 'EXPIRED_UNANSWERED', 'OVERTURNED')`,
    agency: 'request.holding_agency_id',
    isBarred: (account) => `request.episode_id IN (${relatedEpisodes(account, '$1')})`,
  }),
  {
    name: KIND,
    clause: 'SHR-3.5.4b',
    due: async (statements, now, limit) => {
      const rows = await statements.run<{ subjectId: string; dueAt: Date }>({
        text: `SELECT id AS "subjectId", due_at AS "dueAt" FROM partners.information_request request
          WHERE state IN ('ASKED', 'ACKNOWLEDGED') AND due_at <= $1
            AND ${unfired(KIND, { subject: 'request.id', dueAt: 'request.due_at' })}
          ORDER BY due_at LIMIT $2`,
        values: [now.toISOString(), limit],
      });
      return rows.map(({ subjectId, dueAt }) => ({ subjectId, dueAt: new Date(dueAt) }));
    },
    fire: async ({ transaction, now, subjectId, dueAt }) => {
      const request = await holdRequest(transaction, subjectId);
      if (!informationRequestMachine.moves.EXPIRE.from.includes(request.state))
        throw new NoLongerDue();
      const { id, episodeId, askedBy, askingAgencyId, holdingAgencyId } = request;
      const next = await takeStep(
        informationRequestMachine,
        request,
        {
          move: 'EXPIRE',
          onBehalfOf: 'SERVICE',
          reason: 'It was not answered in time.',
          about: { episode: episodeId, account: askedBy, agency: holdingAgencyId },
        },
        takingByService(transaction, now),
      );
      await stepRequest(transaction, id, next);
      const officers = await contactOfficers(transaction, [askingAgencyId, holdingAgencyId], now);
      const accounts = [...new Set([...officers, askedBy])];
      for (const account of await unrelated(transaction, { accounts, episodes: [episodeId] }, now))
        await postNotice(transaction, {
          kind: KIND,
          to: { account },
          params: { since: dayOf(dueAt), page: '/information-requests' },
          at: now,
        });
    },
  },
];
