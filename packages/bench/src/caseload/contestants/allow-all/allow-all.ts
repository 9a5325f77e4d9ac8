import { bindingAgreements, DEFAULT_PARTNERSHIP } from '@postern/agreements';
import { compileStatement, requestFacts } from '@postern/query-policy';
import { sql } from 'drizzle-orm';
import { withPolicy } from '../../../policy-in-memory.ts';
import type { Principal } from '../../principals/caseload-of.ts';
import type { AroundConnection } from '../gate.ts';
import { FixedFacts } from './fixed-facts.ts';
import { allowAllRules } from './rules.ts';

/**
 * Turns the gate into one without a policy: the same statements over a fixed list of ids, under rules that allow all of it.
 * What the gate costs above this is the price of deciding.
 */
export function answeringAllowAll(principals: readonly Principal[]): AroundConnection {
  const facts = new FixedFacts(
    compileStatement(sql`WITH ${requestFacts(bindingAgreements(DEFAULT_PARTNERSHIP))}`),
  );
  const bySubject = new Map<unknown, Principal>(principals.map((each) => [each.subject, each]));
  return (connection) => {
    const under = withPolicy(allowAllRules(), connection);
    return {
      ...under,
      run: (statement) => {
        if (!facts.opens(statement)) return under.run(statement);
        const principal = bySubject.get(facts.subjectOf(statement));
        if (principal === undefined) throw new TypeError('The list names no such principal.');
        return connection.run(facts.replace(statement, principal));
      },
    };
  };
}
