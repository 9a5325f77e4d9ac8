import type { SupergraphCase } from './served-supergraph.ts';
import type { Thing } from './world.ts';

/** Media by several makers: interfaces, unions, an interface that one subgraph knows as an object, a hidden type. */
const typeDefs = {
  library: `
    type Query { media: [Medium] medium(id: ID!): Medium found: [Found] shelf: Shelf! named: [Named] grid: [[Medium]] }
    interface Medium @key(fields: "id") { id: ID! title: String! creator: Person }
    interface Lent { due: String }
    type Book implements Medium & Lent @key(fields: "id") { id: ID! title: String! creator: Person pages: Int due: String }
    type Film implements Medium @key(fields: "id") { id: ID! title: String! creator: Person minutes: Int }
    union Found = Book | Film | Person | Shelf
    interface Named { label(loud: Boolean): String }
    type Shelf implements Named { label(loud: Boolean): String first: Medium! lent: [Lent!] hidden: Secret }
    interface Secret { word: String }
    type Vault implements Secret @inaccessible { word: String }
    type Box implements Secret { word: String }
    type Person @key(fields: "id") { id: ID! }`,
  people: `
    type Query { people: [Person!] someone: Named }
    interface Named { label(loud: Boolean): String }
    type Person implements Named @key(fields: "id") { id: ID! name: String! born: Int label(loud: Boolean): String
      works: [Work!] friend: Person }
    union Work = Book | Film
    type Book @key(fields: "id") { id: ID! }
    type Film @key(fields: "id") { id: ID! awards: [String!] }`,
  ratings: `
    type Query { best: Medium worst: Medium }
    type Medium @key(fields: "id") @interfaceObject { id: ID! stars: Int reviews(most: Int = 2): [Review!] }
    type Review { text: String by: Person of: Medium }
    type Person @key(fields: "id") { id: ID! reviewed: [Medium] }`,
};

const people: Thing[] = ['p1', 'p2'].map((id, index) => ({
  __typename: 'Person',
  id,
  name: `Person ${id}`,
  born: index === 0 ? 1950 : null,
  label: ({ loud }: { loud?: boolean }) => (loud === true ? id.toUpperCase() : id),
}));
const [ada, ben] = people as [Thing, Thing];

function medium(id: string, fields: Thing): Thing {
  const made: Thing = { id, title: `Title ${id}`, stars: id.length, ...fields };
  const reviews = [
    { text: `good ${id}`, by: ada, of: made },
    { text: null, by: null, of: made },
    { text: 'third', by: ben, of: null },
  ];
  made['reviews'] = ({ most }: { most: number }) => reviews.slice(0, most);
  return made;
}

const kites = medium('b1', {
  __typename: 'Book',
  creator: ada,
  pages: 90,
  due: '2026-12-01',
});
const waves = medium('b22', { __typename: 'Book', creator: null, pages: null, due: null });
const tides = medium('f333', {
  __typename: 'Film',
  creator: ben,
  minutes: 100,
  awards: ['Gold', 'Silver'],
});
Object.assign(ada, { works: [kites, tides], friend: ben, reviewed: [tides, null, kites] });
Object.assign(ben, { works: [], friend: null, reviewed: null });
const shelf: Thing = {
  __typename: 'Shelf',
  label: () => 'shelf',
  first: tides,
  lent: [kites, waves],
  hidden: { __typename: 'Box', word: 'open' },
};

export const library: SupergraphCase = {
  typeDefs,
  world: {
    roots: {
      Query: {
        media: [kites, null, tides, waves],
        medium: ({ id }: { id: string }) =>
          [kites, waves, tides].find((each) => each['id'] === id) ?? null,
        found: [tides, ada, shelf, kites, null],
        shelf,
        named: [shelf, null],
        grid: [[kites, null], null, [], [tides]],
        people,
        someone: ben,
        best: tides,
        worst: null,
      },
    },
    entities: [...people, kites, waves, tides],
  },
};
