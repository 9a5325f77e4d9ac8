import type { SupergraphCase } from './served-supergraph.ts';
import type { Resolved, Thing } from './world.ts';

/** Goods of a shop: several keys, compound and nested ones, fields that require, provide, are shared or moved. */
const typeDefs = {
  products: `
    type Query { products(kinds: [Kind!], page: Page): [Product!]! product(id: ID!): Product brands: [Brand] }
    type Mutation { rename(id: ID!, to: String!): Product }
    enum Kind { FOOD TOOL SECRET @inaccessible }
    input Page { from: Int = 0 most: Int! hint: String }
    type Product @key(fields: "id") @key(fields: "code brand { maker { id } line }") {
      id: ID! code: String! name: String @shareable kind: Kind brand: Brand! size: Size @shareable
      parts: [[Product]] oldPrice: Int maker: Maker label: String @shareable }
    type Brand @shareable { maker: Maker! line: String! }
    type Size @shareable { w: Int h: Int unit(of: String): String }
    type Maker @key(fields: "id") { id: ID }`,
  depot: `
    type Query { low: [Product!] }
    type Mutation { restock(code: String!, by: Int!): Product }
    type Product @key(fields: "code brand { maker { id } line }") { code: String! brand: Brand! inStock: Int! }
    type Brand @shareable { maker: Maker! line: String! }
    type Maker @key(fields: "id") { id: ID country: String }`,
  stock: `
    type Product @key(fields: "id") { id: ID! size: Size @external kind: Kind @external
      volume: Int @requires(fields: "size { w h }")
      urgent(at: Int): Boolean @requires(fields: "kind volumeClass")
      volumeClass: String @external }
    enum Kind { FOOD TOOL SECRET @inaccessible }
    type Size { w: Int @external h: Int @external }`,
  prices: `
    type Product @key(fields: "id") { id: ID! price: Money! oldPrice: Int @override(from: "products")
      volume: Int @external volumeClass: String @requires(fields: "volume") label: String @shareable }
    type Money { amount: Int! currency: Currency @tag(name: "money") }
    enum Currency { GBP EUR }
    type Maker @key(fields: "id") { id: ID debt: Money! }`,
  reviews: `
    type Query { reviews: [Review] }
    type Product @key(fields: "id") { id: ID! name: String @external reviews: [Review!]! size: Size @shareable }
    type Size @shareable { w: Int h: Int unit(of: String): String }
    type Review { product: Product @provides(fields: "name") text: String }`,
};

const makers: Thing[] = ['m1', 'm2'].map((id, index) => ({
  __typename: 'Maker',
  id,
  country: index === 0 ? 'Wales' : null,
  debt: { amount: index, currency: 'GBP' },
}));
const unknownMaker: Thing = { __typename: 'Maker', id: null, country: null };

const products: Thing[] = [];
for (let index = 0; index < 6; index += 1) {
  const maker = index === 5 ? unknownMaker : makers[index % 2];
  const [w, h] = index === 3 ? [null, 4] : [index, index + 1];
  const volume = w === null ? null : w * h;
  const kind = ['FOOD', 'TOOL', null][index % 3];
  const size = { w, h, unit: ({ of = 'cm' }: { of?: string }) => `${of}${index}` };
  const product: Thing = {
    __typename: 'Product',
    id: `i${index}`,
    code: `c${index % 2}`,
    name: index === 4 ? null : `Product ${index}`,
    kind,
    brand: { maker: makers[index % 2], line: `line ${index}` },
    size: index === 2 ? null : size,
    maker,
    oldPrice: index * 10,
    label: `label ${index}`,
    inStock: index * 2,
    volume: index === 2 ? null : volume,
    volumeClass: index === 2 || volume === null ? 'none' : volume > 6 ? 'big' : 'small',
    price: { amount: 100 + index, currency: index % 2 === 0 ? 'GBP' : 'EUR' },
  };
  product['urgent'] = ({ at = 0 }: { at?: number }) => isUrgent(product, at);
  product['reviews'] = index % 2 === 0 ? [] : [{ product, text: `about ${index}` }];
  product['parts'] = [[products[index - 1] ?? null, products[index - 2] ?? null], null];
  products.push(product);
}

function isUrgent({ kind, volumeClass }: Thing, at: number): boolean | null {
  return kind === null ? null : volumeClass === 'big' && at === 0;
}

function found(id: string): Thing | null {
  return products.find((each) => each['id'] === id) ?? null;
}

interface Page {
  readonly from: number;
  readonly most: number;
}

export const shop: SupergraphCase = {
  typeDefs,
  world: {
    roots: {
      Query: {
        products: ({ kinds, page }: { kinds?: string[]; page?: Page }) =>
          products
            .filter(({ kind }) => kinds === undefined || kinds.includes(String(kind)))
            .slice(page?.from, page === undefined ? undefined : page.from + page.most),
        product: ({ id }: { id: string }) => found(id),
        brands: [products[0]?.['brand'], null],
        low: products.slice(0, 2),
        reviews: [{ product: products[1], text: 'one' }, null, { product: null, text: null }],
      },
    },
    entities: [...products, ...makers],
  },
  computed: {
    stock: {
      Product: {
        volume: ({ representation }: Resolved) => {
          const size = representation['size'] as { w: number | null; h: number } | null;
          return size === null || size.w === null ? null : size.w * size.h;
        },
        urgent: ((entity: Resolved, { at = 0 }: { at?: number }) =>
          isUrgent(entity.representation, at)) as (entity: Resolved) => unknown,
      },
    },
    prices: {
      Product: {
        volumeClass: ({ representation }: Resolved) => {
          const volume = representation['volume'] as number | null;
          return volume === null ? 'none' : volume > 6 ? 'big' : 'small';
        },
      },
    },
  },
};
