import type { LogEntry } from '@postern/edge';
import { faultEntry } from '@postern/edge';
import { Fault, isFault } from '@postern/errors';

/** A failure of the library or its driver, by code: their messages can hold statements, parameters and rows. */
export function engineFailure(thrown: unknown): LogEntry {
  return faultEntry(isFault(thrown) ? thrown : schedulerFailed(thrown));
}

/** What the library or its driver threw, as a fault that says no more than its code. */
export function schedulerFailed(thrown: unknown): Fault {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  const reason = /^[A-Z0-9_]{2,40}$/.test(code) ? code : 'unknown';
  return new Fault('SCHEDULER_FAILED', { logged: { reason }, cause: thrown });
}
