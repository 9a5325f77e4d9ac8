import type { FaultCode } from '@postern/errors';
import { Fault, isFault } from '@postern/errors';

const UNREACHABLE = new Set([
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);
const SQLSTATE = /^[0-9A-Z]{5}$/;

/**
 * Turns whatever the driver or drizzle-orm threw into a Fault that keeps only its code: their
 * messages, details, queries and causes repeat statements and parameters, so none of it survives.
 */
export function driverFailure(thrown: unknown): Fault {
  if (isFault(thrown)) return thrown;
  const code = codeOf(thrown);
  if (code === null) return new Fault('DATABASE_STATEMENT_FAILED');
  if (UNREACHABLE.has(code)) return new Fault('DATABASE_UNREACHABLE', { logged: { reason: code } });
  if (code.startsWith('SASL_')) return new Fault('DATABASE_REFUSED', { logged: { reason: code } });
  if (!SQLSTATE.test(code)) return new Fault('DATABASE_STATEMENT_FAILED');
  return new Fault(faultOf(code, thrown), { logged: { sqlstate: code } });
}

/** The SQLSTATE a Fault carries, or null. */
export function sqlstateOf(fault: Fault): string | null {
  const { sqlstate } = fault.logged;
  return typeof sqlstate === 'string' ? sqlstate : null;
}

/** By PostgreSQL's error codes, appendix A of its manual; an unreachable database always means a lost session. */
function faultOf(sqlstate: string, thrown: unknown): FaultCode {
  if (sqlstate.startsWith('28') || sqlstate === '42501') return 'DATABASE_REFUSED';
  if (sqlstate === '3D000') return 'DATABASE_MISSING';
  return endedSession(thrown) ? 'DATABASE_UNREACHABLE' : 'DATABASE_STATEMENT_FAILED';
}

/** PostgreSQL says FATAL or PANIC when it closes the session with the error. */
function endedSession(thrown: unknown): boolean {
  return (
    thrown instanceof Error &&
    'severity' in thrown &&
    (thrown.severity === 'FATAL' || thrown.severity === 'PANIC')
  );
}

/** The first code along the chain of causes; drizzle-orm wraps the driver's error in its own. */
function codeOf(thrown: unknown): string | null {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 8; depth += 1) {
    if ('code' in error && typeof error.code === 'string') return error.code;
    if (error instanceof AggregateError) error = error.errors[0];
    else error = error.cause;
  }
  return null;
}
