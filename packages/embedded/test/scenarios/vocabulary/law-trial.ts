import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { expect } from 'vitest';
import { dateFromNow } from './county-words.ts';
import type { Columns } from './facts.ts';
import { healthJustification } from './justification.ts';
import type { Scene } from './scene.ts';

type Practitioner = (typeof cast.practitioners)[keyof typeof cast.practitioners];

const yarrow = cast.families.yarrow.episodes.current;
const { jack } = cast.families.yarrow.persons;

/** A condition of the child that no agency of the team recorded, so that nothing but a justification opens it. */
const CONDITION = 'Tics';

/** Who reads on what basis. */
export interface Trial {
  readonly who: Practitioner;
  /** In what the justification differs from a complete one. */
  readonly cites: Columns;
  readonly purpose?: Purpose;
  /** What the agency is in law besides. */
  readonly standing?: string;
  /** In what the family's agreement differs from a signed one. */
  readonly agreement?: Columns;
}

/** Tries lawful bases on one child's health, each from the county as it was. */
export class LawTrials {
  readonly #scene: Scene;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** Each opens the child's health to whoever cites it. */
  async open(...trials: readonly Trial[]): Promise<void> {
    for (const trial of trials)
      expect([trial.cites, await this.#reads(trial)]).toEqual([trial.cites, true]);
  }

  /** None opens it. */
  async openNothing(...trials: readonly Trial[]): Promise<void> {
    for (const trial of trials)
      expect([trial.cites, await this.#reads(trial)]).toEqual([trial.cites, false]);
  }

  async #reads(trial: Trial): Promise<boolean> {
    const { who, cites, purpose = 'UNDERSTAND_NEEDS', standing, agreement } = trial;
    const { given, reader } = this.#scene;
    await given.restore();
    if (standing !== undefined)
      await given.added('access.agency_standing', {
        id: '00000000-0000-4000-8000-000000000211',
        agency_id: who.agency.id,
        standing,
        starts_on: dateFromNow(0),
      });
    if (agreement !== undefined)
      await given.changed('families.family_agreement', { episode_id: yarrow.id }, agreement);
    const justified = { holder: who, person: jack, episode: yarrow };
    await given.added(
      'access.justification',
      healthJustification(justified, { purpose, ...cites }),
    );
    const child = await reader(who).for(purpose).readsOf(jack, yarrow);
    return child.items('healthConditions').some(({ name }) => name === CONDITION);
  }
}

/** The seven answers and both views by which confidence is overridden. */
export const OVERRIDE = {
  confidence_route: 'OVERRIDING_PUBLIC_INTEREST',
  public_interest: [
    'No less would do.',
    'The child is ten.',
    'The family may feel watched.',
    'Asking the family was tried.',
    'Nobody else is at risk.',
    'No crime is in question.',
    'The sister is protected, too.',
  ],
  own_view: 'Share with the team.',
  source_view: 'The clinic agrees.',
} as const;
