import { episode } from '../model/episode.ts';
import { healthJustification } from '../model/justification.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryEntries } from './ordinary-entries.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { smallFamily } from './small-family.ts';
import { leads, reads } from './team.ts';

const { esther, solveig } = practitioners;

const home = smallFamily('mundy', 38, { surname: 'Mundy', parent: 'Petula', child: 'Davy' });
const { parent, child } = home.persons;

const steppedUp = episode({
  number: 39,
  family: home,
  status: 'STEPPED_UP',
  level: 4,
  opened: -120,
  reason: 'Began as help with a new baby and ended with a worry for the elder child.',
  lead: esther,
  agreement: { state: 'SIGNED', signers: [{ person: parent }] },
  record: ordinaryRecord,
  team: { esther: leads(esther), solveig: reads(solveig, 'SOCIAL_CARE_WORKER') },
  justifications: {
    childHealth: healthJustification({ holder: solveig, about: child, purpose: 'SAFEGUARDING' }),
  },
  entries: {
    ...ordinaryEntries(child, esther),
    childHealth: {
      about: child,
      kind: 'HEALTH_CONDITION',
      label: 'Unexplained bruises',
      by: esther,
    },
    parentHealth: {
      about: parent,
      kind: 'MENTAL_HEALTH',
      label: 'Postnatal depression',
      by: esther,
    },
    childStatus: {
      about: child,
      kind: 'SOCIAL_CARE_STATUS',
      label: 'ASSESSMENT',
      detail: 'Assessment team, 01632 960210',
      by: solveig,
    },
  },
});

/** Stepped up, with a transfer for which a few records were picked by hand. */
export const mundy = { ...home, episodes: { steppedUp } } as const;
