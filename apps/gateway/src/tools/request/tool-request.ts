import { purposeFor } from '@postern/edge';
import { ReleaseManifest } from '@postern/subgraph-kit';
import type { FastifyRequest } from 'fastify';
import type { ContractServer } from '../../contract/contract-server.ts';
import type { ToolSettings } from '../../options.ts';
import type { AskContract } from './contract-question.ts';
import { asking } from './contract-question.ts';
import { readCredential } from './credential.ts';

/** A request of a reporting tool, once it is known who asks and what for. */
export interface ToolRequest {
  readonly ask: AskContract;
  /** The options that came with it, without a key. */
  readonly search: string;
}

/** What requests of tools are read with. */
export interface ToolServices {
  readonly contract: ContractServer;
  readonly settings: ToolSettings;
}

/** Who asks, and what for: as the address says, or a header, or the key; or what goes without saying. @throws Refusal */
export async function readToolRequest(
  request: FastifyRequest,
  { contract }: ToolServices,
): Promise<ToolRequest> {
  const { authorization, search } = readCredential(request);
  const caller = await contract.authenticator.authenticate(authorization);
  const { purpose: named } = request.params as { readonly purpose?: string };
  const declared = named ?? request.headers['purpose-of-use'];
  const purpose = purposeFor(caller, declared, contract.purposes);
  const subgraphs = {
    caller,
    purpose,
    manifest: new ReleaseManifest(),
    authorization: authorization ?? '',
  };
  return { ask: asking(contract, { subgraphs, outcome: request.outcome }), search };
}
