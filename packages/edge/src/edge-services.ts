import type { ErrorStyle } from './http/client-error.ts';
import type { Log } from './observation/log.ts';
import type { Metrics } from './observation/metrics.ts';

/** What every route of a server uses. */
export interface EdgeServices {
  readonly style: ErrorStyle;
  readonly log: Log;
  readonly metrics: Metrics;
}
