/** Said with every answer that leaves somebody without access: no request here is the way to protect a child today (DEV-A3-chn). */
export const URGENT_CHANNEL =
  'Where somebody may be at risk now, do not wait for an answer here: ring 999, or the front door of children’s services, and record an override if you may.';
