import { adultIdentifiers, person, pupilIdentifiers } from '../model/person.ts';

const shared = {
  familyName: 'Okafor',
  languages: ['English', 'Igbo'],
  gpPractice: 'Marlbridge Surgery',
};

/** Mother. */
export const ngozi = person('okafor-ngozi', {
  ...shared,
  ...adultIdentifiers(11),
  givenName: 'Ngozi',
  contactDetails: ['07700 900111', 'ngozi.okafor@home.example'],
  age: 38,
  sex: 'FEMALE',
  gender: 'WOMAN_OR_GIRL',
});
/** Father. */
export const emeka = person('okafor-emeka', {
  ...shared,
  ...adultIdentifiers(12),
  givenName: 'Emeka',
  age: 41,
  sex: 'MALE',
  gender: 'MAN_OR_BOY',
  communicationNeeds: 'Letters in large print',
});
/** Fifteen; signs for herself. */
export const amara = person('okafor-amara', {
  ...shared,
  ...pupilIdentifiers(13),
  givenName: 'Amara',
  age: 15,
  sex: 'FEMALE',
  gender: 'WOMAN_OR_GIRL',
  educationSetting: 'Brackwater High School',
});
/** The one child whose health a justification covers. */
export const chidi = person('okafor-chidi', {
  ...shared,
  ...pupilIdentifiers(14),
  givenName: 'Chidi',
  age: 9,
  sex: 'MALE',
  gender: 'MAN_OR_BOY',
  educationSetting: 'Fernhollow Primary School',
});
/** The youngest. */
export const ada = person('okafor-ada', {
  ...shared,
  ...pupilIdentifiers(15),
  givenName: 'Ada',
  age: 6,
  sex: 'FEMALE',
  gender: 'WOMAN_OR_GIRL',
  educationSetting: 'Fernhollow Primary School',
});
