import type { RecordModel } from './field-model.ts';
import {
  below,
  byEntry,
  entry,
  episodeRecord,
  first,
  granted,
  id,
  provenance,
  reference,
  rows,
} from './field-model.ts';
import { missingElements } from './missing-elements-model.ts';

/** Episodes, and what is recorded of the work in them. */
export const EPISODE_RECORDS: Readonly<Record<string, RecordModel>> = {
  Episode: {
    table: 'episodes.episode',
    about: (row) => ({ rowId: id(row, 'id'), episodeId: id(row, 'id') }),
    fields: {
      allocatedAgency: reference('Agency', 'allocatedAgencyId'),
      family: reference('Family', 'familyId'),
      assessment: first(
        'Assessment',
        below('episodes.assessment', 'episodeId'),
        'startedOn',
        'DESCENDING',
      ),
      earlierAssessments: {
        kind: 'ROWS',
        type: 'Assessment',
        of: (row, county) =>
          county
            .rowsBy('episodes.episode', 'familyId', row['familyId'])
            .filter((other) => other['id'] !== row['id'] && other['status'] === 'CLOSED')
            .flatMap((other) => county.rowsBy('episodes.assessment', 'episodeId', other['id'])),
      },
      needs: rows('Need', 'episodes.need', 'episodeId'),
      plan: first('Plan', below('episodes.plan', 'episodeId'), 'agreedOn', 'DESCENDING'),
      meetings: rows('TafMeeting', 'episodes.taf_meeting', 'episodeId'),
      activities: rows('Activity', 'episodes.activity', 'episodeId'),
      caseNotes: rows('CaseNote', 'episodes.case_note', 'episodeId'),
      referrals: rows('Referral', 'episodes.referral', 'episodeId'),
      documents: rows('Document', 'episodes.document', 'episodeId'),
      agreementUploaded: {
        kind: 'TEXT',
        of: (row, county) =>
          county
            .rowsBy('episodes.document', 'episodeId', row['id'])
            .some(({ kind, state }) => kind === 'FAMILY_AGREEMENT' && state === 'CLEAN') || null,
      },
      informationRequests: rows('InformationRequest', 'partners.information_request', 'episodeId'),
      levelTransitions: rows('LevelTransition', 'episodes.level_transition', 'episodeId'),
      leadProfessional: first('Practitioner', granted('LEAD_PROFESSIONAL'), 'name', 'ASCENDING'),
      team: { kind: 'ROWS', type: 'Practitioner', of: granted(null) },
      grants: rows('AccessGrant', 'access.access_grant', 'episodeId'),
      missingElements,
    },
  },
  LevelTransition: episodeRecord('level_transition', provenance),
  Assessment: episodeRecord('assessment', {
    ...entry,
    sections: rows('AssessmentSection', 'episodes.assessment_section', 'assessmentId'),
  }),
  AssessmentSection: episodeRecord('assessment_section', entry),
  Need: episodeRecord('need', entry),
  Plan: episodeRecord('plan', {
    ...entry,
    actions: rows('PlanAction', 'episodes.plan_action', 'planId'),
  }),
  PlanAction: episodeRecord('plan_action', entry),
  Activity: episodeRecord('activity', entry),
  TafMeeting: episodeRecord('taf_meeting', entry),
  CaseNote: episodeRecord('case_note', entry),
  Referral: {
    table: 'episodes.referral',
    about: (row) => ({ ...byEntry(row), accountId: id(row, 'recordedBy') }),
    fields: entry,
  },
};
