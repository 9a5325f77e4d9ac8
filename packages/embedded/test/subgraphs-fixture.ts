import { bindingAgreements, DEFAULT_PARTNERSHIP } from '@postern/agreements';
import type { Clock, DatabaseAddress } from '@postern/database';
import { connect } from '@postern/database';
import type { Purpose } from '@postern/policy';
import type { InProcessSubgraph, RequestContext } from '@postern/subgraph-kit';
import { createSubgraph, ReleaseManifest } from '@postern/subgraph-kit';
import { RECORD_BLUEPRINTS, recordTypes, wholePolicySchema } from '../src/stack/blueprints.ts';
import type { Asking } from './county-fixture.ts';

/** The subgraphs that hold records, each behind its own role, without the gateway in front. */
export type Subgraphs = ReadonlyMap<string, InProcessSubgraph>;

export function subgraphsFor(
  address: DatabaseAddress,
  clock: Clock,
  options: { readonly connections: number } = { connections: 1 },
): Subgraphs {
  const policySchema = wholePolicySchema();
  return new Map(
    RECORD_BLUEPRINTS.map((blueprint) => [
      blueprint.name,
      createSubgraph(blueprint, {
        connection: connect(address, blueprint.role, {
          max: options.connections,
          settings: { plan_cache_mode: 'force_generic_plan' },
        }),
        clock,
        inForce: bindingAgreements(DEFAULT_PARTNERSHIP),
        policySchema,
        onCorruptRule: () => {},
        contractTypes: recordTypes(),
        cursorSecret: new Uint8Array(32).fill(7),
      }),
    ]),
  );
}

export async function closeSubgraphs(subgraphs: Subgraphs): Promise<void> {
  await Promise.all([...subgraphs.values()].map((subgraph) => subgraph.close()));
}

/** What the gateway hands a subgraph for a caller who showed a second factor. */
export function contextOf(who: Asking, purpose: Purpose, now: Date): RequestContext {
  return {
    caller: {
      issuerId: 'development',
      subject: who.subject,
      multiFactor: true,
      expiresAt: new Date(now.getTime() + 3_600_000),
      clientId: 'postern-console',
    },
    purpose,
    manifest: new ReleaseManifest(),
  };
}
