import type { RecordModel } from './field-model.ts';
import { byEpisode, id, reference } from './field-model.ts';

/** The types by which one agency asks another about an episode: for what it holds, and to look at what may be wrong. */
export const REQUEST_RECORDS: Readonly<Record<string, RecordModel>> = {
  InformationRequest: {
    table: 'partners.information_request',
    about: (row) => ({
      ...byEpisode(row),
      accountId: id(row, 'askedBy'),
      parties: [String(row['askingAgencyId']), String(row['holdingAgencyId'])],
    }),
    fields: {
      episode: reference('Episode', 'episodeId'),
      askedBy: reference('Practitioner', 'askedBy'),
      askingAgency: reference('Agency', 'askingAgencyId'),
      holdingAgency: reference('Agency', 'holdingAgencyId'),
      answeredBy: reference('Practitioner', 'answeredBy'),
    },
  },
  AccuracyIssue: {
    table: 'partners.accuracy_issue',
    about: (row) => ({
      ...byEpisode(row),
      accountId: id(row, 'raisedBy'),
      parties: [row['raisedByAgencyId'], row['recordedByAgencyId']].filter(
        (agency) => typeof agency === 'string',
      ),
    }),
    fields: {
      episode: reference('Episode', 'episodeId'),
      raisedBy: reference('Practitioner', 'raisedBy'),
      raisedByAgency: reference('Agency', 'raisedByAgencyId'),
      recordedBy: reference('Practitioner', 'recordedBy'),
      recordedByAgency: reference('Agency', 'recordedByAgencyId'),
      correctedBy: reference('Practitioner', 'correctedBy'),
    },
  },
};
