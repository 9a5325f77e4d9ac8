import type { FactTables, Oracle, OracleRequest, OracleRow, PredicateName } from '../src/index.ts';
import { createOracle, PURPOSES } from '../src/index.ts';
import { asTeacher, child, county } from './small-county.ts';
import { dictionary } from './small-dictionary.ts';
import { rule } from './stored-rule.ts';

/** What a predicate is tried on: by default the child, asked about by the teacher of the small county. */
export interface Trial {
  readonly facts?: Partial<FactTables>;
  readonly request?: Partial<OracleRequest>;
  readonly row?: OracleRow;
  readonly field?: string;
  /** The role of the rule that is tried. */
  readonly role?: string;
}

/** Whether a rule that allows a field when one predicate holds releases it (the row itself is visible anyway). */
export function holdsFor(predicate: PredicateName, trial: Trial): boolean {
  const { row = child, field = 'id' } = trial;
  return oracleWith({ holds: predicate }, trial).released(row.type, field, row);
}

const THROUGH_AN_EPISODE = { any: [{ holds: 'episode.open' }, { holds: 'episode.steppedUp' }] };

/** Whether a standing denial leaves a field that is otherwise released, through an open episode unless told otherwise. */
export function leaves(trial: Trial, when: unknown = THROUGH_AN_EPISODE): boolean {
  const { row = child, field = 'id' } = trial;
  return oracleWith(when, trial).released(row.type, field, row);
}

function oracleWith(
  when: unknown,
  { facts = {}, request = {}, row = child, field = 'id', role = 'TAF_MEMBER' }: Trial,
): Oracle {
  const any = { role, resource: row.type, purposes: PURPOSES };
  const rules = [
    rule({ ...any, name: 'asked', fields: [field], when }),
    ...(field === 'id' ? [] : [rule({ ...any, name: 'row', fields: ['id'], when: 'always' })]),
  ];
  return createOracle(county(facts), { ...asTeacher, ...request }, rules, dictionary);
}
