import { episode } from '../model/episode.ts';
import { family } from '../model/family.ts';
import { person } from '../model/person.ts';
import { practitioners } from '../practitioners.ts';
import { joins, leads } from './team.ts';

const { grace, tom } = practitioners;

const nobody = person('blank-nobody', {});

const home = family({
  key: 'blank',
  number: 10,
  members: { nobody: { person: nobody, relationship: 'OTHER' } },
  households: [{ name: 'Household', members: [nobody], addresses: [] }],
});

const current = episode({
  number: 10,
  family: home,
  status: 'OPEN_TAF',
  level: 2,
  opened: -40,
  reason: null,
  lead: tom,
  agreement: { state: 'SIGNED' },
  record: {
    reasons: null,
    sections: [{ area: 'LIVING_WELL', summary: null, strengths: null, concerns: [] }],
    needs: [{ outcome: 'GOOD_EDUCATION', description: null, concerns: [] }],
    objective: null,
    actions: [{ goal: null, responsible: null, status: 'PLANNED', concerns: [] }],
    meetings: [{ held: -10, attendees: null, minutes: null, outcome: null, concerns: [] }],
  },
  team: { tom: leads(tom), grace: joins(grace) },
  entries: {
    bare: {
      about: nobody,
      kind: 'ATTENDANCE',
      label: 'Autumn term',
      by: tom,
      outsideEpisode: true,
    },
  },
});

/** Nulls wherever a column may be null: person, episode, record, entry; and no address. */
export const blank = { ...home, episodes: { current } } as const;
