import { randomUUID } from 'node:crypto';
import { Fault, isFault } from '@postern/errors';
import type { Ledger, ReleaseRecord } from '@postern/ledger';
import type { AccessNotice, RequestContext as SubgraphContext } from '@postern/subgraph-kit';

/** Which operation is about to be answered, and what its caller may be shown of it. */
export interface Release {
  readonly contract: 'records' | 'reporting';
  readonly operationHash: string;
  readonly operationName: string | null;
  readonly coordinates: ReadonlySet<string>;
  readonly context: SubgraphContext;
}

/** What releasing needs. */
export interface ReleaseServices {
  readonly ledger: Ledger;
  readonly clock: { now(): Date };
  onLedgerFailure(): void;
}

/**
 * Puts a release on the ledger and returns what the answer says about fields withheld.
 * Resolves once the record is committed; throws Fault LEDGER_UNAVAILABLE, after which nothing may be answered.
 */
export async function settleRelease(
  release: Release,
  services: ReleaseServices,
): Promise<readonly AccessNotice[]> {
  const { manifest, purpose } = release.context;
  const summary = manifest.summarise(release.coordinates);
  if (summary !== null) {
    const { contract, operationHash, operationName } = release;
    // Aggregates name nobody: a release of persons under that contract is a defect, and goes no further.
    if (contract !== 'records') throw new Fault('INTERNAL', { logged: { contract } });
    const at = services.clock.now();
    const id = randomUUID();
    await record({ ...summary, id, at, contract, purpose, operationHash, operationName }, services);
  }
  return manifest.notices();
}

async function record(release: ReleaseRecord, services: ReleaseServices): Promise<void> {
  try {
    await services.ledger.record(release);
  } catch (cause) {
    services.onLedgerFailure();
    if (isFault(cause) && cause.code === 'LEDGER_UNAVAILABLE') throw cause;
    throw new Fault('LEDGER_UNAVAILABLE', { cause });
  }
}
