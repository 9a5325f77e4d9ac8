import { ACCOUNT_REFUSALS } from './account-refusals.ts';
import { AGENCY_REFUSALS } from './agency-refusals.ts';
import { AGREEMENT_REFUSALS } from './agreement-refusals.ts';
import { DOCUMENT_REFUSALS } from './document-refusals.ts';
import { GRANT_REFUSALS } from './grant-refusals.ts';
import { IMPORT_REFUSALS } from './import-refusals.ts';
import { JUSTIFICATION_REFUSALS } from './justification-refusals.ts';
import { PANEL_REFUSALS } from './panel-refusals.ts';
import { POLICY_REFUSALS } from './policy-refusals.ts';
import { REPORTING_REFUSALS } from './reporting-refusals.ts';
import { STEP_REFUSALS } from './step-refusals.ts';
import { TRANSFER_REFUSALS } from './transfer-refusals.ts';

/** What a client may be told, by stable code: HTTP status, what was expected, and what to do next. */
export const REFUSALS = {
  TOKEN_MISSING: {
    status: 401,
    message: 'This request carries no access token.',
    remedy: 'Sign in and send the token as "Authorization: Bearer <token>".',
  },
  TOKEN_INVALID: {
    status: 401,
    message: 'The access token is not one this service can accept.',
    remedy: 'Sign in again with your organisation to get a new token.',
  },
  TOKEN_EXPIRED: {
    status: 401,
    message: 'The access token has expired.',
    remedy: 'Sign in again to get a new token.',
  },
  ISSUER_UNKNOWN: {
    status: 401,
    message: 'The access token comes from a provider that is not registered here.',
    remedy: 'Sign in with the provider your organisation registered.',
  },
  TOKEN_FOR_NUMBERS_ONLY: {
    status: 403,
    message:
      'This access token was given to a reporting tool: it opens protected numbers, and no record.',
    remedy:
      'Use your agency’s frontend for records. Whoever runs it asks the provider for the scope "records".',
  },
  ACCOUNT_UNKNOWN: {
    status: 403,
    message: 'You are signed in, but there is no account for you here.',
    remedy:
      'Take your invitation, if a code was sent to you: acceptInvitation. Otherwise ask your organisation’s contact officer to nominate you.',
  },
  ACCOUNT_NOT_ACTIVE: {
    status: 403,
    message: 'Your account is not active.',
    remedy: 'Contact the early help host team, who can tell you what is needed to activate it.',
  },
  ISSUER_NOT_FOR_AGENCY: {
    status: 403,
    message: 'The provider you signed in with may not speak for your organisation.',
    remedy: 'Sign in with the provider your organisation registered.',
  },
  TRAINING_NOT_VALID: {
    status: 403,
    message: 'Your system training or your data and security training is missing or out of date.',
    remedy:
      'Complete the e-learning modules that are missing, at /training; the host team confirms them.',
  },
  ACCEPTANCE_MISSING: {
    status: 403,
    message: 'You have not accepted the current user agreement.',
    remedy: 'Read and accept the current version of the user agreement: acceptUserAgreement.',
  },
  SECOND_FACTOR_NOT_SHOWN: {
    status: 403,
    message: 'You have not shown yet that you sign in with a second factor.',
    remedy: 'Sign in with a second factor and confirm it, the last step: confirmSecondFactor.',
  },
  MULTI_FACTOR_REQUIRED: {
    status: 401,
    message: 'You signed in without a second factor.',
    remedy: 'Sign in again and complete the second step.',
  },
  AGENCY_NOT_IN_FORCE: {
    status: 403,
    message: 'Your organisation’s signature of the information sharing agreement is not in force.',
    remedy:
      'Ask your organisation’s contact officer; the host team keeps the register of signatories.',
  },
  AGENCY_EVIDENCE_MISSING: {
    status: 403,
    message: 'Your organisation’s policy evidence or data specification is missing or out of date.',
    remedy: 'Ask your organisation’s contact officer to send current evidence to the host team.',
  },
  PURPOSE_REQUIRED: {
    status: 400,
    message: 'This request does not say what the data is for.',
    remedy: 'Send a Purpose-Of-Use header with one of the purposes of the agreement.',
  },
  PURPOSE_UNKNOWN: {
    status: 400,
    message: 'The Purpose-Of-Use header names no purpose of the agreement.',
    remedy: 'Send one of the purposes of the agreement.',
  },
  PURPOSE_OF_LAW_ENFORCEMENT: {
    status: 403,
    message:
      'Nothing is shared here for law enforcement; Part 3 of the Data Protection Act 2018 governs that.',
    remedy: 'Ask the police’s data protection team for the channel under Part 3.',
  },
  PURPOSE_NOT_PERMITTED: {
    status: 403,
    message: 'The purpose given is none that your role and an agreement in force allow.',
    remedy: 'Choose a purpose that fits your task, or ask the host team about your role.',
  },
  ROLE_MISSING: {
    status: 403,
    message: 'You hold no role here, or none that counts at present.',
    remedy:
      'Ask the host team to give you the role of your work, or to confirm the one you had: assignRole, confirmRole.',
  },
  CONTRACT_NOT_PERMITTED: {
    status: 403,
    message: 'Your role is not served by this address.',
    remedy: 'Reporting accounts use /reporting/graphql; practitioners use /graphql.',
  },
  CURSOR_INVALID: {
    status: 400,
    message: 'The cursor is not one that this service gave you.',
    remedy: 'Start again from the first page, without "after".',
  },
  ARGUMENT_INVALID: {
    status: 400,
    message: 'An argument is outside its permitted range.',
    remedy: 'Correct the argument named and send the request again.',
  },
  QUERY_TOO_DEEP: {
    status: 400,
    message: 'The query nests too deeply.',
    remedy: 'Ask for fewer levels in one request.',
  },
  QUERY_TOO_COSTLY: {
    status: 400,
    message: 'The query asks for too much at once.',
    remedy: 'Ask for fewer rows or fields in one request.',
  },
  REQUEST_TOO_LARGE: {
    status: 413,
    message: 'The request is larger than this service accepts.',
    remedy: 'Send a smaller request.',
  },
  REQUEST_MALFORMED: {
    status: 400,
    message: 'The request could not be read.',
    remedy: 'Send a GraphQL request as JSON with Content-Type: application/json.',
  },
  NAME_RESERVED: {
    status: 400,
    message: 'An alias, a variable or the operation uses a name that this service reserves.',
    remedy: 'Choose a name that does not begin with two underscores.',
  },
  ASSERTION_INVALID: {
    status: 403,
    message: 'The recording assertion of this request is not one this service can accept.',
    remedy:
      'Leave the Postern-Recording header out: this service then records the release itself. Gateways: check that both processes have the same recording key and the right time.',
  },
  NOT_FOUND: {
    status: 404,
    message: 'There is nothing at this address.',
    remedy: 'Records are at /graphql, counts and rates at /reporting/graphql.',
  },
  ...ACCOUNT_REFUSALS,
  ...AGENCY_REFUSALS,
  ...POLICY_REFUSALS,
  ...STEP_REFUSALS,
  ...TRANSFER_REFUSALS,
  ...GRANT_REFUSALS,
  ...AGREEMENT_REFUSALS,
  ...JUSTIFICATION_REFUSALS,
  ...DOCUMENT_REFUSALS,
  ...IMPORT_REFUSALS,
  ...PANEL_REFUSALS,
  ...REPORTING_REFUSALS,
} as const satisfies Record<string, { status: number; message: string; remedy: string }>;

/** A stable code that a client may rely on. */
export type RefusalCode = keyof typeof REFUSALS;
