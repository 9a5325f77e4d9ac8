import { connect, externalDatabase } from '@postern/database';

// A process of its own, for a test that stands still until an edition is out.
const [url = '', edition = ''] = process.argv.slice(2);
const owner = connect(externalDatabase(url), 'owner', { max: 1 });
for (let out = 0; out === 0; ) {
  const rows = await owner.run({
    text: "select 1 from reporting.edition where indicator || '/' || grain || '/' || period_start = $1",
    values: [edition],
  });
  out = rows.length;
}
await owner.close();
