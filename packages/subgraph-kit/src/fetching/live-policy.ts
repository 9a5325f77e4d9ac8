import type { Connection } from '@postern/database';
import { Fault } from '@postern/errors';
import type { DataDictionary, Rule } from '@postern/policy';
import { parseRule, RuleProblem } from '@postern/policy';
import { LRUCache } from 'lru-cache';

/** The rules of a policy version. Versions are immutable, so a version once read never changes. */
export class PolicyVersions {
  readonly #connection: Connection;
  readonly #dictionary: DataDictionary;
  readonly #versions = new LRUCache<number, Promise<readonly Rule[]>>({ max: 8 });

  constructor(connection: Connection, dictionary: DataDictionary) {
    this.#connection = connection;
    this.#dictionary = dictionary;
  }

  /** @throws Fault POLICY_CORRUPT naming the rule that could not be read */
  rules(version: number): Promise<readonly Rule[]> {
    const known = this.#versions.get(version);
    if (known !== undefined) return known;
    const loading = this.#load(version);
    this.#versions.set(version, loading);
    loading.catch(() => this.#versions.delete(version));
    return loading;
  }

  async #load(version: number): Promise<readonly Rule[]> {
    const rows = await this.#connection.run<{ name: string; body: unknown }>({
      text: 'SELECT name, body FROM access.policy_rule WHERE version = $1 ORDER BY name',
      values: [version],
    });
    if (rows.length === 0) throw new Fault('POLICY_MISSING', { logged: { version } });
    return rows.map(({ name, body }) => {
      try {
        return parseRule(body, this.#dictionary);
      } catch (problem) {
        if (!(problem instanceof RuleProblem)) throw problem;
        throw new Fault('POLICY_CORRUPT', {
          logged: { version, rule: name, part: problem.part, expected: problem.expected },
        });
      }
    });
  }
}
