import { rmSync, writeFileSync } from 'node:fs';

/** What other commands learn of a running server. */
export interface Running {
  readonly pid: number;
  readonly port: number;
  readonly issuer: string;
}

/** Notes that this process serves, for `npm run token` and `npm run tour`; the answer takes the note back. */
export function noteRunning(file: string, running: Running): () => void {
  writeFileSync(file, `${JSON.stringify(running)}\n`);
  return () => rmSync(file, { force: true });
}
