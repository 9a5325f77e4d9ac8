import { createHash } from 'node:crypto';
import type { PgSchema } from 'drizzle-orm/pg-core';
import { jsonb, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Statements } from '../fetching/principal-reader.ts';
import type { Answer } from './command.ts';
import { CommandRefused } from './command-refused.ts';

/** What a command that took an idempotency key was, and what it answered: ids only, never a value of a record. */
export function commandKeyTable(schema: PgSchema) {
  return schema.table(
    'command_key',
    {
      accountId: uuid('account_id').notNull(),
      key: text().notNull(),
      /** Of the command's name and all its arguments. */
      digest: text().notNull(),
      /** Null only inside the transaction that carries the command out. */
      answer: jsonb(),
      at: timestamp({ withTimezone: true }).notNull(),
    },
    (t) => [primaryKey({ columns: [t.accountId, t.key] })],
  );
}

/** A command as it was sent. */
export interface Sent {
  readonly accountId: string;
  readonly command: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly now: Date;
}

/** The answers of commands by the keys that their principals sent with them, so that what is sent twice is done once. */
export class KeptAnswers {
  readonly #table: string;

  /** @param schema a name of our own making */
  constructor(schema: string) {
    this.#table = `${schema}.command_key`;
  }

  /**
   * Carries a command out, or gives the answer that the same one had before. Of two that come at once the later one waits
   * for the earlier; what was refused left no key.
   * @throws CommandRefused IDEMPOTENCY_KEY_REUSED where the key was sent with something else
   */
  async once(sent: Sent, transaction: Statements, work: () => Promise<Answer>): Promise<Answer> {
    const { idempotencyKey: key } = sent.args;
    if (typeof key !== 'string') return work();
    const digest = digestOf(sent);
    const [claimed] = await transaction.run({
      text: `INSERT INTO ${this.#table} (account_id, key, digest, at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (account_id, key) DO NOTHING RETURNING 1 AS claimed`,
      values: [sent.accountId, key, digest, sent.now.toISOString()],
    });
    if (claimed === undefined) return this.#known(sent.accountId, key, digest, transaction);
    const answer = await work();
    await transaction.run({
      text: `UPDATE ${this.#table} SET answer = $3::text::jsonb WHERE account_id = $1 AND key = $2`,
      values: [sent.accountId, key, JSON.stringify(answer)],
    });
    return answer;
  }

  async #known(
    accountId: string,
    key: string,
    digest: string,
    transaction: Statements,
  ): Promise<Answer> {
    const [known] = await transaction.run<{ digest: string; answer: Answer }>({
      text: `SELECT digest, answer FROM ${this.#table} WHERE account_id = $1 AND key = $2`,
      values: [accountId, key],
    });
    if (known?.digest !== digest) throw new CommandRefused('IDEMPOTENCY_KEY_REUSED');
    return known.answer;
  }
}

function digestOf({ command, args }: Sent): string {
  return createHash('sha256')
    .update(JSON.stringify([command, inOrder(args)]))
    .digest('hex');
}

/** Objects with their keys in order: how a client lists them says nothing. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  return entries
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, inner]) => [key, inOrder(inner)]);
}
