import type { ResourceDefinition } from '@postern/subgraph-kit';
import { column, columnOf, descending, reference } from '@postern/subgraph-kit';
import { sql } from 'drizzle-orm';
import { agreementUploaded } from '../document/agreement-uploaded.ts';
import { provenanceFields } from '../entry-fields.ts';
import { children } from '../entry-resource.ts';
import { episode, levelTransition } from './episode.table.ts';
import { missingElements } from './missing-elements.ts';

export const episodeResource: ResourceDefinition = {
  type: 'Episode',
  table: episode,
  link: { kind: 'EPISODE', episode: 'id' },
  recorded: ['status', 'endReason', 'levelOfNeed'],
  fields: {
    id: column('id'),
    reference: column('reference'),
    status: column('status'),
    levelOfNeed: column('levelOfNeed'),
    openedOn: column('openedOn'),
    closedOn: column('closedOn'),
    reason: column('reason'),
    endReason: column('endReason'),
    allocatedAgency: reference('Agency', 'allocatedAgencyId'),
    family: reference('Family', 'familyId'),
    assessment: children('ONE', 'Assessment', 'episodeId'),
    earlierAssessments: {
      kind: 'MANY',
      type: 'Assessment',
      ofOtherEpisodes: true,
      join: (parent, child) =>
        sql`${columnOf(child, 'episodeId')} = ANY (ARRAY(SELECT ${episode.id} FROM ${episode}
          WHERE ${episode.familyId} = ${columnOf(parent, 'familyId')} AND ${episode.id} <> ${columnOf(parent, 'id')} AND ${episode.status} = 'CLOSED'))`,
    },
    needs: children('MANY', 'Need', 'episodeId'),
    plan: children('ONE', 'Plan', 'episodeId'),
    meetings: children('MANY', 'TafMeeting', 'episodeId'),
    levelTransitions: children('MANY', 'LevelTransition', 'episodeId'),
    activities: children('MANY', 'Activity', 'episodeId'),
    caseNotes: children('MANY', 'CaseNote', 'episodeId'),
    referrals: children('MANY', 'Referral', 'episodeId'),
    missingElements: { kind: 'EXPRESSION', value: missingElements },
    revision: column('revision'),
    documents: children('MANY', 'Document', 'episodeId'),
    agreementUploaded: {
      kind: 'EXPRESSION',
      value: (row) => agreementUploaded(sql`${columnOf(row, 'id')}`),
    },
  },
};

export const levelTransitionResource: ResourceDefinition = {
  type: 'LevelTransition',
  table: levelTransition,
  link: { kind: 'EPISODE', episode: 'episodeId' },
  agency: 'agencyId',
  order: [descending('recordedAt')],
  fields: {
    id: column('id'),
    direction: column('direction'),
    fromLevel: column('fromLevel'),
    toLevel: column('toLevel'),
    reason: column('reason'),
    ...provenanceFields,
  },
};
