import { BEGINNING, sinceTheBeginning } from '../dated.ts';
import { gateway } from '../gateway.ts';

const COUNCIL = { kinds: ['COUNCIL'] };
const PARTNERS = {
  kinds: ['COUNCIL', 'POLICE', 'SCHOOL'],
  standings: ['CA2004_S10_PARTNER', 'NHS_COMMISSIONER'],
} as const;
const SECTION_11 = { kinds: ['COUNCIL', 'POLICE'], standings: ['CA2004_S11_BODY'] } as const;

/** Powers and duties towards children and families. */
export const CHILDREN_GATEWAYS = {
  CA1989_S17: gateway(
    sinceTheBeginning('CA 1989 s17'),
    'Children Act 1989, children in need',
    COUNCIL,
  ),
  CA1989_S47: gateway(
    sinceTheBeginning('CA 1989 s47'),
    'Children Act 1989, enquiries into significant harm',
    { ...COUNCIL, purposes: ['SAFEGUARDING'] },
  ),
  CA2004_S10: gateway(
    sinceTheBeginning('CA 2004 s10'),
    'Children Act 2004, co-operation to improve well-being',
    PARTNERS,
  ),
  CA2004_S11: gateway(
    sinceTheBeginning('CA 2004 s11'),
    'Children Act 2004, arrangements to safeguard and promote welfare',
    SECTION_11,
  ),
  CA2004_S16E: gateway(
    { from: '2018-06-29', until: null, source: 'CA 2004 s16E; CSWA 2017 s16' },
    'Children Act 2004, local arrangements of safeguarding partners',
    { kinds: [], standings: ['CA2004_S16E_AGENCY'] },
  ),
  // Begins by regulations that are not made: in force nowhere until its day is set here.
  CA2004_S16LA: gateway(
    { from: null, until: null, source: 'CA 2004 s16LA; CWSA 2026 s4, s78(5)' },
    'Children Act 2004, duty to share for safeguarding and welfare',
    { ...SECTION_11, kinds: ['COUNCIL', 'POLICE', 'SCHOOL', 'EARLY_YEARS'] },
  ),
  CHILDCARE2006_S1: gateway(
    sinceTheBeginning('Childcare Act 2006 s1'),
    'Childcare Act 2006, well-being of young children',
    COUNCIL,
  ),
  CHILDCARE2006_PART1: gateway(
    sinceTheBeginning('Childcare Act 2006 Part 1'),
    'Childcare Act 2006, functions of councils',
    COUNCIL,
  ),
  CHILDCARE2006_PART3: gateway(
    sinceTheBeginning('Childcare Act 2006 Part 3'),
    'Childcare Act 2006, registered provision',
    { kinds: ['EARLY_YEARS', 'SCHOOL', 'GOVERNMENT'] },
  ),
  CFA2014_S23: gateway(
    sinceTheBeginning('CFA 2014 s23'),
    'Children and Families Act 2014, health bodies tell the council of young children with needs',
    { kinds: ['HEALTH', 'COUNCIL'] },
  ),
  CFA2014_S25: gateway(
    sinceTheBeginning('CFA 2014 s25'),
    'Children and Families Act 2014, integration of provision',
    COUNCIL,
  ),
  SEND_REGS_2014: gateway(
    sinceTheBeginning('SI 2014/1530'),
    'Special Educational Needs and Disability Regulations 2014',
    { kinds: ['COUNCIL', 'SCHOOL', 'EARLY_YEARS', 'HEALTH'] },
  ),
  CLCA2000_S1: gateway(
    sinceTheBeginning('CLCA 2000 s1'),
    'Children (Leaving Care) Act 2000, care leavers',
    COUNCIL,
  ),
  CSWA2017: gateway(
    { from: '2018-06-29', until: null, source: 'CSWA 2017 Part 1' },
    'Children and Social Work Act 2017',
    { ...COUNCIL, standings: ['CA2004_S16E_AGENCY'] },
  ),
  CSPR_REGS_2018_PART3: gateway(
    { from: '2018-06-29', until: null, source: 'SI 2018/789 Part 3' },
    'Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018',
    { kinds: [], standings: ['CA2004_S16E_AGENCY'], purposes: ['REVIEW', 'SAFEGUARDING'] },
  ),
  EDA2002_S11: gateway(
    { from: BEGINNING, until: null, source: 'EdA 2002 s11' },
    'Education Act 2002, governing bodies’ companies',
    { kinds: ['SCHOOL'] },
  ),
  EDA2002_S21: gateway(
    sinceTheBeginning('EdA 2002 s21'),
    'Education Act 2002, conduct of schools',
    {
      kinds: ['SCHOOL'],
    },
  ),
  EDA2002_S157: gateway(
    sinceTheBeginning('EdA 2002 s157'),
    'Education Act 2002, welfare of pupils of independent schools',
    { kinds: ['SCHOOL'] },
  ),
  EDA2002_S175: gateway(
    sinceTheBeginning('EdA 2002 s175'),
    'Education Act 2002, welfare of pupils',
    { kinds: ['SCHOOL', 'COUNCIL'] },
  ),
  ESA2008_S68: gateway(
    sinceTheBeginning('ESA 2008 s68'),
    'Education and Skills Act 2008, support for young people',
    { ...COUNCIL, standings: ['CA2004_S10_PARTNER'] },
  ),
} as const;
