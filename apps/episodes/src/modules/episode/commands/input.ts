import { expectedRevision, id, reason } from '@postern/steps';
import { z } from 'zod';

/** What every step of an episode is sent. */
export const ofEpisode = { episode: id, expectedRevision, reason } as const;

export const stepInput = z.strictObject(ofEpisode);
export type StepInput = z.infer<typeof stepInput>;
