import type { LegalGateway } from './gateway.ts';
import { CHILDREN_GATEWAYS } from './gateways/children.ts';
import { CRIME_AND_COMMON_LAW_GATEWAYS } from './gateways/crime.ts';
import { HEALTH_GATEWAYS } from './gateways/health.ts';
import { PUBLIC_BODY_GATEWAYS } from './gateways/public-bodies.ts';

/** Every gateway that an agreement cites, by the name a justification cites it under. */
export const LEGAL_GATEWAYS: Readonly<Record<string, LegalGateway>> = {
  ...CHILDREN_GATEWAYS,
  ...PUBLIC_BODY_GATEWAYS,
  ...HEALTH_GATEWAYS,
  ...CRIME_AND_COMMON_LAW_GATEWAYS,
};

/** Citations of the agreements that name no law there is, and what was meant; none may be cited here. */
export const WRONG_CITATIONS: Readonly<Record<string, string>> = {
  'SHR-4.2': 'sensitive data by the 1998 Act’s definition; UK GDPR Art 9(1) has it now',
  'PN-law': 'Art 9(2)(i) for what Art 9(2)(h) says',
  'SOM-6.4–6.11': 'Children and Families Act 2004 s10 for the Children Act 2004 s10',
  'SOM-6.16': 'Schedule 11 condition 13 for research under Art 89 and DPA 2018 s19',
};
