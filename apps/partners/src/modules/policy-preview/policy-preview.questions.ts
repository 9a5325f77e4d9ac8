import type { Question } from '@postern/subgraph-kit';
import { z } from 'zod';
import { triedDraft } from './tried-draft.ts';

const input = z.strictObject({
  draft: z.string(),
  waitSeconds: z.int().min(0).max(20).nullish(),
  people: z.int().min(0).max(50).nullish(),
});

const SECONDS = 5;
const PEOPLE = 20;

/** Those who propose, approve and oversee the policy may know what it would change. */
const previewPolicy: Question<z.infer<typeof input>> = {
  clause: 'SHR-8.3.7h',
  roles: ['ADMINISTRATOR', 'EARLY_HELP_MANAGER', 'DATA_PROTECTION_OFFICER'],
  purpose: 'ADMINISTRATION',
  input,
  answer: async (call) => {
    const { draft, waitSeconds, people } = call.input;
    const tried = await triedDraft(draft, call);
    const preview = await call.preview(tried, (waitSeconds ?? SECONDS) * 1_000);
    const touched = preview.people.slice(0, people ?? PEOPLE);
    call.tells(
      'Account',
      touched.map(({ account }) => account),
    );
    return {
      ...preview,
      draft,
      revision: tried.revision,
      liveVersion: tried.liveVersion,
      asOf: preview.asOf.toISOString(),
      people: touched.map(({ account, ...person }) => ({ practitioner: account, ...person })),
    };
  },
};

export const previewQuestions = { previewPolicy };
