import { id } from '@postern/steps';
import type { Question } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { HOST } from '../role-holding/offices.ts';
import { URGENT_CHANNEL } from '../urgent.ts';
import { mayBeOfRelated } from './store/requests.ts';

type Row = Readonly<Record<string, unknown>>;
const none = z.strictObject({});

/**
 * One's own requests. Until the window is over each is only received, or asked about; afterwards nothing tells one that was refused from
 * one that nobody could match, unless the reasons are one's agency's to read; nor does what was asked back, which goes with a decision.
 */
const myAccessRequests: Question<z.infer<typeof none>> = {
  clause: 'SHR-8.2.1e',
  roles: 'ANY',
  purpose: 'ANY',
  input: none,
  answer: async ({ statements, principal, now }) => {
    const rows = await statements.run<Row>({
      text: `SELECT id AS request, reference, asked_at AS "askedAt", outcome_at AS "outcomeAt", revision, role,
          CASE WHEN state = 'GRANTED' THEN 'GRANTED' WHEN outcome_at > $2 THEN CASE state WHEN 'QUERIED' THEN 'QUERIED' ELSE 'RECEIVED' END
            WHEN state = 'REFUSED' AND reasons_told THEN 'REFUSED' ELSE 'NOT_GIVEN' END AS state,
          CASE WHEN outcome_at > $2 THEN query END AS query, CASE WHEN outcome_at > $2 THEN reply END AS reply,
          CASE WHEN state = 'REFUSED' AND reasons_told AND outcome_at <= $2 THEN refusal_code END AS code,
          CASE WHEN state = 'REFUSED' AND reasons_told AND outcome_at <= $2 THEN reasons END AS reasons
        FROM partners.access_request WHERE asked_by = $1 ORDER BY asked_at DESC, id LIMIT 100`,
      values: [principal.accountId, now.toISOString()],
    });
    return rows.map((row) => ({ ...row, revision: toldRevision(row), urgent: URGENT_CHANNEL }));
  },
};

/** Named by a reply only; of any other request it would tell that something was done with it. */
function toldRevision({ state, revision }: Row): unknown {
  return state === 'QUERIED' ? revision : null;
}

/** Requests that wait for the host, the longest first; none that may be about a family that the asker has a relationship with. */
const accessRequestsToAnswer: Question<z.infer<typeof none>> = {
  clause: 'SHR-8.2.1e',
  roles: HOST,
  purpose: 'ANY',
  input: none,
  answer: async ({ statements, principal, now, tells }) => {
    const rows = await statements.run<Row>({
      text: `SELECT id AS request, reference, state, revision, asked_at AS "askedAt", outcome_at AS "outcomeAt", asked_by AS practitioner, role,
          working_relationship AS "workingRelationship", purpose, query, reply, identifiers ->> 'givenName' AS "givenName",
          identifiers ->> 'familyName' AS "familyName", identifiers ->> 'dateOfBirth' AS "dateOfBirth", identifiers ->> 'postcode' AS postcode
        FROM partners.access_request request WHERE state IN ('REQUESTED', 'QUERIED') AND asked_by <> $1
          AND NOT ${mayBeOfRelated('$1', '$2')} ORDER BY asked_at, id LIMIT 100`,
      values: [principal.accountId, now.toISOString()],
    });
    tells('AccessRequest', requestsOf(rows));
    return rows;
  },
};

/** Refusals with their full reasons, for those who see that refusing is done rightly (SHR-3.3.8). */
const accessRefusals: Question<z.infer<typeof none>> = {
  clause: 'SHR-3.3.8',
  roles: ['DATA_PROTECTION_OFFICER', 'EARLY_HELP_MANAGER'],
  purpose: 'ANY',
  input: none,
  answer: async ({ statements, principal, now, tells }) => {
    const rows = await statements.run<{ families: readonly string[] } & Row>({
      text: `SELECT id AS request, reference, refusal_code AS code, reasons, reasons_told AS told, decided_at AS "decidedAt",
          asked_by AS practitioner, decided_by AS "decidedBy", families
        FROM partners.access_request request WHERE state = 'REFUSED' AND NOT ${mayBeOfRelated('$1', '$2')}
        ORDER BY decided_at DESC, id LIMIT 100`,
      values: [principal.accountId, now.toISOString()],
    });
    tells('AccessRequest', requestsOf(rows));
    // Where several families could be meant, none of them is told of.
    tells(
      'Family',
      rows.flatMap(({ families }) => (families.length === 1 ? families : [])),
    );
    return rows.map(({ families: _, ...row }) => row);
  },
};

function requestsOf(rows: readonly Row[]): readonly string[] {
  return rows.map(({ request }) => String(request));
}

const ofRequest = z.strictObject({ request: id });

/**
 * The episodes that a request may be about: those of a person of whom two identifiers agree at least. To whoever has a
 * relationship with a family that it may be about there is no such request; what is found is on the ledger as told to the host.
 */
const matchingEpisodes: Question<z.infer<typeof ofRequest>> = {
  clause: 'SHR-8.2.1e',
  roles: HOST,
  purpose: 'ANY',
  input: ofRequest,
  answer: async ({ statements, principal, input, now, tells }) => {
    const [request] = await statements.run<Row>({
      text: `SELECT identifiers FROM partners.access_request request WHERE id::text = $1 AND asked_by <> $2
        AND state IN ('REQUESTED', 'QUERIED') AND NOT ${mayBeOfRelated('$2', '$3')}`,
      values: [input.request, principal.accountId, now.toISOString()],
    });
    if (request === undefined) throw new CommandRefused('RECORD_UNKNOWN');
    const rows = await statements.run<{ episode: string } & Row>({
      text: `SELECT found.episode, found.reference, found.agrees FROM partners.matching_episodes($1::text::jsonb, $2::timestamptz) found
        ORDER BY cardinality(found.agrees) DESC, found.reference LIMIT 20`,
      values: [JSON.stringify(request['identifiers']), now.toISOString()],
    });
    tells('AccessRequest', [input.request]);
    tells(
      'Episode',
      rows.map(({ episode }) => episode),
    );
    return rows;
  },
};

export const accessRequestQuestions: Readonly<Record<string, Question>> = {
  myAccessRequests,
  accessRequestsToAnswer,
  accessRefusals,
  matchingEpisodes,
};
