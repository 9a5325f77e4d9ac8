import type { Answer, Question } from '@postern/subgraph-kit';
import { z } from 'zod';
import { HUB } from '../agency-meeting/guards/coordinates.ts';
import { CONTACT_OFFICER } from './guards/whose.ts';
import type { ListedCase } from './store/listed.ts';
import { casesFor } from './store/listed.ts';

const none = z.strictObject({});

/**
 * Cases with the panel: to the hubs all of them, by their references; to whoever referred one; and to colleagues of theirs
 * and members of the panel who read the record; to the contact officers of an agency those that it referred and whose family is
 * to hear, by their references. What the family was told is for those who read its record, and for whoever
 * wrote it down.
 */
const panelCases: Question<z.infer<typeof none>> = {
  clause: 'SHR-3.7.6b',
  roles: 'ANY',
  purpose: 'ANY',
  input: none,
  answer: async ({ statements, principal, now, seen, tells }) => {
    const { accountId, agencyId, roles } = principal;
    const isHub = roles.includes(HUB);
    const answersForAgency = roles.includes(CONTACT_OFFICER);
    const cases = await casesFor(statements, { accountId, agencyId, isHub, now });
    const readable = await seen('Episode', [...new Set(cases.map(({ episode }) => episode))]);
    const told = cases.filter(
      ({ episode, referredBy, referringAgency, state }) =>
        isHub ||
        referredBy === accountId ||
        readable.has(episode) ||
        (answersForAgency && referringAgency === agencyId && state === 'FAMILY_FEEDBACK_DUE'),
    );
    tells(
      'PanelCase',
      told.map(({ id }) => id),
    );
    tells(
      'Episode',
      told.map(({ episode }) => episode),
    );
    return told.map((each) =>
      answerOf(each, each.referredBy === accountId || readable.has(each.episode)),
    );
  },
};

function answerOf({ episode: _, ...listed }: ListedCase, readsWhy: boolean): Answer {
  return readsWhy ? listed : { ...listed, because: null, notExplainedBecause: null };
}

export const panelCaseQuestions: Readonly<Record<string, Question>> = { panelCases };
