import type { Clock, Connection } from '@postern/database';
import { Fault, Refusal } from '@postern/errors';
import type { AccessExplanation, AgreementsInForce, FieldQuestion } from '@postern/policy';
import { abilityFor, decideField, explainField, testsFor } from '@postern/policy';
import type { CompiledStatement, Opening } from '@postern/query-policy';
import type { OnCorruptRule } from '../fetching/live-policy.ts';
import { PolicyVersions } from '../fetching/live-policy.ts';
import { checkPurpose, refusalOf, standingOf } from '../fetching/standing.ts';
import type { ReleaseManifest } from '../release/release-manifest.ts';
import type { PrincipalFacts } from '../statements/principal-column.ts';
import { readPrincipal } from '../statements/principal-column.ts';
import { isUuid } from '../statements/uuid.ts';
import type { ExplanationValues, RowTests } from './compile-explanation.ts';
import {
  compileAccount,
  compileExplanation,
  factsOfAccount,
  readPaths,
} from './compile-explanation.ts';
import type { ExplainedField, ExplainedSchema, ExplanationRequest } from './explained-resource.ts';
import { explainedField } from './explained-resource.ts';
import { refusedExplanation } from './refused-explanation.ts';

/** The offices that may have somebody else's access explained (SHR-8.3.7i). */
const OFFICES: readonly string[] = ['DATA_PROTECTION_OFFICER', 'EARLY_HELP_MANAGER'];
/** How often it is asked again because the policy or the account's roles changed meanwhile. */
const MOST_TRIES = 3;
/** The id of nothing: what cannot be an id is asked about all the same. */
const NOTHING = '00000000-0000-0000-0000-000000000000';

/** Who wants something explained, admitted and with the roles that they hold now. */
export interface ExplainedTo {
  readonly accountId: string;
  readonly agencyId: string;
  readonly roles: readonly string[];
  readonly policyVersion: number;
}

export interface AccessExplainerOptions extends ExplainedSchema {
  /** Connected as `policy_desk`: it reads what decides, and no value that rules protect. */
  readonly connection: Connection;
  readonly clock: Clock;
  readonly inForce: AgreementsInForce;
  readonly onCorruptRule: OnCorruptRule;
  /** The record types by which a role counts as served. */
  readonly served: ReadonlySet<string>;
}

/** Explains who sees a field of a record, and why, by the same rules and the same SQL that release it. */
export class AccessExplainer {
  readonly #options: AccessExplainerOptions;
  readonly #policies: PolicyVersions;
  readonly #opening: Opening;
  readonly #askWho: CompiledStatement;

  constructor(options: AccessExplainerOptions) {
    this.#options = options;
    this.#policies = new PolicyVersions(
      options.connection,
      options.policySchema,
      options.onCorruptRule,
    );
    this.#opening = factsOfAccount(options.inForce);
    this.#askWho = compileAccount(this.#opening);
  }

  /**
   * Explains one's own access, or for an office somebody else's. A record that may not be seen, one of a family with which
   * the office declared a conflict, and one that does not exist are answered alike, by the same statements, and noted alike.
   * @param manifest takes a note of each explanation of somebody else's access, so that it is recorded before it is answered
   * @throws Refusal ARGUMENT_INVALID; ROLE_NOT_PERMITTED for another's access; Fault a corrupt policy, a failing database
   */
  async explain(
    request: ExplanationRequest,
    to: ExplainedTo,
    manifest: ReleaseManifest,
  ): Promise<AccessExplanation> {
    const asked = explainedField(request, this.#options);
    const account = request.principal ?? to.accountId;
    const own = account === to.accountId;
    if (!own && !to.roles.some((role) => OFFICES.includes(role)))
      throw new Refusal('ROLE_NOT_PERMITTED', { about: OFFICES });
    const { accountId, agencyId, policyVersion } = to;
    if (!own) {
      // Only ids are kept: what a client wrote in place of one may be anything.
      const { coordinate, purpose } = asked;
      manifest.identify({ accountId, agencyId, policyVersion });
      manifest.explained({
        account: idOf(account),
        record: idOf(request.resource.id),
        coordinate,
        purpose,
      });
    }
    const values = {
      account: idOf(account),
      explainedTo: to.accountId,
      now: this.#options.clock.factsAt()?.toISOString() ?? null,
      purpose: asked.purpose,
      id: idOf(request.resource.id),
    };
    let principal = await this.#principal(values);
    for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
      const admitted = await this.#admitted(principal, asked, own);
      if ('outcome' in admitted) return admitted;
      const { question } = admitted;
      const tests = testsFor(question);
      const statement = this.#compiled(asked, question, tests);
      const [answer] = await this.#options.connection.run<{
        principal: unknown;
        outcomes: unknown;
        shows_own: boolean;
      }>({ text: statement.text, values: statement.bind({ ...values }) });
      const current = readPrincipal(answer?.principal);
      if (!isSame(principal, current)) {
        principal = current;
        continue;
      }
      const found =
        answer === undefined || answer.outcomes === null
          ? null
          : { paths: readPaths(tests, answer.outcomes), showsOwnEntry: answer.shows_own };
      return explainField(question, found);
    }
    throw new Fault('POLICY_MISSING', { logged: { recompiles: MOST_TRIES } });
  }

  async #principal(values: ExplanationValues): Promise<PrincipalFacts | null> {
    const [answer] = await this.#options.connection.run<{ principal: unknown }>({
      text: this.#askWho.text,
      values: this.#askWho.bind({ ...values }),
    });
    return readPrincipal(answer?.principal);
  }

  /** The question as the account's roles put it, or why nothing is read for the account at all. */
  async #admitted(
    principal: PrincipalFacts | null,
    asked: ExplainedField,
    own: boolean,
  ): Promise<{ readonly question: FieldQuestion } | AccessExplanation> {
    const { policySchema, served } = this.#options;
    const { dictionary } = policySchema;
    if (principal === null) return refusedExplanation(new Refusal('ACCOUNT_UNKNOWN'), own);
    const refusal = refusalOf(principal);
    if (refusal !== null) return refusedExplanation(refusal, own);
    const standing = standingOf(principal);
    const { rules } = await this.#policies.policy(standing.policyVersion);
    try {
      checkPurpose(rules, served, standing, asked.purpose);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return refusedExplanation(refusal, own, standing.policyVersion);
    }
    const holder = { roles: standing.roles, purpose: asked.purpose };
    const question = {
      type: asked.resource.type,
      field: asked.field,
      ofEntries: asked.definition.kind === 'ENTRIES' || asked.definition.kind === 'LATEST_ENTRY',
      holder,
      rules,
      ability: abilityFor(rules, holder, dictionary),
      dictionary,
      policyVersion: standing.policyVersion,
    };
    return { question };
  }

  #compiled(
    { resource, definition, field }: ExplainedField,
    question: FieldQuestion,
    tests: RowTests['tests'],
  ): CompiledStatement {
    const { released } = decideField(question.ability, resource.type, field);
    const { resources } = this.#options;
    return compileExplanation({ resource, definition, tests, released, resources }, this.#opening);
  }
}

function idOf(text: string): string {
  return isUuid(text) ? text : NOTHING;
}

/** Whether what the statement was compiled for still holds. */
function isSame(before: PrincipalFacts | null, now: PrincipalFacts | null): boolean {
  return (
    before !== null &&
    now !== null &&
    now.missing.length === 0 &&
    before.policyVersion === now.policyVersion &&
    before.roles.join(' ') === now.roles.join(' ')
  );
}
