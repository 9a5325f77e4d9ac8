import type { Connection } from '@postern/database';
import type { DataDictionary, PredicateAtom, Purpose, Rule } from '@postern/policy';
import { ALWAYS, abilityFor, decideField, NEVER, substitute } from '@postern/policy';

/** Who asks what a draft would change, admitted and with the roles that they hold now. */
export interface PreviewAsker {
  readonly accountId: string;
  readonly roles: readonly string[];
}

/** What tells of a grant who works with whom. */
const WHO_WORKS_WITH_WHOM = ['id', 'episode', 'practitioner'] as const;

/** Whether the rules show the roles every grant there is, by oversight alone: then no number tells them what they may not know. */
export function overseesGrants(
  rules: readonly Rule[],
  holder: { readonly roles: readonly string[]; readonly purpose: Purpose },
  dictionary: DataDictionary,
): boolean {
  const ability = abilityFor(rules, holder, dictionary);
  return WHO_WORKS_WITH_WHOM.every((field) => {
    const { released } = decideField(ability, 'AccessGrant', field);
    return substitute(released, byOversightAlone).kind === 'ALWAYS';
  });
}

/** What is hidden by a family or barred by a conflict hides itself, and opens nothing. */
function byOversightAlone({ predicate }: PredicateAtom) {
  return predicate === 'oversight.free' ? ALWAYS : NEVER;
}

/** The families with which an account has a conflict of interest, declared and not ended. */
export async function conflictsOf(
  statements: Pick<Connection, 'run'>,
  account: string,
  now: Date,
): Promise<readonly string[]> {
  const rows = await statements.run<{ family: string }>({
    text: `SELECT DISTINCT family_id::text AS family FROM access.conflict_of_interest WHERE account_id = $1::uuid
      AND declared_at <= $2::timestamptz AND (ended_at IS NULL OR ended_at > $2::timestamptz) ORDER BY 1`,
    values: [account, now.toISOString()],
  });
  return rows.map(({ family }) => family);
}
