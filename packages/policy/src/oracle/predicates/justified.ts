import type { ClassKey } from '../../classes/data-class.ts';
import { isLegallyComplete } from '../legal-shape.ts';
import type { RequestFacts } from '../request-facts.ts';
import { isLive } from '../validity.ts';

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

function isJustified(
  personId: string,
  dataClass: ClassKey,
  episodeId: string,
  { principal: { account, agency }, justifications, purpose, now, policyDocument }: RequestFacts,
): boolean {
  // What makes a justification complete depends on the agency that relies on it.
  if (agency === null) return false;
  return justifications.some(
    (justification) =>
      justification.episodeId === episodeId &&
      justification.personId === personId &&
      justification.purpose === purpose &&
      justification.classes.includes(dataClass) &&
      justification.state === 'LIVE' &&
      isLive(justification.startsAt, justification.expiresAt, now) &&
      isLegallyComplete(justification, dataClass, { account, agency, policyDocument }),
  );
}
