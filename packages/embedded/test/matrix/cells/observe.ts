import type { CountyDatabase, Gate } from '../../county-fixture.ts';
import type { CellReader } from './cell-readers.ts';
import type { Stage } from './set-stage.ts';
import { stageSql } from './set-stage.ts';
import type { Given } from './whole-query.ts';
import { givenIn, wholeQueries } from './whole-query.ts';

/** What the accounts of a role were given and told when they asked for everything there is to ask for. */
export interface Observed {
  /** The rows that gave a value, by coordinate. */
  readonly given: ReadonlyMap<string, readonly Given[]>;
  /** Coordinates that were withheld, with the code that said so. */
  readonly told: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A role that has no part in a contract is refused it as a whole, or has no purpose there. */
const NO_PART: readonly unknown[] = ['CONTRACT_NOT_PERMITTED', 'PURPOSE_UNKNOWN'];

/** Sets the stage for a reader and asks, as each account, every query of both contracts. */
export async function observe(
  { database, gate }: { readonly database: CountyDatabase; readonly gate: Gate },
  reader: CellReader,
  at: { readonly stage: Stage; readonly kinds: readonly string[] },
): Promise<Observed> {
  await database.owner.script(stageSql(reader, at.stage, at.kinds));
  const given = new Map<string, Given[]>();
  const told = new Map<string, Set<string>>();
  const parts = await database.owner.run<{ part: string }>({
    text: 'SELECT id AS part FROM episodes.readable_part WHERE episode_id = $1',
    values: [reader.episode.id],
  });
  for (const account of reader.accounts)
    for (const each of await everythingGiven(gate, account, reader, parts)) {
      const { coordinate, value } = each;
      if (coordinate.endsWith('.withheld')) noteTold(value, told);
      else if (isValue(value)) given.set(coordinate, [...(given.get(coordinate) ?? []), each]);
    }
  return { given, told };
}

async function everythingGiven(
  gate: Gate,
  account: { readonly subject: string },
  { purpose, episode }: CellReader,
  parts: readonly { readonly part: string }[],
): Promise<readonly Given[]> {
  const found: Given[] = [];
  for (const contract of ['records', 'reporting'] as const) {
    const path = contract === 'records' ? '/graphql' : '/reporting/graphql';
    for (const query of wholeQueries(contract)) {
      const variables = { reference: episode.reference };
      for (const part of query.includes('$part') ? parts : [{}]) {
        const asked = { purpose, path, variables: { ...variables, ...part } } as const;
        const { body } = await gate.ask(account, query, asked);
        const code = body.errors?.[0]?.extensions['code'];
        if (code !== undefined && !NO_PART.includes(code))
          throw new Error(`${account.subject} was not answered: ${JSON.stringify(body.errors)}`);
        found.push(...givenIn(contract, body.data));
      }
    }
  }
  return found;
}

function noteTold(notices: unknown, told: Map<string, Set<string>>): void {
  for (const { coordinate, code } of notices as readonly { coordinate: string; code: string }[])
    told.set(coordinate, new Set([...(told.get(coordinate) ?? []), code]));
}

/** An empty list says that there is nothing, which is what withholding without a word looks like. */
function isValue(value: unknown): boolean {
  return value !== null && (!Array.isArray(value) || value.length > 0);
}
