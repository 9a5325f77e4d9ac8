/** What is counted per month: families whose episode opened, closed, or was open when the month ended. */
export const EPISODE_MEASURES = ['OPENED', 'CLOSED', 'OPEN_AT_END'] as const;
export type EpisodeMeasure = (typeof EPISODE_MEASURES)[number];
