import type { Cell, Mark } from '@postern/agreements';
import type { Observed } from './observe.ts';
import type { Stage } from './set-stage.ts';
import type { Given } from './whole-query.ts';

/** What a role was given at every stage, and what of it is whose. */
export interface Shown {
  readonly at: Readonly<Record<Stage, Observed>>;
  readonly own: ReadonlySet<string>;
  /** Rows about nobody whom the role may read of. */
  readonly others: ReadonlySet<string>;
}

/** What the family is told of its episode as a whole, whoever of the family it is about. */
const OF_THE_WHOLE_FAMILY = [
  /^(LevelTransition|Plan|PlanAction|FamilyAgreement|Practitioner)\./,
  /^TafMeeting\.(id|heldOn|outcome)$/,
  /^Assessment\.(id|startedOn|completedOn|sections)$/,
];

/** Gives a value or a list, and does not say of whose entries. */
const ON_THE_PERSON = /^Person\./;

/** Where it is shown that a mark gives what it says, and where that it gives no more. */
const CHECKS: Readonly<Record<Mark, (shown: Shown, coordinate: string) => readonly string[]>> = {
  FULL: givenFrom('PLAIN'),
  STATUS: givenFrom('PLAIN'),
  COUNTS: givenFrom('PLAIN'),
  LIST: ({ at }, coordinate) =>
    Object.values(at).some(({ given }) => given.has(coordinate)) ? [] : ['never given'],
  OWN: (shown, coordinate) => [
    ...givenFrom('OWN')(shown, coordinate),
    ...Object.values(shown.at).flatMap(({ given }) =>
      complainOf('given of another agency', given.get(coordinate), ({ row }) =>
        row === null ? true : !shown.own.has(row),
      ),
    ),
  ],
  SCOPED: (shown, coordinate) => [
    ...givenFrom('PLAIN')(shown, coordinate),
    ...beyond(shown, coordinate),
  ],
  SELF: (shown, coordinate) => [
    ...givenFrom('PLAIN')(shown, coordinate),
    ...(OF_THE_WHOLE_FAMILY.some((each) => each.test(coordinate)) ? [] : beyond(shown, coordinate)),
  ],
  JUSTIFIED: (shown, coordinate) => [
    ...complainOf('given without a justification', shown.at.PLAIN.given.get(coordinate)),
    ...(ON_THE_PERSON.test(coordinate)
      ? []
      : complainOf(
          'given of another agency without a justification',
          shown.at.OWN.given.get(coordinate),
          ({ row }) => row === null || !shown.own.has(row),
        )),
    ...givenFrom('JUSTIFIED')(shown, coordinate),
  ],
  PICKED: (shown, coordinate) => [
    ...complainOf('given though not picked', shown.at.PLAIN.given.get(coordinate)),
    ...complainOf('given by a justification', shown.at.JUSTIFIED.given.get(coordinate)),
    ...givenFrom('PICKED')(shown, coordinate),
  ],
  NONE: notGiven,
};

/** What is not as the mark of a cell says, of these coordinates of it; each complaint names one. */
export function complaints(
  shown: Shown,
  { mark, how }: Cell,
  coordinates: readonly string[],
): readonly string[] {
  const check = how === 'RULES' ? CHECKS[mark] : notGiven;
  return coordinates.flatMap((coordinate) =>
    check(shown, coordinate).map((complaint) => `${coordinate}: ${complaint}`),
  );
}

function givenFrom(stage: Stage) {
  return ({ at }: Shown, coordinate: string): readonly string[] =>
    at[stage].given.has(coordinate) ? [] : [`not given (${stage})`];
}

function notGiven({ at }: Shown, coordinate: string): readonly string[] {
  return Object.entries(at).flatMap(([stage, { given }]) =>
    complainOf(`given (${stage})`, given.get(coordinate)),
  );
}

function beyond({ at, others }: Shown, coordinate: string): readonly string[] {
  return Object.values(at).flatMap(({ given }) =>
    complainOf(
      'given of somebody else',
      given.get(coordinate),
      ({ row, person }) =>
        (row !== null && others.has(row)) || (person !== null && others.has(person)),
    ),
  );
}

function complainOf(
  complaint: string,
  given: readonly Given[] = [],
  wrong: (given: Given) => boolean = () => true,
): readonly string[] {
  return given.some(wrong) ? [complaint] : [];
}
