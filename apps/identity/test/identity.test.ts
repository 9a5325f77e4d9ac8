import { MULTI_FACTOR_CONTEXT } from '@postern/authentication';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createIdentity, DEVELOPMENT_AUDIENCE } from '../src/index.ts';
import type { RunningIdentity } from './running-identity.ts';
import { PEOPLE, REDIRECT_URI, runningIdentity, trusting } from './running-identity.ts';
import { SignInFlow, shownCode } from './sign-in-flow.ts';

const [morgan] = PEOPLE;
const tokensSchema = z.object({
  access_token: z.string(),
  id_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.literal(3600),
});

let running: RunningIdentity;
beforeAll(async () => {
  running = await runningIdentity();
});
afterAll(() => running.close());

describe('a sample person signs in through the pages', () => {
  test('and the access token verifies against the published keys, with both factors', async () => {
    const flow = new SignInFlow(running.issuer);
    const returned = await flow.signIn(morgan.email);
    expect(returned.origin + returned.pathname).toBe(REDIRECT_URI);
    expect(returned.searchParams.get('state')).toBe('from-the-test');
    expect(returned.searchParams.get('iss')).toBe(running.issuer);

    const exchanged = await flow.exchange(returned.searchParams.get('code') ?? '');
    const tokens = tokensSchema.parse(await exchanged.json());
    const caller = await trusting(running).authenticate(`Bearer ${tokens.access_token}`);
    expect(caller).toMatchObject({
      issuerId: 'development',
      subject: morgan.subject,
      multiFactor: true,
      clientId: 'postern-console',
    });

    expect(decodeProtectedHeader(tokens.access_token)).toEqual({
      alg: 'ES256',
      typ: 'at+jwt',
      kid: expect.any(String),
    });
    const claims = decodeJwt(tokens.access_token);
    expect(claims).toMatchObject({
      aud: DEVELOPMENT_AUDIENCE,
      amr: ['pwd', 'otp'],
      acr: MULTI_FACTOR_CONTEXT,
      auth_time: expect.any(Number),
      jti: expect.any(String),
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(3600);
    expect(decodeJwt(tokens.id_token)).toMatchObject({ sub: morgan.subject, name: morgan.name });
  });

  test('but the identity token is no access token', async () => {
    const flow = new SignInFlow(running.issuer);
    const returned = await flow.signIn(morgan.email);
    const exchanged = await flow.exchange(returned.searchParams.get('code') ?? '');
    const { id_token } = tokensSchema.parse(await exchanged.json());
    await expect(trusting(running).authenticate(`Bearer ${id_token}`)).rejects.toMatchObject({
      code: 'TOKEN_INVALID',
    });
  });

  test('once for a working day, and again when the console asks for it', async () => {
    const flow = new SignInFlow(running.issuer);
    await flow.signIn(morgan.email);
    expect((await flow.open()).url).toMatch(/^http:\/\/localhost:5173\/signed-in\?code=/);
    const asked = await flow.open({ prompt: 'login' });
    expect(asked.text).toContain('<h1>Sign in</h1>');
  });

  test('with the e-mail in any case, and the code with spaces', async () => {
    const flow = new SignInFlow(running.issuer);
    const codePage = await flow.submit(await flow.open(), { email: ' Morgan.TAF@school.example ' });
    const code = [...shownCode(codePage)].join(' ');
    expect((await flow.submit(codePage, { code })).url).toContain('?code=');
  });
});

describe('no one else signs in', () => {
  test.each([
    ['someone@elsewhere.example', 'There is no sample account with this e-mail address'],
    ['', 'Enter the e-mail address of a sample account'],
    ['"><script>alert(1)</script>', 'There is no sample account with this e-mail address'],
  ])('as %j', async (email, message) => {
    const flow = new SignInFlow(running.issuer);
    const page = await flow.submit(await flow.open(), { email });
    expect(page.status).toBe(422);
    expect(page.text).toContain(message);
    expect(page.text).toContain('<title>Error: ');
    expect(page.text).not.toContain('<script');
    expect((await flow.reload(page)).text).not.toContain('shown-code');
  });

  test('with a wrong code, and not by trying many', async () => {
    const flow = new SignInFlow(running.issuer);
    let page = await flow.submit(await flow.open(), { email: morgan.email });
    const right = shownCode(page);
    const wrong = right === '000000' ? '000001' : '000000';
    for (let attempt = 1; attempt < 5; attempt += 1) {
      page = await flow.submit(page, { code: wrong });
      expect(page.status).toBe(422);
      expect(page.text).toContain('Enter the 6 digits shown on this page');
    }
    page = await flow.submit(page, { code: wrong });
    expect(page.text).toContain('Too many wrong codes: start again');
    page = await flow.submit(page, { code: right });
    expect(page.text).toContain('<h1>Sign in</h1>');
    expect(page.url).not.toContain('?code=');
  });

  test('by skipping the second step, or with an empty code', async () => {
    const flow = new SignInFlow(running.issuer);
    const first = await flow.open();
    expect((await flow.submit(first, { code: '123456' })).text).toContain('<h1>Sign in</h1>');
    const second = await flow.submit(first, { email: morgan.email });
    expect((await flow.submit(second, { email: morgan.email })).status).toBe(422);
  });

  test('with a form from another site, or from another browser', async () => {
    const flow = new SignInFlow(running.issuer);
    const page = await flow.open();
    const forged = await flow.submit(page, { csrf: 'x'.repeat(32), email: morgan.email });
    expect(forged.status).toBe(403);
    const stranger = new SignInFlow(running.issuer);
    expect((await stranger.submit(page, { email: morgan.email })).status).toBe(400);
    const another = await stranger.open();
    expect((await stranger.submit({ ...another, url: page.url }, {})).status).toBe(400);
  });

  test.each([5_000, 500_000])('with a form of more than %i bytes', async (size) => {
    const flow = new SignInFlow(running.issuer);
    const page = await flow.open();
    const fields = { email: morgan.email, padding: 'x'.repeat(size) };
    expect((await flow.submit(page, fields)).status).toBe(400);
  });

  test('with a form of a type that another site could send unasked', async () => {
    const flow = new SignInFlow(running.issuer);
    const page = await flow.open();
    const sent = await flow.submit(page, { email: morgan.email }, 'text/plain');
    expect(sent.status).toBe(400);
  });

  test('who cancels: the console is told so', async () => {
    const flow = new SignInFlow(running.issuer);
    const returned = await flow.submit(await flow.open(), { action: 'cancel' });
    expect(new URL(returned.url).searchParams.get('error')).toBe('access_denied');
  });

  test('who chooses another account starts over', async () => {
    const flow = new SignInFlow(running.issuer);
    const codePage = await flow.submit(await flow.open(), { email: morgan.email });
    const page = await flow.submit(codePage, { action: 'restart' });
    expect(page.text).toContain('<h1>Sign in</h1>');
  });
});

describe('the protocol refuses', () => {
  test.each([
    ['a client it does not know', { client_id: 'other' }],
    ['an address that is not registered', { redirect_uri: 'http://localhost:5173/elsewhere' }],
  ])('%s, on a page of its own', async (_, changes) => {
    const page = await new SignInFlow(running.issuer).open(changes);
    expect(page.status).toBe(400);
    expect(page.text).toContain('You cannot sign in from here');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test.each([
    ['no PKCE', { code_challenge: undefined, code_challenge_method: undefined }],
    ['plain PKCE', { code_challenge_method: 'plain' }],
    ['another audience', { resource: 'https://other.example/api' }],
    ['the implicit flow', { response_type: 'token' }],
  ])('%s', async (_, changes) => {
    const page = await new SignInFlow(running.issuer).open(changes);
    expect(page.url).toMatch(/[?#&]error=/);
  });

  test('a code with another verifier, and a code used twice', async () => {
    const flow = new SignInFlow(running.issuer);
    const code = (await flow.signIn(morgan.email)).searchParams.get('code') ?? '';
    const other = await flow.exchange(code, { code_verifier: 'x'.repeat(43) });
    expect(other.status).toBe(400);

    const again = (await flow.open()).url;
    const fresh = new URL(again).searchParams.get('code') ?? '';
    expect((await flow.exchange(fresh)).status).toBe(200);
    expect((await flow.exchange(fresh)).status).toBe(400);
  });
});

describe('the provider is mounted under a prefix', () => {
  test('and describes itself there', async () => {
    const { issuer } = running;
    const discovered = await fetch(`${issuer}/.well-known/openid-configuration`);
    expect(await discovered.json()).toMatchObject({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      code_challenge_methods_supported: ['S256'],
      response_types_supported: ['code'],
      acr_values_supported: [MULTI_FACTOR_CONTEXT],
    });
  });

  test('where its keys are public halves only, the same as in the process', async () => {
    const published = z
      .object({ keys: z.array(z.record(z.string(), z.unknown())) })
      .parse(await (await fetch(`${running.issuer}/jwks`)).json());
    expect(published.keys).toHaveLength(1);
    expect(published.keys[0]).not.toHaveProperty('d');
    expect(published.keys[0]).toMatchObject({ ...running.identity.jwks.keys[0] });
    expect(running.identity.jwks.keys[0]).not.toHaveProperty('d');
  });

  test.each(['', '/', '/nothing', '/interaction/unknown'])(
    'and shows a page for %j',
    async (path) => {
      const response = await fetch(`${running.issuer}${path}`, {
        headers: { accept: 'text/html' },
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
    },
  );

  test('with pages that load nothing from elsewhere and run no script', async () => {
    const page = await new SignInFlow(running.issuer).open();
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self' http://localhost:5173; " +
        "frame-ancestors 'none'; base-uri 'none'",
    );
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.text).toContain('Morgan &lt;Okafor&gt; &amp; &quot;Co&quot;');
    expect(page.text).not.toMatch(/<script|https?:\/\/|style=/);
    const style = await fetch(new URL('/identity/sign-in.css', running.issuer));
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8');
  });

  test('and signs out after asking', async () => {
    const flow = new SignInFlow(running.issuer);
    await flow.signIn(morgan.email);
    const url = `${running.issuer}/session/end?client_id=postern-console`;
    const page = await (await flow.browser.get(url)).text();
    expect(page).toContain('Do you want to sign out?');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    await flow.browser.post(`${running.issuer}/session/end/confirm`, { xsrf, logout: 'yes' });
    expect((await flow.open()).text).toContain('<h1>Sign in</h1>');
  });
});

test('the development provider is not made in production', async () => {
  const made = createIdentity({
    issuer: 'https://postern.example/identity',
    keysFile: `${running.home}/production-keys.json`,
    audience: DEVELOPMENT_AUDIENCE,
    accounts: PEOPLE,
    production: true,
  });
  await expect(made).rejects.toMatchObject({ code: 'IDENTITY_IN_PRODUCTION' });
});
