import { randomBytes, randomUUID } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

const BYTES = 32;

/** A secret of 32 bytes kept in a file that only its owner may read; made where there is none. */
export function keptSecret(file: string): Uint8Array {
  const kept = readSecret(file);
  if (kept !== null) return kept;
  const made = randomBytes(BYTES);
  mkdirSync(dirname(file), { recursive: true });
  // Written beside and then named, so that a crash leaves a whole file or none.
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, made.toString('base64url'), { mode: 0o600 });
  if (existsSync(file)) {
    renameSync(draft, file);
    return made;
  }
  try {
    linkSync(draft, file);
    return made;
  } catch {
    // Another process of this installation was quicker: both go by its secret.
    return readSecret(file) ?? made;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readSecret(file: string): Uint8Array | null {
  if (!existsSync(file)) return null;
  const kept = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
  return kept.length === BYTES ? kept : null;
}
