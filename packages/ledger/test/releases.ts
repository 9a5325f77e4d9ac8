import { randomUUID } from 'node:crypto';
import type { ReleaseRecord } from '../src/index.ts';

/** A release that the ledger takes; change what the test is about. */
export function release(changed: Partial<ReleaseRecord> = {}): ReleaseRecord {
  return {
    id: randomUUID(),
    at: new Date('2026-03-02T09:30:00.123Z'),
    contract: 'records',
    accountId: randomUUID(),
    agencyId: randomUUID(),
    purpose: 'COORDINATE_SUPPORT',
    policyVersions: [1],
    operationHash: 'ab'.repeat(32),
    operationName: 'Caseload',
    grants: [randomUUID(), randomUUID()],
    justifications: [],
    persons: [randomUUID()],
    families: [randomUUID()],
    episodes: [randomUUID()],
    coordinates: { 'Person.givenName': 4, 'Family.address': 1 },
    explained: [],
    told: [],
    ...changed,
  };
}
