import { untilSignal } from '../command/until-signal.ts';
import type { AbilityFigures } from './compiled-abilities.ts';
import { measureAbilities } from './compiled-abilities.ts';
import type { ManyRulesFigures } from './many-rules.ts';
import { measureManyRules } from './many-rules.ts';
import type { MaskedRowsFigures } from './masked-rows.ts';
import { measureMaskedRows } from './masked-rows.ts';
import { openWideCounty } from './wide-county.ts';

export interface PolicyCostSettings {
  /** Of each statement and each compilation. */
  readonly rounds: number;
  /** To each installation. */
  readonly requests: number;
}

/** What the policy costs; all ratios are of one run. */
export interface PolicyCostFigures {
  readonly benchmark: 'policy-cost';
  readonly date: string;
  readonly settings: PolicyCostSettings;
  readonly node: string;
  readonly maskedRows: MaskedRowsFigures;
  readonly ability: AbilityFigures;
  readonly manyRules: ManyRulesFigures;
}

export async function runPolicyCost(
  settings: PolicyCostSettings,
  onProgress: (line: string) => void,
): Promise<PolicyCostFigures> {
  const stopped = untilSignal();
  const county = await openWideCounty(onProgress);
  try {
    onProgress('A thousand rows with filters and masks, and without');
    const maskedRows = await stopped.or(measureMaskedRows(county, settings.rounds));
    onProgress('The ability of 500 rules');
    const ability = measureAbilities(settings.rounds);
    onProgress('10,000 rules beside 100');
    const manyRules = await stopped.or(measureManyRules(county, settings.requests));
    return {
      benchmark: 'policy-cost',
      date: new Date().toISOString(),
      settings,
      node: process.version,
      maskedRows,
      ability,
      manyRules,
    };
  } finally {
    await county.close();
    stopped.release();
  }
}

/** The figures as lines to read. */
export function policyCostText({ maskedRows, ability, manyRules }: PolicyCostFigures): string {
  const { perThousandRows, statement, ratios } = maskedRows;
  return [
    `Each thousand rows: ${perThousandRows.policy} ms with filters and masks, ${perThousandRows.plain} ms without (${ratios.perThousandRows} times)`,
    `The whole statement of ${maskedRows.rows} rows: ${statement.policy} ms; with the request's facts only ${statement.factsOnly} ms; bare ${statement.plain} ms`,
    `The ability of ${ability.rules} rules: ${ability.ability.median} ms; where all are the reader's ${ability.abilityOfAll.median} ms`,
    `A request under ${manyRules.rules.many} rules against ${manyRules.rules.few}: ${manyRules.ratios.request} times; of a new shape ${manyRules.ratios.newShape} times`,
    '',
  ].join('\n');
}
