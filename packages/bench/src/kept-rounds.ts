import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The finished rounds of a deep run, in `.postern/deep/<name>.json` until the run is complete. */
export class KeptRounds<Round> {
  readonly #file: string;
  readonly #key: string;
  readonly #rounds: Round[];

  /** Rounds of other settings do not belong to this run and are let go. */
  constructor(name: string, settings: object) {
    this.#file = fileURLToPath(new URL(`../../../.postern/deep/${name}.json`, import.meta.url));
    this.#key = JSON.stringify(settings);
    const kept = readKept<Round>(this.#file);
    this.#rounds = kept !== null && kept.key === this.#key ? [...kept.rounds] : [];
  }

  get rounds(): readonly Round[] {
    return this.#rounds;
  }

  /** Where the run keeps what is too large for a round; whoever makes it takes it away. */
  directory(name: string): string {
    return `${this.#file.replace(/\.json$/, '')}-${name}`;
  }

  keep(round: Round): void {
    this.#rounds.push(round);
    mkdirSync(dirname(this.#file), { recursive: true });
    // Written beside and renamed, so that a stop in the middle loses one round at most.
    writeFileSync(`${this.#file}.new`, JSON.stringify({ key: this.#key, rounds: this.#rounds }));
    renameSync(`${this.#file}.new`, this.#file);
  }

  /** The run is complete: its figures are the evidence now. */
  clear(): void {
    rmSync(this.#file, { force: true });
  }
}

function readKept<Round>(
  file: string,
): { readonly key: string; readonly rounds: readonly Round[] } | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
