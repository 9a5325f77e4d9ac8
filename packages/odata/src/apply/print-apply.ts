import { printExpression } from '../expression/print.ts';
import type { Aggregate, Apply } from './apply.ts';

/** Writes it as the protocol has it; parsed again it is the same. */
export function printApply({ before, grouping, after }: Apply): string {
  const steps: string[] = [];
  if (before !== null) steps.push(`filter(${printExpression(before)})`);
  if (grouping !== null) {
    const made = grouping.aggregates.map(printAggregate).join(',');
    const aggregate = `aggregate(${made})`;
    const by = grouping.by.join(',');
    if (grouping.by.length === 0) steps.push(aggregate);
    else steps.push(made === '' ? `groupby((${by}))` : `groupby((${by}),${aggregate})`);
  }
  if (after !== null) steps.push(`filter(${printExpression(after)})`);
  return steps.join('/');
}

function printAggregate(aggregate: Aggregate): string {
  return aggregate.kind === 'COUNT'
    ? `$count as ${aggregate.as}`
    : `${aggregate.property} with ${aggregate.method} as ${aggregate.as}`;
}
