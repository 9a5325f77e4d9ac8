// Runs one of Postern's commands on any machine with Node 20 and npm: installs what is missing,
// then hands over to the pinned Node 24. Everything this file itself says goes to stderr.
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = join(ROOT, 'node_modules', '.postern-installed');
const LOCK = join(ROOT, '.postern', 'installing');
const WORKSPACES = ['apps', 'packages'];
const COMMANDS = {
  start: 'packages/embedded/src/main.ts',
  service: 'packages/embedded/src/service.ts',
  test: 'scripts/test.ts',
  token: 'apps/identity/src/token.ts',
  tour: 'packages/embedded/src/tour.ts',
  bench: 'packages/bench/src/main.ts',
  clauses: 'scripts/clauses.ts',
  supergraph: 'packages/embedded/src/supergraph.ts',
  dictionary: 'packages/embedded/src/dictionary.ts',
  reach: 'packages/embedded/src/reach.ts',
  deep: 'packages/bench/src/deep.ts',
};

class PlainFailure extends Error {}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (thrown) {
  if (!(thrown instanceof PlainFailure)) throw thrown;
  say(thrown.message);
  process.exitCode = 1;
}

async function main([name, ...rest]) {
  if (!Object.hasOwn(COMMANDS, name ?? '')) {
    throw new PlainFailure(
      `Postern has no such command; choose one of: ${Object.keys(COMMANDS).join(', ')}.`,
    );
  }
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new PlainFailure(`Postern needs Node 20 or newer to start; this is ${process.version}.`);
  }
  if (!isInstalled()) await installAlone();
  return runCommand(join(ROOT, COMMANDS[name]), rest);
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

// --- Installing

function isInstalled() {
  return existsSync(nodeBinary()) && read(STAMP) === fingerprint();
}

/** A hash of everything that decides what gets installed. */
function fingerprint() {
  const manifests = WORKSPACES.flatMap((folder) =>
    list(join(ROOT, folder)).map((name) => join(folder, name, 'package.json')),
  );
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    ...manifests.sort(),
  ]) {
    const text = read(join(ROOT, file));
    if (text !== null) hash.update(`\0${file}\0${text}`);
  }
  return hash.digest('hex');
}

/** One install at a time: a second waits for the first and then finds its work done. */
async function installAlone() {
  const release = await takeLock();
  try {
    if (!isInstalled()) await install();
  } finally {
    release();
  }
}

async function install() {
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const asked = fingerprint();
  say('Installing what Postern needs (the first time takes a minute or two) ...');
  const code = await finish(
    spawn(
      'npx',
      // npx brought exactly the pinned pnpm, so pnpm need not look for itself in the lockfile (pmOnFail).
      [
        '-y',
        packageManager,
        'install',
        '--frozen-lockfile',
        '--reporter=append-only',
        '--config.confirmModulesPurge=false',
        '--config.pmOnFail=ignore',
      ],
      {
        cwd: ROOT,
        env: installEnvironment(),
        stdio: ['ignore', 2, 2],
        shell: process.platform === 'win32',
      },
    ),
  );
  if (code !== 0 || !existsSync(nodeBinary())) {
    throw new PlainFailure(
      'The install failed (the reason is above): check that the package registry can be reached with "npm ping" and that the disk is not full, then run the same command again.',
    );
  }
  writeFileSync(STAMP, asked);
  say('Installed.');
}

/** The installer runs on the machine's own Node, not on the one it is about to replace, and is never silenced. */
function installEnvironment() {
  const env = { ...process.env };
  for (const key of Object.keys(env)) {
    if (/^npm_config_(loglevel|silent|dry_run|package)$/i.test(key)) delete env[key];
  }
  const here = join(ROOT, 'node_modules', '.bin');
  env.PATH = (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== here)
    .join(delimiter);
  return env;
}

async function takeLock() {
  mkdirSync(dirname(LOCK), { recursive: true });
  for (let told = false; ; ) {
    try {
      mkdirSync(LOCK);
      writeFileSync(join(LOCK, 'pid'), String(process.pid));
      const release = () => rmSync(LOCK, { recursive: true, force: true });
      process.once('exit', release);
      return release;
    } catch (thrown) {
      if (thrown.code !== 'EEXIST') {
        throw new PlainFailure(
          `The folder ${ROOT} cannot be written to (${thrown.code}): give yourself write access, then run the same command again.`,
        );
      }
    }
    if (isAbandoned()) setAside();
    else {
      if (!told) say('Waiting for another install in this folder ...');
      told = true;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function isAbandoned() {
  const pid = Number(read(join(LOCK, 'pid')));
  if (pid > 0) return !isAlive(pid);
  // No number yet: its owner is about to write it, or was killed before it could.
  const made = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Date.now() - made > 10_000;
}

/** Moves an abandoned lock away; when another process replaced it meanwhile, that one is put back. */
function setAside() {
  const aside = `${LOCK}-${randomUUID()}`;
  try {
    renameSync(LOCK, aside);
    const pid = Number(read(join(aside, 'pid')));
    if (pid > 0 && isAlive(pid)) renameSync(aside, LOCK);
    else rmSync(aside, { recursive: true, force: true });
  } catch {
    // Another process was quicker; the next round sees what it left.
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown.code === 'EPERM';
  }
}

// --- Handing over

async function runCommand(entry, rest) {
  const child = spawn(nodeBinary(), [entry, ...rest], {
    cwd: ROOT,
    env: commandEnvironment(),
    stdio: 'inherit',
  });
  forwardSignals(child);
  stopWithParent(child);
  return finish(child);
}

/** Programs that the command starts by name find the pinned ones; Node keeps what it compiled, which halves a start. */
function commandEnvironment() {
  const modules = join(ROOT, 'node_modules');
  return {
    NODE_COMPILE_CACHE: join(modules, '.cache', 'node-compile'),
    ...process.env,
    PATH: `${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}`,
  };
}

/**
 * Ctrl-C in a terminal reaches the command by itself, so it is not sent again; this process only
 * waits. What comes from elsewhere is passed on, once each.
 */
function forwardSignals(child) {
  const passed = new Set();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (passed.has(signal) || (signal === 'SIGINT' && process.stdin.isTTY)) return;
      passed.add(signal);
      child.kill(signal);
    });
  }
}

/** When npm above was killed outright, the command below must not run on unseen. */
function stopWithParent(child) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 1000).unref();
}

/** The exit code of a child; one that a signal ended counts as 128 + its number, as shells do. */
function finish(child) {
  return new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

function nodeBinary() {
  return join(
    ROOT,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
}

function list(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
