/** The subgraphs, each an app that can run as processes of its own, any number of each. */
export const SUBGRAPH_NAMES = ['families', 'episodes', 'partners', 'reporting'] as const;

/** A subgraph by the name it is composed under. */
export type SubgraphName = (typeof SUBGRAPH_NAMES)[number];

/** What `npm run service` can be asked to run. */
export type ServiceName = SubgraphName | 'gateway' | 'publisher' | 'migrate';

/** Where a service listens unless PORT says otherwise. */
export const DEFAULT_PORTS: Readonly<
  Record<Exclude<ServiceName, 'migrate' | 'publisher'>, number>
> = {
  gateway: 4000,
  families: 4001,
  episodes: 4002,
  partners: 4003,
  reporting: 4004,
};

/** Reads the name of a service; null for anything else. */
export function serviceNamed(text: string | undefined): ServiceName | null {
  const names: readonly ServiceName[] = ['migrate', 'gateway', 'publisher', ...SUBGRAPH_NAMES];
  return names.find((name) => name === text) ?? null;
}
