import { chosenCount } from '@postern/steps';
import type { Looking } from '../guards/in-pool.ts';
import { isInPool, poolValues } from '../guards/in-pool.ts';

/** Somebody of a family group, by an item about them. */
export interface GroupMember {
  readonly item: string;
  readonly criterion: string;
  readonly basis: 'ADDRESS' | 'PROFESSIONAL_VIEW';
  /** Of a professional's view. */
  readonly link: string | null;
  readonly author: string | null;
  readonly reason: string | null;
}

/** A family group, and how it stands to the programme. */
export interface Group {
  readonly members: readonly GroupMember[];
  readonly criteria: readonly string[];
  readonly threshold: number;
}

/**
 * The family group of an item: whoever is received at the same address, and then whom a professional adds, with every item about
 * them (DEV-A4-2). Null where the item is not in the pool for whoever looks.
 */
export async function groupOf(looking: Looking, item: string): Promise<Group | null> {
  const { statements } = looking;
  const members = await statements.run<GroupMember & Record<string, unknown>>({
    text: `WITH pool AS (SELECT item.id, item.criterion, item.address_key, item.name_key, item.date_of_birth FROM families.import_item item WHERE ${isInPool('item', 2)}),
      home AS (SELECT mate.id, mate.criterion FROM pool seed JOIN pool mate ON mate.id = seed.id OR mate.address_key = seed.address_key WHERE seed.id = $1),
      stated AS (SELECT CASE WHEN link.item_id = home.id THEN link.other_id ELSE link.item_id END AS id, link.id AS link, link.stated_by, link.reason
        FROM home JOIN families.import_link link ON home.id IN (link.item_id, link.other_id) WHERE link.ended_at IS NULL)
      SELECT id AS item, criterion, 'ADDRESS' AS basis, NULL::uuid AS link, NULL::uuid AS author, NULL AS reason FROM home
      UNION ALL (SELECT DISTINCT ON (theirs.id) theirs.id, theirs.criterion, 'PROFESSIONAL_VIEW', stated.link, stated.stated_by, stated.reason
        FROM stated JOIN pool named ON named.id = stated.id JOIN pool theirs ON theirs.name_key = named.name_key AND theirs.date_of_birth = named.date_of_birth
        WHERE theirs.id NOT IN (SELECT id FROM home) ORDER BY theirs.id, stated.link)
      ORDER BY basis, item`,
    values: [item, ...(await poolValues(looking))],
  });
  if (members.length === 0) return null;
  const criteria = [...new Set(members.map(({ criterion }) => criterion))].sort();
  return { members, criteria, threshold: await chosenCount(statements, 'PROGRAMME_CRITERIA') };
}
