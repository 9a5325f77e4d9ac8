import { bindingAgreements, DEFAULT_PARTNERSHIP } from '@postern/agreements';
import type { Connection, Statement } from '@postern/database';
import { connect, systemClock } from '@postern/database';
import { RECORD_BLUEPRINTS, wholePolicySchema } from '@postern/embedded';
import { createSubgraph, ReleaseManifest } from '@postern/subgraph-kit';
import { median, rounded } from '../caseload/measuring/statistics.ts';
import { BackendCpu } from './backend-cpu.ts';
import type { WideCounty } from './wide-county.ts';

const FEW = 100;
const ROUNDS_BEFORE = 8;

const QUESTION = `query ($asked: [_Any!]!) { _entities(representations: $asked) { ... on Person {
  id givenName familyName dateOfBirth gender nhsNumber ethnicity healthConditions { id name } attendance { id percentage }
} } }`;

/** The same columns of the same rows, without filter and mask. */
const PLAIN = (
  ids: string,
): string => `(SELECT json_agg(json_build_array(t.id, t.given_name, t.family_name, t.date_of_birth, t.gender, t.nhs_number,
  (SELECT e.label FROM families.person_entry e WHERE e.person_id = t.id AND e.kind = 'ETHNICITY' ORDER BY e.recorded_at DESC, e.id DESC LIMIT 1),
  ${entries('HEALTH_CONDITION', 'e.label')}, ${entries('ATTENDANCE', 'e.label')}) ORDER BY t.date_of_birth, t.id)
  FROM families.person t WHERE t.id = ANY (${ids}::uuid[])) AS rows`;

function entries(kind: string, value: string): string {
  return `coalesce((SELECT json_agg(json_build_array(e.id, ${value}) ORDER BY e.recorded_at DESC, e.id DESC)
    FROM families.person_entry e WHERE e.person_id = t.id AND e.kind = '${kind}'), '[]'::json)`;
}

/** Milliseconds of PostgreSQL's processor time, medians over the rounds, and what filters and masks add. */
export interface MaskedRowsFigures {
  readonly rows: number;
  /** Of the whole statement that reads so many rows: as it is, with the request's facts but neither filter nor mask, and bare. */
  readonly statement: {
    readonly policy: number;
    readonly factsOnly: number;
    readonly plain: number;
  };
  /** What each thousand rows more cost, whatever a statement costs once. */
  readonly perThousandRows: { readonly policy: number; readonly plain: number };
  readonly ratios: {
    readonly perThousandRows: number;
    readonly statementOverFacts: number;
    readonly statementOverPlain: number;
  };
}

/** Reads a thousand people with fields of every kind, with the policy and without, in turns. */
export async function measureMaskedRows(
  county: WideCounty,
  rounds: number,
): Promise<MaskedRowsFigures> {
  const captured = await statementFor(county);
  const owner = connect(county.address, 'owner', {
    max: 1,
    settings: { plan_cache_mode: 'force_generic_plan' },
  });
  try {
    const contestants = contestantsOf(captured, county.reader.persons);
    const rows = await agreedRows(owner, contestants, county.reader.persons.length);
    const cpu = await BackendCpu.of(owner);
    const times = new Map<keyof typeof contestants, number[]>();
    for (let round = -ROUNDS_BEFORE; round < rounds; round += 1)
      for (const [name, statement] of Object.entries(contestants)) {
        const spent = await cpu.spentOn(statement);
        const key = name as keyof typeof contestants;
        if (round >= 0) times.set(key, [...(times.get(key) ?? []), spent]);
      }
    const of = (name: keyof typeof contestants): number => median(times.get(name) ?? []);
    const slope = (many: number, few: number): number => ((many - few) / (rows - FEW)) * 1_000;
    const policy = slope(of('policy'), of('policyFew'));
    const plain = slope(of('plain'), of('plainFew'));
    return {
      rows,
      statement: {
        policy: rounded(of('policy'), 2),
        factsOnly: rounded(of('factsOnly'), 2),
        plain: rounded(of('plain'), 2),
      },
      perThousandRows: { policy: rounded(policy, 2), plain: rounded(plain, 2) },
      ratios: {
        perThousandRows: rounded(policy / plain, 2),
        statementOverFacts: rounded(of('policy') / of('factsOnly'), 2),
        statementOverPlain: rounded(of('policy') / of('plain'), 2),
      },
    };
  } finally {
    await owner.close();
  }
}

