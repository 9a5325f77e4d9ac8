import type { CastEntry } from '../model/entry.ts';
import type { CastPerson } from '../model/person.ts';
import type { CastPractitioner } from '../model/practitioner.ts';

/** What a child says, one worry, one alert and a group: unremarkable, for families whose point lies elsewhere. */
export function ordinaryEntries(
  about: CastPerson,
  by: CastPractitioner,
): Readonly<Record<'voice' | 'concern' | 'alert' | 'group', CastEntry>> {
  return {
    voice: {
      about,
      kind: 'VOICE',
      label: 'I want mornings without shouting.',
      detail: 'Said while drawing.',
      nature: 'OPINION',
      by,
    },
    concern: {
      about,
      kind: 'SAFEGUARDING_CONCERN',
      label: 'Left alone after school on two days',
      detail: 'Talked through with the family.',
      status: 'MONITORED',
      nature: 'MIXED',
      released: true,
      by,
    },
    alert: {
      about,
      kind: 'SAFETY_ALERT',
      label: 'Allergic to wasp stings',
      detail: 'Adrenaline pen in the school bag.',
      released: true,
      by,
    },
    group: {
      about,
      kind: 'GROUP_WORK',
      label: 'Saturday cooking group',
      detail: 'Helps younger children.',
      percentage: 80,
      by,
    },
  };
}
