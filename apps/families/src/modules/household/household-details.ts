import type { DetailType } from '@postern/recording';
import { day, dayToCome, text } from '@postern/steps';
import { argumentInvalid } from '@postern/subgraph-kit';
import { refuseDays } from '../person/person-details.ts';
import { addressResource, householdResource } from './household.resource.ts';

/** What practitioners write of a household; who lives in it has commands of its own. */
export const HOUSEHOLD_DETAILS: DetailType = {
  resource: householdResource,
  called: 'household',
  fields: { name: text(200) },
  required: ['name'],
};

/** An address, with the days from and until which it held. */
export const ADDRESS_DETAILS: DetailType = {
  resource: addressResource,
  called: 'address',
  fields: {
    line: text(300),
    town: text(100),
    postcode: text(20),
    uprn: text(20),
    startedOn: day,
    endedOn: day,
  },
  required: ['line', 'town', 'postcode', 'startedOn'],
  check: (given, standing, { now }) => {
    const startedOn = given['startedOn'] ?? standing?.row['started_on'];
    const endedOn = Object.hasOwn(given, 'endedOn') ? given['endedOn'] : standing?.row['ended_on'];
    refuseDays(dayToCome('address.startedOn', String(startedOn), now));
    if (typeof endedOn === 'string' && endedOn < String(startedOn))
      throw argumentInvalid('address.endedOn', 'a day on or after "startedOn"');
  },
};
