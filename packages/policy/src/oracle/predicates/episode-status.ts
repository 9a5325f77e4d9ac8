import { onEpisode } from './question.ts';

const OPEN = ['OPEN', 'OPEN_TAF', 'REOPENED', 'CLOSING'];
const BEFORE_OPENING = ['CONTACT', 'SCREENING', 'CONSULTATION_ONLY', 'AWAITING_AGREEMENT'];

export const episodeOpen = onEpisode((episode) => OPEN.includes(episode.status));

export const episodeSteppedUp = onEpisode((episode) => episode.status === 'STEPPED_UP');

export const episodeUnderScreening = onEpisode((episode) =>
  [...BEFORE_OPENING, ...OPEN].includes(episode.status),
);
