import type { Clock, Connection } from '@postern/database';
import { Fault } from '@postern/errors';
import type { AgreementsInForce, PolicyAbility, PolicySchema } from '@postern/policy';
import { abilityFor, admittingRules } from '@postern/policy';
import { LRUCache } from 'lru-cache';
import type { Grantee } from '../commands/grantee.ts';
import type { DecodedRow } from '../release/decode-rows.ts';
import { decodeRows } from '../release/decode-rows.ts';
import { ReleaseManifest } from '../release/release-manifest.ts';
import { readTraces } from '../release/traces.ts';
import type { ResourceDefinition } from '../resources/resource.ts';
import type { Selection } from '../selection/look-ahead.ts';
import { selectionKey } from '../selection/look-ahead.ts';
import type { CompiledQuery } from '../statements/compile-query.ts';
import { compileQuery } from '../statements/compile-query.ts';
import { compileRows } from '../statements/compile-rows.ts';
import type { PrincipalFacts } from '../statements/principal-column.ts';
import { readPrincipal } from '../statements/principal-column.ts';
import type { Recording, RowQuery } from '../statements/query.ts';
import type { RowValues } from '../statements/row-decoder.ts';
import { statementContext } from '../statements/statement-context.ts';
import { isUuid } from '../statements/uuid.ts';
import type { OnCorruptRule } from './live-policy.ts';
import { PolicyVersions } from './live-policy.ts';
import type { Statements } from './principal-reader.ts';
import { PrincipalReader } from './principal-reader.ts';
import type { RequestContext } from './request-context.ts';
import type { Standing } from './standing.ts';
import { admit, checkPurpose, standingKey, standingOf } from './standing.ts';

/** How often a statement is recompiled because the policy or the caller's roles changed under it. */
const MOST_RECOMPILES = 3;

export interface FetcherOptions {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly inForce: AgreementsInForce;
  /** What rules may speak of, over every subgraph. */
  readonly policySchema: PolicySchema;
  readonly onCorruptRule: OnCorruptRule;
  readonly resources: readonly ResourceDefinition[];
  /** The record types by which a role counts as served here. */
  readonly served: ReadonlySet<string>;
}

/** A named query of the subgraph, with the values of one call. */
export interface FetchRequest {
  readonly name: string;
  readonly query: RowQuery;
  readonly selection: Selection;
  readonly values: Readonly<Record<string, unknown>>;
  /** How many rows are handed on; what is read beyond is not released, and so not noted as if it were. */
  readonly most?: number;
}

export interface FetchedRows {
  readonly rows: readonly DecodedRow[];
  /** Whether there were more rows than {@link FetchRequest.most}. */
  readonly further: boolean;
  readonly total: number | null;
}

/** Brings permitted rows: one statement decides and reads, and says if it was compiled for what no longer holds. */
export class RowFetcher {
  readonly #options: FetcherOptions;
  readonly #resources: ReadonlyMap<string, ResourceDefinition>;
  readonly #policies: PolicyVersions;
  readonly #standings = new LRUCache<string, Standing>({ max: 10_000 });
  readonly #abilities = new LRUCache<string, PolicyAbility>({ max: 64 });
  readonly #queries = new LRUCache<string, CompiledQuery>({ max: 500 });
  readonly #principals: PrincipalReader;

