import { plainFailure } from './home/plain-failure.ts';
import { printLog } from './home/print-log.ts';
import { printProgress } from './home/progress.ts';
import { serveUntilTold } from './home/serve-until-told.ts';
import type { ServiceName } from './services/service-name.ts';
import { SUBGRAPH_NAMES, serviceNamed } from './services/service-name.ts';
import { readServiceSettings } from './services/settings.ts';

const USAGE = `Usage: npm run service -- <name>
  migrate      brings the database to the current version, sets the roles' passwords, and ends
  gateway      the gateway over the subgraphs below
  publisher    publishes the indicators of each period that closes
  ${SUBGRAPH_NAMES.join(', ')}: one process of that subgraph
Settings are in docs/services.md.`;

/** `npm run service -- <name>`: one process of the services shape. */
async function main(): Promise<void> {
  const name = serviceNamed(process.argv[2]);
  if (name === null || process.argv.length > 3) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const settings = readServiceSettings();
  process.stdout.write(`Postern ${name} is starting\n`);
  const [{ migrateDatabase }, { startService }, { faultEntry }] = await Promise.all([
    import('./services/migrate.ts'),
    import('./services/start-service.ts'),
    import('@postern/gateway'),
  ]);
  if (name === 'migrate') {
    await migrateDatabase(settings, printProgress);
    process.stdout.write('The database is ready for the services.\n');
    return;
  }
  await serveUntilTold({
    start: () => startService(name, settings, printLog),
    announce: ({ url }) => announce(name, url),
    report: (error) => printLog(faultEntry(error)),
    fail,
  });
}

function announce(name: ServiceName, url: string | null): void {
  if (url === null) {
    process.stdout.write(`Postern ${name} is at work. Stop with Ctrl-C.\n`);
    return;
  }
  process.stdout.write(`Postern ${name} serves at ${url}/graphql. Stop with Ctrl-C.\n`);
}

function fail(error: unknown): void {
  process.stderr.write(`${plainFailure(error)}\n`);
  process.exitCode = 1;
}

main().catch(fail);
