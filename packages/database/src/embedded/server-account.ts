import type { SpawnOptions } from 'node:child_process';
import { spawnSync } from 'node:child_process';
import { chown, readFile } from 'node:fs/promises';
import { Fault } from '@postern/errors';

const SETPRIV = '/usr/bin/setpriv';
const REACH_ALL = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];

/** How to run PostgreSQL's programs, which refuse to run as root. */
export interface ServerAccount {
  command(program: string, programArguments: readonly string[]): ServerCommand;
  /** Gives a file or folder to the account. */
  own(path: string): Promise<void>;
}

/** What to spawn. */
export interface ServerCommand {
  readonly program: string;
  readonly programArguments: readonly string[];
  readonly options: Pick<SpawnOptions, 'uid' | 'gid' | 'env' | 'detached'>;
}

/** Nothing of the caller's environment (PGDATA, PGOPTIONS, locale) may change how the server behaves. */
const ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC' };

/** Chooses the account: this user's own or, for root, the machine's `postgres` or else `nobody`. */
export async function chooseServerAccount(
  postgres: string,
  directory: string,
): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return ownAccount();
  const ids = await findUnprivileged();
  if (canReach(ids, postgres, directory)) return droppedAccount(ids, []);
  // A checkout below /root or a private folder: keep root's reach into files, and nothing else of it.
  const account = droppedAccount(ids, REACH_ALL);
  const { program, programArguments, options } = account.command(postgres, ['--version']);
  if (spawnSync(program, programArguments, options).status === 0) return account;
  throw new Fault('EMBEDDED_DATABASE_FAILED', {
    logged: { reason: 'started as root, and the unprivileged account cannot read this folder' },
  });
}

interface Ids {
  readonly uid: number;
  readonly gid: number;
}

function ownAccount(): ServerAccount {
  return {
    command: (program, programArguments) => ({
      program,
      programArguments,
      options: { env: ENVIRONMENT, detached: true },
    }),
    own: async () => {},
  };
}

function droppedAccount(ids: Ids, reach: readonly string[]): ServerAccount {
  return {
    own: (path) => chown(path, ids.uid, ids.gid),
    command: (program, programArguments) =>
      reach.length === 0
        ? { program, programArguments, options: { env: ENVIRONMENT, detached: true, ...ids } }
        : {
            program: SETPRIV,
            programArguments: [
              `--reuid=${ids.uid}`,
              `--regid=${ids.gid}`,
              '--clear-groups',
              ...reach,
              program,
              ...programArguments,
            ],
            options: { env: ENVIRONMENT, detached: true },
          },
  };
}

async function findUnprivileged(): Promise<Ids> {
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '');
  for (const name of ['postgres', 'nobody']) {
    const line = accounts.split('\n').find((entry) => entry.startsWith(`${name}:`));
    const [, , uid, gid] = line?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Fault('EMBEDDED_DATABASE_FAILED', {
    logged: { reason: 'started as root, and there is no account named postgres or nobody' },
  });
}

function canReach(ids: Ids, postgres: string, directory: string): boolean {
  const check = '"$1" --version >/dev/null 2>&1 && test -x "$2"';
  return spawnSync('/bin/sh', ['-c', check, 'sh', postgres, directory], ids).status === 0;
}
