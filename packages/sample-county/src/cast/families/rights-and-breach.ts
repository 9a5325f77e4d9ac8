import { episode } from '../model/episode.ts';
import { healthJustification } from '../model/justification.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryEntries } from './ordinary-entries.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { smallFamily } from './small-family.ts';
import { leads, reads } from './team.ts';

const { esther, ignatius } = practitioners;

const nettlefoldHome = smallFamily('nettlefold', 39, {
  surname: 'Nettlefold',
  parent: 'Odette',
  child: 'Perry',
});
const ormerodHome = smallFamily('ormerod', 40, {
  surname: 'Ormerod',
  parent: 'Fenella',
  child: 'Gil',
});

function looked(number: number, home: typeof nettlefoldHome) {
  const { parent, child } = home.persons;
  return episode({
    number,
    family: home,
    status: 'OPEN_TAF',
    level: 2,
    opened: -105,
    reason: 'Asked later what had been written down.',
    lead: esther,
    agreement: { state: 'SIGNED', signers: [{ person: parent }] },
    record: ordinaryRecord,
    team: {
      esther: leads(esther),
      ignatius: reads(ignatius, 'INFORMATION_GOVERNANCE_OFFICER', {
        from: -12,
        until: 30,
        persons: [parent],
      }),
    },
    justifications: {
      parentHealth: healthJustification({ holder: ignatius, about: parent, purpose: 'RIGHTS' }),
    },
    entries: {
      ...ordinaryEntries(child, esther),
      parentWork: { about: parent, kind: 'EMPLOYMENT', label: 'Part-time work', by: esther },
      parentHealth: { about: parent, kind: 'HEALTH_CONDITION', label: 'Coeliac', by: esther },
    },
  });
}

/** A rights request of the mother is live: the officer reads of her alone. */
export const nettlefold = {
  ...nettlefoldHome,
  episodes: { current: looked(40, nettlefoldHome) },
} as const;

/** A breach that was closed; the officer's grant still runs. */
export const ormerod = { ...ormerodHome, episodes: { current: looked(41, ormerodHome) } } as const;
