import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { essence } from './essence.ts';
import { library } from './library.ts';
import { ServedSupergraph } from './served-supergraph.ts';
import { shop } from './shop.ts';

describe('types that are open, across subgraphs', () => {
  let served: ServedSupergraph;
  beforeAll(async () => {
    served = await ServedSupergraph.start(library);
  });
  afterAll(() => served?.close());

  test.each([
    ['an interface asked for its own fields', '{ media { id title } }'],
    ['its type', '{ media { __typename id } medium(id: "f333") { kind: __typename } }'],
    [
      'fields of its types',
      '{ media { id ... on Book { pages } ... on Film { minutes awards } } }',
    ],
    ['a fragment that none of the objects is', '{ medium(id: "b1") { ... on Film { minutes } } }'],
    [
      'an interface known elsewhere as an object',
      '{ media { title stars ... on Book { stars pages } } }',
    ],
    [
      '… with arguments and aliases',
      '{ media { one: reviews(most: 1) { text } reviews { by { name } } } }',
    ],
    ['… that leads back', '{ media { reviews { of { title ... on Film { minutes } } } } }'],
    ['a root field that gives the interface’s object', '{ best { id stars } worst { id } }'],
    ['… whose type is then asked', '{ best { __typename title ... on Film { minutes awards } } }'],
    ['… found by a person', '{ people { reviewed { __typename id title } } }'],
    [
      'a union of entities and others',
      '{ found { __typename ... on Medium { id stars } ... on Person { name born } ... on Shelf { label } } }',
    ],
    [
      'a union in a union',
      '{ people { works { ... on Medium { title } ... on Film { awards } ... on Book { pages due } } } }',
    ],
    [
      'an interface without a key',
      '{ named { label loud: label(loud: true) } someone { label ... on Person { name } } }',
    ],
    [
      'one interface seen as another',
      '{ shelf { lent { due ... on Medium { title stars } } first { ... on Lent { due } title } } }',
    ],
    [
      'named fragments, in one another',
      '{ media { ...M } found { ...M ... on Person { friend { ...P works { ...M } } } } } fragment M on Medium { id creator { ...P } ... on Book { pages } } fragment P on Person { name label(loud: true) }',
    ],
    ['lists of lists', '{ grid { id stars ... on Book { creator { name friend { born } } } } }'],
    [
      'the same field under two types',
      '{ found { ... on Book { v: pages } ... on Film { v: minutes } ... on Person { v: born } } }',
    ],
    [
      'one name of different types of nullness',
      '{ media { ... on Book { x: title } ... on Film { x: title } } }',
    ],
    ['a type that others may not see', '{ shelf { hidden { __typename word } } }'],
  ])('%s', async (_, query) => {
    const expected = await served.expected(query);
    expect(expected.errors).toBeUndefined();
    expect(await served.ask(query)).toEqual(expected);
  });
});

describe('entities by their keys', () => {
  let served: ServedSupergraph;
  beforeAll(async () => {
    served = await ServedSupergraph.start(shop);
  });
  afterAll(() => served?.close());

  test.each([
    ['a plain key', '{ products { name price { amount currency } } }'],
    ['a compound key with an object in an object', '{ products { inStock } }'],
    ['from one key to another', '{ low { inStock name price { amount } reviews { text } } }'],
    ['a key within a value type', '{ brands { line maker { country debt { amount } } } }'],
    ['a key that is null', '{ products { maker { id country } } }'],
    ['… where what it leads to may not be', '{ products { id maker { debt { amount } } } }'],
    [
      'the same entity in many places',
      '{ products { parts { id price { amount } parts { name inStock } } } }',
    ],
    ['required objects', '{ products { volume } product(id: "i3") { volume size { w } } }'],
    [
      'a requirement of a requirement, with arguments',
      '{ products { urgent late: urgent(at: 1) } }',
    ],
    [
      'required fields under aliases of the client',
      '{ products { size: name kind: id urgent volume: code v: volume } }',
    ],
    ['a field that moved', '{ products { oldPrice } }'],
    [
      'shared fields',
      '{ products { label size { h unit inch: unit(of: "in") } reviews { product { size { w } label } } } }',
    ],
    ['provided fields', '{ reviews { text product { name } } }'],
    [
      '… and others beside them',
      '{ reviews { product { name code kind reviews { product { id name inStock } } } } }',
    ],
    ['values of enums and inputs', '{ products(kinds: [TOOL], page: { most: 1 }) { kind } }'],
    ['nothing found', '{ product(id: "none") { name price { amount } } }'],
  ])('%s', async (_, query) => {
    expect(essence(await served.ask(query))).toEqual(essence(await served.expected(query)));
  });
});
