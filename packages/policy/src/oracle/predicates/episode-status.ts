import type { EpisodeFact } from '../facts.ts';
import { onEpisode } from './question.ts';

const OPEN = ['OPEN', 'OPEN_TAF', 'REOPENED', 'CLOSING'];
const BEFORE_OPENING = ['CONTACT', 'SCREENING', 'CONSULTATION_ONLY', 'AWAITING_AGREEMENT'];

export const episodeOpen = onEpisode((episode) => isOpen(episode));

export const episodeSteppedUp = onEpisode((episode) => episode.status === 'STEPPED_UP');

export const episodeUnderScreening = onEpisode((episode) => isUnderScreening(episode));

export function isOpen({ status }: EpisodeFact): boolean {
  return OPEN.includes(status);
}

export function isUnderScreening({ status }: EpisodeFact): boolean {
  return [...BEFORE_OPENING, ...OPEN].includes(status);
}
