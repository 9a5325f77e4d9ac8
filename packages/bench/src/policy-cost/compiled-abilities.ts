import type { StoredRule } from '@postern/agreements';
import { wholeDictionary } from '@postern/embedded';
import { abilityFor, decideField, parseRule } from '@postern/policy';
import { median, percentile, rounded } from '../caseload/measuring/statistics.ts';
import { policyOf, policyOfReader, READER_ROLE } from './policies.ts';

const RULES = 500;

/** Milliseconds of processor time. `abilityOfAll` is where every rule of the policy applies to the reader. */
export interface AbilityFigures {
  readonly rules: number;
  readonly ability: { readonly first: number; readonly median: number; readonly p99: number };
  readonly abilityOfAll: { readonly median: number; readonly p99: number };
  /** The ability and, with it, the decision on every field of every type. */
  readonly everyField: { readonly median: number };
  /** Reading the rules of a version as they are stored, once for each process. */
  readonly parsed: { readonly median: number };
}

/** Compiles the ability of a policy of 500 rules, anew each time. */
export function measureAbilities(rounds: number): AbilityFigures {
  const dictionary = wholeDictionary();
  const holder = { roles: [READER_ROLE], purpose: 'COORDINATE_SUPPORT' } as const;
  const parse = (bodies: readonly StoredRule[]) =>
    bodies.map((body) => parseRule(body, dictionary));
  const [rules, ofReader] = [parse(policyOf(RULES)), parse(policyOfReader(RULES))];
  const ability = timed(rounds, () => abilityFor(rules, holder, dictionary));
  const ofAll = timed(rounds, () => abilityFor(ofReader, holder, dictionary));
  const everyField = timed(rounds, () => {
    const made = abilityFor(rules, holder, dictionary);
    for (const [type, fields] of dictionary)
      for (const field of fields.keys()) decideField(made, type, field);
  });
  const parsed = timed(rounds, () => parse(policyOf(RULES)));
  return {
    rules: RULES,
    ability: { first: rounded(ability[0] ?? 0, 2), ...spread(ability) },
    abilityOfAll: spread(ofAll),
    everyField: { median: rounded(median(everyField), 2) },
    parsed: { median: rounded(median(parsed), 2) },
  };
}

function spread(times: readonly number[]): { readonly median: number; readonly p99: number } {
  return { median: rounded(median(times), 2), p99: rounded(percentile(times, 0.99), 2) };
}

/** Processor time of this process: a machine that does other things at the same time does not show in it. */
function timed(rounds: number, work: () => unknown): readonly number[] {
  return Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
}
