import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { access, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '@postern/errors';
import type { DataDirectory } from './data-directory.ts';
import type { ServerAccount } from './server-account.ts';
import type { ServerBinaries } from './server-binaries.ts';

export const OWNER = 'postern_owner';
export const DATABASE = 'postern';

const UNFINISHED = 'unfinished-';

/** Everything that makes a cluster. */
export interface ClusterRecipe {
  readonly directory: DataDirectory;
  readonly binaries: ServerBinaries;
  readonly account: ServerAccount;
  readonly password: string;
  readonly onProgress: (line: string) => void;
}

/**
 * Makes PostgreSQL's data once. It is made aside and renamed when complete, so a crash on the way
 * leaves only a folder that the next start removes.
 */
export async function ensureCluster(recipe: ClusterRecipe): Promise<void> {
  const { directory, onProgress } = recipe;
  await removeUnfinished(directory);
  if (await exists(directory.cluster)) return;
  onProgress('Preparing PostgreSQL (first start only)');
  const aside = join(directory.root, `${UNFINISHED}${randomUUID()}`);
  await mkdir(aside, { mode: 0o700 });
  await recipe.account.own(aside);
  await initialise(recipe, aside);
  await rename(aside, directory.cluster);
  await syncFolder(directory.root);
}

async function initialise(recipe: ClusterRecipe, aside: string): Promise<void> {
  const passwordFile = `${aside}.password`;
  await writeFile(passwordFile, `${recipe.password}\n`, { mode: 0o600 });
  await recipe.account.own(passwordFile);
  try {
    await runToEnd(recipe, recipe.binaries.initdb, [
      `--pgdata=${aside}`,
      `--username=${OWNER}`,
      `--pwfile=${passwordFile}`,
      '--auth-host=scram-sha-256',
      '--auth-local=reject',
      '--encoding=UTF8',
      // The same order and letter case on every machine, whatever locales it has.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ]);
  } finally {
    await rm(passwordFile, { force: true });
  }
  const single = ['--single', '-D', aside, 'postgres'];
  await runToEnd(recipe, recipe.binaries.postgres, single, `create database ${DATABASE}\n`);
}

async function runToEnd(
  recipe: ClusterRecipe,
  program: string,
  programArguments: readonly string[],
  input = '',
): Promise<void> {
  const command = recipe.account.command(program, programArguments);
  const log = await open(recipe.directory.log, 'a', 0o600);
  try {
    const child = spawn(command.program, [...command.programArguments], {
      ...command.options,
      stdio: ['pipe', log.fd, log.fd],
    });
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
    const [code] = await once(child, 'exit');
    if (code !== 0) throw failed(recipe.directory);
  } catch {
    throw failed(recipe.directory);
  } finally {
    await log.close();
  }
}

function failed(directory: DataDirectory): Fault {
  return new Fault('EMBEDDED_DATABASE_FAILED', {
    logged: { step: 'prepare', folder: directory.root },
  });
}

async function removeUnfinished(directory: DataDirectory): Promise<void> {
  const names = await readdir(directory.root);
  for (const name of names.filter((entry) => entry.startsWith(UNFINISHED))) {
    // An initdb whose parent was killed may still be writing there; the next start removes the rest.
    await rm(join(directory.root, name), { recursive: true, force: true, maxRetries: 3 }).catch(
      () => {},
    );
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
