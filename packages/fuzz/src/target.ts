import type { Principal } from './principal.ts';

/** One generated request. */
export interface FuzzRequest {
  readonly principal: Principal;
  /** The `Purpose-Of-Use` header; null sends none. */
  readonly purpose: string | null;
  /** Of the schema that the query was made for, e.g. `/graphql`. */
  readonly path: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

/** Everything that left the service because of a request. */
export interface TargetAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What was logged since the answer before; where requests overlap, of any of them. */
  readonly logLines: readonly string[];
}

/** Whatever is asked: the whole stack, the gateway over services, or one subgraph. */
export interface Target {
  /** Rejects when there is no answer in time. */
  send(request: FuzzRequest): Promise<TargetAnswer>;
}
