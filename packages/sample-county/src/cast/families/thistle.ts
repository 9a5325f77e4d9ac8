import { episode } from '../model/episode.ts';
import { healthJustification } from '../model/justification.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryEntries } from './ordinary-entries.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { smallFamily } from './small-family.ts';
import { joins, leads } from './team.ts';

const { grace, tom, petra, rufus, lucia, hal, wilma, noel, uma, pip, delia, magda } = practitioners;

const home = smallFamily('thistle', 22, { surname: 'Thistle', parent: 'Bronwen', child: 'Toby' });

const current = episode({
  number: 23,
  family: home,
  status: 'OPEN_TAF',
  level: 3,
  opened: -70,
  reason: 'Many small services have offered something.',
  lead: tom,
  agreement: { state: 'SIGNED', signers: [{ person: home.persons.parent }] },
  record: ordinaryRecord,
  team: {
    tom: leads(tom),
    grace: joins(grace),
    petra: joins(petra),
    rufus: joins(rufus),
    lucia: joins(lucia),
    hal: joins(hal),
    wilma: joins(wilma),
    noel: joins(noel),
    uma: joins(uma),
    pip: joins(pip),
    delia: joins(delia),
    magda: joins(magda),
  },
  justifications: {
    magdaWithoutPolicyDocument: healthJustification({
      holder: magda,
      about: home.persons.child,
      article6: 'A6_1_F_LEGITIMATE_INTERESTS',
    }),
  },
  entries: {
    ...ordinaryEntries(home.persons.child, tom),
    childAsthma: {
      about: home.persons.child,
      kind: 'HEALTH_CONDITION',
      label: 'Asthma',
      status: 'CURRENT',
      by: tom,
    },
    parentWorry: {
      about: home.persons.parent,
      kind: 'MENTAL_HEALTH',
      label: 'Grief',
      nature: 'OPINION',
      by: uma,
    },
  },
});

/** Live grants for workers whose account or agency does not meet a precondition; `practitioners` says which. */
export const thistle = { ...home, episodes: { current } } as const;
