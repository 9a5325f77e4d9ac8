import { episode } from '../model/episode.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryEntries } from './ordinary-entries.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { smallFamily } from './small-family.ts';
import { joins, leads } from './team.ts';

const { tom, sian, kwame } = practitioners;

const home = smallFamily('bexley', 19, { surname: 'Bexley', parent: 'Rowena', child: 'Alfie' });

const current = episode({
  number: 19,
  family: home,
  status: 'OPEN_TAF',
  level: 2,
  opened: -65,
  reason: 'Help with a disputed school place.',
  lead: tom,
  agreement: { state: 'SIGNED', signers: [{ person: home.persons.parent }] },
  record: ordinaryRecord,
  entries: ordinaryEntries(home.persons.child, tom),
  team: { tom: leads(tom), sian: joins(sian), kwame: joins(kwame) },
});

/** A team member is the family's relative and has declared it; another's declaration has ended. */
export const bexley = { ...home, episodes: { current } } as const;
