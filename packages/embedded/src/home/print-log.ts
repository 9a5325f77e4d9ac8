import type { Log } from '@postern/gateway';

/** Writes each entry as one line of JSON to standard error. */
export const printLog: Log = (entry) => {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
};
