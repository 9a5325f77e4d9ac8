import type { Question } from '@postern/subgraph-kit';
import { z } from 'zod';
import { EVERYWHERE, KEEPERS } from './commands/keepers.ts';
import { credentialAnswer } from './enrolments/answer.ts';
import { credentialsOf } from './store/credentials.ts';

const input = z.strictObject({});

/** Every key and service that opens protected numbers now, and who answers for each; of a key its beginning, and never the key. */
const reportingCredentials: Question<z.output<typeof input>> = {
  clause: 'SHR-8.3.7f',
  roles: KEEPERS,
  purpose: 'ADMINISTRATION',
  input,
  answer: async ({ statements, principal, now, tells }) => {
    const isEverywhere = principal.roles.some((role) => EVERYWHERE.includes(role));
    const held = await credentialsOf(statements, isEverywhere ? null : principal.agencyId, now);
    tells(
      'ReportingCredential',
      held.map(({ id }) => id),
    );
    return held.map((each) => {
      const { key: _, ...shown } = credentialAnswer(each);
      return { ...shown, practitioner: each.accountId };
    });
  },
};

export const reportingCredentialQuestions = { reportingCredentials } as Readonly<
  Record<string, Question>
>;
