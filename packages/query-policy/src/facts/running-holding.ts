import { roleHolding } from '@postern/access-facts';
import { OVERRIDE_ROLE } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { literal } from './literal.ts';
import { liveBetween, notYet } from './live.ts';

/** A role that is held and has not been ended or left unconfirmed; that of an override is had by taking one, not by being given it. */
export const holdingRuns: SQL = sql`${liveBetween(roleHolding.startsAt, roleHolding.endsAt)} AND ${notYet(roleHolding.confirmedUntil)}
      AND ${roleHolding.role} <> ${literal(OVERRIDE_ROLE)}`;
