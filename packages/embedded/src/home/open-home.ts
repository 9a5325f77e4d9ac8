import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { holdSingleInstance } from '@postern/database';
import { Fault, isFault } from '@postern/errors';

/**
 * Makes the folder where there is none and takes it for this process; the answer gives it back.
 * @throws Fault ALREADY_RUNNING, or SETTING_INVALID where the folder cannot be written to
 */
export function openHome(home: string): () => void {
  try {
    mkdirSync(home, { recursive: true });
    const held = holdSingleInstance(join(home, 'lock'));
    return () => held.release();
  } catch (error) {
    if (isFault(error)) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unusable';
    throw new Fault('SETTING_INVALID', { logged: { setting: 'POSTERN_HOME', reason } });
  }
}
