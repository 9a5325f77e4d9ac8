import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of files that a test planted. */
export interface PlantedTree {
  readonly root: string;
  remove(): void;
}

/** Writes files, by path and text, into a new folder; `links` are symbolic, by path and what they point at. */
export function plantTree(
  files: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string>> = {},
): PlantedTree {
  const root = mkdtempSync(join(tmpdir(), 'postern-planted-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(join(root, target), join(root, path));
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
