import { readFileSync } from 'node:fs';
import { connect, startEmbeddedDatabase } from '@postern/database';

const db = await startEmbeddedDatabase({
  directory: '/work/main/.postern/bench-100000',
  onProgress: () => {},
});
const cpu = (pid: number) =>
  Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
async function measure(
  label: string,
  role: any,
  text: string,
  values: readonly unknown[],
  n = 400,
) {
  const c = connect(db.address, role, {
    max: 1,
    settings: { plan_cache_mode: 'force_generic_plan' },
  });
  try {
    const [{ pid }] = (await c.run<{ pid: number }>({
      text: 'select pg_backend_pid() pid',
      values: [],
    })) as any;
    for (let i = 0; i < 10; i++) await c.run({ text, values });
    const runs = [];
    for (let k = 0; k < 8; k++) {
      const b = cpu(pid);
      for (let i = 0; i < n / 8; i++) await c.run({ text, values });
      runs.push((cpu(pid) - b) / (n / 8));
    }
    runs.sort((a, b) => a - b);
    console.log(label.padEnd(34), 'min', runs[0]!.toFixed(3), 'med', runs[4]!.toFixed(3));
  } catch (e: any) {
    console.log(label, e.message, e.logged);
  }
  await c.close();
}
const file = process.argv[2] ?? '/tmp/bs-P-0.sql';
const role = process.argv[3] ?? 'episodes';
const raw = readFileSync(file, 'utf8');
const [sqlText, json] = [
  raw.slice(0, raw.lastIndexOf('\n-- ')),
  raw.slice(raw.lastIndexOf('\n-- ') + 4),
];
const values = JSON.parse(json!);
const names = [
  'principal',
  'gate',
  'reach',
  'colleagues',
  'concerned',
  'excluded',
  'unlocked',
  'standing',
];
const at = (n: string) => sqlText.indexOf(`${n} AS MATERIALIZED`);
const end = sqlText.search(/\nSELECT \(SELECT json_build_array/);
const upto = (i: number) =>
  sqlText.slice(0, i + 1 < names.length ? at(names[i + 1]!) : end).replace(/,\s*$/, '');
const five = values.slice(0, 5);
await measure('select 1', role, 'select 1', []);
await measure(
  'values only',
  role,
  `SELECT $1::text,$2::text,$3::boolean,$4::timestamptz,$5::text`,
  five,
);
await measure('principal', role, upto(0) + ' SELECT 1 FROM principal', five);
await measure('gate', role, upto(1) + ' SELECT 1 FROM gate', five);
await measure('reach', role, upto(2) + ' SELECT count(*) FROM reach', five);
await measure('colleagues', role, upto(3) + ' SELECT count(*) FROM colleagues', five);
await measure('concerned', role, upto(4) + ' SELECT count(*) FROM concerned', five);
await measure('excluded', role, upto(5) + ' SELECT count(*) FROM excluded', five);
await measure('unlocked', role, upto(6) + ' SELECT count(*) FROM unlocked', five);
await measure(
  'standing',
  role,
  upto(7) + ' SELECT count(*), max(standing.unlocked) FROM standing',
  five,
);
await measure(
  'principal+standing col',
  role,
  sqlText.slice(0, end) +
    sqlText.slice(end).replace(/ AS principal, \(SELECT json_agg[\s\S]*/, ' AS principal'),
  five,
);
await measure('whole', role, sqlText, values);
await db.stop();
process.exit(0);
