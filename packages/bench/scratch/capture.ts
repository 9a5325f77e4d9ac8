import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { localKeys } from '@postern/authentication';
import { connect, startEmbeddedDatabase, systemClock } from '@postern/database';
import { createStack } from '@postern/embedded';
import { answeringAllowAll } from '../src/caseload/contestants/allow-all/allow-all.ts';
import { CASELOAD, MASKED_CASELOAD } from '../src/caseload/operations.ts';
import { findPrincipals } from '../src/caseload/principals/caseload-of.ts';
import { createTokenSigner } from '../src/caseload/principals/tokens.ts';

const [mode = 'cpu', perfIndex = '0'] = process.argv.slice(2);
const db = await startEmbeddedDatabase({
  directory: '/work/main/.postern/bench-100000',
  onProgress: () => {},
});
const owner = connect(db.address, 'owner', { max: 1 });
const principals = await findPrincipals(owner, { each: 8, seed: 1 });
const signer = await createTokenSigner();
const keys = localKeys(signer.jwks);
type Cap = { text: string; values: readonly unknown[]; role: string };
async function capture(query: string, open0: boolean, index: number): Promise<Cap[]> {
  const got: Cap[] = [];
  let on = false;
  const around = open0 ? answeringAllowAll(principals) : (c: any) => c;
  const stack = await createStack({
    address: db.address,
    clock: systemClock,
    production: false,
    cursorSecret: new Uint8Array(32),
    mounts: [],
    log: () => {},
    keys: () => keys,
    open: (role, o) => {
      const c = connect(db.address, role, o);
      return around({
        ...c,
        run: (s: any) => {
          if (on) got.push({ ...s, role });
          return c.run(s);
        },
      });
    },
  });
  const { url } = await stack.gateway.listen(0);
  const call = async (i: number) => {
    const r = await fetch(url + '/graphql', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await signer.sign(principals[i]!.subject)}`,
        'purpose-of-use': 'COORDINATE_SUPPORT',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query }),
    });
    const t = await r.text();
    if (r.status !== 200) console.log(t.slice(0, 300));
    return t;
  };
  await call(index);
  on = true;
  await call(index);
  await stack.close();
  return got;
}
const cpu = (pid: number) =>
  Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
async function measure(label: string, s: Cap, n = 200) {
  const c = connect(db.address, s.role as any, {
    max: 1,
    settings: { plan_cache_mode: 'force_generic_plan' },
  });
  const [{ pid }] = (await c.run<{ pid: number }>({
    text: 'select pg_backend_pid() pid',
    values: [],
  })) as any;
  const once = s.role === 'ledger' ? { text: 'BEGIN', values: [] } : null;
  const values = (i: number) =>
    s.role === 'ledger'
      ? [String(s.values[0]).replace(/"id":"[^"]*"/, `"id":"${crypto.randomUUID()}"`)]
      : s.values;
  for (let i = 0; i < 10; i++) await c.run({ text: s.text, values: values(i) });
  const a = cpu(pid);
  let best = Infinity;
  for (let k = 0; k < 4; k++) {
    const b = cpu(pid);
    for (let i = 0; i < n / 4; i++) await c.run({ text: s.text, values: values(i) });
    best = Math.min(best, (cpu(pid) - b) / (n / 4));
  }
  const out: any = await c.run({ text: s.text, values: values(0) });
  console.log(
    label.padEnd(28),
    s.role.padEnd(10),
    best.toFixed(3),
    'avg',
    ((cpu(pid) - a) / (n + 1)).toFixed(3),
    'ms pg cpu; result chars',
    JSON.stringify(out[0] ?? null).length,
    'text',
    s.text.length,
  );
  await c.close();
}
const P = await capture(CASELOAD, false, 0);
const P0 = await capture(CASELOAD, true, 0);
const PM = await capture(MASKED_CASELOAD, false, 0);
const PJ = await capture(MASKED_CASELOAD, false, 1);
console.log(principals[0]!.justified, principals[1]!.justified);
if (mode === 'perf') {
  const s = (process.argv[4] === 'P0' ? P0 : process.argv[4] === 'PM' ? PM : P)[Number(perfIndex)]!;
  const c = connect(db.address, s.role as any, {
    max: 1,
    settings: { plan_cache_mode: 'force_generic_plan' },
  });
  const [{ pid }] = (await c.run<{ pid: number }>({
    text: 'select pg_backend_pid() pid',
    values: [],
  })) as any;
  for (let i = 0; i < 50; i++) await c.run(s);
  const p = spawn(
    'perf',
    [
      'record',
      '-F',
      '1500',
      '--call-graph',
      'dwarf,16384',
      '-o',
      '/tmp/bench-perf.data',
      '-p',
      String(pid),
    ],
    { stdio: 'ignore' },
  );
  await new Promise((r) => setTimeout(r, 500));
  for (let i = 0; i < 500; i++) await c.run(s);
  p.kill('SIGINT');
  await new Promise((r) => setTimeout(r, 1500));
} else {
  for (const [label, list] of [
    ['P', P],
    ['P0', P0],
    ['PM', PM],
    ['PM justified', PJ],
  ] as const) {
    let i = 0;
    for (const s of list) {
      if (mode === 'cpu') await measure(`${label} ${i}`, s);
      writeFileSync(
        `/tmp/bs-${label.replace(' ', '')}-${i}.sql`,
        s.text + '\n-- ' + JSON.stringify(s.values),
      );
      if (s.role !== 'ledger') {
        const c = connect(db.address, s.role as any, {
          max: 1,
          settings: { plan_cache_mode: 'force_generic_plan' },
        });
        const plan: any = await c.run({
          text: 'EXPLAIN (ANALYZE, BUFFERS OFF) ' + s.text,
          values: s.values,
        });
        writeFileSync(
          `/tmp/bs-${label.replace(' ', '')}-${i}.plan`,
          plan.map((r: any) => r['QUERY PLAN']).join('\n'),
        );
        await c.close();
      }
      i++;
    }
  }
  const empty: Cap = {
    text:
      P[0]!.text.slice(0, P[0]!.text.indexOf('standing AS MATERIALIZED')).replace(/,\s*$/, '') +
      ' SELECT 1 FROM principal, reach, colleagues, concerned LIMIT 1',
    values: P[0]!.values.slice(0, 5),
    role: 'episodes',
  };
  if (mode === 'cpu') {
    await measure('facts', empty).catch((e) => console.log('facts', e.message));
    await measure('select 1', { text: 'select 1', values: [], role: 'episodes' });
  }
}
await owner.close();
await db.stop();
process.exit(0);
