import { localKeys } from '@postern/authentication';
import type { DatabaseAddress } from '@postern/database';
import { connect } from '@postern/database';
import { createStack, RECORD_BLUEPRINTS, wholeDictionary } from '@postern/embedded';
import type { World } from '@postern/fuzz';
import { httpTarget, makeHarder, openWorld } from '@postern/fuzz';
import { sampleAccounts } from '@postern/sample-county';
import { createTokenSigner } from '../caseload/principals/tokens.ts';

/** When the county is loaded and asked: always the same, so that a seed brings the same answers. */
export const NOW = new Date('2026-06-17T10:00:00Z');

/** A world to fuzz, and its end. */
export interface FuzzedStack {
  readonly world: World;
  close(): Promise<void>;
}

/** Starts the whole stack on a copy of the sample county, which is made harder and planted with canaries. */
export async function openFuzzedStack(address: DatabaseAddress): Promise<FuzzedStack> {
  const closing: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const each of closing.toReversed()) await each();
  };
  try {
    return { world: await openStack(address, closing), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openStack(
  address: DatabaseAddress,
  closing: (() => Promise<void>)[],
): Promise<World> {
  const owner = connect(address, 'owner', { max: 1 });
  closing.push(() => owner.close());
  await makeHarder(owner, NOW);
  const signer = await createTokenSigner();
  const keys = localKeys(signer.jwks);
  const log: string[] = [];
  const stack = await createStack({
    address,
    clock: { now: () => NOW, factsAt: () => NOW },
    production: false,
    host: '127.0.0.1',
    cursorSecret: new Uint8Array(32).fill(7),
    mounts: [],
    log: (entry) => log.push(JSON.stringify(entry)),
    keys: (issuerId) => (issuerId === 'development' ? keys : undefined),
  });
  closing.push(() => stack.close());
  const { url } = await stack.gateway.listen(0);
  const tokens = new Map<string, Promise<string>>();
  const bulk = Array.from({ length: 12 }, (_, index) => `bulk-${index + 1}`);
  return openWorld({
    owner,
    resources: RECORD_BLUEPRINTS.flatMap(({ resources }) => resources),
    dictionary: wholeDictionary(),
    now: NOW,
    target: httpTarget({
      url: `http://127.0.0.1:${new URL(url).port}`,
      token: ({ subject, multiFactor }) => {
        const key = `${subject} ${multiFactor}`;
        const known = tokens.get(key) ?? signer.sign(subject, { multiFactor, now: NOW });
        tokens.set(key, known);
        return known;
      },
      takeLogLines: () => log.splice(0),
    }),
    addresses: [
      { path: '/graphql', purpose: 'UNDERSTAND_NEEDS', weight: 24 },
      { path: '/reporting/graphql', purpose: null, weight: 1 },
    ],
    accounts: [...sampleAccounts.map(({ subject }) => subject), ...bulk].map((subject) => ({
      issuerId: 'development',
      subject,
    })),
  });
}
