import type { Clock } from '@postern/database';
import type { Statements } from './timer-kind.ts';

/** The moment by which facts are decided on: the clock's, or else the database's. */
export async function momentOf(clock: Clock, statements: Statements): Promise<Date> {
  const given = clock.factsAt();
  if (given !== null) return given;
  const [row] = await statements.run<{ now: Date }>({
    text: 'select statement_timestamp() as now',
    values: [],
  });
  return row?.now ?? clock.now();
}
