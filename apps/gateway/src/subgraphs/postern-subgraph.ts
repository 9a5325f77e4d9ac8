import { Fault } from '@postern/errors';
import type { RecordingAssertions } from '@postern/subgraph-kit';
import { readManifestMessage } from '@postern/subgraph-kit';
import { isAnswerObject } from '../execution/answer-object.ts';
import type { SubgraphExecutor } from '../execution/subgraph.ts';
import type { FetchContext } from '../request/context.ts';
import type { JsonAnswer, JsonClient } from '../transport/json-client.ts';
import { TransportError } from '../transport/transport-error.ts';
import { reportedFailure } from './reported-failure.ts';

/** A subgraph in other processes: its name and where each of them is asked, e.g. `http://families:4001/graphql`. */
export interface SubgraphAddress {
  readonly name: string;
  readonly urls: readonly URL[];
}

/** What asking over HTTP takes. */
export interface PosternSubgraphServices {
  readonly client: JsonClient;
  readonly assertions: RecordingAssertions;
  readonly clock: { now(): Date };
}

/**
 * Asks a subgraph over HTTP as its caller: token and purpose go with every fetch, beside this gateway's word that it
 * records. What the answer says was released is noted for the ledger and taken off it.
 * Throws the subgraph's own Refusal or Fault, else Fault SUBGRAPH_FAILED or SUBGRAPH_ANSWER_INVALID.
 */
export function posternSubgraph(
  { name, urls }: SubgraphAddress,
  { client, assertions, clock }: PosternSubgraphServices,
): SubgraphExecutor<FetchContext> {
  let turn = 0;

  /**
   * Reads can be sent twice, so a process that is gone is passed over. Each is tried once. A mutation goes to one process
   * only: whether one that is gone had carried it out nobody here knows.
   */
  async function post(
    body: unknown,
    headers: Readonly<Record<string, string>>,
    tries: number,
  ): Promise<JsonAnswer> {
    const first = turn++;
    let failure: unknown;
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const url = urls[(first + attempt) % urls.length];
      if (url === undefined) break;
      try {
        return await client.postJson(url, body, headers);
      } catch (error) {
        failure = error;
        if (!(error instanceof TransportError && error.code === 'UNREACHABLE')) break;
      }
    }
    const reason = failure instanceof TransportError ? failure.code : 'UNREACHABLE';
    throw new Fault('SUBGRAPH_FAILED', { cause: failure, logged: { subgraph: name, reason } });
  }

  return async ({ document, variables, context, mutates = false }) => {
    const { authorization, purpose, manifest } = context;
    const body = { query: document, variables };
    const claim = { subgraph: name, authorization, purpose, body: JSON.stringify(body) };
    const headers = {
      authorization,
      'purpose-of-use': purpose,
      'postern-recording': await assertions.sign(claim, clock.now()),
    };
    const answer = await post(body, headers, mutates ? 1 : urls.length);
    const content = isAnswerObject(answer.body) ? answer.body : {};
    if (answer.status !== 200 || content['errors'] !== undefined)
      throw reportedFailure(name, content['errors']);
    const { data, extensions } = content;
    const released = readManifestMessage(
      isAnswerObject(extensions) ? extensions['manifest'] : null,
    );
    // Without a manifest nothing could be recorded, so nothing may be used.
    if (released === null || !isAnswerObject(data))
      throw new Fault('SUBGRAPH_ANSWER_INVALID', { logged: { subgraph: name } });
    manifest.absorb(released);
    return { data };
  };
}
