import type { ContractServer } from '../../contract/contract-server.ts';
import type { RequestContext } from '../../request/context.ts';

/** An error of the contract, as it is told to clients, with the HTTP status that goes with it. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  readonly status: number;
  readonly told: ToldError;
  /** How to sign in, where that would help. */
  readonly challenge: string | undefined;

  constructor(status: number, told: ToldError, challenge: string | undefined) {
    super(told.message);
    this.status = status;
    this.told = told;
    this.challenge = challenge;
  }
}

/** What a client is told of an error. */
export interface ToldError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A question to a contract: by the operation of its GraphQL, as every client asks. */
export interface ContractQuestion {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Asks a contract for its caller; what holds for who asks by HTTP holds here. */
export type AskContract = <Data>(question: ContractQuestion) => Promise<Data>;

/** @throws ContractError */
export function asking(
  { graphql }: Pick<ContractServer, 'graphql'>,
  context: RequestContext,
): AskContract {
  return async <Data>({ query, variables = {} }: ContractQuestion) => {
    const { body, http } = await graphql.executeOperation<Data, Record<string, unknown>>(
      { query, variables: { ...variables } },
      { contextValue: context },
    );
    if (body.kind !== 'single') throw new TypeError('An answer in parts was not asked for.');
    const { data, errors } = body.singleResult;
    const [error] = errors ?? [];
    if (error !== undefined) {
      const challenge = http.headers.get('www-authenticate');
      throw new ContractError(http.status ?? 500, error, challenge);
    }
    if (data === null || data === undefined) throw new TypeError('An answer has data or errors.');
    return data;
  };
}
