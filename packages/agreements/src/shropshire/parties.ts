import type { Party } from '../terms/agreement.ts';

function invited(kind: Party['kind'], ...names: readonly string[]): readonly Party[] {
  return names.map((name) => ({ name, kind, clause: 'SHR-2.3c' }));
}

/** Who was invited to sign. Who did is in the register of signatures (SHR-2.3d). */
export const SHROPSHIRE_PARTIES: readonly Party[] = [
  ...invited(
    'COUNCIL',
    'Shropshire Council',
    'Council departments',
    'Shropshire Fire and Rescue Service',
  ),
  ...invited('SCHOOL', 'Schools and colleges'),
  ...invited('EARLY_YEARS', 'Early years settings'),
  ...invited(
    'HEALTH',
    'Shropshire Community Health NHS Trust',
    'Shrewsbury and Telford Hospital NHS Trust',
    'Midlands Partnership NHS Foundation Trust',
  ),
  ...invited('POLICE', 'West Mercia Police'),
  ...invited('CONTRACTOR', 'Commissioned providers'),
  ...invited('HOUSING', 'Housing providers'),
  ...invited('VOLUNTARY', 'Voluntary sector', 'Youth activity providers', 'Specialist services'),
];
