import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vitest/config';
import base from '../../../../vitest.config.ts';

/** The tests as they are, but that a drawn case which fails is not made smaller: it is enough that one does. */
export default mergeConfig(base, {
  root: fileURLToPath(new URL('../../../../', import.meta.url)),
  test: { setupFiles: [fileURLToPath(new URL('first-failure.ts', import.meta.url))] },
});
