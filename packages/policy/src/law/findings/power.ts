import { ARTICLE_8_AIMS } from '../confidence.ts';
import { entryInForce } from '../dated.ts';
import { DISADVANTAGE_FACTORS, FACTORS_NEEDED } from '../digital-economy-act.ts';
import type { LegalGateway } from '../gateway.ts';
import { LEGAL_GATEWAYS } from '../gateways.ts';
import { isPublicAuthority, mayRely } from '../may-rely.ts';
import { publicInterestFindings } from './confidence.ts';
import type { JustificationFinding, JustificationInLaw } from './finding.ts';
import { finding } from './finding.ts';
import type { Relying } from './relying.ts';

/** The power or duty under which an agency shares, and for a public authority the aim of Article 8. */
export function* powerFindings(
  said: JustificationInLaw,
  relying: Relying,
): Generator<JustificationFinding> {
  const publicAuthority = isPublicAuthority(relying.agency);
  if (said.gateway !== null) yield* gatewayFindings(said.gateway, said, relying);
  else if (publicAuthority) yield finding('GATEWAY_MISSING', 'gateway');
  const aimGiven = said.article8Aim !== null || publicAuthority;
  if (aimGiven && entryInForce(ARTICLE_8_AIMS, said.article8Aim, relying.day) === null)
    yield finding('ARTICLE_8_AIM_MISSING', 'article8Aim');
}

function* gatewayFindings(
  name: string,
  said: JustificationInLaw,
  relying: Relying,
): Generator<JustificationFinding> {
  const law = mayRely(relying.agency, name, relying.day).may ? LEGAL_GATEWAYS[name] : undefined;
  if (law === undefined) {
    yield finding('GATEWAY_NOT_OPEN', 'gateway');
    return;
  }
  if (law.purposes !== null && !law.purposes.some((purpose) => purpose === said.purpose))
    yield finding('GATEWAY_OF_ANOTHER_PURPOSE', 'gateway');
  if (law.heads !== null && !isHeadOf(law, said.gatewayHead))
    yield finding('GATEWAY_HEAD_MISSING', 'gatewayHead');
  if (law.asks === 'DISADVANTAGE_FACTORS' && factorsNamed(said) < FACTORS_NEEDED)
    yield finding('DISADVANTAGE_FACTORS_MISSING', 'deaFactors');
  if (law.asks === 'PUBLIC_INTEREST') yield* publicInterestFindings(said);
}

/** Whether the gateway has the case named. */
export function isHeadOf(
  { heads }: Pick<LegalGateway, 'heads'>,
  head: string | null,
): head is string {
  return heads !== null && head !== null && Object.hasOwn(heads, head);
}

function factorsNamed({ deaFactors }: JustificationInLaw): number {
  return DISADVANTAGE_FACTORS.filter((factor) => deaFactors?.includes(factor)).length;
}
