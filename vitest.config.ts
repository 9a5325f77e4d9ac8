import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Suites that run once more with HTTP between gateway and subgraphs: of what passes between them, fails there or must not be told there. */
const IN_BOTH_SHAPES = [
  'bad-input/{callers,random-requests,requests}',
  'county-fixture',
  'indistinguishable/{exclusion-elsewhere,indistinguishable}',
  'ledger/{freshness,ledger,relied-on,subtractions}',
  'matrix/through-http',
  'policy/{explain,explain-to-offices,explain-unseen,preview}',
  'machines/access-races',
  'scenarios/{accountability,family,justifying,preconditions,sharing,subtractions}',
  'ways-round/{doors,fragments,planted-subgraphs,prototype-names,representations,sharing}',
  'tools/{entra,no-records,redaction}',
  'wire/wire',
].map((suite) => `packages/embedded/test/${suite}.test.ts`);

export default defineConfig({
  resolve: {
    // Vite would give our modules the ES build of graphql and Apollo the CommonJS one: two instances, which refuse each
    // other's schemas. Node itself takes the CommonJS build for both.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    globalSetup: ['packages/testkit/src/shared-server.ts'],
    // Files of a worker share what they load, which saves loading everything again for each.
    isolate: false,
    // Most of what is made is garbage at once: with more room for what is new it is looked through less often.
    execArgv: ['--max-semi-space-size=64'],
    // Tests wait for servers and the database, so one worker more than there are cores keeps all of them busy.
    maxWorkers: availableParallelism() + 1,
    // A busy machine of two cores may take this long to start a server, or to walk a model.
    hookTimeout: 120_000,
    testTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'embedded',
          include: [
            'apps/*/test/**/*.test.ts',
            'packages/*/test/**/*.test.ts',
            'scripts/test/**/*.test.ts',
          ],
          provide: { shape: 'embedded' },
        },
      },
      {
        extends: true,
        test: {
          name: 'services',
          include: IN_BOTH_SHAPES,
          provide: { shape: 'services' },
        },
      },
    ],
  },
});
