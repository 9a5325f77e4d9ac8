import type { Expression } from '../expression/expression.ts';
import { readExpression } from '../expression/parse.ts';
import { Reader } from '../expression/reader.ts';
import { unsupported } from '../refusing.ts';
import type { Aggregate, Apply, Grouping } from './apply.ts';
import { METHODS } from './apply.ts';

const SUPPORTED =
  'filter(…), groupby((…),aggregate(…)) and aggregate(…) with sum, min, max, countdistinct and $count, one grouping at most';
const MOST_STEPS = 10;
const MOST_NAMES = 30;

/** @throws Refusal QUERY_OPTION_INVALID, QUERY_OPTION_UNSUPPORTED */
export function parseApply(text: string, option = '$apply'): Apply {
  const reader = new Reader(text, option);
  let apply: Apply = { before: null, grouping: null, after: null };
  let steps = 0;
  do {
    steps += 1;
    if (steps > MOST_STEPS) throw reader.expected(`at most ${MOST_STEPS} steps`);
    apply = readStep(reader, apply);
  } while (reader.takeIf('/'));
  reader.requireEnd();
  return apply;
}

function readStep(reader: Reader, apply: Apply): Apply {
  const step = reader.name();
  reader.require('(');
  if (step === 'filter') {
    const chosen = readExpression(reader);
    reader.require(')');
    return apply.grouping === null
      ? { ...apply, before: both(apply.before, chosen) }
      : { ...apply, after: both(apply.after, chosen) };
  }
  if (apply.grouping !== null || (step !== 'groupby' && step !== 'aggregate'))
    throw unsupported(reader.option, SUPPORTED);
  const grouping =
    step === 'groupby' ? readGrouping(reader) : { by: [], aggregates: readAggregates(reader) };
  reader.require(')');
  return { ...apply, grouping };
}

function both(one: Expression | null, other: Expression): Expression {
  return one === null ? other : { kind: 'AND', left: one, right: other };
}

function readGrouping(reader: Reader): Grouping {
  reader.require('(');
  const by: string[] = [];
  do {
    by.push(plainName(reader));
    if (by.length > MOST_NAMES) throw reader.expected(`at most ${MOST_NAMES} columns`);
  } while (reader.takeIf(','));
  reader.require(')');
  if (!reader.takeIf(',')) return { by, aggregates: [] };
  if (reader.name() !== 'aggregate') throw unsupported(reader.option, SUPPORTED);
  reader.require('(');
  const aggregates = readAggregates(reader);
  reader.require(')');
  return { by, aggregates };
}

function plainName(reader: Reader): string {
  const name = reader.name();
  // rollup(…), and paths into what is related.
  if (reader.next.text === '(' || reader.next.text === '/')
    throw unsupported(reader.option, SUPPORTED);
  return name;
}

function readAggregates(reader: Reader): readonly Aggregate[] {
  const aggregates: Aggregate[] = [];
  do {
    aggregates.push(readAggregate(reader));
    if (aggregates.length > MOST_NAMES) throw reader.expected(`at most ${MOST_NAMES} aggregates`);
  } while (reader.takeIf(','));
  return aggregates;
}

function readAggregate(reader: Reader): Aggregate {
  if (reader.takeIf('$')) {
    if (reader.name() !== 'count') throw unsupported(reader.option, SUPPORTED);
    return { kind: 'COUNT', as: readAlias(reader) };
  }
  const property = plainName(reader);
  reader.require('with');
  const given = reader.name();
  const method = METHODS.find((each) => each === given);
  if (method === undefined) throw unsupported(reader.option, SUPPORTED);
  return { kind: 'OF', property, method, as: readAlias(reader) };
}

function readAlias(reader: Reader): string {
  reader.require('as');
  return reader.name();
}
