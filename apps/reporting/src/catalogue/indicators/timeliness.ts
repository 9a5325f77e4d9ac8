import type { IndicatorDefinition } from '../indicator.ts';
import { flow, median, share } from '../measures.ts';

/** How long families wait (SHR-3.4.1, SHR-3.4.5). */
export const TIMELINESS: IndicatorDefinition = {
  id: 'TIMELINESS',
  title: 'Timeliness',
  definition:
    'How long families wait for what early help begins with. The contact is the first referral of the episode or, without one, the day it opened; an episode without the step is not counted, nor one that was never opened.',
  clauses: ['SHR-3.4.1', 'SHR-3.4.5'],
  measures: [
    flow({
      id: 'ASSESSED',
      title: 'Assessed',
      definition:
        'Families of which the first whole-family assessment of an episode was completed in the period.',
    }),
    flow({
      id: 'ASSESSED_IN_TIME',
      title: 'Assessed within 45 days',
      definition: 'Of these, families assessed within 45 days of the contact.',
    }),
    share('ASSESSED_IN_TIME', 'ASSESSED', 'Assessed within 45 days, per cent'),
    median(
      'ASSESSED',
      'Contact to assessment, median days',
      'Half of those ASSESSED waited so many days or fewer from the contact.',
    ),
    flow({
      id: 'PLANNED',
      title: 'Planned',
      definition: 'Families of which the first plan of an episode was agreed in the period.',
    }),
    median(
      'PLANNED',
      'Contact to plan, median days',
      'Half of those PLANNED waited so many days or fewer from the contact.',
    ),
    flow({
      id: 'REVIEWED',
      title: 'Reviewed',
      definition:
        'Families of which the team met for the first time after the assessment in the period.',
    }),
    flow({
      id: 'REVIEWED_IN_TIME',
      title: 'Reviewed within six weeks',
      definition: 'Of these, families reviewed within 42 days of the assessment.',
    }),
    share('REVIEWED_IN_TIME', 'REVIEWED', 'Reviewed within six weeks, per cent'),
  ],
  cuts: [[], ['LOCALITY'], ['AGENCY_KIND']],
  profile: 'NHS_7_5',
  version: 1,
};
