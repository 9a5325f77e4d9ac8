import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { buildSchema, getNamedType, isListType, isNonNullType, isObjectType } from 'graphql';
import { composeContracts } from '../../../src/stack/blueprints.ts';

/** The schemas as composed; what they say about subgraphs is passed over. */
const { records, reporting } = composeContracts();
const SCHEMAS = {
  records: buildSchema(records, { assumeValid: true }),
  reporting: buildSchema(reporting, { assumeValid: true }),
};

/** Entities are asked for everything at one place each, and for a reference elsewhere, or the query would not end. */
const HOMES: ReadonlySet<string> = new Set([
  ...['Query.episode', 'Episode.family', 'Family.members', 'Query.me', 'Episode.team'],
  'PractitionerEdge.node',
]);
const ENTITIES: ReadonlySet<string> = new Set([
  ...['Family', 'Person', 'Episode', 'Practitioner', 'Agency'],
]);
/** Asked with its reference, or for the most rows of one page. */
const ARGUMENTS: Readonly<Record<string, readonly [declared: string, given: string]>> = {
  'Query.episode': ['($reference: String!)', '(reference: $reference)'],
  'Query.documentPart': ['($part: ID!)', '(id: $part)'],
  'Query.indicator': ['', '(id: EPISODES)'],
  'Query.dimension': ['', '(id: AGENCY_KIND)'],
};
/** Nobody is given bytes below a list. */
const ASKED_ALONE: ReadonlySet<string> = new Set(['DocumentPart.content']);
/**
 * The caseload holds episodes, which `episode` gives whole with all that they hold, and the list of drafts each of them; agencies are public; what is
 * told of access, of drafts and of where an account stands is no record.
 */
const LEFT: readonly string[] = [
  ...['episodes', 'agencies', 'policyDraft', 'activities', 'episodeChanges', 'personEntryChanges'],
  ...['explainAccess', 'policyReach', 'prefillJustification', 'previewPolicy', 'accountOf'],
  ...['myAccount', 'signInProviders', 'reportingCredentials', 'contactsToScreen', 'personMerges'],
  ...['importedItems', 'importProposals', 'importedGroup', 'importedSupport'],
  ...['transfers', 'extractAgreements', 'extractPart', 'overdueExtracts', 'researchThemes'],
  'personInExtracts',
  ...['accessRefusals', 'accessRequestsToAnswer', 'matchingEpisodes', 'myAccessRequests'],
  ...[
    'coversToDecide',
    'myCovers',
    'foreseeableLapses',
    'removalsToTell',
    'myOverrides',
    'overrides',
  ],
  ...['agencyMeetings', 'confidentialityStatement', 'panelCases'],
];

/** One field that an answer gave of one row; or did not give. */
export interface Given {
  readonly coordinate: string;
  readonly row: string | null;
  /** The person the row is listed under. */
  readonly person: string | null;
  readonly value: unknown;
}

type Contract = keyof typeof SCHEMAS;

/** One query for each root field, which together select every coordinate of a contract. */
export function wholeQueries(contract: Contract): readonly string[] {
  const root = rootOf(SCHEMAS[contract]);
  return Object.keys(root.getFields())
    .filter((name) => !name.startsWith('_') && !LEFT.includes(name))
    .map((name) => {
      const [declared = ''] = ARGUMENTS[`Query.${name}`] ?? [];
      return `query ${declared} { ${field(root, name)} }`;
    });
}

/** Every coordinate that the data of an answer gives, row by row; a reference counts for the field that holds it. */
export function givenIn(contract: Contract, data: unknown): readonly Given[] {
  const found: Given[] = [];
  walk(rootOf(SCHEMAS[contract]), data, null, found);
  return found;
}

function rootOf(schema: GraphQLSchema): GraphQLObjectType {
  const root = schema.getQueryType();
  if (root === null || root === undefined) throw new Error('The contract has no query type.');
  return root;
}

function field(parent: GraphQLObjectType, name: string): string {
  const definition = parent.getFields()[name];
  const type = getNamedType(definition?.type);
  const inner = isObjectType(type) ? ` ${selection(type, `${parent.name}.${name}`)}` : '';
  const paged = definition?.args.some((each) => each.name === 'first') ?? false;
  return `${name}${ARGUMENTS[`${parent.name}.${name}`]?.[1] ?? (paged ? '(first: 100)' : '')}${inner}`;
}

function selection(type: GraphQLObjectType, place: string): string {
  if (isReference(type, place)) return '{ id }';
  return `{ ${Object.keys(type.getFields())
    .filter((name) => place.startsWith('Query.') || !ASKED_ALONE.has(`${type.name}.${name}`))
    .map((name) => field(type, name))
    .join(' ')} }`;
}

function isReference(type: GraphQLObjectType, place: string): boolean {
  return ENTITIES.has(type.name) && !HOMES.has(place);
}

function walk(type: GraphQLObjectType, data: unknown, person: string | null, found: Given[]): void {
  if (typeof data !== 'object' || data === null) return;
  const row = data as Readonly<Record<string, unknown>>;
  const id = typeof row['id'] === 'string' ? row['id'] : null;
  const within = type.name === 'Person' ? id : person;
  for (const [name, value] of Object.entries(row)) {
    const definition = type.getFields()[name];
    if (definition === undefined) continue;
    const coordinate = `${type.name}.${name}`;
    found.push({ coordinate, row: id, person: within, value });
    const inner = getNamedType(definition.type);
    if (!isObjectType(inner) || isReference(inner, coordinate)) continue;
    const nullable = isNonNullType(definition.type) ? definition.type.ofType : definition.type;
    const items = isListType(nullable) ? ((value ?? []) as readonly unknown[]) : [value];
    for (const item of items) walk(inner, item, within, found);
  }
}
