import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import type { JsonClientLimits } from '../../src/transport/json-client.ts';
import { JsonClient } from '../../src/transport/json-client.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function serving(listener: RequestListener): Promise<{ url: URL; server: Server }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  closing.push(() => Promise.resolve(server.closeAllConnections()));
  const { port } = server.address() as AddressInfo;
  return { url: new URL(`http://127.0.0.1:${port}/graphql?a=1`), server };
}

function client(limits: Partial<JsonClientLimits> = {}): JsonClient {
  const made = new JsonClient({
    timeout: 30_000,
    largestAnswer: 1_000,
    connections: 4,
    ...limits,
  });
  closing.push(() => made.close());
  return made;
}

describe('posting JSON', () => {
  test('sends body and headers to the whole address, and reads status, headers and body', async () => {
    const { url } = await serving(async (request, response) => {
      const { method, headers } = request;
      const seen = { method, url: request.url, body: await text(request), own: headers['x-own'] };
      response.writeHead(418, { 'x-answer': 'yes', 'content-type': 'application/json' });
      response.end(JSON.stringify({ ...seen, type: headers['content-type'] }));
    });
    const answer = await client().postJson(url, { query: '{ é }' }, { 'x-own': 'mine' });
    expect(answer.status).toBe(418);
    expect(answer.headers['x-answer']).toBe('yes');
    expect(answer.body).toEqual({
      method: 'POST',
      url: '/graphql?a=1',
      body: '{"query":"{ é }"}',
      own: 'mine',
      type: 'application/json',
    });
  });

  test('keeps connections open, and opens no more than allowed however many requests there are', async () => {
    const { url, server } = await serving((_, response) => response.end('{}'));
    let opened = 0;
    server.on('connection', () => {
      opened += 1;
    });
    const posting = client({ connections: 2 });
    for (let turn = 0; turn < 10; turn += 1) await posting.postJson(url, {});
    expect(opened).toBeLessThanOrEqual(2);
    await Promise.all(Array.from({ length: 10 }, () => posting.postJson(url, {})));
    expect(opened).toBe(2);
  });

  test('waits for what is under way before it closes, and takes nothing more', async () => {
    let arrived = (): void => undefined;
    const arriving = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    let answer = (): void => undefined;
    const { url } = await serving((_, response) => {
      answer = () => response.end('"late"');
      arrived();
    });
    const posting = client();
    const underWay = posting.postJson(url, {});
    await arriving;
    const closed = posting.close();
    await expect(posting.postJson(url, {})).rejects.toMatchObject({ code: 'UNREACHABLE' });
    answer();
    expect((await underWay).body).toBe('late');
    await closed;
    closing.length -= 1;
  });
});

describe('what brings no answer', () => {
  test('nobody there', async () => {
    const { url, server } = await serving(() => undefined);
    await new Promise((resolve) => server.close(resolve));
    closing.length = 0;
    await expect(client().postJson(url, {})).rejects.toMatchObject({ code: 'UNREACHABLE' });
  });

  test('an answer that breaks off', async () => {
    const { url } = await serving((_, response) => {
      response.writeHead(200, { 'content-length': '20' });
      response.write('{"data":');
      response.destroy();
    });
    await expect(client().postJson(url, {})).rejects.toMatchObject({ code: 'UNREACHABLE' });
  });

  test('silence, before the headers and after them', async () => {
    const silent = await serving(() => undefined);
    const half = await serving((_, response) => response.write('{"data":'));
    const posting = client({ timeout: 50 });
    for (const { url } of [silent, half]) {
      await expect(posting.postJson(url, {})).rejects.toMatchObject({ code: 'TIMED_OUT' });
    }
  });

  test('more than is accepted, announced or not', async () => {
    const large = JSON.stringify('x'.repeat(2_000));
    const announced = await serving((_, response) => response.end(large));
    const endless = await serving((_, response) => {
      response.write(large.slice(0, 500));
      response.write(large.slice(500));
    });
    for (const { url } of [announced, endless]) {
      await expect(client().postJson(url, {})).rejects.toMatchObject({ code: 'ANSWER_TOO_LARGE' });
    }
  });

  test('something that is not JSON, which the error does not repeat', async () => {
    const { url } = await serving((_, response) => response.end('<h1>Secret</h1>'));
    const failure: unknown = await client()
      .postJson(url, {})
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'ANSWER_NOT_JSON' });
    expect((failure as Error).cause).toBeUndefined();
    expect((failure as Error).message).not.toContain('Secret');
  });
});
