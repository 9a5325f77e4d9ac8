import type { Role } from '@postern/agreements';
import { ROLES } from '@postern/agreements';
import type { DataDictionary, PolicySchema, Rule } from '@postern/policy';
import { conditionInWords, expandRule } from '@postern/policy';
import { markdownTable } from '../markdown-table.ts';

/** The fields of one type that a role reads, or records, on one condition. */
interface Reading {
  readonly type: string;
  readonly fields: Set<string>;
  readonly clauses: Set<string>;
}

/** One role: what it is there for, what it may use data for, and what it reads and records when. */
export function roleSection(
  role: Role,
  rules: readonly Rule[],
  { dictionary, recordable }: Pick<PolicySchema, 'dictionary' | 'recordable'>,
): readonly string[] {
  const { title, does } = ROLES[role];
  const own = rules.filter((rule) => rule.role === role && rule.action === 'read');
  const recording = rules.filter((rule) => rule.role === role && rule.action === 'record');
  const purposes = [...new Set(own.flatMap((rule) => rule.purposes))];
  return [
    '',
    `## ${title}`,
    '',
    `\`${role}\`. ${does} Uses data for: ${purposes.map((purpose) => `\`${purpose}\``).join(', ')}.`,
    '',
    ...numbered(own, { dictionary, told: fieldsOf(dictionary), whole: 'all fields' }),
    ...(recording.length === 0 ? [] : ['', 'Records:', '']),
    ...numbered(recording, { dictionary, told: recordable, whole: 'all that is recorded' }),
  ];
}

/** Of which fields of each type a table tells, and how it says that it is all of them. */
interface Telling {
  readonly dictionary: DataDictionary;
  readonly told: ReadonlyMap<string, ReadonlySet<string>>;
  readonly whole: string;
}

function fieldsOf(dictionary: DataDictionary): Telling['told'] {
  return new Map([...dictionary].map(([type, fields]) => [type, new Set(fields.keys())]));
}

/** Each condition once under its number, and a table of what is read or recorded under which. */
function numbered(rules: readonly Rule[], telling: Telling): readonly string[] {
  if (rules.length === 0) return [];
  const conditions = [...byCondition(rules, telling)];
  return [
    ...inTurn(conditions.map(([when]) => when)).map((when, i) => `${i + 1}. ${when}.`),
    '',
    ...markdownTable(
      ['When', 'Record', 'Fields', 'Clause'],
      conditions.flatMap(([, readings], i) =>
        rowsOf(readings, telling).map((cells) => [String(i + 1), ...cells]),
      ),
    ),
  ];
}

function byCondition(
  rules: readonly Rule[],
  { dictionary, told }: Telling,
): ReadonlyMap<string, ReadonlyMap<string, Reading>> {
  const conditions = new Map<string, Map<string, Reading>>();
  for (const rule of rules) {
    const when = conditionInWords(rule.when, rule.role);
    const readings = conditions.get(when) ?? new Map<string, Reading>();
    conditions.set(when, readings);
    for (const { type, field } of expandRule(rule, dictionary)) {
      if (told.get(type)?.has(field) !== true) continue;
      const reading = readings.get(type) ?? { type, fields: new Set(), clauses: new Set() };
      readings.set(type, reading);
      reading.fields.add(field);
      reading.clauses.add(rule.clause);
    }
  }
  return conditions;
}

/** A row for each type; types that are covered whole on the same clause share one. */
function rowsOf(
  readings: ReadonlyMap<string, Reading>,
  { told, whole: all }: Telling,
): readonly (readonly string[])[] {
  const whole = new Map<string, string[]>();
  const parts: (readonly string[])[] = [];
  for (const { type, fields, clauses } of readings.values()) {
    const clause = [...clauses].toSorted().join(', ');
    if (fields.size === told.get(type)?.size)
      whole.set(clause, [...(whole.get(clause) ?? []), type]);
    else parts.push([type, [...fields].join(', '), clause]);
  }
  return [...parts, ...[...whole].map(([clause, types]) => [types.join(', '), all, clause])];
}

/** Conditions that take an earlier one further say so, instead of saying it all again. */
function inTurn(conditions: readonly string[]): readonly string[] {
  return conditions.map((condition, i) => {
    const earlier = conditions.slice(0, i);
    const base = earlier.findLastIndex((each) => condition.startsWith(`${each}; `));
    if (base >= 0)
      return `As in ${base + 1}, and ${condition.slice((earlier[base] ?? '').length + 2)}`;
    const text = earlier.reduce(
      (words, each, number) => words.replaceAll(`(${each})`, `as in ${number + 1}`),
      condition,
    );
    return `When ${text}`;
  });
}
