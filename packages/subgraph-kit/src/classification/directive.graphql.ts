import { DATA_CATEGORIES, DATA_CLASSES } from '@postern/policy';

const CLASSIFIED_URL = 'https://postern.example/classified/v1.0';

const IMPORTS = ['@key', '@shareable', '@composeDirective'];

/** The opening that every subgraph's SDL gets: Federation 2, and `@classified` carried into the supergraph. */
export const SUBGRAPH_PREAMBLE = `
extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${IMPORTS.map((name) => `"${name}"`).join(', ')}])
  @link(url: "${CLASSIFIED_URL}", import: ["@classified"])
  @composeDirective(name: "@classified")

"""How carefully this field is held; the masks, the data dictionary and the ledger's coordinates come from here."""
directive @classified(as: classified__DataClass!, category: classified__DataCategory) on FIELD_DEFINITION

enum classified__DataClass { ${DATA_CLASSES.join(' ')} }
enum classified__DataCategory { ${[...DATA_CATEGORIES.RESTRICTED, ...DATA_CATEGORIES.SPECIAL_CATEGORY].join(' ')} }
`;
