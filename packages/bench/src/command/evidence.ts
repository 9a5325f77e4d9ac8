import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Writes figures to `docs/evidence/<name>.json` and tells where that is. */
export function writeEvidence(name: string, figures: object): string {
  const file = fileURLToPath(new URL(`../../../../docs/evidence/${name}.json`, import.meta.url));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
  return file;
}
