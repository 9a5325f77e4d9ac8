import { fileURLToPath } from 'node:url';
import { connect } from '@postern/database';
import type { TestDatabase } from '@postern/testkit';
import { emptyDatabase } from '@postern/testkit';
import { expect, onTestFinished, test } from 'vitest';
import type { SubgraphName } from '../../src/services/service-name.ts';
import { SUBGRAPH_NAMES } from '../../src/services/service-name.ts';
import { ask, health, token } from '../lifecycle/asking.ts';
import { newHome, PosternProcess, unusedPort } from '../lifecycle/postern-process.ts';

const SERVICE = fileURLToPath(new URL('../../src/service.ts', import.meta.url));

/** The roles whose addresses each service is given, and no other. */
const ROLES = {
  families: ['families', 'ledger'],
  episodes: ['episodes', 'ledger'],
  partners: ['partners', 'policy_desk', 'ledger'],
  reporting: ['partners', 'reporting', 'ledger'],
  gateway: ['gateway', 'ledger'],
} as const;

type Environment = Readonly<Record<string, string>>;

function rolesOf(database: TestDatabase, name: keyof typeof ROLES): Environment {
  return Object.fromEntries(
    ROLES[name].map((role) => [
      `DATABASE_URL_${role.toUpperCase()}`,
      database.address.urlFor(role),
    ]),
  );
}

function service(name: string, environment: Environment): PosternProcess {
  return new PosternProcess(environment, [SERVICE, name]);
}

// Seven processes start one after another or together; a busy machine of two cores takes minutes.
test('five processes: the first query, a revocation, a subgraph killed and back, and an end by signal', async () => {
  const database = await emptyDatabase();
  const home = newHome();
  onTestFinished(async () => {
    await database.drop();
    await home.remove();
  });
  const port = await unusedPort();
  const ports = new Map<SubgraphName, number>();
  for (const name of SUBGRAPH_NAMES) ports.set(name, await unusedPort());
  const shared: Environment = {
    POSTERN_HOME: home.path,
    POSTERN_CURSOR_SECRET: Buffer.alloc(32, 1).toString('base64'),
    POSTERN_RECORDING_KEY: Buffer.alloc(32, 2).toString('base64'),
    POSTERN_DEVELOPMENT_ISSUER: `http://localhost:${port}/identity`,
    ...Object.fromEntries(
      [...ports].map(([name, at]) => [
        `POSTERN_${name.toUpperCase()}_URL`,
        `http://localhost:${at}/graphql`,
      ]),
    ),
  };
  const start = (name: SubgraphName): PosternProcess =>
    service(name, { ...shared, ...rolesOf(database, name), PORT: String(ports.get(name)) });

  // Before anything is there a service says so, and does not serve.
  const early = start('families');
  expect(await early.ended()).toBe(1);
  expect(early.errors).toMatch(
    /not been prepared.*npm run service -- migrate.*DATABASE_UNPREPARED/,
  );

  const migrating = service('migrate', {
    ...shared,
    DATABASE_URL: database.address.urlFor('owner'),
  });
  expect([await migrating.ended(), migrating.errors]).toEqual([0, '']);

  const subgraphs = new Map(SUBGRAPH_NAMES.map((name) => [name, start(name)]));
  const gateway = service('gateway', {
    ...shared,
    ...rolesOf(database, 'gateway'),
    PORT: String(port),
  });
  await Promise.all([gateway.ready(), ...[...subgraphs.values()].map((each) => each.ready())]);
  expect(await health(port, 'ready')).toBe(200);

  const bearer = (await token(home.path)).out;
  const episodesSeen = async (): Promise<readonly string[]> => {
    const { text, status } = await ask(port, bearer);
    expect([status, text]).toEqual([200, expect.stringContaining('edges')]);
    const { data } = JSON.parse(text) as {
      data: { episodes: { edges: { node: { reference: string } }[] } };
    };
    return data.episodes.edges.map(({ node }) => node.reference);
  };
  const before = await episodesSeen();
  expect(before).toHaveLength(3);

  const owner = connect(database.address, 'owner', { max: 1 });
  await owner.run({
    text: `UPDATE access.access_grant SET revoked_at = now() FROM episodes.episode e
      WHERE e.id = access_grant.episode_id AND e.reference = $1`,
    values: [before[0]],
  });
  await owner.close();
  expect(await episodesSeen()).not.toContain(before[0]);

  const episodes = subgraphs.get('episodes');
  expect(await episodes?.stopped('SIGKILL')).toBe(-1);
  const failed = await ask(port, bearer);
  expect([failed.status, JSON.parse(failed.text)]).toEqual([
    500,
    {
      data: null,
      errors: [
        expect.objectContaining({
          extensions: expect.objectContaining({ code: 'SUBGRAPH_FAILED' }),
        }),
      ],
    },
  ]);
  expect(await health(port, 'ready')).toBe(503);
  expect(await health(port, 'live')).toBe(200);
  const again = start('episodes');
  await again.ready();
  expect(await health(port, 'ready')).toBe(200);
  expect(await episodesSeen()).not.toContain(before[0]);

  const all = [
    gateway,
    again,
    ...['families', 'partners', 'reporting'].map((name) => subgraphs.get(name as SubgraphName)),
  ];
  const codes = await Promise.all(
    all.map((each, index) => each?.stopped(index % 2 === 0 ? 'SIGTERM' : 'SIGINT')),
  );
  expect(codes).toEqual([0, 0, 0, 0, 0]);
  for (const each of all) expect(each?.output).toContain('Stopped.');
}, 240_000);
