import type { Question } from '@postern/subgraph-kit';
import { z } from 'zod';
import { subject } from './commands/input.ts';
import { approvalReasons } from './law/approval-reasons.ts';
import { findingsInLaw } from './law/judge.ts';
import { longestUntil } from './law/period.ts';
import type { Offered } from './law/proposal.ts';
import { CHOSEN_FIELDS, offeredFor, proposedBasis } from './law/proposal.ts';
import { citedLaw } from './store/cited.ts';
import { relyingOf } from './store/relying.ts';
import { episodeOf } from './store/team.ts';

const input = z.strictObject(subject);

/** Parts that only a person can write, whatever is proposed. */
const WRITTEN = ['relevance', 'alternatives', 'nature', 'familyToldOn'];
const DANGERS = ['dangerOfSharing', 'dangerOfNotSharing'];

/** Proposes the law of a justification, by the same law as everything is read by. */
const prefillJustification: Question<z.infer<typeof input>> = {
  clause: 'SHR-4.3-cond',
  roles: 'ANY',
  purpose: 'ANY',
  input,
  answer: async ({ input: given, statements, principal, now, seen, tells }) => {
    const { episode, person, ...asked } = given;
    const { accountId: account } = principal;
    if (!(await seen('Episode', [episode])).has(episode)) return null;
    const found = await episodeOf(statements, { episode, person, account }, now);
    const relying = await relyingOf(statements, { account, episode }, now);
    if (found?.concerns !== true || relying === null) return null;
    tells('Episode', [episode]);
    tells('Person', [person]);
    const cited = await citedLaw(statements, now);
    const names = new Set(cited.keys());
    const legal = proposedBasis(asked, relying, names);
    const said = { ...asked, ...legal, relevance: 'x', alternativesConsidered: 'x' };
    const reasons = approvalReasons(said);
    const missing = findingsInLaw(said, relying);
    const toWrite = missing.flatMap(({ part }) => (part in ANSWERS ? [part] : []));
    return {
      legal: fieldsOf(offeredFor(asked, relying, names), cited),
      toWrite: [...WRITTEN, ...(reasons.length > 0 ? DANGERS : []), ...toWrite],
      approvalReasons: reasons,
      longestUntil: (await longestUntil(statements, asked.classes, now)).toISOString(),
      missing: missing.filter(({ part }) => !(part in ANSWERS)),
    };
  },
};

/** What the law asks a person to answer, rather than which law it is. */
const ANSWERS: Readonly<Record<string, true>> = {
  deaFactors: true,
  publicInterest: true,
  ownView: true,
  sourceView: true,
};

function fieldsOf(offered: Offered, cited: ReadonlyMap<string, readonly string[]>) {
  return CHOSEN_FIELDS.flatMap((field) => {
    const choices = offered[field].filter((each) => each !== null);
    const proposed = offered[field][0] ?? null;
    if (choices.length === 0) return [];
    return [{ field, proposed, choices, clauses: cited.get(proposed ?? '') ?? [] }];
  });
}

export const prefillQuestions = { prefillJustification };
