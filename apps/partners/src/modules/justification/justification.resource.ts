import { JUSTIFICATION_STATES, justification } from '@postern/access-facts';
import { ARTICLE_6, ARTICLE_9, OFFENCE_AUTHORITIES, PURPOSES, SCHEDULE_1 } from '@postern/policy';
import type { ResourceDefinition } from '@postern/subgraph-kit';
import { column, descending, oneOfColumn, reference } from '@postern/subgraph-kit';

export const justificationResource: ResourceDefinition = {
  type: 'Justification',
  table: justification,
  link: { kind: 'EPISODE', episode: 'episodeId' },
  account: 'accountId',
  order: [descending('startsAt')],
  fields: {
    id: column('id'),
    episode: reference('Episode', 'episodeId'),
    person: reference('Person', 'personId'),
    classes: column('classes'),
    purpose: oneOfColumn('purpose', PURPOSES),
    relevance: column('relevance'),
    article6: oneOfColumn('article6', Object.keys(ARTICLE_6)),
    article9: oneOfColumn('article9', Object.keys(ARTICLE_9)),
    article10: oneOfColumn('article10', Object.keys(OFFENCE_AUTHORITIES)),
    schedule1Paragraph: oneOfColumn('schedule1Paragraph', Object.keys(SCHEDULE_1)),
    state: oneOfColumn('state', JUSTIFICATION_STATES),
    approvedBy: reference('Practitioner', 'approvedBy'),
    startsAt: column('startsAt'),
    expiresAt: column('expiresAt'),
  },
};
