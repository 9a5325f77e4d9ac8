import { localKeys } from '@postern/authentication';
import { connect, systemClock } from '@postern/database';
import type { Stack } from '@postern/embedded';
import { createStack } from '@postern/embedded';
import type { Call } from '../caseload/measuring/load.ts';
import { send } from '../caseload/measuring/load.ts';
import { median, rounded } from '../caseload/measuring/statistics.ts';
import { CASELOAD } from '../caseload/operations.ts';
import type { TokenSigner } from '../caseload/principals/tokens.ts';
import { createTokenSigner } from '../caseload/principals/tokens.ts';
import { withPolicy } from '../policy-in-memory.ts';
import { policyOf } from './policies.ts';
import type { WideCounty } from './wide-county.ts';

const SIZES = { few: 100, many: 10_000 } as const;
const REQUESTS_BEFORE = 30;
/** What a shape that was not asked before is put together from. */
const FIELDS = [
  ...['status', 'levelOfNeed', 'openedOn', 'needs { outcome identifiedOn }', 'needs { id metOn }'],
  ...[
    'plan { actions { goal } }',
    'plan { actions { dueOn } }',
    'team { name }',
    'team { jobTitle }',
  ],
  ...[
    'family { reference }',
    'family { members { givenName } }',
    'family { members { dateOfBirth } }',
  ],
];

/** Milliseconds, medians; ratios of 10,000 rules to 100 in the same run. */
export interface ManyRulesFigures {
  readonly rules: typeof SIZES;
  readonly request: Readonly<Record<keyof typeof SIZES, number>>;
  /** A request of a shape that was never asked before, so that statements are compiled for it. */
  readonly newShape: Readonly<Record<keyof typeof SIZES, number>>;
  /** The one request after a version came into force in which its rules are read. */
  readonly first: Readonly<Record<keyof typeof SIZES, number>>;
  readonly ratios: { readonly request: number; readonly newShape: number };
}

/** Asks two installations, which differ in the number of rules alone, in turns. */
export async function measureManyRules(
  county: WideCounty,
  requests: number,
): Promise<ManyRulesFigures> {
  const signer = await createTokenSigner();
  const stacks: Stack[] = [];
  try {
    const few = await openWith(SIZES.few, county, signer, stacks);
    const many = await openWith(SIZES.many, county, signer, stacks);
    const first = { few: await few(CASELOAD), many: await many(CASELOAD) };
    if (first.few.body !== first.many.body) throw new Error('More rules bring another answer.');
    const inTurns = async (query: (turn: number) => string, times: number) => {
      const spent = { few: [] as number[], many: [] as number[] };
      for (let turn = 0; turn < times; turn += 1) {
        spent.few.push((await few(query(turn))).took);
        spent.many.push((await many(query(turn))).took);
      }
      return spent;
    };
    await inTurns(() => CASELOAD, REQUESTS_BEFORE);
    const warm = await inTurns(() => CASELOAD, requests);
    const shapes = await inTurns(shape, Math.min(requests, 2 ** FIELDS.length - 1));
    return {
      rules: SIZES,
      request: medians(warm),
      newShape: medians(shapes),
      first: { few: rounded(first.few.took, 1), many: rounded(first.many.took, 1) },
      ratios: {
        request: rounded(median(warm.many) / median(warm.few), 2),
        newShape: rounded(median(shapes.many) / median(shapes.few), 2),
      },
    };
  } finally {
    for (const stack of stacks) await stack.close();
  }
}

type Ask = (query: string) => Promise<{ readonly took: number; readonly body: string }>;

/** The whole of Postern with a policy of so many rules in the place of the stored one. */
async function openWith(
  size: number,
  { address, reader }: WideCounty,
  signer: TokenSigner,
  stacks: Stack[],
): Promise<Ask> {
  const rules = policyOf(size);
  const keys = localKeys(signer.jwks);
  const stack = await createStack({
    address,
    clock: systemClock,
    production: false,
    host: '127.0.0.1',
    cursorSecret: new Uint8Array(32),
    mounts: [],
    log: () => {},
    keys: () => keys,
    open: (role, options) => withPolicy(rules, connect(address, role, options)),
  });
  stacks.push(stack);
  const { url } = await stack.gateway.listen(0);
  const token = await signer.sign(reader.subject);
  return async (query) => {
    const started = performance.now();
    const body = await send(callOf(`${url}/graphql`, token, query));
    return { took: performance.now() - started, body };
  };
}

function callOf(url: string, token: string, query: string): Call {
  const body = JSON.stringify({ query });
  return {
    url,
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'purpose-of-use': 'COORDINATE_SUPPORT',
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    },
    body,
  };
}

/** A selection of its own for each turn: the fields whose bits are set. */
function shape(turn: number): string {
  const chosen = FIELDS.filter((_, index) => ((turn + 1) >> index) % 2 === 1);
  return `{ episodes(first: 20) { edges { node { id reference ${chosen.join(' ')} } } } }`;
}

function medians(spent: { readonly few: readonly number[]; readonly many: readonly number[] }) {
  return { few: rounded(median(spent.few), 2), many: rounded(median(spent.many), 2) };
}
