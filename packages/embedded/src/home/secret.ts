import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const BYTES = 32;

/** A secret of 32 bytes kept in a file that only its owner may read; made where there is none. */
export function keptSecret(file: string): Uint8Array {
  if (existsSync(file)) {
    const kept = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
    if (kept.length === BYTES) return kept;
  }
  const made = randomBytes(BYTES);
  mkdirSync(dirname(file), { recursive: true });
  // Written beside and renamed, so that a crash leaves the old file or the new one, never half of one.
  writeFileSync(`${file}.new`, made.toString('base64url'), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}
