import { isFault, isRefusal } from '@postern/errors';
import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import type { Answered, Asking, CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW, CountyClock, countyDatabase, gateFor } from '../county-fixture.ts';
import { askStraight } from '../shapes/straight.ts';
import type { Subgraphs } from '../subgraphs-fixture.ts';
import { closeSubgraphs, contextOf, subgraphsFor } from '../subgraphs-fixture.ts';

const { practitioners, familyAccounts } = cast;

/** Readers to whom much is near and little is open: the hard cases of the cast, of many roles. */
export const HARD_CASES: readonly (Asking & { readonly name: string })[] = [
  ...['marcus', 'owen', 'callum', 'dorothea', 'quincy', 'thora'].map(
    (key) => practitioners[key as keyof typeof practitioners],
  ),
  ...[familyAccounts.noor, familyAccounts.victor],
];

/** What a subgraph answered when it was asked without a gateway: its data, or the code of its refusal. */
export interface StraightData {
  readonly data: Answered;
  readonly code: string | null;
}

/** One question put to a subgraph itself. */
export interface StraightQuestion {
  readonly who: Asking;
  readonly query: string;
  readonly purpose?: Purpose;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** A county, a gate to it in the shape of the run, and each subgraph without the gate. */
export interface Ways {
  readonly database: CountyDatabase;
  readonly gate: Gate;
  straight(subgraph: string, question: StraightQuestion): Promise<StraightData>;
  close(): Promise<void>;
}

/** Opens a county; a subgraph is asked at its own address, or in process where it has none. */
export async function openWays(): Promise<Ways> {
  const database = await countyDatabase();
  const gate = await gateFor(database);
  const inProcess =
    gate.shape === 'embedded' ? subgraphsFor(database.address, new CountyClock()) : null;
  return {
    database,
    gate,
    straight: (subgraph, question) =>
      inProcess === null
        ? overHttp(gate, subgraph, question)
        : within(inProcess, subgraph, question),
    close: async () => {
      if (inProcess !== null) await closeSubgraphs(inProcess);
      await gate.close();
      await database.drop();
    },
  };
}

async function overHttp(
  gate: Gate,
  subgraph: string,
  { who, query, purpose = 'UNDERSTAND_NEEDS', variables = {} }: StraightQuestion,
): Promise<StraightData> {
  const { body } = await askStraight(gate, subgraph, query, { who, purpose, variables });
  const code = body.errors?.[0]?.extensions['code'];
  return { data: body.data ?? null, code: code === undefined ? null : String(code) };
}

async function within(
  subgraphs: Subgraphs,
  subgraph: string,
  { who, query, purpose = 'UNDERSTAND_NEEDS', variables = {} }: StraightQuestion,
): Promise<StraightData> {
  const context = contextOf(who, purpose, COUNTY_NOW);
  try {
    const answer = await subgraphs.get(subgraph)?.execute({ document: query, variables, context });
    return { data: JSON.parse(JSON.stringify(answer?.data ?? null)), code: null };
  } catch (error) {
    if (isRefusal(error) || isFault(error)) return { data: null, code: error.code };
    throw error;
  }
}

/** The first purpose that the caller may use, as the gate itself tells. */
export async function purposeFor(gate: Gate, who: Asking): Promise<Purpose> {
  const answer = await gate.ask(who, '{ me { id } }');
  const [error] = answer.body.errors ?? [];
  if (error === undefined) return 'UNDERSTAND_NEEDS';
  const [purpose] = (error.extensions['purposes'] ?? []) as readonly Purpose[];
  if (purpose === undefined) throw new Error(`${who.subject}: ${answer.text}`);
  return purpose;
}
