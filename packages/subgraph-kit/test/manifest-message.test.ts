import { expect, test } from 'vitest';
import { ReleaseManifest, readManifestMessage } from '../src/index.ts';

const PRINCIPAL = { accountId: 'a', agencyId: 'g', policyVersion: 4 };
const ID = { coordinate: 'Person.id', class: 'OPERATIONAL' } as const;
const REASON = { code: 'JUSTIFICATION_REQUIRED', clause: 'c', remedy: 'r' } as const;
const ALL = new Set(['Person.id', 'Person.givenName', 'Need.concerns']);

/** What two fetches of one request note: `p2` is brought by both. */
function noted(first: ReleaseManifest, second: ReleaseManifest): void {
  for (const manifest of [first, second]) manifest.identify(PRINCIPAL);
  for (const id of ['p1', 'p2']) first.row('Person', id, ID);
  for (const id of ['p2', 'p3']) second.row('Person', id, ID);
  first.released('Person.givenName', 'PERSONAL', 2);
  second.released('Person.givenName', 'PERSONAL');
  first.withheld('Person.healthConditions', REASON);
  second.withheld('Person.healthConditions', REASON);
  first.reliedOn('GRANT', ['g1']);
  second.reliedOn('GRANT', ['g1', 'g2']);
  second.reliedOn('JUSTIFICATION', ['j1']);
  second.refer('Family', 'f1');
  second.explained({
    account: 'x',
    record: 'p1',
    coordinate: 'Person.givenName',
    purpose: 'AUDIT',
  });
  for (const manifest of [first, second])
    manifest.told({ question: 'accountOf', clause: 'c', record: 'x' });
}

test('what two processes noted, told over the wire, is as if one had noted it', () => {
  const inOne = new ReleaseManifest();
  noted(inOne, inOne);
  const parts = [new ReleaseManifest(), new ReleaseManifest()] as const;
  noted(...parts);
  const told = new ReleaseManifest();
  for (const part of parts) {
    const message = readManifestMessage(JSON.parse(JSON.stringify(part.message())));
    if (message === null) throw new Error('a manifest is one');
    told.absorb(message);
  }
  expect(told.summarise(ALL)).toEqual(inOne.summarise(ALL));
  expect(told.notices()).toEqual(inOne.notices());
  expect(told.summarise(ALL)?.coordinates).toEqual({ 'Person.id': 3, 'Person.givenName': 3 });
  expect(told.summarise(ALL)?.told).toEqual([{ question: 'accountOf', clause: 'c', record: 'x' }]);
});

test('that somebody’s access was explained is recorded, be it that nothing else was released', () => {
  const manifest = new ReleaseManifest();
  manifest.identify(PRINCIPAL);
  expect(manifest.summarise(ALL)).toBeNull();
  const access = { account: 'x', record: 'p1', purpose: 'AUDIT' };
  manifest.explained({ ...access, coordinate: 'Person.givenName' });
  expect(manifest.summarise(new Set())).toMatchObject({
    accountId: 'a',
    policyVersions: [4],
    persons: [],
    coordinates: {},
    explained: [{ ...access, coordinate: 'Person.givenName' }],
  });
});

test('that a question told of somebody is recorded, be it that nothing else was released', () => {
  const manifest = new ReleaseManifest();
  manifest.identify(PRINCIPAL);
  const told = { question: 'accountOf', clause: 'SHR-8.3.8f', record: 'x' };
  manifest.told(told);
  expect(manifest.summarise(new Set())).toMatchObject({
    accountId: 'a',
    coordinates: {},
    explained: [],
    told: [told],
  });
});

test('a policy that changes between two fetches of one request is named beside the one before', () => {
  const manifest = new ReleaseManifest();
  manifest.row('Person', 'p1', ID);
  for (const policyVersion of [5, 4, 5]) manifest.identify({ ...PRINCIPAL, policyVersion });
  expect(manifest.summarise(ALL)?.policyVersions).toEqual([4, 5]);
  const { policyVersions: _, ...withoutPolicy } = manifest.message();
  expect(readManifestMessage({ ...withoutPolicy, policyVersions: [] })).toBeNull();
});

test.each([null, 'x', [], {}, { principal: PRINCIPAL }])('%j is no manifest', (value) => {
  expect(readManifestMessage(value)).toBeNull();
});
