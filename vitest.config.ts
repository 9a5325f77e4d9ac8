import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // Vite would give our modules the ES build of graphql and Apollo the CommonJS one: two instances, which refuse each
    // other's schemas. Node itself takes the CommonJS build for both.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    include: [
      'apps/*/test/**/*.test.ts',
      'packages/*/test/**/*.test.ts',
      'scripts/test/**/*.test.ts',
    ],
    globalSetup: ['packages/testkit/src/shared-server.ts'],
    // Many tests wait for servers and the database, so a worker for each core is not too many.
    maxWorkers: Math.max(2, availableParallelism()),
    // A busy machine of two cores may take this long to start a server.
    hookTimeout: 120_000,
    testTimeout: 60_000,
  },
});
