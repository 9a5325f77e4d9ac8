import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSettings } from '../../src/home/settings.ts';
import { newHome, PosternProcess, unusedPort } from './postern-process.ts';

const home = newHome();
const file = join(home.path, 'supergraph.graphql');
const subgraph = createServer((_, response) => {
  response.setHeader('content-type', 'application/json').end('{"data":{"word":"hello"}}');
});

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    subgraph.listen(0, '127.0.0.1', resolve);
  });
  const { port } = subgraph.address() as AddressInfo;
  writeFileSync(file, supergraphAt(`http://127.0.0.1:${port}/`));
});
afterAll(async () => {
  subgraph.closeAllConnections();
  await new Promise((resolve) => subgraph.close(resolve));
  await home.remove();
});

function supergraphAt(url: string): string {
  return `schema @link(url: "https://specs.apollo.dev/link/v1.0")
    @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION) { query: Query }
  directive @join__field(graph: join__Graph) repeatable on FIELD_DEFINITION
  directive @join__graph(name: String!, url: String!) on ENUM_VALUE
  directive @join__type(graph: join__Graph!) repeatable on OBJECT | ENUM | SCALAR
  directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
  scalar link__Import
  enum link__Purpose { SECURITY EXECUTION }
  enum join__Graph { WORDS @join__graph(name: "words", url: "${url}") }
  type Query @join__type(graph: WORDS) { word: String @join__field(graph: WORDS) }`;
}

test('SUPERGRAPH is served with nothing else: no token, no database, no sign-in', async () => {
  const port = await unusedPort();
  const serving = new PosternProcess({
    POSTERN_HOME: join(home.path, 'unused'),
    PORT: String(port),
    SUPERGRAPH: file,
  });
  await serving.ready();
  expect(serving.output).toContain('no sign-in, no policy, no ledger');
  const response = await fetch(`http://localhost:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ word __schema { queryType { name } } }' }),
  });
  expect(await response.json()).toEqual({
    data: { word: 'hello', __schema: { queryType: { name: 'Query' } } },
  });
  expect((await fetch(`http://localhost:${port}/identity`)).status).toBe(404);
  expect(existsSync(join(home.path, 'unused'))).toBe(false);
  expect(await serving.stopped()).toBe(0);
});

describe('SUPERGRAPH never switches a policy off: it is refused beside', () => {
  test.each([
    ['DATABASE_URL', 'postgres://Zzyzx@localhost/db'],
    ['NODE_ENV', 'production'],
    ['POSTERN_ENV', 'production'],
    ['POSTERN_ISSUER', 'https://Zzyzx.example'],
  ])('%s', async (setting, value) => {
    const refused = new PosternProcess({ SUPERGRAPH: file, [setting]: value });
    expect(await refused.ended()).toBe(1);
    expect(refused.output).toBe('');
    expect(refused.errors).toMatch(
      new RegExp(
        `^Postern could not start: [^\\n]+ \\(setting ${setting}\\) [^\\n]+ \\[SUPERGRAPH_NOT_ALONE\\]\\n$`,
      ),
    );
    expect(refused.errors).not.toContain('Zzyzx');
  });

  test.each(['ISSUER', 'OIDC_ISSUER', 'ISSUERS_FILE', 'POSTERN_ISSUER_URL', 'DATABASE_URL'])(
    'a setting %s, unless it is empty',
    (setting) => {
      expect(() => readSettings({ SUPERGRAPH: file, [setting]: 'x' })).toThrow(
        expect.objectContaining({ code: 'SUPERGRAPH_NOT_ALONE', logged: { setting } }),
      );
      expect(readSettings({ SUPERGRAPH: file, [setting]: '' }).supergraph).toBe(file);
      expect(readSettings({ [setting]: 'x' }).supergraph).toBeNull();
    },
  );
});

test('a SUPERGRAPH that is not there is refused by name', async () => {
  const refused = new PosternProcess({ SUPERGRAPH: join(home.path, 'Zzyzx') });
  expect(await refused.ended()).toBe(1);
  expect(refused.errors).toMatch(
    /^Postern could not start: [^\n]+ \(setting SUPERGRAPH\) [^\n]+ \[SETTING_INVALID\]\n$/,
  );
  expect(refused.errors).not.toContain('Zzyzx');
});
