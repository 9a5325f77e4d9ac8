import type { Connection, Statement } from '@postern/database';

/** Where a firing is interrupted: after so many of its statements, before its commit, or right after that. */
export type Step = number | 'committed';

/** A connection on which something happens at one step of each transaction; awaited, so nothing goes on beside it. */
export function interruptedAt(
  connection: Connection,
  step: Step,
  interrupt: (transaction: Pick<Connection, 'run'>) => Promise<void>,
): Connection {
  return {
    ...connection,
    transaction: async (work) => {
      const done = await connection.transaction(async (transaction) => {
        let ran = 0;
        if (step === 0) await interrupt(transaction);
        return work({
          ...transaction,
          run: async <Row extends object>(statement: Statement, signal?: AbortSignal) => {
            const rows = await transaction.run<Row>(statement, signal);
            ran += 1;
            if (ran === step) await interrupt(transaction);
            return rows;
          },
        });
      });
      if (step === 'committed') await interrupt(connection);
      return done;
    },
  };
}
