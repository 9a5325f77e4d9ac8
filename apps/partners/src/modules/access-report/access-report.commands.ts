import { randomUUID } from 'node:crypto';
import { moment, reason, recordEvent, takingFor } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { argumentInvalid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireNoGrantor } from './guard.ts';
import { findingsOfReport } from './report.ts';

const LONGEST_MS = 366 * 86_400_000;
const input = z.strictObject({ from: moment, until: moment, reason });

/** Draws the report on access, for whoever cannot give any; that it was drawn is on the record. */
const drawAccessReport: Command<z.infer<typeof input>> = {
  roles: ['DATA_PROTECTION_OFFICER'],
  purpose: 'ADMINISTRATION',
  input,
  run: async (call) => {
    const { transaction, principal, now } = call;
    const { from, until, reason: why } = call.input;
    const length = until.getTime() - from.getTime();
    if (length <= 0 || length > LONGEST_MS || until > now)
      throw argumentInvalid('until', 'after "from", within a year, and over');
    await requireNoGrantor(transaction, principal, { from, now });
    const { accountId: reader } = principal;
    const findings = await findingsOfReport({ statements: transaction, reader, from, until, now });
    await recordEvent(
      transaction,
      {
        machine: 'ACCESS_REPORT',
        subject: randomUUID(),
        move: 'DRAW',
        before: null,
        after: 'DRAWN',
        onBehalfOf: 'AGENCY',
        reason: why,
        about: {},
        details: {
          from: from.toISOString(),
          until: until.toISOString(),
          findings: findings.length,
        },
      },
      takingFor(call).actor,
    );
    return {
      report: {
        from: from.toISOString(),
        until: until.toISOString(),
        drawnAt: now.toISOString(),
        findings,
      },
    };
  },
};

export const accessReportCommands: Readonly<Record<string, Command>> = { drawAccessReport };
