import {
  changesQuestion,
  PICKING_SCHEMA,
  RECORD_CHANGES_SCHEMA,
  SPLIT_OFF_SCHEMA,
} from '@postern/recording';
import type { Question, SubgraphBlueprint } from '@postern/subgraph-kit';
import { COMMAND_REFUSAL_SCHEMA } from '@postern/subgraph-kit';
import { activityCommands } from './modules/activity/activity.commands.ts';
import { activityResource } from './modules/activity/activity.resource.ts';
import { assessmentCommands } from './modules/assessment/assessment.commands.ts';
import {
  assessmentResource,
  assessmentSectionResource,
} from './modules/assessment/assessment.resource.ts';
import { caseNoteCommands } from './modules/case-note/case-note.commands.ts';
import { caseNoteResource } from './modules/case-note/case-note.resource.ts';
import { documentCommands } from './modules/document/document.commands.ts';
import { documentQueries } from './modules/document/document.queries.ts';
import { documentPartResource, documentResource } from './modules/document/document.resource.ts';
import { episodeCommands } from './modules/episode/episode.commands.ts';
import { episodeQueries } from './modules/episode/episode.queries.ts';
import { episodeResource, levelTransitionResource } from './modules/episode/episode.resource.ts';
import { meetingCommands } from './modules/meeting/meeting.commands.ts';
import { meetingResource } from './modules/meeting/meeting.resource.ts';
import { needCommands } from './modules/need/need.commands.ts';
import { needResource } from './modules/need/need.resource.ts';
import { planCommands } from './modules/plan/plan.commands.ts';
import { planActionResource, planResource } from './modules/plan/plan.resource.ts';
import { referralCommands } from './modules/referral/referral.commands.ts';
import { referralQuestions } from './modules/referral/referral.questions.ts';
import { referralResource } from './modules/referral/referral.resource.ts';
import { transferPickingCommands } from './modules/transfer-picking/transfer-picking.commands.ts';

/** Episodes of early help: how they began, their state, assessment, needs, plan, meetings and notes. */
export const episodesSubgraph: SubgraphBlueprint = {
  name: 'episodes',
  role: 'episodes',
  schema: [
    'episode/episode',
    'episode/commands',
    'assessment/assessment',
    'need/need',
    'plan/plan',
    'meeting/meeting',
    'activity/activity',
    'case-note/case-note',
    'document/document',
    'referral/referral',
    'referral/commands',
    'transfer-picking/transfer-picking',
  ]
    .map((path) => new URL(`./modules/${path}.graphql`, import.meta.url))
    .concat(COMMAND_REFUSAL_SCHEMA, SPLIT_OFF_SCHEMA, RECORD_CHANGES_SCHEMA, PICKING_SCHEMA),
  resources: [
    episodeResource,
    levelTransitionResource,
    assessmentResource,
    assessmentSectionResource,
    needResource,
    planResource,
    planActionResource,
    meetingResource,
    activityResource,
    caseNoteResource,
    documentResource,
    documentPartResource,
    referralResource,
  ],
  queries: { ...episodeQueries, ...documentQueries },
  commands: {
    ...episodeCommands,
    ...referralCommands,
    ...assessmentCommands,
    ...needCommands,
    ...planCommands,
    ...meetingCommands,
    ...activityCommands,
    ...caseNoteCommands,
    ...documentCommands,
    ...transferPickingCommands,
  },
  questions: { ...referralQuestions, episodeChanges: changesQuestion('episodes') as Question },
  migrations: { name: 'episodes', folder: new URL('../migrations/', import.meta.url) },
};
