import { bindingAgreements, DEFAULT_PARTNERSHIP } from '@postern/agreements';
import type { Clock, DatabaseAddress } from '@postern/database';
import { connect } from '@postern/database';
import { AccessExplainer } from '@postern/subgraph-kit';
import { RECORD_BLUEPRINTS, recordTypes, wholePolicySchema } from '../../src/stack/blueprints.ts';

/** An explainer on a connection of its own, and the texts of the statements it ran. */
export interface OpenExplainer {
  readonly explainer: AccessExplainer;
  readonly ran: string[];
  close(): Promise<void>;
}

export function openExplainer(address: DatabaseAddress, clock: Clock): OpenExplainer {
  const connection = connect(address, 'policy_desk', {
    max: 1,
    settings: { plan_cache_mode: 'force_generic_plan' },
  });
  const ran: string[] = [];
  const explainer = new AccessExplainer({
    connection: {
      ...connection,
      run: (statement) => {
        ran.push(statement.text);
        return connection.run(statement);
      },
    },
    clock,
    inForce: bindingAgreements(DEFAULT_PARTNERSHIP),
    policySchema: wholePolicySchema(),
    onCorruptRule: () => {},
    resources: RECORD_BLUEPRINTS.flatMap(({ resources }) => resources),
    served: recordTypes(),
  });
  return { explainer, ran, close: () => connection.close() };
}
