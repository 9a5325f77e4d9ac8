import type { CommandCall } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused } from '@postern/subgraph-kit';
import { boundBy } from '../law/bound-by.ts';
import type { Part } from '../law/part.ts';
import { ageOf } from '../law/part.ts';
import { spokenOf } from '../store/spoken.ts';
import type { Opened } from './opened.ts';
import { partOf } from './opened.ts';

/** What protects a child is kept from nobody at a parent's word (SHR-3.4.4c, SHR-3.5L-e). */
const SAFETY: readonly string[] = ['SafetyAlert', 'SafeguardingConcern'];
const SAFETY_LISTS: readonly string[] = ['Person.safetyAlerts', 'Person.safeguardingConcerns'];

/** What a household or a family holds together, so that any of them may keep it (SHR-3.4.4c). */
const HELD_TOGETHER: readonly string[] = ['Family', 'Household', 'Address'];
const SAID_OF_ALL: readonly string[] = ['Episode.reason', 'Assessment.reasons', 'Plan.objective'];

function isHeldTogether(coordinate: string): boolean {
  return SAID_OF_ALL.includes(coordinate) || HELD_TOGETHER.includes(coordinate.split('.')[0] ?? '');
}

interface Details {
  readonly coordinates: readonly string[];
  readonly about?: string | null | undefined;
}

/**
 * Somebody keeps what is theirs, what is a child's of whom nobody else speaks, or what the household holds together; and of a child
 * nothing that protects it. @throws CommandRefused ARGUMENT_INVALID, DETAILS_NOT_THEIRS, SAFETY_NOT_WITHHELD
 */
export async function requireDetails(
  call: CommandCall<Details>,
  opened: Opened,
  asker: Part,
): Promise<void> {
  const { coordinates, about } = call.input;
  for (const coordinate of coordinates) {
    const [type = '', field = ''] = coordinate.split('.');
    if (call.dictionary.get(type)?.has(field) !== true)
      throw argumentInvalid(
        'coordinates',
        'names of fields of a record, for example Person.healthConditions',
      );
  }
  const subject = about == null ? null : partOf(opened, about);
  const isSafety = coordinates.some(
    (one) => SAFETY_LISTS.includes(one) || SAFETY.includes(one.split('.')[0] ?? ''),
  );
  if (isSafety && (subject === null || ageOf(subject, opened) !== 'ADULT'))
    throw new CommandRefused('SAFETY_NOT_WITHHELD');
  if (subject === null) {
    if (!coordinates.every(isHeldTogether)) throw new CommandRefused('DETAILS_NOT_THEIRS');
    return;
  }
  const all = await spokenOf(call.transaction, opened, call.now);
  if (!boundBy(new Set([asker.personId]), all).includes(subject.personId))
    throw new CommandRefused('DETAILS_NOT_THEIRS');
}
