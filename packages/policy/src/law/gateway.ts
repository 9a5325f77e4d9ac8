import type { Purpose } from '../rules/purpose.ts';
import type { Dated } from './dated.ts';
import type { Standing } from './standings.ts';

/** One case in which a gateway lets information go. */
export interface GatewayHead {
  /** Whether it does so whatever the common law of confidence says. */
  readonly overridesConfidence: boolean;
}

/** A power or duty under which an agency shares. */
export interface LegalGateway extends Dated {
  readonly title: string;
  /** Agency kinds that may rely on it; null for any. */
  readonly kinds: readonly string[] | null;
  /** Standings of which any lets an agency of another kind rely on it, too. */
  readonly standings: readonly Standing[];
  /** The purposes that the law fixes for it; null where it fixes none. */
  readonly purposes: readonly Purpose[] | null;
  /** Whether what is shared under it may be shared whatever the common law of confidence says. */
  readonly overridesConfidence: boolean;
  /** The cases of which one has to be named; null where the gateway has none. */
  readonly heads: Readonly<Record<string, GatewayHead>> | null;
  /** What has to stand beside it in a justification. */
  readonly asks: 'CONSENT' | 'DISADVANTAGE_FACTORS' | 'PUBLIC_INTEREST' | null;
  /** Why it is not offered though an agreement cites it; null for a gateway. */
  readonly citedAs: string | null;
}

const USUAL = {
  kinds: null,
  standings: [],
  purposes: null,
  overridesConfidence: false,
  heads: null,
  asks: null,
  citedAs: null,
} as const;

/** A gateway with what is particular about it. */
export function gateway(
  dated: Dated,
  title: string,
  facts: Partial<Omit<LegalGateway, keyof Dated | 'title'>>,
): LegalGateway {
  return { ...USUAL, ...dated, title, ...facts };
}
