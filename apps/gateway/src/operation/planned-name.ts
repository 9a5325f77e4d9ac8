const PREFIX = '_client_';

/**
 * The name under which a client's alias or variable goes into the plan.
 * A client's own names never reach plan, subgraph or merge: an alias such as `id` cannot stand in for a key
 * field, one such as `constructor` meets no prototype, and `representations` stays the plan's.
 */
export function plannedName(clientName: string): string {
  return PREFIX + clientName;
}

/** The client's name of a variable that the planner mentions; one of the plan's own gets a name that no client can give. */
export function clientName(planned: string): string {
  return planned.startsWith(PREFIX) ? planned.slice(PREFIX.length) : ` ${planned}`;
}

/** The key under which a selected field lies in what the subgraphs answer. */
export function plannedKey(field: string, alias: string | undefined): string {
  return alias === undefined || alias === field ? field : plannedName(alias);
}
