import type { IndicatorDefinition } from '../indicator.ts';
import { flow, share } from '../measures.ts';

/** Requests for early help, by the way they came (SHR-3.5.2). */
export const CONTACTS: IndicatorDefinition = {
  id: 'CONTACTS',
  title: 'Contacts',
  definition:
    'Families for whom help was asked: each episode is dated by its first referral or, without one, by the day it came in. The agency is the one that asked; the place is where the family lived.',
  clauses: ['SHR-3.5.2', 'SHR-3.9.1'],
  measures: [
    flow({
      id: 'CONTACTS',
      title: 'Contacts',
      definition: 'Families with a contact in the period.',
    }),
    flow({
      id: 'LED_TO_HELP',
      title: 'Led to help',
      definition: 'Of these, families whose contact led to an episode that opened.',
    }),
    share('LED_TO_HELP', 'CONTACTS', 'Led to help, per cent'),
  ],
  cuts: [[], ['LOCALITY'], ['AGENCY_KIND'], ['ENTRY_ROUTE'], ['LOCALITY', 'ENTRY_ROUTE']],
  profile: 'NHS_7_5',
  version: 1,
};
