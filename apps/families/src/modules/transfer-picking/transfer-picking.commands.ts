import type { Pickable } from '@postern/recording';
import { picks } from '@postern/recording';
import type { Command } from '@postern/subgraph-kit';
import { entryTypes } from '../entry/entry-types.ts';
import { addressResource, householdResource } from '../household/household.resource.ts';
import { personResource } from '../person/person.resource.ts';

/** Attendance of a group is for those who run it. */
const NOT_PICKED = 'GROUP_WORK';

/** What social care reads of the persons of an episode where it was picked: of an entry, by the field that each has. */
const PICKABLE: readonly Pickable[] = [
  { resource: personResource, field: 'id' },
  { resource: householdResource, field: 'name' },
  { resource: addressResource, field: 'line' },
  ...entryTypes
    .filter(({ kind }) => kind !== NOT_PICKED)
    .map((resource) => ({ resource, field: resource.recorded?.[0] ?? 'id' })),
];

/** What is kept here is picked here, where the rules say who reads it. */
export const transferPickingCommands: Readonly<Record<string, Command>> = {
  pickPersonRecordsForTransfer: picks(PICKABLE) as Command,
};
