import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const SOURCES = ['{apps,packages}/*/{src,test}/**/*.*', 'scripts/**/*.*'];

/** A file of the checkout, by its path from the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Every source and test file of the apps, the packages and the scripts. */
export function sourceFiles(): readonly SourceFile[] {
  return globSync(SOURCES, { cwd: ROOT }).map((path) => ({
    path,
    text: readFileSync(join(ROOT, path), 'utf8'),
  }));
}
