import type { RecordModel } from './field-model.ts';
import { byEpisode, id, reference } from './field-model.ts';
import { isPast } from './policy-model.ts';
import type { RawCounty, RawRow } from './raw-county.ts';

/** A grant is about to end from two weeks before it does. */
const WARNING_MS = 14 * 86_400_000;

function standing(row: RawRow, county: RawCounty): unknown {
  const past = (moment: unknown): boolean => moment !== null && isPast(moment, county);
  const { endsAt, confirmBy, suspendedAt, revokedAt } = row;
  if (past(revokedAt)) return 'REVOKED';
  if (past(endsAt) || past(confirmBy)) return 'EXPIRED';
  if (past(suspendedAt)) return 'SUSPENDED';
  if (endsAt === null) return 'GRANTED';
  const warned = new Date(new Date(String(endsAt)).getTime() - WARNING_MS).toISOString();
  return past(warned) ? 'EXPIRING' : 'GRANTED';
}

/** A grant, as whoever may see it sees it. */
export const grantModel: RecordModel = {
  table: 'access.access_grant',
  about: (row) => ({ ...byEpisode(row), accountId: id(row, 'accountId') }),
  fields: {
    episode: reference('Episode', 'episodeId'),
    practitioner: reference('Practitioner', 'accountId'),
    grantedBy: reference('Practitioner', 'grantedBy'),
    state: { kind: 'TEXT', of: standing },
  },
};
