import { episode } from '../model/episode.ts';
import { healthJustification } from '../model/justification.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryEntries } from './ordinary-entries.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { smallFamily } from './small-family.ts';
import { leads, reads } from './team.ts';

const { esther, sigrid, ursula } = practitioners;

const kestrelHome = smallFamily('kestrel', 36, {
  surname: 'Kestrel',
  parent: 'Faye',
  child: 'Rory',
});
const larkinHome = smallFamily('larkin', 37, { surname: 'Larkin', parent: 'Dawn', child: 'Effie' });

function reviewed(number: number, home: typeof kestrelHome) {
  const { parent, child } = home.persons;
  return episode({
    number,
    family: home,
    status: 'OPEN_TAF',
    level: 3,
    opened: -160,
    reason: 'Several services were involved before anybody saw the whole.',
    lead: esther,
    agreement: { state: 'SIGNED', signers: [{ person: parent }] },
    record: ordinaryRecord,
    team: {
      esther: leads(esther),
      sigrid: reads(sigrid, 'SAFEGUARDING_REVIEWER', { from: -20, until: 60 }),
      ursula: reads(ursula, 'BUSINESS_UNIT', { from: -20, until: 60 }),
    },
    justifications: {
      childHealth: healthJustification({ holder: sigrid, about: child, purpose: 'REVIEW' }),
    },
    entries: {
      ...ordinaryEntries(child, esther),
      childHealth: { about: child, kind: 'HEALTH_CONDITION', label: 'Fractured wrist', by: esther },
      childSocialCare: {
        about: child,
        kind: 'SOCIAL_CARE_STATUS',
        label: 'CHILD_IN_NEED',
        detail: 'Duty team, 01632 960200',
        by: esther,
      },
    },
  });
}

/** A review in the stage in which files are read. */
export const kestrel = {
  ...kestrelHome,
  episodes: { current: reviewed(37, kestrelHome) },
} as const;

/** A review in another stage. */
export const larkin = { ...larkinHome, episodes: { current: reviewed(38, larkinHome) } } as const;
