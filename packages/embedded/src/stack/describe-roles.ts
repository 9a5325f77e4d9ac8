import { ROLES } from '@postern/agreements';
import type { Connection } from '@postern/database';

/** Says of each role of the agreement what it is called and what it is there for, beside the rules that name it. */
export async function describeRoles(owner: Connection): Promise<void> {
  const roles = Object.entries(ROLES).map(([code, { title, does }]) => ({ code, title, does }));
  await owner.run({
    text: `INSERT INTO partners.policy_role (code, title, does)
      SELECT role ->> 'code', role ->> 'title', role ->> 'does' FROM jsonb_array_elements($1::text::jsonb) AS role
      ON CONFLICT (code) DO UPDATE SET title = excluded.title, does = excluded.does`,
    values: [JSON.stringify(roles)],
  });
}
