import {
  changesQuestion,
  PICKING_SCHEMA,
  RECORD_CHANGES_SCHEMA,
  SPLIT_OFF_SCHEMA,
} from '@postern/recording';
import type { Question, RootField, SubgraphBlueprint } from '@postern/subgraph-kit';
import { COMMAND_REFUSAL_SCHEMA } from '@postern/subgraph-kit';
import { adoptionCommands } from './modules/adoption/adoption.commands.ts';
import { agreementCommands } from './modules/agreement/agreement.commands.ts';
import {
  agreementPartResource,
  agreementSignerResource,
  exclusionResource,
  familyAgreementResource,
} from './modules/agreement/agreement.resource.ts';
import { disclosureLimitCommands } from './modules/disclosure-limit/disclosure-limit.commands.ts';
import { entryCommands } from './modules/entry/entry.commands.ts';
import { entryTypes } from './modules/entry/entry-types.ts';
import { extractStandingQuestions } from './modules/extract-standing/extract-standing.questions.ts';
import { familyResource } from './modules/family/family.resource.ts';
import { householdCommands } from './modules/household/household.commands.ts';
import { addressResource, householdResource } from './modules/household/household.resource.ts';
import { matchCandidateResource } from './modules/match-candidate/match-candidate.resource.ts';
import { parentalResponsibilityCommands } from './modules/parental-responsibility/parental-responsibility.commands.ts';
import { personCommands } from './modules/person/person.commands.ts';
import { characteristicSources, personResource } from './modules/person/person.resource.ts';
import { personMergeCommands } from './modules/person-merge/person-merge.commands.ts';
import { personMergeQuestions } from './modules/person-merge/person-merge.questions.ts';
import { personNameCommands } from './modules/person-name/person-name.commands.ts';
import { personNameResource } from './modules/person-name/person-name.resource.ts';
import { privacyNoticeQuestions } from './modules/privacy-notice/privacy-notice.questions.ts';
import { restrictionCommands } from './modules/restriction/restriction.commands.ts';
import { sourceImportCommands } from './modules/source-import/source-import.commands.ts';
import { sourceImportQuestions } from './modules/source-import/source-import.questions.ts';
import { transferPickingCommands } from './modules/transfer-picking/transfer-picking.commands.ts';

/** There is no open index of people (SHR-8.2.1f): families and persons are entered through entities only. */
const queries: Readonly<Record<string, RootField>> = {
  familyAgreements: {
    kind: 'PAGE',
    type: 'FamilyAgreement',
    newestBy: 'recordedAt',
    filters: {},
  },
  matchCandidates: { kind: 'PAGE', type: 'MatchCandidate', newestBy: 'receivedOn', filters: {} },
};

/** Families, households, persons and what is recorded about them. */
export const familiesSubgraph: SubgraphBlueprint = {
  name: 'families',
  role: 'families',
  schema: [
    'family/family',
    'household/household',
    'household/commands',
    'person/person',
    'person/commands',
    'person-merge/person-merge',
    'person-name/person-name',
    'adoption/adoption',
    'parental-responsibility/parental-responsibility',
    'entry/entries',
    'entry/offence-entries',
    'entry/personal-entries',
    'entry/hard-lives',
    'entry/commands',
    'agreement/agreement',
    'agreement/commands',
    'disclosure-limit/disclosure-limit',
    'restriction/restriction',
    'privacy-notice/privacy-notice',
    'match-candidate/match-candidate',
    'source-import/source-import',
    'transfer-picking/transfer-picking',
    'extract-standing/extract-standing',
    'paging',
  ]
    .map((path) => new URL(`./modules/${path}.graphql`, import.meta.url))
    .concat(COMMAND_REFUSAL_SCHEMA, SPLIT_OFF_SCHEMA, RECORD_CHANGES_SCHEMA, PICKING_SCHEMA),
  resources: [
    familyResource,
    householdResource,
    addressResource,
    personResource,
    personNameResource,
    familyAgreementResource,
    agreementPartResource,
    agreementSignerResource,
    exclusionResource,
    matchCandidateResource,
    ...entryTypes,
    ...characteristicSources,
  ],
  queries,
  commands: {
    ...entryCommands,
    ...personCommands,
    ...householdCommands,
    ...personMergeCommands,
    ...personNameCommands,
    ...adoptionCommands,
    ...parentalResponsibilityCommands,
    ...agreementCommands,
    ...disclosureLimitCommands,
    ...restrictionCommands,
    ...sourceImportCommands,
    ...transferPickingCommands,
  },
  questions: {
    ...privacyNoticeQuestions,
    ...personMergeQuestions,
    ...sourceImportQuestions,
    ...extractStandingQuestions,
    personEntryChanges: changesQuestion('families') as Question,
  },
  migrations: { name: 'families', folder: new URL('../migrations/', import.meta.url) },
};
