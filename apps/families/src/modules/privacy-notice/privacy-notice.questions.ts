import { TOLD_FACTS, TOLD_PROMISES, TOLD_WARNINGS } from '@postern/agreements';
import { civilDay } from '@postern/policy';
import type { Question } from '@postern/subgraph-kit';
import { z } from 'zod';
import { currentNotice } from '../agreement/store/notice.ts';

const none = z.strictObject({});

/** What families are told; null where no notice is in force. It is of nobody, and public. */
const privacyNotice: Question<z.infer<typeof none>> = {
  clause: 'SHR-5a',
  roles: 'ANY',
  purpose: 'ANY',
  input: none,
  answer: async ({ statements, now }) => {
    const version = await currentNotice(statements, civilDay(now));
    if (version === null) return null;
    return { version, facts: TOLD_FACTS, warnings: TOLD_WARNINGS, promises: TOLD_PROMISES };
  },
};

export const privacyNoticeQuestions: Readonly<Record<string, Question>> = { privacyNotice };
