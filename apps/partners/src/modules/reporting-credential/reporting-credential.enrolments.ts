import type { Enquiry, Enrolment } from '@postern/subgraph-kit';
import { z } from 'zod';
import { credentialAnswer } from './enrolments/answer.ts';
import { createReportingKey } from './enrolments/create-key.ts';
import { registerReportingService } from './enrolments/register-service.ts';
import { revokeReportingCredential } from './enrolments/revoke.ts';
import { rotateReportingKey } from './enrolments/rotate-key.ts';
import { ownCredentials } from './store/credentials.ts';

/** Steps of readers of protected numbers, to whom the address of records has nothing else to give. */
export const reportingCredentialEnrolments: Readonly<Record<string, Enrolment>> = {
  createReportingKey,
  registerReportingService,
  rotateReportingKey,
  revokeReportingCredential,
};

/** The keys and services that one answers for; of a key its beginning, and never the key. */
export const myReportingCredentials: Enquiry = {
  input: z.strictObject({}),
  answer: async ({ account, statements }) => {
    const isAdmitted = account !== null && account.missing.length === 0;
    const held = isAdmitted ? await ownCredentials(statements, account.accountId) : [];
    return { credentials: held.map((each) => credentialAnswer(each)) };
  },
};
