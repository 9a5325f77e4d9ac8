import type { Connection } from '@postern/database';
import { Fault } from '@postern/errors';
import type { CorruptRule, LoadedPolicy, PolicySchema, StoredPolicyRule } from '@postern/policy';
import { loadPolicy, readSeal } from '@postern/policy';
import { LRUCache } from 'lru-cache';
import type { Statements } from './principal-reader.ts';

/** A rule of a live version that was set aside: what it concerned is denied, and somebody has to be told. */
export interface CorruptRuleAlarm extends CorruptRule {
  readonly version: number;
}

/** Takes an alarm; called once for each rule whenever a version is read. Must not throw. */
export type OnCorruptRule = (alarm: CorruptRuleAlarm) => void;

/** The rules of a policy version. Versions are immutable, so a version once read never changes. */
export class PolicyVersions {
  readonly #connection: Connection;
  readonly #schema: PolicySchema;
  readonly #onCorruptRule: OnCorruptRule;
  readonly #versions = new LRUCache<number, Promise<LoadedPolicy>>({ max: 8 });

  constructor(connection: Connection, schema: PolicySchema, onCorruptRule: OnCorruptRule) {
    this.#connection = connection;
    this.#schema = schema;
    this.#onCorruptRule = onCorruptRule;
  }

  /**
   * The version with a denial in place of each rule that is corrupt, read by the statements given where it is not known yet.
   * @throws Fault POLICY_MISSING where it has no rule, POLICY_CORRUPT where its seal cannot be read
   */
  policy(version: number, statements: Statements = this.#connection): Promise<LoadedPolicy> {
    const known = this.#versions.get(version);
    if (known !== undefined) return known;
    const loading = this.#load(version, statements);
    // A transaction may read a version that it made itself and that will never be.
    if (statements !== this.#connection) return loading;
    this.#versions.set(version, loading);
    loading.catch(() => this.#versions.delete(version));
    return loading;
  }

  async #load(version: number, statements: Statements): Promise<LoadedPolicy> {
    const stored = await statements.run<StoredPolicyRule>({
      text: 'SELECT name, body FROM access.policy_rule WHERE version = $1 ORDER BY name',
      values: [version],
    });
    if (stored.length === 0) throw new Fault('POLICY_MISSING', { logged: { version } });
    const [row] = await statements.run<{ seal: unknown }>({
      text: 'SELECT seal FROM access.policy_version WHERE version = $1',
      values: [version],
    });
    const seal = readSeal(row?.seal);
    if (seal === null) throw new Fault('POLICY_CORRUPT', { logged: { version, part: 'seal' } });
    const policy = loadPolicy(stored, seal, this.#schema);
    for (const corrupt of policy.corrupt) this.#onCorruptRule({ version, ...corrupt });
    return policy;
  }
}
