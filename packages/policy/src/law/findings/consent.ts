import { ARTICLE_6_CONSENT } from '../article-6.ts';
import { ARTICLE_9_CONSENT } from '../article-9.ts';
import { CONFIDENCE_ROUTES } from '../confidence.ts';
import { entryInForce } from '../dated.ts';
import { LEGAL_GATEWAYS } from '../gateways.ts';
import { SCHEDULE_1 } from '../schedule-1.ts';
import type { JustificationFinding, JustificationInLaw } from './finding.ts';
import { finding } from './finding.ts';
import type { Relying } from './relying.ts';

/**
 * What rests on consent counts only while the family's agreement in the episode is signed and not withdrawn; what rests
 * on another basis goes on without it. For sensitive classes the second key is looked at, too.
 */
export function* consentFindings(
  said: JustificationInLaw,
  { agreed, day }: Relying,
  sensitive: { readonly article9: boolean; readonly paragraph: boolean },
): Generator<JustificationFinding> {
  if (agreed) return;
  if (said.article6 === ARTICLE_6_CONSENT) yield finding('CONSENT_NOT_IN_FORCE', 'article6');
  if (entryInForce(LEGAL_GATEWAYS, said.gateway, day)?.asks === 'CONSENT')
    yield finding('CONSENT_NOT_IN_FORCE', 'gateway');
  if (entryInForce(CONFIDENCE_ROUTES, said.confidenceRoute, day)?.asks === 'CONSENT')
    yield finding('CONSENT_NOT_IN_FORCE', 'confidenceRoute');
  if (sensitive.article9 && said.article9 === ARTICLE_9_CONSENT)
    yield finding('CONSENT_NOT_IN_FORCE', 'article9');
  if (sensitive.paragraph && entryInForce(SCHEDULE_1, said.schedule1Paragraph, day)?.consent)
    yield finding('CONSENT_NOT_IN_FORCE', 'schedule1Paragraph');
}
