import type { Log } from '@postern/edge';
import { isFault } from '@postern/errors';
import { Logger } from 'graphile-worker';
import { engineFailure } from './engine-failure.ts';

/**
 * Passes the library's errors on by their codes. Its texts are left out, as they repeat errors and payloads, and so is
 * what a task threw: whoever wrote the task has told of that already.
 */
export function engineLogger(log: Log): Logger {
  return new Logger(() => (level, _text, meta) => {
    if (level === 'error' && !isFault(meta?.error)) log(engineFailure(meta?.error));
  });
}
