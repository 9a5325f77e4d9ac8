import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { RunningIdentity } from './running-identity.ts';
import { REDIRECT_URI, runningIdentity, trusting } from './running-identity.ts';

const errorSchema = z.object({ error: z.string(), error_description: z.string() });

let running: RunningIdentity;
beforeAll(async () => {
  running = await runningIdentity();
});
afterAll(() => running.close());

describe('the sample service', () => {
  const asks = (client: string, secret: string, form: Record<string, string> = {}) =>
    fetch(`${running.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${client}:${secret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...form }),
    });

  test('is given a token in its own name, which shows no second factor and stands for nobody', async () => {
    const answer = z
      .object({ access_token: z.string(), token_type: z.literal('Bearer') })
      .parse(await (await asks('sample-dashboard', 'for-development-only')).json());
    const caller = await trusting(running).authenticate(`Bearer ${answer.access_token}`);
    expect(caller).toMatchObject({
      issuerId: 'development',
      subject: 'sample-dashboard',
      clientId: 'sample-dashboard',
      multiFactor: false,
    });
    expect(decodeJwt(answer.access_token)).not.toHaveProperty('amr');
  });

  test('is given none by another secret, for another audience, or in place of somebody who signs in', async () => {
    const refused = async (answer: Promise<Response>) => {
      const { error, error_description: why } = errorSchema.parse(await (await answer).json());
      return `${error}: ${why}`;
    };
    const secret = 'for-development-only';
    expect(await refused(asks('sample-dashboard', 'guessed'))).toMatch(/^invalid_client:/);
    const elsewhere = { resource: 'https://elsewhere.example/api' };
    expect(await refused(asks('sample-dashboard', secret, elsewhere))).toMatch(/^invalid_target:/);
    const grant = { grant_type: 'authorization_code', code: 'x', redirect_uri: REDIRECT_URI };
    expect(await refused(asks('sample-dashboard', secret, grant))).toMatch(/not allowed/);
  });

  test('is the only one: the console gets a token for whoever signs in and for nobody else', async () => {
    const answer = await fetch(`${running.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'postern-console',
      }),
    });
    expect(answer.status).toBe(400);
    expect(errorSchema.parse(await answer.json()).error_description).toMatch(/not allowed/);
  });
});
