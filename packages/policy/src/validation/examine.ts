import { ACTIONS, isAction } from '../rules/action.ts';
import { readRule } from '../rules/parse-rule.ts';
import type { PolicySchema } from '../rules/policy-schema.ts';
import { PURPOSES } from '../rules/purpose.ts';
import type { Rule } from '../rules/rule.ts';
import { RuleProblem } from '../rules/rule-problem.ts';
import { checkCondition } from './check-condition.ts';
import { checkCover } from './check-cover.ts';
import { checkRecordable } from './check-recordable.ts';
import { checkWhole } from './check-whole.ts';
import { oneOf } from './nearest.ts';
import { Notes } from './notes.ts';
import { isPlaceholder } from './placeholder.ts';
import { isPlainObject, listOf, own, refuseHostile } from './plain-object.ts';
import { at, kindOf, shown, shownName } from './shown.ts';

const PARTS = [
  'name',
  'role',
  'action',
  'resource',
  'fields',
  'classes',
  'purposes',
  'effect',
  'when',
  'clause',
] as const;
const EFFECTS = ['ALLOW', 'DENY'] as const;
/** Unknown parts that are told one by one. */
const MOST_UNKNOWN = 20;

/**
 * What leaves a rule as readable as it was: how it is called, which clause it cites, a value that no row holds, and what is not
 * recorded. A list that loses a value with a release, and a command that goes with one, must not turn the rules in force that name it into denials.
 */
export const LEAVES_READABLE: ReadonlySet<string> = new Set([
  'NAME_INVALID',
  'CLAUSE_UNKNOWN',
  'REPEATED',
  'OPERAND_UNKNOWN',
  'NOT_RECORDED',
]);

/** A stored rule as it was examined: what is wrong with its form, and the rule where nothing is. */
export interface Examined {
  readonly notes: Notes;
  readonly rule: Rule | null;
  /** The fields covered; empty where they could not be read. */
  readonly covered: readonly string[];
}

/** Reads a stored rule part by part and notes all that is not in the language; never throws, whatever it is given. */
export function examine(body: unknown, schema: PolicySchema): Examined {
  const notes = new Notes();
  if (!isPlainObject(body)) {
    notes.note('RULE_SHAPE', '', kindOf(body), 'an object with the parts of a rule');
    return { notes, rule: null, covered: [] };
  }
  checkParts(body, notes);
  checkName(own(body, 'name'), notes);
  const role = checkRole(own(body, 'role'), schema, notes);
  const action = own(body, 'action');
  if (!isAction(action))
    notes.note('ACTION_UNKNOWN', '/action', shown(action), oneOf(ACTIONS, action, 'an action'));
  const covered = checkCover(body, schema, notes);
  checkPurposes(own(body, 'purposes'), notes);
  const effect = own(body, 'effect');
  if (!EFFECTS.some((known) => known === effect))
    notes.note('EFFECT_UNKNOWN', '/effect', shown(effect), oneOf(EFFECTS, effect, 'an effect'));
  checkClause(own(body, 'clause'), schema, notes);
  const resource = own(body, 'resource');
  const type = typeof resource === 'string' && schema.dictionary.has(resource) ? resource : null;
  checkCondition(own(body, 'when'), { schema, type, covered, role }, notes);
  checkWhole(body, covered, schema, notes);
  if (action === 'record') checkRecordable(own(body, 'resource'), covered, schema, notes);
  return { notes, rule: read(body, schema, notes), covered: covered ?? [] };
}

/** The rule itself; what parsing finds although nothing was noted is noted now. */
function read(body: unknown, schema: PolicySchema, notes: Notes): Rule | null {
  if (notes.findings.some(({ code }) => !LEAVES_READABLE.has(code))) return null;
  try {
    return readRule(body, schema.dictionary).rule;
  } catch (problem) {
    if (!(problem instanceof RuleProblem)) throw problem;
    const part = `/${problem.part}`;
    if (!notes.hasIn(part)) notes.note('RULE_SHAPE', part, 'what cannot be read', problem.expected);
    return null;
  }
}

function checkParts(body: Readonly<Record<string, unknown>>, notes: Notes): void {
  const unknown = Object.keys(body).filter((key) => !PARTS.some((part) => part === key));
  for (const key of unknown.slice(0, MOST_UNKNOWN))
    if (!refuseHostile(key, '', notes))
      notes.note('KEY_UNKNOWN', at('', key), shownName(key), oneOf(PARTS, key, 'a part of a rule'));
  if (unknown.length > MOST_UNKNOWN)
    notes.note('KEY_UNKNOWN', '', `${unknown.length} unknown parts`, 'the parts of a rule');
}

function checkName(name: unknown, notes: Notes): void {
  const expected = 'a name of up to 120 letters, digits, spaces, dots, hyphens and underscores';
  if (typeof name === 'string' && isPlaceholder(name))
    notes.note('PLACEHOLDER', '/name', shown(name), expected);
  else if (typeof name !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,119}$/.test(name))
    notes.note('NAME_INVALID', '/name', shown(name), expected);
}

function checkRole(role: unknown, schema: PolicySchema, notes: Notes): string | null {
  if (typeof role === 'string' && (role === '*' || schema.roles.has(role))) return role;
  const expected = oneOf(schema.roles, role, 'a role, or * for every role');
  notes.note('ROLE_UNKNOWN', '/role', shown(role), expected);
  return null;
}

function checkPurposes(purposes: unknown, notes: Notes): void {
  const limit = { most: PURPOSES.length, what: 'the purposes of use' };
  const list = listOf(purposes, '/purposes', limit, notes);
  const seen = new Set<unknown>();
  for (const [place, purpose] of (list ?? []).entries()) {
    const part = at('/purposes', place);
    if (!PURPOSES.some((known) => known === purpose)) {
      const expected = oneOf(PURPOSES, purpose, 'a purpose of use');
      notes.note('PURPOSE_UNKNOWN', part, shown(purpose), expected);
    } else if (seen.has(purpose)) notes.note('REPEATED', part, shown(purpose), 'each purpose once');
    seen.add(purpose);
  }
}

function checkClause(clause: unknown, schema: PolicySchema, notes: Notes): void {
  if (typeof clause === 'string' && schema.clauses.has(clause)) return;
  const expected = oneOf(schema.clauses, clause, 'a clause of the agreements');
  notes.note('CLAUSE_UNKNOWN', '/clause', shown(clause), expected);
}
