import type { DataDictionary } from '@postern/policy';
import type { Statements, Tried } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { Change } from '../policy-draft/changes/change.ts';
import { changed } from '../policy-draft/changes/change-set.ts';
import type { DraftKind } from '../policy-draft/policy-draft.table.ts';
import { rulesOf } from '../policy-draft/store/versions.ts';
import { readableRules, requireReadableRules } from '../policy-draft/validation.ts';

interface Found {
  readonly kind: DraftKind;
  readonly revision: number;
  readonly baseVersion: number;
  readonly liveVersion: number;
  readonly changes: readonly Change[];
}

/** In one statement, so that the changes are those of the revision. */
const DRAFT = `SELECT kind, revision, base_version AS "baseVersion",
    (SELECT coalesce(max(version), 0) FROM access.policy_version WHERE activated_at <= $2::timestamptz) AS "liveVersion",
    (SELECT coalesce(json_agg(json_build_object('rule', rule, 'before', before, 'after', after, 'collides', collides) ORDER BY rule), '[]')
      FROM partners.policy_change WHERE draft_id = draft.id) AS changes
  FROM partners.policy_draft draft WHERE id::text = $1`;

/**
 * Reads a draft as it would be in force: its changes made to the version that is live, or the rules that a rollback brings
 * back. What of the live version cannot be read decides nothing that could be lost.
 * @throws CommandRefused POLICY_DRAFT_UNKNOWN, POLICY_RULE_INVALID
 */
export async function triedDraft(
  draft: string,
  at: { readonly statements: Statements; readonly now: Date; readonly dictionary: DataDictionary },
): Promise<Tried> {
  const { statements, now, dictionary } = at;
  const [found] = await statements.run<Found>({ text: DRAFT, values: [draft, now.toISOString()] });
  if (found === undefined) throw new CommandRefused('POLICY_DRAFT_UNKNOWN');
  const { kind, revision, baseVersion, liveVersion, changes } = found;
  const live = await rulesOf(statements, liveVersion);
  const base = kind === 'ROLLBACK' ? await rulesOf(statements, baseVersion) : live;
  return {
    draft,
    revision,
    liveVersion,
    live: readableRules(live, dictionary),
    rules: requireReadableRules(changed(base, changes), dictionary),
  };
}
