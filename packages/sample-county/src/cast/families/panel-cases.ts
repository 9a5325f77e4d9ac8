import { episode } from '../model/episode.ts';
import { healthJustification } from '../model/justification.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryEntries } from './ordinary-entries.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { smallFamily } from './small-family.ts';
import { leads, reads } from './team.ts';

const { esther, conrad, paloma } = practitioners;

const faradayHome = smallFamily('faraday', 31, {
  surname: 'Faraday',
  parent: 'Hope',
  child: 'Otto',
});
const gorringeHome = smallFamily('gorringe', 32, {
  surname: 'Gorringe',
  parent: 'Lorna',
  child: 'Basil',
});

function onPanel(number: number, home: typeof faradayHome, when: string) {
  return episode({
    number,
    family: home,
    status: 'OPEN_TAF',
    level: 3,
    opened: -75,
    reason: 'The team asked the panel which service should lead.',
    lead: esther,
    agreement: { state: 'SIGNED', signers: [{ person: home.persons.parent }] },
    record: ordinaryRecord,
    team: { esther: leads(esther), paloma: reads(paloma, 'PANEL_MEMBER') },
    justifications: {
      childHealth: healthJustification({
        holder: paloma,
        about: home.persons.child,
        purpose: 'CHOOSE_SUPPORT',
      }),
    },
    entries: {
      ...ordinaryEntries(home.persons.child, esther),
      childHealth: {
        about: home.persons.child,
        kind: 'HEALTH_CONDITION',
        label: 'Absences under observation',
        by: esther,
      },
    },
    notes: {
      panel: {
        kind: 'PANEL',
        subject: `Panel, ${when}`,
        text: 'The health visitor leads; the school keeps the morning club.',
        by: esther,
      },
      consultation: {
        kind: 'CONSULTATION',
        subject: 'Before the panel',
        text: 'Advised to bring the sleep diary.',
        by: conrad,
      },
    },
  });
}

/** A case that is live on the panel. */
export const faraday = {
  ...faradayHome,
  episodes: { current: onPanel(32, faradayHome, 'this month') },
} as const;

/** A case that the panel closed; the grant was never taken away. */
export const gorringe = {
  ...gorringeHome,
  episodes: { current: onPanel(33, gorringeHome, 'last month') },
} as const;
