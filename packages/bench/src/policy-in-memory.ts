import type { Connection, Statement } from '@postern/database';
import { sealOf } from '@postern/policy';

/** A rule as far as it has to be known here: its name. */
interface NamedRule {
  readonly name: string;
}

/** A connection that finds these rules, sealed, in the place of the stored policy; all other statements go on to it. */
export function withPolicy(rules: readonly NamedRule[], connection: Connection): Connection {
  const stored = rules.map((body) => ({ name: body.name, body }));
  const sealed = [{ seal: sealOf(rules) }];
  const found = ({ text }: Statement): readonly object[] | undefined => {
    if (text.includes('access.policy_rule')) return stored;
    return text.startsWith('SELECT seal ') ? sealed : undefined;
  };
  return {
    ...connection,
    run: (statement) => {
      const rows = found(statement);
      return rows === undefined ? connection.run(statement) : Promise.resolve(rows as never);
    },
  };
}
