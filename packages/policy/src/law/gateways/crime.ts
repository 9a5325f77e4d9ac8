import { sinceTheBeginning } from '../dated.ts';
import { gateway } from '../gateway.ts';

const RESPONSIBLE = {
  kinds: ['COUNCIL', 'POLICE'],
  standings: ['NHS_COMMISSIONER', 'CA2004_S10_PARTNER'],
} as const;

/** Powers and duties about crime, disorder and harm, and the common law. */
export const CRIME_AND_COMMON_LAW_GATEWAYS = {
  CDA1998_S17: gateway(
    sinceTheBeginning('CDA 1998 s17'),
    'Crime and Disorder Act 1998, regard to crime and disorder',
    { kinds: ['COUNCIL', 'POLICE'] },
  ),
  CDA1998_S37: gateway(
    sinceTheBeginning('CDA 1998 s37'),
    'Crime and Disorder Act 1998, aim of youth justice',
    { kinds: ['COUNCIL', 'POLICE'], standings: ['CA2004_S10_PARTNER'] },
  ),
  CDA1998_S115: gateway(
    sinceTheBeginning('CDA 1998 s115'),
    'Crime and Disorder Act 1998, disclosure to relevant authorities',
    { ...RESPONSIBLE, kinds: ['COUNCIL', 'POLICE', 'HEALTH'] },
  ),
  ASBCPA2014: gateway(
    sinceTheBeginning('ASBCPA 2014'),
    'Anti-social Behaviour, Crime and Policing Act 2014',
    { kinds: ['COUNCIL', 'POLICE', 'HOUSING'] },
  ),
  DVCVA2004: gateway(
    sinceTheBeginning('DVCVA 2004'),
    'Domestic Violence, Crime and Victims Act 2004',
    RESPONSIBLE,
  ),
  DPA2018_SCH2_P2_CRIME: gateway(
    sinceTheBeginning('DPA 2018 Sch 2 para 2'),
    'Data Protection Act 2018, crime and taxation',
    { kinds: ['POLICE'] },
  ),
  DPA2018_SCH2_P5_LEGAL: gateway(
    sinceTheBeginning('DPA 2018 Sch 2 para 5'),
    'Data Protection Act 2018, disclosure required by law or for legal proceedings',
    {},
  ),
  COMMON_LAW_CONSENT: gateway(sinceTheBeginning('common law'), 'Common law, with consent', {
    asks: 'CONSENT',
  }),
  COMMON_LAW_PUBLIC_INTEREST: gateway(
    sinceTheBeginning('common law'),
    'Common law, overriding public interest',
    { asks: 'PUBLIC_INTEREST' },
  ),
} as const;
