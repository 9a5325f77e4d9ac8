import { BEGINNING, sinceTheBeginning } from '../dated.ts';
import { gateway } from '../gateway.ts';
import { PURPOSE_LOCKS } from '../purpose-locks.ts';

const COUNCIL = { kinds: ['COUNCIL'] };

/** Powers of councils, government and whoever they share with. */
export const PUBLIC_BODY_GATEWAYS = {
  DEA2017_S35: gateway(
    { from: BEGINNING, until: null, source: 'DEA 2017 s35; SI 2018/912' },
    'Digital Economy Act 2017, public service delivery: multiple disadvantages',
    {
      kinds: [],
      standings: ['DEA2017_SPECIFIED_PERSON'],
      purposes: PURPOSE_LOCKS.DEA2017_S35.purposes,
      asks: 'DISADVANTAGE_FACTORS',
    },
  ),
  LGA1972_S111: gateway(
    sinceTheBeginning('LGA 1972 s111'),
    'Local Government Act 1972, what helps a council in its functions',
    COUNCIL,
  ),
  LGA2000_S2: gateway(sinceTheBeginning('LGA 2000 s2'), 'Local Government Act 2000, well-being', {
    ...COUNCIL,
    citedAs: 'no power in England since 2012; Localism Act 2011 s1 took its place',
  }),
  LOCALISM2011_S1: gateway(
    sinceTheBeginning('Localism Act 2011 s1'),
    'Localism Act 2011, general power of competence',
    COUNCIL,
  ),
  IAA1999: gateway(sinceTheBeginning('IAA 1999'), 'Immigration and Asylum Act 1999', {
    kinds: ['COUNCIL', 'GOVERNMENT'],
  }),
  WRA2012_S131: gateway(
    sinceTheBeginning('WRA 2012 s131'),
    'Welfare Reform Act 2012, social security information',
    { ...COUNCIL, purposes: PURPOSE_LOCKS.WRA2012_S131.purposes },
  ),
  SSI_REGS_2012_R5: gateway(
    sinceTheBeginning('SI 2012/1483 reg 5'),
    'Social Security (Information-sharing in relation to Welfare Services etc.) Regulations 2012',
    { ...COUNCIL, purposes: PURPOSE_LOCKS.WRA2012_S131.purposes },
  ),
  NAA1983_S8: gateway(
    sinceTheBeginning('NAA 1983 s8'),
    'National Audit Act 1983, the auditor’s right to information',
    { kinds: ['GOVERNMENT'], purposes: ['AUDIT', 'EVALUATION', 'ASSURANCE'] },
  ),
} as const;
