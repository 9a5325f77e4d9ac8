import { isBlank } from '../blank.ts';
import type { ConfidenceRoute } from '../confidence.ts';
import { CONFIDENCE_ROUTES, PUBLIC_INTEREST_QUESTIONS } from '../confidence.ts';
import { entryInForce } from '../dated.ts';
import { LEGAL_GATEWAYS } from '../gateways.ts';
import type { JustificationFinding, JustificationInLaw } from './finding.ts';
import { finding } from './finding.ts';
import type { Relying } from './relying.ts';

/** What a route of the law of confidence needs, where one is named. */
export function* confidenceFindings(
  said: JustificationInLaw,
  { agency, day }: Relying,
): Generator<JustificationFinding> {
  if (said.confidenceRoute === null) return;
  const route: ConfidenceRoute | null = entryInForce(CONFIDENCE_ROUTES, said.confidenceRoute, day);
  if (route === null || (route.kinds !== null && !route.kinds.includes(agency.kind))) {
    yield finding('CONFIDENCE_ROUTE_NOT_OPEN', 'confidenceRoute');
    return;
  }
  if (route.asks === 'OVERRIDING_LAW' && !overridesConfidence(said))
    yield finding('CONFIDENCE_NOT_OVERRIDDEN', 'gateway');
  if (route.asks === 'PUBLIC_INTEREST') yield* publicInterestFindings(said);
}

/** The seven answers and the two views by which confidence is overridden. */
export function* publicInterestFindings({
  publicInterest,
  ownView,
  sourceView,
}: JustificationInLaw): Generator<JustificationFinding> {
  const answers = publicInterest ?? [];
  if (answers.length !== PUBLIC_INTEREST_QUESTIONS.length || answers.some(saysNothing))
    yield finding('PUBLIC_INTEREST_UNANSWERED', 'publicInterest');
  if (saysNothing(ownView)) yield finding('VIEWS_MISSING', 'ownView');
  if (saysNothing(sourceView)) yield finding('VIEWS_MISSING', 'sourceView');
}

function overridesConfidence({ gateway, gatewayHead }: JustificationInLaw): boolean {
  if (gateway === null || !Object.hasOwn(LEGAL_GATEWAYS, gateway)) return false;
  const law = LEGAL_GATEWAYS[gateway];
  if (law === undefined || law.overridesConfidence) return law !== undefined;
  const { heads } = law;
  return (
    heads !== null &&
    gatewayHead !== null &&
    Object.hasOwn(heads, gatewayHead) &&
    heads[gatewayHead]?.overridesConfidence === true
  );
}

function saysNothing(text: string | null): boolean {
  return text === null || isBlank(text);
}
