import { describe, expect, test } from 'vitest';
import type { AccessGrantFact, FactTables } from '../src/index.ts';
import { holdsFor } from './asking.ts';
import { episodeA, grantOnA, LONG_AGO, rowOfEpisodeB } from './small-county.ts';

const role = 'LEAD_PROFESSIONAL';
const lead = { ...grantOnA, role };

/** The closed episode of a family, read by whoever has these grants on the one that is open. */
function reads(...accessGrant: readonly AccessGrantFact[]): boolean {
  const facts: Partial<FactTables> = {
    accessGrant,
    roleHolding: ['TAF_MEMBER', role].map((held) => ({
      accountId: 'teacher',
      role: held,
      startsAt: LONG_AGO,
      endsAt: null,
    })),
    episode: [episodeA, { id: 'episode-b', familyId: 'family-f', status: 'CLOSED' }],
  };
  return holdsFor('episode.earlier', { facts, role, row: rowOfEpisodeB });
}

describe('an earlier episode of the family', () => {
  test('is read by its lead now, not by a member of the team', () => {
    expect(reads(lead)).toBe(true);
    expect(reads(grantOnA)).toBe(false);
  });

  test('is not read through a grant that names persons, whoever else it is that reads everybody', () => {
    const named = { ...lead, persons: ['child'] };
    expect(reads(named)).toBe(false);
    expect(reads(named, grantOnA)).toBe(false);
    expect(reads(named, lead)).toBe(true);
  });
});
