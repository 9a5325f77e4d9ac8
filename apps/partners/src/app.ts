import type { Question, RootField, SubgraphBlueprint } from '@postern/subgraph-kit';
import { COMMAND_REFUSAL_SCHEMA } from '@postern/subgraph-kit';
import { accessEventResource } from './modules/access-event/access-event.resource.ts';
import { accessReportCommands } from './modules/access-report/access-report.commands.ts';
import { accessRequestCommands } from './modules/access-request/access-request.commands.ts';
import { accessRequestQuestions } from './modules/access-request/access-request.questions.ts';
import { accountCommands } from './modules/account/account.commands.ts';
import { accountEnrolments } from './modules/account/account.enrolments.ts';
import { accountOf, myAccount } from './modules/account/account.questions.ts';
import { accuracyIssueCommands } from './modules/accuracy-issue/accuracy-issue.commands.ts';
import { accuracyIssueResource } from './modules/accuracy-issue/accuracy-issue.resource.ts';
import { agencyCommands } from './modules/agency/agency.commands.ts';
import { agencyQueries } from './modules/agency/agency.queries.ts';
import { agencyResource } from './modules/agency/agency.resource.ts';
import { signatureResource } from './modules/agency/signature.resource.ts';
import { agencyMeetingCommands } from './modules/agency-meeting/agency-meeting.commands.ts';
import { agencyMeetingQuestions } from './modules/agency-meeting/agency-meeting.questions.ts';
import { agencyProviderCommands } from './modules/agency-provider/agency-provider.commands.ts';
import { agencyProviderQuestions } from './modules/agency-provider/agency-provider.questions.ts';
import {
  agreementResource,
  agreementTermResource,
  agreementTimerResource,
} from './modules/agreement/agreement.resource.ts';
import { conflictCommands } from './modules/conflict/conflict.commands.ts';
import { coverCommands } from './modules/cover/cover.commands.ts';
import { coverQuestions } from './modules/cover/cover.questions.ts';
import { episodeTeamResource } from './modules/episode-team/episode-team.resource.ts';
import { explanationQuestions } from './modules/explanation/explanation.questions.ts';
import { extractAgreementCommands } from './modules/extract-agreement/extract-agreement.commands.ts';
import { extractAgreementQuestions } from './modules/extract-agreement/extract-agreement.questions.ts';
import { extractContentQuestions } from './modules/extract-agreement/extract-content.questions.ts';
import { familyRemovalCommands } from './modules/family-removal/family-removal.commands.ts';
import { familyRemovalQuestions } from './modules/family-removal/family-removal.questions.ts';
import { grantCommands } from './modules/grant/grant.commands.ts';
import { grantResource } from './modules/grant/grant.resource.ts';
import { informationRequestCommands } from './modules/information-request/information-request.commands.ts';
import { informationRequestResource } from './modules/information-request/information-request.resource.ts';
import { justificationCommands } from './modules/justification/justification.commands.ts';
import { justificationResource } from './modules/justification/justification.resource.ts';
import { prefillQuestions } from './modules/justification/prefill.questions.ts';
import { leadCommands } from './modules/lead/lead.commands.ts';
import { overrideCommands } from './modules/override/override.commands.ts';
import { overrideQuestions } from './modules/override/override.questions.ts';
import { panelCaseCommands } from './modules/panel-case/panel-case.commands.ts';
import { panelCaseQuestions } from './modules/panel-case/panel-case.questions.ts';
import { policyChangeResource } from './modules/policy-change/policy-change.resource.ts';
import { policyCommands } from './modules/policy-draft/policy-draft.commands.ts';
import { policyDraftResource } from './modules/policy-draft/policy-draft.resource.ts';
import { policyEventResource } from './modules/policy-event/policy-event.resource.ts';
import { previewQuestions } from './modules/policy-preview/policy-preview.questions.ts';
import { reachQuestions } from './modules/policy-reach/policy-reach.questions.ts';
import { policyRoleResource } from './modules/policy-role/policy-role.resource.ts';
import { policyRuleResource } from './modules/policy-rule/policy-rule.resource.ts';
import { policyVersionResource } from './modules/policy-version/policy-version.resource.ts';
import { practitionerResource } from './modules/practitioner/practitioner.resource.ts';
import { reportingCredentialCommands } from './modules/reporting-credential/reporting-credential.commands.ts';
import {
  myReportingCredentials,
  reportingCredentialEnrolments,
} from './modules/reporting-credential/reporting-credential.enrolments.ts';
import { reportingCredentialQuestions } from './modules/reporting-credential/reporting-credential.questions.ts';
import { researchThemeCommands } from './modules/research-theme/research-theme.commands.ts';
import { researchThemeQuestions } from './modules/research-theme/research-theme.questions.ts';
import { resolutionResource } from './modules/resolution/resolution.resource.ts';
import {
  reviewAccessCommands,
  reviewAccessQuestions,
} from './modules/review-access/review-access.commands.ts';
import { roleHoldingCommands } from './modules/role-holding/role-holding.commands.ts';
import { transferCommands } from './modules/transfer/transfer.commands.ts';
import { transferQuestions } from './modules/transfer/transfer.questions.ts';

