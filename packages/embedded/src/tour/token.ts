import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Fault } from '@postern/errors';

/** The command behind `npm run token`, which signs with the keys of the server that runs. */
const COMMAND = fileURLToPath(new URL('./token.ts', import.meta.resolve('@postern/identity')));

/** An access token for a sample account. @throws Fault TOUR_UNANSWERED */
export async function tokenFor(email: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, email]);
    return stdout.trim();
  } catch (cause) {
    throw new Fault('TOUR_UNANSWERED', { cause, logged: { step: 'token' } });
  }
}
