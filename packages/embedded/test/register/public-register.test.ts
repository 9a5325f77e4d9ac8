import { connect } from '@postern/database';
import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenShape } from '../county-fixture.ts';
import { openShape, SHAPES } from '../county-fixture.ts';

const { stonebeck, oakapple, hartsedge, fernhollow } = cast.agencies;

describe.each(SHAPES)('the public register (%s)', (shape) => {
  let open: OpenShape;
  beforeAll(async () => {
    open = await openShape(shape);
    await open.database.owner.run({
      text: 'UPDATE access.agency SET name = $2 WHERE id = $1',
      values: [fernhollow.id, 'Fernhollow <script>alert("1")</script> & Söhne 学校'],
    });
  });
  afterAll(() => open?.close());

  const get = (accept: string) => fetch(`${open.gate.url}/register`, { headers: { accept } });

  test('is there for whoever asks, without signing in: who signed what, since when and until when', async () => {
    const response = await get('application/json');
    expect(response.status).toBe(200);
    const { signatories } = (await response.json()) as {
      signatories: readonly Readonly<Record<string, unknown>>[];
    };
    const of = (name: string) => signatories.find((each) => each['name'] === name);
    expect(of(stonebeck.name)).toMatchObject({
      kind: 'EARLY_YEARS',
      state: 'WITHDRAWN',
      signatures: [{ version: '1.1', until: expect.stringMatching(/^2026-/) }],
    });
    expect(of(hartsedge.name)).toMatchObject({ state: 'NOTICE_GIVEN' });
    expect(of(oakapple.name)).toBeUndefined();
    for (const signatory of signatories)
      expect(Object.keys(signatory).sort()).toEqual(['kind', 'name', 'signatures', 'state']);
    expect(JSON.stringify(signatories)).not.toContain('Rosalind Achebe');
  });

  test('is a plain page for people, which shows names as they are and runs nothing', async () => {
    const response = await get('text/html,application/xhtml+xml');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await response.text();
    expect(page).toContain('<th scope="row">Fernhollow &lt;script&gt;alert(&quot;1&quot;)');
    expect(page).toContain('学校');
    expect(page).toContain('Has left');
    expect(page).not.toContain('<script');
    expect(page).toContain('<html lang="en">');
  });
});

test('the gateway reads nothing else of agencies, and nothing of accounts', async () => {
  const open = await openShape('embedded');
  const gateway = connect(open.database.address, 'gateway', { max: 1 });
  try {
    for (const text of [
      'SELECT signatory_name FROM access.agency_signature',
      'SELECT registration_number FROM access.agency_signature',
      'SELECT revision FROM access.agency',
      'SELECT * FROM access.agency_domain',
      'SELECT id FROM access.account',
      "UPDATE access.agency SET state = 'ACTIVE'",
    ])
      await expect(gateway.run({ text, values: [] }), text).rejects.toMatchObject({
        logged: { sqlstate: '42501' },
      });
  } finally {
    await gateway.close();
    await open.close();
  }
});
