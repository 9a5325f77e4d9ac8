import { readFileSync, writeFileSync } from 'node:fs';
import type { FactTables, OracleRequest } from '@postern/policy';
import type { RuleBody } from './drawn-policy.ts';

/** One world, one policy and one request over which the three deciders once differed. */
export interface DrawnCase {
  readonly world: FactTables;
  readonly policy: readonly RuleBody[];
  readonly asker: OracleRequest;
}

const FILE = new URL('kept-cases.json', import.meta.url);

/** The cases of the file, which are tried before any is drawn. */
export function keptCases(): readonly DrawnCase[] {
  return JSON.parse(readFileSync(FILE, 'utf8'), reviveInstants) as readonly DrawnCase[];
}

/** Adds a case to the file, one on each line. */
export function keepCase(found: DrawnCase): void {
  const lines = [...keptCases(), found].map((one) => JSON.stringify(one));
  writeFileSync(FILE, `[\n${lines.join(',\n')}\n]\n`);
}

function reviveInstants(_key: string, value: unknown): unknown {
  const isInstant = typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);
  return isInstant ? new Date(value) : value;
}
