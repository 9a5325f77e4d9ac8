import type { AtomOf } from '../../predicates/predicate.ts';
import { isLegallyComplete } from '../legal-shape.ts';
import { belongingOf } from '../row.ts';
import { isLive } from '../validity.ts';
import { onEpisode } from './question.ts';

/** A live justification of the principal for this episode, person, purpose and class, complete in law. */
export const justificationCovers = onEpisode<AtomOf<'justification.covers'>>(
  (episode, { facts, row }, atom) => {
    const belonging = belongingOf(row);
    if (belonging !== 'PERSON' && belonging !== 'PERSON_ENTRY') return false;
    return facts.justifications.some(
      (justification) =>
        justification.episodeId === episode.id &&
        justification.personId === row.about.personId &&
        justification.purpose === facts.purpose &&
        justification.classes.includes(atom.class) &&
        justification.state === 'LIVE' &&
        isLive(justification.startsAt, justification.expiresAt, facts.now) &&
        isLegallyComplete(justification, atom.class, {
          account: facts.principal.account,
          agency: facts.principal.agency,
          policyDocument: facts.policyDocument,
        }),
    );
  },
);
