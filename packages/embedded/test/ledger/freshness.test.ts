import { firstRules, putInForce } from '@postern/fuzz';
import { cast } from '@postern/sample-county';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW, countyDatabase, gateFor } from '../county-fixture.ts';
import { keepFacts, restoreFacts } from './kept-facts.ts';
import { recordedBy } from './ledger-rows.ts';

const { grace, dev } = cast.practitioners;
const { okafor } = cast.families;
const { reference, id: episodeId } = okafor.episodes.current;
const QUERY = `{ episode(reference: "${reference}") { reference needs { description } withheld { coordinate code } family { members { givenName } } } }`;

let database: CountyDatabase;
let gates: readonly Gate[];

beforeAll(async () => {
  database = await countyDatabase();
  await keepFacts(database.owner);
  gates = [await gateFor(database), await gateFor(database)];
});

beforeEach(async () => {
  // Both processes have compiled, prepared and answered this question before.
  for (const gate of gates) {
    const { body } = await gate.ask(grace, QUERY);
    expect(body.data.episode.needs.length).toBeGreaterThan(0);
  }
});

afterEach(() => restoreFacts(database.owner));

afterAll(async () => {
  for (const gate of gates ?? []) await gate.close();
  await database?.drop();
});

const now = COUNTY_NOW.toISOString();

describe('what is committed before a request starts holds for it, in every process', () => {
  test.each([
    [
      'a revocation',
      `UPDATE access.access_grant SET revoked_at = '${now}' WHERE account_id = '${grace.id}' AND episode_id = '${episodeId}'`,
    ],
    [
      'a suspension',
      `UPDATE access.access_grant SET suspended_at = '${now}' WHERE account_id = '${grace.id}'`,
    ],
    ['a closed episode', `UPDATE access.episode SET status = 'CLOSED' WHERE id = '${episodeId}'`],
    [
      'a withdrawn agreement',
      `UPDATE access.family_agreement SET state = 'WITHDRAWN', withdrawn_at = '${now}' WHERE episode_id = '${episodeId}'`,
    ],
    [
      'a conflict of interest',
      `INSERT INTO access.conflict_of_interest VALUES (gen_random_uuid(), '${grace.id}', '${okafor.id}', '${now}', NULL)`,
    ],
    [
      'an exclusion of the agency',
      `INSERT INTO access.exclusion VALUES (gen_random_uuid(), '${episodeId}', '${grace.agency.id}', 'WHOLE_AGENCY', '{}', NULL, '${now}', NULL)`,
    ],
  ])('%s', async (_, change) => {
    await database.owner.script(change);
    for (const gate of gates) expect((await gate.ask(grace, QUERY)).body.data.episode).toBeNull();
  });

  test.each([
    [
      'a locked account',
      `UPDATE access.account SET state = 'LOCKED_DOWN' WHERE id = '${grace.id}'`,
      'ACCOUNT_NOT_ACTIVE',
    ],
    [
      'training that has run out',
      `UPDATE access.training SET expires_on = date '${now}' - 1 WHERE account_id = '${grace.id}'`,
      'TRAINING_NOT_VALID',
    ],
    [
      'an acceptance taken away',
      `DELETE FROM access.acceptance WHERE account_id = '${grace.id}'`,
      'ACCEPTANCE_MISSING',
    ],
    [
      'an ended signature',
      `UPDATE access.agency_signature SET ends_at = '${now}' WHERE agency_id = '${grace.agency.id}'`,
      'AGENCY_NOT_IN_FORCE',
    ],
    [
      'evidence that has run out',
      `UPDATE access.agency_evidence SET valid_until = date '${now}' - 1 WHERE agency_id = '${grace.agency.id}'`,
      'AGENCY_EVIDENCE_MISSING',
    ],
    [
      'an issuer that no longer speaks for the agency',
      `DELETE FROM access.issuer_agency WHERE agency_id = '${grace.agency.id}'`,
      'ISSUER_NOT_FOR_AGENCY',
    ],
    [
      'a role that has ended',
      `UPDATE access.role_holding SET ends_at = '${now}' WHERE account_id = '${grace.id}'`,
      'ROLE_MISSING',
    ],
  ])('%s refuses the whole request', async (_, change, code) => {
    await database.owner.script(change);
    for (const gate of gates) {
      const { body, text } = await gate.ask(grace, QUERY);
      expect(body.errors?.[0]?.extensions['code']).toBe(code);
      expect(body.data ?? null).toBeNull();
      expect(text).not.toContain(okafor.persons.chidi.givenName);
    }
  });

  test('a new policy version, and the ledger says under which', async () => {
    const rules = await firstRules(database.owner, ({ name }) => name !== 'taf-reads-Need');
    await putInForce(database.owner, { rules, activatedAt: now });
    const recorded = await recordedBy(database.owner, async () => {
      for (const gate of gates) {
        const { body } = await gate.ask(grace, QUERY);
        expect(body.data.episode.needs).toEqual([]);
        expect(body.data.episode.family.members.length).toBeGreaterThan(0);
      }
    });
    expect(recorded.map(({ policy_versions }) => policy_versions)).toEqual([[2], [2]]);
  });

  test('a version that is not yet live changes nothing', async () => {
    const soon = new Date(COUNTY_NOW.getTime() + 1_000).toISOString();
    await putInForce(database.owner, { rules: [], activatedAt: soon });
    for (const gate of gates)
      expect((await gate.ask(grace, QUERY)).body.data.episode.needs.length).toBeGreaterThan(0);
  });

  test('a live version without rules releases nothing', async () => {
    await putInForce(database.owner, { rules: [], activatedAt: now, version: 3 });
    for (const gate of gates) {
      const { status, body } = await gate.ask(grace, QUERY);
      expect(status).toBe(500);
      expect(body.data ?? null).toBeNull();
    }
  });

  test('a role that is new', async () => {
    await database.owner.script(`UPDATE access.role_holding SET role = 'LEAD_PROFESSIONAL' WHERE account_id = '${grace.id}';
      UPDATE access.access_grant SET role = 'LEAD_PROFESSIONAL' WHERE account_id = '${grace.id}'`);
    const signers = `{ episode(reference: "${reference}") { family { agreement { signers { signedOn } } } } }`;
    for (const gate of gates)
      expect(
        (await gate.ask(grace, signers)).body.data.episode.family.agreement.signers.length,
      ).toBeGreaterThan(0);
    expect((await gates[0]?.ask(dev, signers))?.body.data.episode).toBeNull();
  });
});
