import { ashdownParents } from './families/ashdown.ts';
import { everardParents } from './families/everard.ts';
import { okafor } from './families/okafor.ts';
import { pemberton } from './families/pemberton.ts';
import { sorrel, vance } from './families/sorrel-and-vance.ts';
import { tolliverParents } from './families/tolliver.ts';
import { adoptionParents } from './families/wraxall-and-merriweather.ts';
import type { CastParentalResponsibility } from './model/kin.ts';
import { parentOf } from './model/kin.ts';

const { ngozi, emeka, amara, chidi, ada } = okafor.persons;

/** Who is responsible for whom, and what was seen of it. */
export const parentalResponsibilities: readonly CastParentalResponsibility[] = [
  ...[amara, chidi, ada].flatMap((child) => [parentOf(ngozi, child), parentOf(emeka, child)]),
  parentOf(pemberton.persons.laura, pemberton.persons.isla),
  parentOf(pemberton.persons.greg, pemberton.persons.isla),
  ...[sorrel.persons.kit, sorrel.persons.june].flatMap((child) => [
    parentOf(sorrel.persons.mina, child),
    parentOf(vance.persons.ralph, child),
  ]),
  ...ashdownParents,
  ...everardParents,
  ...tolliverParents,
  ...adoptionParents,
];
