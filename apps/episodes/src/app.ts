import type { SubgraphBlueprint } from '@postern/subgraph-kit';
import {
  assessmentResource,
  assessmentSectionResource,
} from './modules/assessment/assessment.resource.ts';
import { episodeQueries } from './modules/episode/episode.queries.ts';
import { episodeResource, levelTransitionResource } from './modules/episode/episode.resource.ts';
import { meetingResource } from './modules/meeting/meeting.resource.ts';
import { needResource } from './modules/need/need.resource.ts';
import { planActionResource, planResource } from './modules/plan/plan.resource.ts';

/** Episodes of early help: their state, assessment, needs, plan and meetings. */
export const episodesSubgraph: SubgraphBlueprint = {
  name: 'episodes',
  role: 'episodes',
  schema: [
    'episode/episode',
    'assessment/assessment',
    'need/need',
    'plan/plan',
    'meeting/meeting',
  ].map((path) => new URL(`./modules/${path}.graphql`, import.meta.url)),
  resources: [
    episodeResource,
    levelTransitionResource,
    assessmentResource,
    assessmentSectionResource,
    needResource,
    planResource,
    planActionResource,
    meetingResource,
  ],
  queries: episodeQueries,
  migrations: { name: 'episodes', folder: new URL('../migrations/', import.meta.url) },
};
