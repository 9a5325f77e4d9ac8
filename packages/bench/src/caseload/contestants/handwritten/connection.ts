import postgres from 'postgres';

/** Opens the hand-written server's connections: as many as one of the gate's subgraphs has, under the same settings. */
export function openConnections(url: string): postgres.Sql {
  return postgres(url, {
    max: 4,
    fetch_types: false,
    onnotice: () => {},
    connection: {
      TimeZone: 'UTC',
      jit: 'off',
      plan_cache_mode: 'force_generic_plan',
    } as unknown as Partial<postgres.ConnectionParameters>,
  });
}

/** The fixed ids of a caseload: `$1` of a statement is the episodes, `$2` the persons. */
export interface CaseloadIds {
  readonly episodes: readonly string[];
  readonly persons: readonly string[];
}

/** Runs one statement for a caseload. */
export type RunStatement = <Row extends object>(text: string) => Promise<readonly Row[]>;
