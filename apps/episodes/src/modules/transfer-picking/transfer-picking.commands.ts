import type { Pickable } from '@postern/recording';
import { picks } from '@postern/recording';
import type { Command } from '@postern/subgraph-kit';
import {
  assessmentResource,
  assessmentSectionResource,
} from '../assessment/assessment.resource.ts';
import { documentResource } from '../document/document.resource.ts';
import { meetingResource } from '../meeting/meeting.resource.ts';
import { needResource } from '../need/need.resource.ts';
import { planActionResource, planResource } from '../plan/plan.resource.ts';

/** What social care reads of an episode where it was picked; a document with its content (SHR-3.4.10c). */
const PICKABLE: readonly Pickable[] = [
  { resource: assessmentResource, field: 'startedOn' },
  { resource: assessmentSectionResource, field: 'area' },
  { resource: needResource, field: 'outcome' },
  { resource: planResource, field: 'nature' },
  { resource: planActionResource, field: 'status' },
  { resource: meetingResource, field: 'heldOn' },
  { resource: documentResource, field: 'title' },
];

/** What is kept here is picked here, where the rules say who reads it. */
export const transferPickingCommands: Readonly<Record<string, Command>> = {
  pickRecordsForTransfer: picks(PICKABLE) as Command,
};
