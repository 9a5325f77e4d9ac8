import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectRefusal } from './expect-refusal.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start({ production: true });
});
afterAll(() => gateway.close());

describe('refuses over HTTP', () => {
  const json = { 'content-type': 'application/json' };
  const post = (body: string, headers: Record<string, string> = json) =>
    gateway.send('/graphql', { method: 'POST', body, headers });
  const get = (search: string, headers: Record<string, string> = {}) =>
    gateway.send(`/graphql?${search}`, { headers });

  test('malformed JSON', async () => {
    expectRefusal(await post('{"query": "{ status }'), 400, 'REQUEST_MALFORMED');
  });
  test('JSON that would set a prototype', async () => {
    const hostile = '{"query": "{ status }", "__proto__": {"polluted": true}}';
    expectRefusal(await post(hostile), 400, 'REQUEST_MALFORMED');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
  test.each([
    '[]',
    '[{"query":"{ status }"}]',
    '{}',
    '{"query": 7}',
    '{"query": "{ status }", "variables": "x"}',
    '{"query": ""}',
  ])('the body %s', async (body) => {
    expectRefusal(await post(body), 400, 'BAD_REQUEST');
  });
  test('an oversized body, before anything else', async () => {
    const body = JSON.stringify({ query: `{ status } #${'x'.repeat(256 * 1024)}` });
    const answer = await post(body, { ...json, authorization: 'Bearer expired' });
    expectRefusal(answer, 413, 'REQUEST_TOO_LARGE');
  });
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'a body of type %s',
    async (type) => {
      expectRefusal(
        await post('{"query":"{ status }"}', { 'content-type': type }),
        400,
        'REQUEST_MALFORMED',
      );
    },
  );
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'odd',
    'text/plain;',
    ';',
    'message/http',
  ])('GET as another site’s page could send it, of type "%s"', async (type) => {
    const answer = await get('query=%7Bstatus%7D', { 'content-type': type });
    expect([400, 415]).toContain(answer.status);
    expect(answer.body.data).toBeUndefined();
    expect(answer.body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_REQUEST' });
  });
  test('a plain GET without a header that a form cannot set', async () => {
    expectRefusal(await get('query=%7Bstatus%7D'), 400, 'BAD_REQUEST');
  });
  test('but answers a GET that no form can send', async () => {
    const answer = await get('query=%7Bstatus%7D', { 'apollo-require-preflight': '1' });
    expect(answer.body).toEqual({ data: { status: 'OPEN' } });
  });
  test('a GET with malformed variables, and one given twice', async () => {
    const header = { 'apollo-require-preflight': '1' };
    expectRefusal(await get('query=%7Bstatus%7D&variables=%7B', header), 400, 'BAD_REQUEST');
    expectRefusal(await get('query=%7Bstatus%7D&query=%7Bx%7D', header), 400, 'BAD_REQUEST');
  });
  test('a persisted query', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'a' } };
    const answer = await post(JSON.stringify({ extensions }));
    expect(answer.body.errors?.[0]?.extensions).toMatchObject({
      code: 'PERSISTED_QUERY_NOT_SUPPORTED',
    });
    expect(answer.body.data).toBeUndefined();
  });
  test('an address that does not exist', async () => {
    expectRefusal(await gateway.send('/nowhere', {}), 404, 'NOT_FOUND');
    expectRefusal(await gateway.send('/graphql', { method: 'PUT' }), 404, 'NOT_FOUND');
  });
  test.each(['/%', '/graphql/%zz', '/graphql%00'])('the address %s', async (path) => {
    const answer = await gateway.send(path, {});
    expect([400, 404]).toContain(answer.status);
    expect(answer.body.errors?.[0]?.extensions.code).toMatch(/^(NOT_FOUND|REQUEST_MALFORMED)$/);
  });
});
