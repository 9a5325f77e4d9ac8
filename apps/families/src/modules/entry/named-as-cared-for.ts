import type { Placing } from '@postern/recording';
import { argumentInvalid, isUuid } from '@postern/subgraph-kit';

/** Somebody whom a young carer cares for: both of one episode, and what is done known to whoever says for whom. */
export const NAMED_AS_CARED_FOR: Placing = {
  named: ['episode', 'person', 'caringRole'],
  find: async ({ episode = '', person = '', caringRole = '' }, { seen, transaction }) => {
    if (![episode, person, caringRole].every(isUuid)) return null;
    const persons = await seen('Person', [person]);
    const roles = await seen('CaringRole', [caringRole]);
    if (!persons.has(person) || !roles.has(caringRole)) return null;
    const [role] = await transaction.run<{ carer: string }>({
      text: 'SELECT person_id AS carer FROM families.person_entry WHERE id = $1 AND episode_id = $2',
      values: [caringRole, episode],
    });
    if (role === undefined) return null;
    if (role.carer === person) throw argumentInvalid('person', 'another person than the carer');
    return {
      episode,
      columns: { person_id: person, caring_role_id: caringRole },
      persons: [person],
    };
  },
};
