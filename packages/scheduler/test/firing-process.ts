// Fires what is due in the database of the URL given and kills itself at one step, as `kill -9` would.
import { externalDatabase } from '@postern/database';
import { fireDue } from '../src/index.ts';
import { asPartners } from './database.ts';
import { interruptedAt } from './stopping-connection.ts';
import { TASK_DUE } from './task-timer.ts';

const [, , url = '', step = '', now = ''] = process.argv;
const connection = interruptedAt(
  asPartners(externalDatabase(url)),
  step === 'committed' ? step : Number(step),
  async () => {
    process.kill(process.pid, 'SIGKILL');
    // Never goes on: the signal is on its way.
    await new Promise(() => {});
  },
);
await fireDue(connection, [TASK_DUE], new Date(now), { log: () => {} });
