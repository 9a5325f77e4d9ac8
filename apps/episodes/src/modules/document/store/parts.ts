import { randomUUID } from 'node:crypto';
import type { Statements } from '@postern/subgraph-kit';

/** What has come of a document. */
export interface Received {
  readonly parts: number;
  readonly bytes: number;
  /** Numbers up to the highest one that have not come; where none is missing, the one that comes next. */
  readonly missing: readonly number[];
}

export async function receivedOf(statements: Statements, document: string): Promise<Received> {
  const [found] = await statements.run<Received>({
    text: `SELECT count(*)::integer AS parts, coalesce(sum(bytes), 0)::integer AS bytes,
        ARRAY(SELECT n FROM generate_series(1, coalesce(max(number), 0)) n
          WHERE NOT EXISTS (SELECT FROM episodes.document_part p WHERE p.document_id = $1 AND p.number = n) ORDER BY n) AS missing
      FROM episodes.document_part WHERE document_id = $1`,
    values: [document],
  });
  const { parts = 0, bytes = 0, missing = [] } = found ?? {};
  return { parts, bytes, missing: missing.length === 0 ? [parts + 1] : missing };
}

/** Whether a part of this number is here, with this content or another. */
export async function partAs(
  statements: Statements,
  document: string,
  { number, content }: { readonly number: number; readonly content: Buffer },
): Promise<'ABSENT' | 'SAME' | 'OTHER'> {
  const [found] = await statements.run<{ same: boolean }>({
    text: 'SELECT content = $3::bytea AS same FROM episodes.document_part WHERE document_id = $1 AND number = $2',
    values: [document, number, content],
  });
  if (found === undefined) return 'ABSENT';
  return found.same ? 'SAME' : 'OTHER';
}

export async function addPart(
  transaction: Statements,
  document: string,
  { number, content }: { readonly number: number; readonly content: Buffer },
): Promise<void> {
  await transaction.run({
    text: 'INSERT INTO episodes.document_part (id, document_id, number, bytes, content) VALUES ($1, $2, $3, $4, $5::bytea)',
    values: [randomUUID(), document, number, content.length, content],
  });
}

/** The content of a document in its order, no more than one part of it at a time. */
export async function* contentOf(
  statements: Statements,
  document: string,
): AsyncGenerator<Uint8Array, void> {
  let after = 0;
  for (;;) {
    const [part] = await statements.run<{ number: number; content: Buffer }>({
      text: 'SELECT number, content FROM episodes.document_part WHERE document_id = $1 AND number > $2 ORDER BY number LIMIT 1',
      values: [document, after],
    });
    if (part === undefined) return;
    yield part.content;
    after = part.number;
  }
}
