import type { Clock, Connection } from '@postern/database';
import { Refusal } from '@postern/errors';
import type { AgreementsInForce } from '@postern/policy';
import { civilDay, purposesAgreed } from '@postern/policy';
import type { CompiledStatement, Opening } from '@postern/query-policy';
import { compileStatement, granteeFacts, renderOpening, requestFacts } from '@postern/query-policy';
import { sql } from 'drizzle-orm';
import type { Grantee, GranteeRow } from '../commands/grantee.ts';
import { readGrantee } from '../commands/grantee.ts';
import type { PrincipalFacts } from '../statements/principal-column.ts';
import { principalColumn, readPrincipal } from '../statements/principal-column.ts';
import { isUuid } from '../statements/uuid.ts';
import type { RequestContext } from './request-context.ts';
import { admit } from './standing.ts';

/** What statements are run on: a pool, or one transaction of it. */
export type Statements = Pick<Connection, 'run'>;

/** The one place where a caller becomes a principal, by the facts that every statement opens with. */
export class PrincipalReader {
  /** The request facts that every statement begins with. */
  readonly opening: Opening;
  readonly #clock: Clock;
  readonly #inForce: AgreementsInForce;
  readonly #askWho: CompiledStatement;
  readonly #askGrantee: CompiledStatement;

  constructor({ clock, inForce }: { readonly clock: Clock; readonly inForce: AgreementsInForce }) {
    this.#clock = clock;
    this.#inForce = inForce;
    this.opening = renderOpening(sql`WITH ${requestFacts(inForce)}`);
    this.#askWho = compileStatement(sql`\nSELECT ${principalColumn} AS principal`, this.opening);
    this.#askGrantee = compileStatement(granteeFacts(inForce));
  }

  /**
   * Who asks, as the facts now say.
   * @throws Refusal PURPOSE_NOT_PERMITTED, ACCOUNT_UNKNOWN or the first precondition that is missing
   */
  async principal(context: RequestContext, statements: Statements): Promise<PrincipalFacts> {
    return admit(await this.account(context, statements));
  }

  /**
   * The same of somebody who need not be admitted; null where nobody has an account by this token.
   * @throws Refusal PURPOSE_NOT_PERMITTED
   */
  async account(context: RequestContext, statements: Statements): Promise<PrincipalFacts | null> {
    this.checkPurpose(context);
    const [answer] = await statements.run<{ principal: unknown }>({
      text: this.#askWho.text,
      values: this.#askWho.bind(this.requestValues(context)),
    });
    return readPrincipal(answer?.principal);
  }

  /** What access to an episode asks of an account; null where there is no such worker or no such episode. */
  async grantee(account: string, episode: string, statements: Statements): Promise<Grantee | null> {
    if (!isUuid(account) || !isUuid(episode)) return null;
    const now = this.#clock.factsAt()?.toISOString() ?? null;
    const [row] = await statements.run<GranteeRow>({
      text: this.#askGrantee.text,
      values: this.#askGrantee.bind({ grantee: account, episode, now }),
    });
    return row === undefined ? null : readGrantee(row);
  }

  /** The moment at which statements decide now. */
  async now(statements: Statements): Promise<Date> {
    const [read] = await statements.run<{ now: Date }>({
      text: 'SELECT coalesce($1::timestamptz, statement_timestamp()) AS now',
      values: [this.#clock.factsAt()?.toISOString() ?? null],
    });
    if (read === undefined) throw new TypeError('A SELECT without FROM has one row.');
    return new Date(read.now);
  }

  /**
   * A purpose that no agreement in force allows is refused to everybody alike, before anybody is looked up.
   * @throws Refusal PURPOSE_NOT_PERMITTED with the purposes that are
   */
  checkPurpose({ purpose }: RequestContext): void {
    // By this process's day, so around midnight too early or too late; every statement asks again by its own.
    const purposes = purposesAgreed(this.#inForce, civilDay(this.#clock.now()));
    if (!purposes.includes(purpose)) throw new Refusal('PURPOSE_NOT_PERMITTED', { purposes });
  }

  /** What a statement is told about the request. */
  requestValues(context: RequestContext): Record<string, unknown> {
    return {
      issuer: context.caller.issuerId,
      subject: context.caller.subject,
      multiFactor: context.caller.multiFactor,
      now: this.#clock.factsAt()?.toISOString() ?? null,
      purpose: context.purpose,
    };
  }
}
