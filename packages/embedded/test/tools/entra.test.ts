import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answered, CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW, countyDatabase, gateFor } from '../county-fixture.ts';
import { ENTRA, signEntraToken } from '../signing.ts';
import { tool } from './tool.ts';

const { ines } = cast.practitioners;
const OID = '11111111-0000-4000-8000-000000000001';
/** What the connectors of Power BI and Excel ask for, and nothing else. */
const CONNECTOR = 'user_impersonation';
const RECORDS = '{ myAccount { missing } }';

let database: CountyDatabase;
let gate: Gate;
beforeAll(async () => {
  database = await countyDatabase();
  gate = await gateFor(database);
  await database.owner.run({
    text: `INSERT INTO access.issuer (id, url, profile, audience, jwks_uri, algorithms) VALUES ($1, $2, 'ENTRA', $3, $4, ARRAY['ES256'])`,
    values: [ENTRA.id, ENTRA.url, ENTRA.audience, ENTRA.jwks],
  });
  await database.owner.run({
    text: 'INSERT INTO access.issuer_agency (issuer_id, agency_id) SELECT $1, agency_id FROM access.account WHERE id = $2',
    values: [ENTRA.id, ines.id],
  });
  await database.owner.run({
    text: 'UPDATE access.account SET issuer_id = $1, subject = $2 WHERE id = $3',
    values: [ENTRA.id, OID, ines.id],
  });
});
afterAll(async () => {
  await gate?.close();
  await database?.drop();
});

async function asks(address: string, scopes: string, query: string): Promise<Answered> {
  const token = await signEntraToken(OID, scopes, COUNTY_NOW);
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'purpose-of-use': address.includes('/reporting/')
        ? 'PLANNING_AND_REPORTING'
        : 'UNDERSTAND_NEEDS',
    },
    body: JSON.stringify({ query }),
  });
  const body: Answered = await response.json();
  return { ...body, challenge: response.headers.get('www-authenticate') };
}

test('what a connector was given for an analyst opens the protected numbers', async () => {
  const { data } = await asks(`${gate.url}/reporting/graphql`, CONNECTOR, '{ indicators { id } }');
  expect(data.indicators).toHaveLength(15);
  const authorization = `Bearer ${await signEntraToken(OID, CONNECTOR, COUNTY_NOW)}`;
  expect((await tool(gate, 'odata/v4/Episodes?$top=1', { authorization })).status).toBe(200);
});

test('and nothing of records, not even one’s own account', async () => {
  const partners = gate.subgraphs.get('partners');
  for (const at of [gate.url, ...(partners === undefined ? [] : [partners])]) {
    const { data, errors, challenge } = await asks(`${at}/graphql`, CONNECTOR, RECORDS);
    expect(data ?? null).toBeNull();
    expect(errors[0].extensions.code).toBe('TOKEN_FOR_NUMBERS_ONLY');
    expect(challenge).toContain('error="insufficient_scope", scope="records"');
  }
});

test('what a frontend of records asked for opens both', async () => {
  const scopes = `${CONNECTOR} records`;
  const { data } = await asks(`${gate.url}/graphql`, scopes, RECORDS);
  expect(data).toEqual({ myAccount: { missing: [] } });
  const numbers = await asks(`${gate.url}/reporting/graphql`, scopes, '{ indicators { id } }');
  expect(numbers.data.indicators).toHaveLength(15);
});