/** The statement that the subgraph itself sends for the question. */
async function statementFor({ address, reader }: WideCounty): Promise<Statement> {
  const blueprint = RECORD_BLUEPRINTS.find(({ name }) => name === 'families');
  if (blueprint === undefined) throw new TypeError('There is a subgraph of families.');
  const connection = connect(address, blueprint.role, { max: 1 });
  const sent: Statement[] = [];
  const policySchema = wholePolicySchema();
  const subgraph = createSubgraph(blueprint, {
    connection: {
      ...connection,
      run: (statement) => {
        sent.push(statement);
        return connection.run(statement);
      },
    },
    clock: systemClock,
    inForce: bindingAgreements(DEFAULT_PARTNERSHIP),
    policySchema,
    onCorruptRule: () => {},
    contractTypes: new Set(policySchema.dictionary.keys()),
    cursorSecret: new Uint8Array(32),
  });
  try {
    await subgraph.execute({
      document: QUESTION,
      variables: { asked: reader.persons.map((id) => ({ __typename: 'Person', id })) },
      context: {
        caller: {
          issuerId: 'development',
          subject: reader.subject,
          multiFactor: true,
          clientId: 'bench',
          expiresAt: new Date(Date.now() + 3_600_000),
        },
        purpose: 'COORDINATE_SUPPORT',
        manifest: new ReleaseManifest(),
      },
    });
  } finally {
    await subgraph.close();
  }
  const last = sent.at(-1);
  if (last === undefined) throw new TypeError('The subgraph sent no statement.');
  return last;
}

function contestantsOf(captured: Statement, persons: readonly string[]) {
  const few = persons.slice(0, FEW);
  const { text, values } = captured;
  const opening = text.slice(0, text.indexOf(' AS principal, ') + ' AS principal'.length);
  const facts = values.slice(0, 5);
  const asking = (ids: readonly string[]): Statement => ({
    text,
    values: values.map((value) => (isLong(value) ? ids : value)),
  });
  return {
    policy: asking(persons),
    policyFew: asking(few),
    factsOnly: { text: `${opening}, ${PLAIN('$6')}`, values: [...facts, persons] },
    plain: { text: `SELECT ${PLAIN('$1')}`, values: [persons] },
    plainFew: { text: `SELECT ${PLAIN('$1')}`, values: [few] },
  } as const;
}

/** The ids that are asked for; lists of roles, classes and details are short. */
function isLong(value: unknown): boolean {
  return Array.isArray(value) && value.length > FEW;
}

/** Checks before anything is timed that policy and bare statement bring the same people, and tells how many. */
async function agreedRows(
  owner: Connection,
  { policy, plain }: { readonly policy: Statement; readonly plain: Statement },
  asked: number,
): Promise<number> {
  type Brought = { readonly rows: readonly (readonly unknown[])[] | null };
  const idsOf = async (statement: Statement): Promise<readonly string[]> => {
    const [answer] = await owner.run<Brought>(statement);
    return (answer?.rows ?? []).map(([id]) => String(id)).sort();
  };
  const [decided, bare] = [await idsOf(policy), await idsOf(plain)];
  if (String(decided) !== String(bare))
    throw new Error('Policy and bare statement bring other people.');
  if (decided.length < asked * 0.9)
    throw new Error('Too few of the people that are asked for are there.');
  return decided.length;
}
