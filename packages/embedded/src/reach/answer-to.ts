import { parseArgs } from 'node:util';
import type { Coordinate, DataDictionary } from '@postern/policy';
import { oneOf } from '@postern/policy';
import { CannotAnswer } from './cannot-answer.ts';
import { reachReport } from './reach-report.ts';
import { reachText } from './reach-text.ts';
import { builtInRules, rulesOfFile } from './rules-asked.ts';

const USAGE = 'npm run -s reach -- <Type.field> [--json] [--policy <file of stored rules>]';

/**
 * What the command prints for these arguments.
 * @throws CannotAnswer
 */
export function answerTo(args: readonly string[], dictionary: DataDictionary): string {
  const { asked, json, policy } = readArguments(args);
  const coordinate = coordinateOf(asked, dictionary);
  const rules = policy === undefined ? builtInRules(dictionary) : rulesOfFile(policy, dictionary);
  const report = reachReport(coordinate, rules, dictionary);
  return json ? `${JSON.stringify(report, null, 2)}\n` : reachText(report);
}

function readArguments(args: readonly string[]): {
  readonly asked: string | undefined;
  readonly json: boolean;
  readonly policy: string | undefined;
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, policy: { type: 'string' } },
    });
    return { asked: positionals[0], json: values.json, policy: values.policy };
  } catch {
    throw new CannotAnswer(`That is no way to ask. Expected: ${USAGE}`);
  }
}

function coordinateOf(asked: string | undefined, dictionary: DataDictionary): Coordinate {
  if (asked === undefined) throw new CannotAnswer(`Name a field. Expected: ${USAGE}`);
  const known = [...dictionary].flatMap(([type, fields]) =>
    [...fields.keys()].map((field): Coordinate => `${type}.${field}`),
  );
  const found = known.find((coordinate) => coordinate === asked);
  if (found === undefined)
    throw new CannotAnswer(
      `There is no field "${asked}". Expected ${oneOf(known, asked, 'a field of the schema')}`,
    );
  return found;
}
