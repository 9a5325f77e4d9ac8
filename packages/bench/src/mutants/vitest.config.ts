import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import whole from '../../../../vitest.config.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
/** Written where the tree is made: the database server that every run on the tree asks. */
const sharedServer = readFileSync(`${root}shared-server`, 'utf8');
const [embedded] = whole.test?.projects ?? [];
if (typeof embedded !== 'object' || !('test' in embedded)) throw new Error('Tests are a project.');

/**
 * The tests as they are, but on a server that outlives them, with what tests without a fault built there; and a drawn case
 * that fails is not made smaller: it is enough that one does.
 */
export default defineConfig({
  ...whole,
  root,
  test: {
    ...whole.test,
    globalSetup: [],
    setupFiles: [fileURLToPath(new URL('first-failure.ts', import.meta.url))],
    projects: [
      {
        ...embedded,
        test: { ...embedded.test, provide: { shape: 'embedded', sharedServer } },
      },
    ],
  },
});
