import { readFileSync } from 'node:fs';
import { connect, startEmbeddedDatabase } from '@postern/database';

const db = await startEmbeddedDatabase({
  directory: '/work/main/.postern/bench-100000',
  onProgress: () => {},
});
const cpu = (pid: number) =>
  Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
const jobs = process.argv.slice(2).map((a) => a.split(':') as [string, string]);
const open = await Promise.all(
  jobs.map(async ([file, role]) => {
    const c = connect(db.address, role as any, {
      max: 1,
      settings: { plan_cache_mode: 'force_generic_plan' },
    });
    const [{ pid }] = (await c.run<{ pid: number }>({
      text: 'select pg_backend_pid() pid',
      values: [],
    })) as any;
    const raw = readFileSync(file, 'utf8');
    const k = raw.lastIndexOf('\n-- ');
    return {
      file,
      c,
      pid,
      text: raw.slice(0, k),
      values: JSON.parse(raw.slice(k + 4)),
      runs: [] as number[],
    };
  }),
);
for (let k = 0; k < 16; k++)
  for (const o of open) {
    try {
      const b = cpu(o.pid);
      for (let i = 0; i < 25; i++) await o.c.run({ text: o.text, values: o.values });
      o.runs.push((cpu(o.pid) - b) / 25);
    } catch (e: any) {
      console.log(o.file, e.logged);
    }
  }
for (const o of open) {
  o.runs.sort((a, b) => a - b);
  console.log(o.file.padEnd(26), 'min', o.runs[0]?.toFixed(3), 'med', o.runs[8]?.toFixed(3));
}
await db.stop();
process.exit(0);
