import { ATTACK_RUN } from './attack/deep-attack.ts';
import { CASELOAD_RUN } from './caseload/deep-caseload.ts';
import { plainFailure } from './command/plain-failure.ts';
import { printProgress } from './command/progress.ts';
import { UNKNOWN_NAME_STATUS, unknownName } from './command/unknown-name.ts';
import { COMPANIONS_RUN } from './companions/deep-companions.ts';
import { COUNTY_RUN } from './county/deep-county.ts';
import type { DeepRun } from './deep-run.ts';
import { FUZZ_RUN } from './fuzz/deep-fuzz.ts';
import { INDICATORS_RUN } from './indicators/deep-indicators.ts';
import { KILLS_RUN } from './kills/deep-kills.ts';
import { LARGE_RECORDS_RUN } from './large-records/deep-large-records.ts';
import { MACHINES_RUN } from './machines/deep-machines.ts';
import { MUTANTS_RUN } from './mutants/deep-mutants.ts';
import { NEW_ENEMY_RUN } from './new-enemy/deep-new-enemy.ts';
import { POLICY_COST_RUN } from './policy-cost/deep-policy-cost.ts';

/** Every long run by its name; each writes `docs/evidence/<name>.json`. */
const RUNS: Readonly<Record<string, DeepRun>> = {
  attack: ATTACK_RUN,
  caseload: CASELOAD_RUN,
  companions: COMPANIONS_RUN,
  county: COUNTY_RUN,
  fuzz: FUZZ_RUN,
  indicators: INDICATORS_RUN,
  kills: KILLS_RUN,
  'large-records': LARGE_RECORDS_RUN,
  machines: MACHINES_RUN,
  mutants: MUTANTS_RUN,
  'new-enemy': NEW_ENEMY_RUN,
  'policy-cost': POLICY_COST_RUN,
};

/** `npm run deep -- <name>`: continues where a run of that name was stopped. */
async function main([name]: readonly string[]): Promise<number> {
  const run = name !== undefined && Object.hasOwn(RUNS, name) ? RUNS[name] : undefined;
  if (name === undefined || run === undefined) {
    process.stderr.write(`${unknownName(name, Object.keys(RUNS))}\n`);
    return UNKNOWN_NAME_STATUS;
  }
  process.stdout.write(await run(printProgress));
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${plainFailure(error)}\n`);
  process.exitCode = 1;
}
