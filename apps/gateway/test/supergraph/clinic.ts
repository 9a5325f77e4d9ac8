import type { SupergraphCase } from './served-supergraph.ts';
import type { Thing } from './world.ts';

/** A clinic where much fails: fields throw, are null where they may not be, or their subgraph is not there. */
const typeDefs = {
  visits: `
    type Query { visits: [Visit] visit(id: ID!): Visit! first: Visit broken: String open: [Place] }
    type Mutation { add(id: ID!): Visit fail(id: ID!): Visit must(id: ID!): Visit! }
    type Visit @key(fields: "id") { id: ID! note: String strict: String! doctor: Doctor rooms: [[Room!]] tags: [String!] }
    type Room { name: String! next: Room }
    interface Place { id: ID! }
    type Doctor implements Place @key(fields: "id") { id: ID! }`,
  doctors: `
    type Query { doctors: [Doctor!] }
    type Mutation { hire(id: ID!): Doctor }
    type Doctor @key(fields: "id") { id: ID! name: String! phone: String shifts: [Shift!] badge: Badge! weight: Int }
    type Shift { day: String! ward: Ward }
    type Ward { beds: Int! }
    type Badge { number: Int! }`,
  costs: `
    type Visit @key(fields: "id") { id: ID! cost: Int! paid: Boolean }
    type Doctor @key(fields: "id") { id: ID! weight: Int @external fee: Int @requires(fields: "weight") rate: Int! }`,
};

function failing(text: string): () => never {
  return () => {
    throw new Error(text);
  };
}

const done: string[] = [];

const doctors: Thing[] = [
  { id: 'd1', name: 'Ada', phone: failing('no phone'), badge: { number: 1 }, weight: 2, rate: 3 },
  {
    id: 'd2',
    name: failing('no name'),
    phone: '2',
    badge: { number: null },
    weight: null,
    rate: 4,
  },
  { id: 'd3', name: null, phone: null, badge: null, weight: 5, rate: null },
].map((doctor) => ({
  __typename: 'Doctor',
  ...doctor,
  fee: doctor.weight === null ? null : doctor.weight * 10,
  shifts: [
    { day: 'Mon', ward: { beds: doctor.id === 'd1' ? 4 : null } },
    { day: doctor.id === 'd2' ? null : 'Tue', ward: failing('ward locked') },
  ],
}));
const [ada, ben, cem] = doctors;

const visits: Thing[] = [
  {
    id: 'v1',
    strict: 'yes',
    doctor: ada,
    note: 'fine',
    cost: 10,
    paid: true,
    rooms: [[{ name: 'a', next: { name: null, next: null } }], null],
    tags: ['x'],
  },
  {
    id: 'v2',
    strict: failing('not strict'),
    doctor: ben,
    note: failing('unreadable'),
    cost: failing('no cost'),
    paid: null,
    rooms: [[{ name: null, next: null }], [{ name: 'b', next: null }]],
    tags: ['y', null],
  },
  {
    id: 'v3',
    strict: null,
    doctor: cem,
    note: null,
    cost: null,
    paid: false,
    rooms: failing('no rooms'),
  },
].map((visit) => ({ __typename: 'Visit', ...visit }));

function visit(id: string): Thing | null {
  return visits.find((each) => each['id'] === id) ?? null;
}

/** What mutations did, in order; emptied by whoever looks. */
export function takeDone(): string[] {
  return done.splice(0);
}

export const clinic: SupergraphCase = {
  typeDefs,
  world: {
    roots: {
      Query: {
        visits: [...visits, null],
        visit: ({ id }: { id: string }) => visit(id),
        first: visits[0],
        broken: failing('broken for good'),
        open: [ada, { __typename: 'Ghost', id: 'g1' }],
        doctors,
      },
      Mutation: {
        add: ({ id }: { id: string }) => {
          done.push(`add ${id}`);
          return visit(id);
        },
        fail: ({ id }: { id: string }) => {
          done.push(`fail ${id}`);
          throw new Error(`failed ${id}`);
        },
        must: ({ id }: { id: string }) => {
          done.push(`must ${id}`);
          return visit(id);
        },
        hire: ({ id }: { id: string }) => {
          done.push(`hire ${id}`);
          return doctors.find((each) => each['id'] === id) ?? null;
        },
      },
    },
    entities: [...visits, ...doctors],
  },
  computed: {
    costs: {
      Doctor: {
        fee: ({ representation }) => {
          const weight = representation['weight'] as number | null;
          return weight === null ? null : weight * 10;
        },
      },
    },
  },
};
