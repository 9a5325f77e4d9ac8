import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import type { DataDirectory } from './data-directory.ts';

/** The owner's password, made once and kept where only this user reads it. */
export async function ownerPassword(directory: DataDirectory): Promise<string> {
  const kept = await readFile(directory.password, 'utf8').catch(() => '');
  if (kept !== '') return kept;
  const made = randomBytes(32).toString('base64url');
  await writeFile(`${directory.password}.new`, made, { mode: 0o600 });
  await rename(`${directory.password}.new`, directory.password);
  return made;
}
