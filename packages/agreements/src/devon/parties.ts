import type { Party } from '../terms/agreement.ts';

function signed(kind: Party['kind'], ...names: readonly string[]): readonly Party[] {
  return names.map((name) => ({ name, kind, clause: 'DEV-1.2a' }));
}

/** Kinds of the bodies on the register, with those whose part the text describes by name. */
export const DEVON_PARTIES: readonly Party[] = [
  ...signed(
    'COUNCIL',
    'Devon County Council',
    'District and borough councils',
    'Devon and Somerset Fire and Rescue Service',
  ),
  ...signed('POLICE', 'Devon and Cornwall Police'),
  ...signed('GOVERNMENT', 'National Probation Service', 'Jobcentre Plus', 'Cafcass'),
  ...signed('HEALTH', 'Devon Partnership NHS Trust', 'NHS trusts', 'NHS commissioners'),
  ...signed('SCHOOL', 'Learning communities', 'Associations of head teachers'),
  ...signed('HOUSING', 'Housing associations'),
  ...signed('VOLUNTARY', 'Charities and community organisations'),
  ...signed('CONTRACTOR', 'Careers and community rehabilitation companies'),
];
