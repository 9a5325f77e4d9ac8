import { episode } from '../model/episode.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryEntries } from './ordinary-entries.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { smallFamily } from './small-family.ts';
import { joins, leads, reads } from './team.ts';

const { esther, thora, tobias } = practitioners;

const home = smallFamily('ravenhill', 43, { surname: 'Ravenhill', parent: 'Zdenka', child: 'Ota' });

const current = episode({
  number: 44,
  family: home,
  status: 'OPEN_TAF',
  level: 2,
  opened: -48,
  reason: 'Visits need an interpreter, and the hospital is far away.',
  lead: esther,
  agreement: { state: 'SIGNED', signers: [{ person: home.persons.parent }] },
  record: {
    ...ordinaryRecord,
    actions: [
      ...ordinaryRecord.actions,
      {
        goal: 'Interpret at both visits.',
        responsible: 'Interpreter',
        status: 'PLANNED',
        by: thora,
      },
    ],
  },
  team: {
    esther: leads(esther),
    thora: reads(thora, 'THIRD_PARTY', { until: 20, persons: [home.persons.parent] }),
    thoraAsMember: joins(thora),
    tobias: reads(tobias, 'THIRD_PARTY', { until: 20, persons: [home.persons.child] }),
  },
  entries: ordinaryEntries(home.persons.child, esther),
});

/** Two contractors: one under a confidentiality agreement, one not. */
export const ravenhill = { ...home, episodes: { current } } as const;
