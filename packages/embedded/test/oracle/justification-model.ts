import type { RecordModel } from './field-model.ts';
import { byEpisode, id, reference } from './field-model.ts';
import { isPast } from './policy-model.ts';
import type { RawCounty, RawRow } from './raw-county.ts';

// What can still open something, or come to, is over at its end.
function standing({ state, expiresAt }: RawRow, county: RawCounty): unknown {
  return (state === 'LIVE' || state === 'NEEDS_APPROVAL') && isPast(expiresAt, county)
    ? 'EXPIRED'
    : state;
}

/** A justification, as whoever may see it sees it. */
export const justificationModel: RecordModel = {
  table: 'access.justification',
  about: (row) => ({
    ...byEpisode(row),
    accountId: id(row, 'accountId'),
    personId: id(row, 'personId'),
  }),
  fields: {
    episode: reference('Episode', 'episodeId'),
    person: reference('Person', 'personId'),
    practitioner: reference('Practitioner', 'accountId'),
    approver: reference('Practitioner', 'approverId'),
    deputy: reference('Practitioner', 'deputyId'),
    approvedBy: reference('Practitioner', 'approvedBy'),
    writtenBy: reference('Practitioner', 'writtenBy'),
    set: { kind: 'COLUMN', column: 'setId' },
    state: { kind: 'TEXT', of: standing },
    // Counted from what was released, and a comparison releases nothing.
    uses: { kind: 'TEXT', of: () => 0 },
    lastUsedAt: { kind: 'TEXT', of: () => null },
  },
};
