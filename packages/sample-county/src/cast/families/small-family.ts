import { family } from '../model/family.ts';
import type { CastPerson } from '../model/person.ts';
import { person } from '../model/person.ts';

/** A parent and a child at one address, for families whose point lies in their episode. */
export function smallFamily(
  key: string,
  number: number,
  names: { readonly surname: string; readonly parent: string; readonly child: string },
) {
  const shared = { familyName: names.surname, languages: ['English'] };
  const parent: CastPerson = person(`${key}-parent`, {
    ...shared,
    givenName: names.parent,
    age: 32,
  });
  const child: CastPerson = person(`${key}-child`, { ...shared, givenName: names.child, age: 8 });
  return family({
    key,
    number,
    members: {
      parent: { person: parent, relationship: 'MOTHER' },
      child: { person: child, relationship: 'CHILD' },
    },
    households: [
      {
        name: `${names.surname} household`,
        members: [parent, child],
        addresses: [
          {
            line: `${number} Upper Green`,
            town: 'Marlbridge',
            postcode: `MZ1 ${number % 10}UG`,
            from: -900,
          },
        ],
      },
    ],
  });
}