const queries: Readonly<Record<string, RootField>> = {
  me: { kind: 'OWN_ACCOUNT', type: 'Practitioner' },
  ...agencyQueries,
  signatures: { kind: 'ALL', type: 'Signature' },
  agreements: { kind: 'ALL', type: 'Agreement' },
  resolutions: { kind: 'ALL', type: 'Resolution' },
  policyRules: { kind: 'ALL', type: 'PolicyRule' },
  policyRoles: { kind: 'ALL', type: 'PolicyRole' },
  policyVersions: { kind: 'ALL', type: 'PolicyVersion' },
  policyDrafts: { kind: 'PAGE', type: 'PolicyDraft', newestBy: 'createdAt', filters: {} },
  policyDraft: { kind: 'BY_ID', type: 'PolicyDraft' },
  policyEvents: { kind: 'PAGE', type: 'PolicyEvent', newestBy: 'position', filters: {} },
  accessEvents: { kind: 'PAGE', type: 'AccessEvent', newestBy: 'position', filters: {} },
  accuracyIssues: { kind: 'PAGE', type: 'AccuracyIssue', newestBy: 'raisedAt', filters: {} },
  // Nothing recorded about a practitioner tells newest from oldest.
  practitioners: { kind: 'PAGE', type: 'Practitioner', newestBy: 'id', filters: {} },
  accessGrants: { kind: 'PAGE', type: 'AccessGrant', newestBy: 'startsAt', filters: {} },
  justifications: { kind: 'PAGE', type: 'Justification', newestBy: 'startsAt', filters: {} },
  informationRequests: {
    kind: 'PAGE',
    type: 'InformationRequest',
    newestBy: 'askedAt',
    filters: {},
  },
};

/** Agencies, the people who work in them, and who works on which episode. Owner of the access facts. */
export const partnersSubgraph: SubgraphBlueprint = {
  name: 'partners',
  role: 'partners',
  schema: [
    'agency/agency',
    'agency/agency.commands',
    'agency-provider/agency-provider',
    'account/account',
    'role-holding/role-holding',
    'conflict/conflict',
    'agency/signature',
    'agreement/agreement',
    'resolution/resolution',
    'practitioner/practitioner',
    'grant/grant',
    'grant/commands',
    'family-removal/family-removal',
    'access-request/access-request',
    'lead/lead',
    'cover/cover',
    'override/override',
    'justification/justification',
    'justification/commands',
    'justification/prefill',
    'information-request/information-request',
    'information-request/commands',
    'review-access/review-access',
    'transfer/transfer',
    'extract-agreement/extract-agreement',
    'research-theme/research-theme',
    'agency-meeting/agency-meeting',
    'panel-case/panel-case',
    'policy-rule/policy-rule',
    'policy-role/policy-role',
    'policy-version/policy-version',
    'policy-draft/policy-draft',
    'policy-draft/commands',
    'policy-change/policy-change',
    'policy-event/policy-event',
    'explanation/explanation',
    'policy-preview/policy-preview',
    'policy-reach/policy-reach',
    'access-event/access-event',
    'accuracy-issue/accuracy-issue',
    'reporting-credential/reporting-credential',
    'access-report/access-report',
    'paging',
  ]
    .map((path) => new URL(`./modules/${path}.graphql`, import.meta.url))
    .concat(COMMAND_REFUSAL_SCHEMA),
  resources: [
    agencyResource,
    signatureResource,
    agreementResource,
    agreementTermResource,
    agreementTimerResource,
    resolutionResource,
    practitionerResource,
    episodeTeamResource,
    grantResource,
    justificationResource,
    informationRequestResource,
    policyRuleResource,
    policyRoleResource,
    policyVersionResource,
    policyDraftResource,
    policyChangeResource,
    policyEventResource,
    accessEventResource,
    accuracyIssueResource,
  ],
  queries,
  commands: {
    ...policyCommands,
    ...informationRequestCommands,
    ...accuracyIssueCommands,
    ...agencyCommands,
    ...agencyProviderCommands,
    ...accountCommands,
    ...roleHoldingCommands,
    ...conflictCommands,
    ...grantCommands,
    ...familyRemovalCommands,
    ...accessRequestCommands,
    ...leadCommands,
    ...coverCommands,
    ...overrideCommands,
    ...reviewAccessCommands,
    ...transferCommands,
    ...extractAgreementCommands,
    ...researchThemeCommands,
    ...agencyMeetingCommands,
    ...panelCaseCommands,
    ...justificationCommands,
    ...accessReportCommands,
    ...reportingCredentialCommands,
  },
  enrolments: { ...accountEnrolments, ...reportingCredentialEnrolments },
  enquiries: { myAccount, myReportingCredentials },
  questions: {
    ...explanationQuestions,
    ...previewQuestions,
    ...reachQuestions,
    accountOf: accountOf as Question,
    ...agencyProviderQuestions,
    ...familyRemovalQuestions,
    ...accessRequestQuestions,
    ...coverQuestions,
    ...overrideQuestions,
    ...reviewAccessQuestions,
    ...transferQuestions,
    ...extractAgreementQuestions,
    ...extractContentQuestions,
    ...researchThemeQuestions,
    ...agencyMeetingQuestions,
    ...panelCaseQuestions,
    ...prefillQuestions,
    ...reportingCredentialQuestions,
  },
  hasPolicyDesk: true,
  migrations: { name: 'partners', folder: new URL('../migrations/', import.meta.url) },
};
