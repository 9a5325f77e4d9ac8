import { Refusal } from '@postern/errors';
import type { FastifyRequest } from 'fastify';
import type { SubgraphServerOptions } from '../options.ts';

/** Who puts a release on the ledger: the Postern gateway that asks, or this process itself. */
export type Recorder = 'GATEWAY' | 'HERE';

/**
 * Says who records: the gateway where it proves that it will, this process where nobody says so.
 * Throws Refusal ASSERTION_INVALID on a proof that is none: whoever sends one is not to be guessed at.
 */
export async function recorderOf(
  request: FastifyRequest,
  { authorization, purpose }: { readonly authorization: string; readonly purpose: string },
  { assertions, subgraph, clock }: Pick<SubgraphServerOptions, 'assertions' | 'subgraph' | 'clock'>,
): Promise<Recorder> {
  const assertion = request.headers['postern-recording'];
  if (assertion === undefined) return 'HERE';
  if (typeof assertion !== 'string') throw new Refusal('ASSERTION_INVALID');
  const claim = { subgraph: subgraph.name, authorization, purpose, body: request.bodyText };
  await assertions.verify(assertion, claim, clock.now());
  return 'GATEWAY';
}
