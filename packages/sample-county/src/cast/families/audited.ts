import { episode } from '../model/episode.ts';
import { healthJustification } from '../model/justification.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryEntries } from './ordinary-entries.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { smallFamily } from './small-family.ts';
import { leads, reads } from './team.ts';

const { esther, quincy } = practitioners;

const hallamHome = smallFamily('hallam', 33, { surname: 'Hallam', parent: 'Rita', child: 'Noah' });
const inskipHome = smallFamily('inskip', 34, { surname: 'Inskip', parent: 'Joy', child: 'Ezra' });
const jellicoeHome = smallFamily('jellicoe', 35, {
  surname: 'Jellicoe',
  parent: 'Maud',
  child: 'Ines',
});

function audited(number: number, home: typeof hallamHome) {
  const { parent, child } = home.persons;
  return episode({
    number,
    family: home,
    status: 'OPEN_TAF',
    level: 2,
    opened: -95,
    reason: 'Drawn for the yearly audit of practice.',
    lead: esther,
    agreement: { state: 'SIGNED', signers: [{ person: parent }] },
    record: ordinaryRecord,
    team: { esther: leads(esther), quincy: reads(quincy, 'QA_AUDITOR', { from: -15, until: 40 }) },
    justifications: {
      childHealth: healthJustification({ holder: quincy, about: child, purpose: 'AUDIT' }),
    },
    entries: {
      ...ordinaryEntries(child, esther),
      childHealth: { about: child, kind: 'HEALTH_CONDITION', label: 'Migraine', by: esther },
    },
  });
}

/** An audit is open. */
export const hallam = { ...hallamHome, episodes: { current: audited(34, hallamHome) } } as const;

/** An audit is complete; the grant still runs. */
export const inskip = { ...inskipHome, episodes: { current: audited(35, inskipHome) } } as const;

/** An audit has passed its end, and nobody closed it. */
export const jellicoe = {
  ...jellicoeHome,
  episodes: { current: audited(36, jellicoeHome) },
} as const;
