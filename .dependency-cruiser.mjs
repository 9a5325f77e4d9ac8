/** Which way imports may go. Each message says why; a planted violation is refused in scripts/test/. */
export default {
  forbidden: [
    {
      name: 'apps-never-import-apps',
      comment: 'An app is a process of its own; what two share is a package.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/' },
      to: { path: '^apps/', pathNot: ['^apps/$1/'] },
    },
    {
      name: 'only-the-embedded-shape-imports-apps',
      comment:
        'Packages are below apps. One of them puts apps together: all in one process, or each as a service.',
      severity: 'error',
      from: { path: '^packages/(?!embedded/)[^/]+/src/' },
      to: { path: '^apps/' },
    },
    {
      name: 'policy-knows-no-sql',
      comment:
        'Rules, deadlines and texts are decided on, explained and tested without a database.',
      severity: 'error',
      from: { path: '^packages/(policy|agreements|lifecycle|free-text)/src/' },
      to: {
        path: '^packages/(database|access-facts|query-policy|subgraph-kit)/|node_modules/(drizzle-orm|postgres)/',
      },
    },
    {
      name: 'only-the-kit-composes',
      comment:
        'One place joins policy, SQL and release; a subgraph that did its own would be a second gate.',
      severity: 'error',
      from: { path: '^apps/[^/]+/src/' },
      to: { path: '^packages/query-policy/' },
    },
    {
      name: 'resolvers-hold-no-connection',
      comment: 'A record subgraph names its resources; the kit holds the connection.',
      severity: 'error',
      from: { path: '^apps/(families|episodes|partners)/src/' },
      to: { path: '^packages/(database|ledger)/|node_modules/postgres/' },
    },
    {
      name: 'the-executor-knows-no-domain',
      comment:
        'Planning and execution serve any supergraph; what they knew of families they could decide on.',
      severity: 'error',
      from: {
        path: '^apps/gateway/src/(plan|execution|projection|operation|transport|supergraph)/',
      },
      to: {
        path: '^packages/(policy|agreements|access-facts|query-policy|subgraph-kit|ledger|database)/',
      },
    },
    {
      name: 'no-deep-imports',
      comment: 'A package is entered by its index, or it has no inside.',
      severity: 'error',
      from: { path: '^(apps|packages)/([^/]+)/' },
      to: { path: '^(apps|packages)/[^/]+/src/(?!index\\.ts$)', pathNot: ['^$1/$2/'] },
    },
    {
      name: 'no-elastic-licence',
      comment: 'These may be measured against, never shipped.',
      severity: 'error',
      from: { pathNot: '^packages/bench/' },
      to: {
        path: 'node_modules/@apollo/(gateway|composition|query-planner|federation-internals)/',
      },
    },
    {
      name: 'no-circles',
      comment: 'Data flows one way.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import that cannot be followed cannot be judged.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/migrations/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