  constructor(options: FetcherOptions) {
    this.#options = options;
    this.#resources = new Map(options.resources.map((resource) => [resource.type, resource]));
    this.#policies = new PolicyVersions(
      options.connection,
      options.policySchema,
      options.onCorruptRule,
    );
    this.#principals = new PrincipalReader(options);
  }

  /**
   * Reads the rows that the caller may see and notes each release in the manifest.
   * @throws Refusal a missing precondition, a purpose not permitted; Fault a corrupt policy, a failing database
   */
  async fetch(
    request: FetchRequest,
    context: RequestContext,
    statements: Statements = this.#options.connection,
  ): Promise<FetchedRows> {
    this.#principals.checkPurpose(context);
    const who = asking(context);
    const remembered = this.#standings.get(who);
    let standing = remembered ?? (await this.#standingOf(context, statements));
    let isPresent = remembered === undefined;
    for (let attempt = 0; attempt <= MOST_RECOMPILES; attempt += 1) {
      let compiled: CompiledQuery;
      try {
        compiled = await this.#compiled(request, standing, { context, statements });
      } catch (failure) {
        // What is remembered may be out of date; only a present standing refuses.
        if (isPresent) throw failure;
        standing = await this.#standingOf(context, statements);
        isPresent = true;
        continue;
      }
      const [answer] = await statements.run<{
        principal: unknown;
        traces: unknown;
        rows: readonly RowValues[] | null;
        total?: number;
      }>({
        text: compiled.statement.text,
        values: compiled.statement.bind({
          ...this.#principals.requestValues(context),
          ...standing,
          ...request.values,
        }),
      });
      const principal = admit(readPrincipal(answer?.principal));
      const current = standingOf(principal);
      this.#standings.set(who, current);
      if (standingKey(current) !== standingKey(standing)) {
        standing = current;
        isPresent = true;
        continue;
      }
      context.manifest.identify({
        accountId: principal.accountId,
        agencyId: principal.agencyId,
        policyVersion: standing.policyVersion,
      });
      const found = answer?.rows ?? [];
      const most = request.most ?? found.length;
      const notes = { manifest: context.manifest, traces: readTraces(answer?.traces) };
      return {
        rows: decodeRows(compiled.decoder, found.slice(0, most), notes),
        further: found.length > most,
        total: answer?.total ?? null,
      };
    }
    throw new Fault('POLICY_MISSING', { logged: { recompiles: MOST_RECOMPILES } });
  }

  /**
   * Which records of a type the caller may see, by their ids, as the statements given find it; or of which they may see a
   * field that every one has. Nothing is released by it.
   * @throws Refusal, Fault as {@link fetch}
   */
  async seen(
    type: string,
    ids: readonly string[],
    context: RequestContext,
    statements: Statements,
    field = 'id',
  ): Promise<ReadonlySet<string>> {
    return new Set((await this.shown(type, ids, field, context, statements)).keys());
  }

  /** What the caller sees in a field of these records, by their ids; of one in which they see nothing, nothing. As {@link seen}. */
  async shown(
    type: string,
    ids: readonly string[],
    field: string,
    context: RequestContext,
    statements: Statements,
  ): Promise<ReadonlyMap<string, unknown>> {
    const asked = byIds({ kind: 'BY_IDS', type }, ['id', field], ids);
    const { rows } = await this.fetch(asked, unnoted(context), statements);
    const found = rows.map((row) => [String(row['id']), row[field] ?? null] as const);
    return new Map(found.filter(([, value]) => value !== null));
  }

  /**
   * Of which records of a type the caller may record all these fields, by their ids, as the statements given find them. What
   * stood before is one that they may read, too; what they have just added need not be.
   * @throws Refusal, Fault as {@link fetch}
   */
  async recordable(
    type: string,
    ids: readonly string[],
    { fields, readable }: Recording,
    context: RequestContext,
    statements: Statements,
  ): Promise<ReadonlySet<string>> {
    if (fields.length === 0) return new Set();
    const recording = { fields: [...new Set(fields)].sort(), readable };
    const request = byIds({ kind: 'BY_IDS', type, recording }, ['id'], ids);
    const { rows } = await this.fetch(request, unnoted(context), statements);
    return new Set(rows.map((row) => String(row['id'])));
  }

  /** Tells whether this subgraph holds records of a type. */
  holds(type: string): boolean {
    return this.#resources.has(type);
  }

  /** Admits a caller without reading any record: preconditions, role and purpose only. */
  async admit(context: RequestContext): Promise<void> {
    const standing = await this.#standingOf(context);
    const { rules } = await this.#policies.policy(standing.policyVersion);
    checkPurpose(rules, this.#options.served, standing, context.purpose);
    this.#standings.set(asking(context), standing);
  }

  /** As {@link admit}, to what is released whole: no field of it is decided later, so whatever denies any of it denies all. */
  async admitWhole(context: RequestContext): Promise<void> {
    const standing = await this.#standingOf(context);
    const { rules } = await this.#policies.policy(standing.policyVersion);
    const { releasedWhole } = this.#options.policySchema;
    const admitting = admittingRules(rules, standing.roles, releasedWhole);
    checkPurpose(admitting, this.#options.served, standing, context.purpose);
  }

  /** Who asks, as the statements given find them: a command asks inside its own transaction. */
  principal(context: RequestContext, statements: Statements): Promise<PrincipalFacts> {
    return this.#principals.principal(context, statements);
  }

  /** What access to an episode asks of an account. */
  grantee(account: string, episode: string, statements: Statements): Promise<Grantee | null> {
    return this.#principals.grantee(account, episode, statements);
  }

  /** Whoever is signed in, admitted or not, and the moment at which that was found. */
  async enrolling(
    context: RequestContext,
    statements: Statements,
  ): Promise<{ readonly facts: PrincipalFacts | null; readonly now: Date }> {
    const facts = await this.#principals.account(context, statements);
    return { facts, now: facts?.now ?? (await this.#principals.now(statements)) };
  }

  async #standingOf(
    context: RequestContext,
    on: Statements = this.#options.connection,
  ): Promise<Standing> {
    return standingOf(await this.principal(context, on));
  }

  async #compiled(
    request: FetchRequest,
    standing: Standing,
    { context, statements }: { readonly context: RequestContext; readonly statements: Statements },
  ): Promise<CompiledQuery> {
    // What was compiled for this standing and purpose was compiled after the purpose had been checked.
    const key = `${standingKey(standing)}\n${context.purpose}\n${request.name}\n${selectionKey(request.selection)}`;
    const known = this.#queries.get(key);
    if (known !== undefined) return known;
    const holder = `${standing.policyVersion}\n${context.purpose}\n${standing.roles.join(' ')}`;
    const { rules } = await this.#policies.policy(standing.policyVersion, statements);
    checkPurpose(rules, this.#options.served, standing, context.purpose);
    const ability =
      this.#abilities.get(holder) ??
      abilityFor(
        rules,
        { roles: standing.roles, purpose: context.purpose },
        this.#options.policySchema.dictionary,
      );
    this.#abilities.set(holder, ability);
    const compiled = compileQuery(
      request.query,
      request.selection,
      this.#principals.opening,
      statementContext({
        ability,
        standing,
        compileRows,
        dictionary: this.#options.policySchema.dictionary,
        resources: this.#resources,
      }),
    );
    this.#queries.set(key, compiled);
    return compiled;
  }
}

/** A key for who asks for which purpose. */
function asking({ caller, purpose }: RequestContext): string {
  return `${caller.issuerId}\n${caller.subject}\n${purpose}`;
}

type ByIds = Extract<RowQuery, { readonly kind: 'BY_IDS' }>;

function byIds(query: ByIds, fields: readonly string[], ids: readonly string[]): FetchRequest {
  const { type, recording: of } = query;
  return {
    name: of ? `_record ${type} ${of.readable} ${of.fields.join()}` : `_entities ${type}`,
    query,
    selection: { type, fields: new Map(fields.map((field) => [field, null])) },
    values: { ids: ids.filter(isUuid) },
  };
}

/** What is only asked about is released to nobody. */
function unnoted(context: RequestContext): RequestContext {
  return { ...context, manifest: new ReleaseManifest() };
}
