/** How long a period is; a year runs from April to March, as the statistics of local authorities do, and quarters within it. */
export const GRAINS = ['MONTH', 'QUARTER', 'YEAR'] as const;
export type Grain = (typeof GRAINS)[number];
