import { justification } from '@postern/access-facts';
import type { ResourceDefinition } from '@postern/subgraph-kit';
import { column, descending, reference } from '@postern/subgraph-kit';

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
    purpose: column('purpose'),
    relevance: column('relevance'),
    article6: column('article6'),
    article9: column('article9'),
    article10: column('article10'),
    schedule1Paragraph: column('schedule1Paragraph'),
    state: column('state'),
    approvedBy: reference('Practitioner', 'approvedBy'),
    startsAt: column('startsAt'),
    expiresAt: column('expiresAt'),
  },
};
