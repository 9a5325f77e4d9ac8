import type { ClassKey } from '../../classes/data-class.ts';
import type { Relying } from '../../law/findings/relying.ts';
import type { JustificationFact } from '../facts.ts';
import { isLegallyComplete } from '../legal-shape.ts';
import type { RequestFacts } from '../request-facts.ts';
import { isLive, londonDay } from '../validity.ts';
import { isConsentedTo } from './agreement-in-force.ts';
import { isLiveGrant } from './live-grant.ts';

/** Whether for each of the persons, and there are some, a live justification of the principal covers the class in the episode. */
export function isJustifiedForAll(
  persons: readonly string[],
  dataClass: ClassKey,
  episodeId: string,
  facts: RequestFacts,
): boolean {
  return (
    persons.length > 0 &&
    persons.every((person) => isJustified(person, dataClass, episodeId, facts))
  );
}

/** What came with an override opens something while that is live, and not afterwards by another grant. */
function isOfLiveOverride({ grantId = null }: JustificationFact, facts: RequestFacts): boolean {
  return (
    grantId === null || facts.grants.some((one) => one.id === grantId && isLiveGrant(one, facts))
  );
}

function isJustified(
  personId: string,
  dataClass: ClassKey,
  episodeId: string,
  facts: RequestFacts,
): boolean {
  const { principal, justifications, purpose, now, policyDocument, standings } = facts;
  const { account, agency } = principal;
  // What makes a justification complete depends on the agency that relies on it.
  if (agency === null) return false;
  const agreed = isConsentedTo(episodeId, facts);
  const relying: Relying = {
    account,
    agency: { ...agency, standings },
    policyDocument,
    agreed,
    day: londonDay(now),
  };
  return justifications.some(
    (justification) =>
      justification.episodeId === episodeId &&
      justification.personId === personId &&
      justification.purpose === purpose &&
      justification.classes.includes(dataClass) &&
      justification.state === 'LIVE' &&
      isLive(justification.startsAt, justification.expiresAt, now) &&
      isOfLiveOverride(justification, facts) &&
      isLegallyComplete(justification, dataClass, relying),
  );
}
