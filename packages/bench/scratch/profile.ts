import { fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { connect, startEmbeddedDatabase } from '@postern/database';
import { closedLoop } from '../src/caseload/measuring/load.ts';
import { processCpu } from '../src/caseload/measuring/process-cpu.ts';
import { CASELOAD, MASKED_CASELOAD } from '../src/caseload/operations.ts';
import { findPrincipals } from '../src/caseload/principals/caseload-of.ts';
import { createTokenSigner } from '../src/caseload/principals/tokens.ts';

const program = process.argv[2] ?? 'gate-server';
const n = Number(process.argv[3] ?? 1500);
const prof = process.argv[4] !== 'noprof';
const db = await startEmbeddedDatabase({
  directory: '/work/main/.postern/bench-100000',
  onProgress: () => {},
});
const owner = connect(db.address, 'owner', { max: 1 });
const principals = await findPrincipals(owner, { each: 8, seed: 1 });
const signer = await createTokenSigner();
const child = fork(new URL(`../src/caseload/contestants/${program}.ts`, import.meta.url), {
  stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  execArgv: process.env['FLAGS']
    ? process.env['FLAGS'].split(' ')
    : prof
      ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof', '--cpu-prof-interval', '250']
      : [],
});
child.send({ databaseUrl: db.address.urlFor('owner'), principals, jwks: signer.jwks });
const url: string = await new Promise((r) =>
  child.on('message', (m: any) => m.kind === 'LISTENING' && r(m.url)),
);
const calls = await Promise.all(
  principals.map(async (p, i) =>
    program === 'handwritten-server'
      ? { url: `${url}/rows/${i}`, method: 'GET' as const, headers: {} }
      : {
          url: url + '/graphql',
          method: 'POST' as const,
          headers: {
            authorization: `Bearer ${await signer.sign(p.subject)}`,
            'purpose-of-use': 'COORDINATE_SUPPORT',
            'content-type': 'application/json',
          },
          body: JSON.stringify({
            query: process.argv[5] === 'masked' ? MASKED_CASELOAD : CASELOAD,
          }),
        },
  ),
);
const agent = new Agent({ keepAlive: true, maxSockets: 8 });
await closedLoop(calls, { requests: 300, connections: 8, agent });
import('node:fs').then(() => {});
const tasks = () =>
  new Map(
    readdirSync(`/proc/${child.pid}/task`).map((t) => [
      t,
      Number(readFileSync(`/proc/${child.pid}/task/${t}/schedstat`, 'utf8').split(' ')[0]) / 1e6,
    ]),
  );
const t0 = tasks();
const a = processCpu(child.pid!, { ended: false });
await closedLoop(calls, { requests: n, connections: 8, agent });
console.log(program, 'node cpu', (processCpu(child.pid!, { ended: false }) - a) / n);
const t1 = tasks();
console.log(
  [...t1]
    .map(
      ([t, v]) =>
        `${t === String(child.pid) ? 'main' : readFileSync(`/proc/${child.pid}/task/${t}/comm`, 'utf8').trim()}:${((v - (t0.get(t) ?? 0)) / n).toFixed(2)}`,
    )
    .filter((x) => !x.endsWith(':0.00'))
    .join(' '),
);
const done = new Promise((r) => child.once('exit', r));
child.disconnect();
await done;
await owner.close();
await db.stop();
process.exit(0);
