import type postgres from 'postgres';
import { driverFailure } from './driver-failure.ts';
import type { PreparedTexts } from './prepared-texts.ts';
import type { Statement } from './statement.ts';
import { encodeValues } from './value-encoding.ts';

interface Running {
  readonly texts: PreparedTexts;
  readonly signal?: AbortSignal | undefined;
}

/** Runs one statement; what the driver throws becomes a Fault here. */
export async function runStatement<Row extends object>(
  driver: postgres.ISql,
  statement: Statement,
  { texts, signal }: Running,
): Promise<readonly Row[]> {
  try {
    signal?.throwIfAborted();
    // Type 0 leaves each parameter's type to PostgreSQL, so one text is one prepared statement.
    const values = encodeValues(statement).map((value) => driver.typed(value as never, 0));
    const prepare = texts.keeps(statement.text);
    const query = driver.unsafe<Row[]>(statement.text, values, { prepare });
    const cancel = (): void => query.cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await query;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  } catch (thrown) {
    throw driverFailure(thrown);
  }
}

/** Runs several statements without parameters; what the driver throws becomes a Fault here. */
export async function runScript(driver: postgres.ISql, sql: string): Promise<void> {
  try {
    await driver.unsafe(sql).simple();
  } catch (thrown) {
    throw driverFailure(thrown);
  }
}
