import { NOW } from '../small-county.ts';
import type { Shape } from './shape.ts';
import { OFFICIAL } from './shape.ts';

const CHARITY = { kind: 'VOLUNTARY', publicAuthority: false };

/** A charity acts within its objects and needs no power of the law. */
const NO_POWER = { gateway: null, article8Aim: null };
const CONSENT = { article6: 'A6_1_A_CONSENT' };
const WITHDRAWN = { state: 'WITHDRAWN', withdrawnAt: NOW };

/** What every class needs, tried on an identifier; and a class that nothing unlocks. */
export const everyClass: readonly Shape[] = [
  { class: 'identifier', that: 'is complete', has: {}, complete: true },
  {
    class: 'identifier',
    that: 'needs neither Article 9, Article 10, paragraph nor approval',
    has: { ...OFFICIAL, article10: null, approvedBy: null },
    complete: true,
  },
  { class: 'identifier', that: 'has an empty relevance', has: { relevance: '' }, complete: false },
  {
    class: 'identifier',
    that: 'has a blank relevance',
    has: { relevance: '\t \n' },
    complete: false,
  },
  {
    class: 'identifier',
    that: 'has a relevance of no-break spaces',
    has: { relevance: '\u00a0\u00a0' },
    complete: false,
  },
  {
    class: 'identifier',
    that: 'considered no alternatives',
    has: { alternativesConsidered: '   ' },
    complete: false,
  },
  { class: 'identifier', that: 'cites no Article 6 basis', has: { article6: '' }, complete: false },
  {
    class: 'identifier',
    that: 'cites an unknown Article 6 basis',
    has: { article6: 'A6_1_Z_CURIOSITY' },
    complete: false,
  },
  {
    class: 'identifier',
    that: 'cites Article 6 in small letters',
    has: { article6: 'a6_1_e_public_task' },
    complete: false,
  },
  {
    class: 'identifier',
    that: 'cites consent',
    has: CONSENT,
    complete: true,
  },
  {
    class: 'identifier',
    that: 'cites consent that was withdrawn',
    has: CONSENT,
    agreement: WITHDRAWN,
    complete: false,
  },
  {
    class: 'identifier',
    that: 'cites another basis where consent was withdrawn',
    has: {},
    agreement: WITHDRAWN,
    complete: true,
  },
  {
    class: 'identifier',
    that: 'cites a contract',
    has: { article6: 'A6_1_B_CONTRACT' },
    complete: false,
  },
  {
    class: 'identifier',
    that: 'cites no power for a public authority',
    has: { gateway: null },
    complete: false,
  },
  {
    class: 'identifier',
    that: 'cites no power for a charity',
    has: { ...NO_POWER },
    agency: CHARITY,
    complete: true,
  },
  {
    class: 'identifier',
    that: 'cites a power that is another kind of agency’s',
    has: { gateway: 'CA1989_S17' },
    complete: false,
  },
  {
    class: 'identifier',
    that: 'cites a power that is none any more',
    has: { gateway: 'LGA2000_S2' },
    agency: { kind: 'COUNCIL' },
    complete: false,
  },
  {
    class: 'identifier',
    that: 'cites no aim for a public authority',
    has: { article8Aim: null },
    complete: false,
  },
  {
    class: 'identifier',
    that: 'cites the Digital Economy Act as a listed agency, with two factors',
    has: { gateway: 'DEA2017_S35', deaFactors: ['CARE_LEAVER', 'UNEMPLOYMENT'] },
    standing: 'DEA2017_SPECIFIED_PERSON',
    complete: true,
  },
  {
    class: 'identifier',
    that: 'cites the Digital Economy Act with one factor twice',
    has: { gateway: 'DEA2017_S35', deaFactors: ['CARE_LEAVER', 'CARE_LEAVER'] },
    standing: 'DEA2017_SPECIFIED_PERSON',
    complete: false,
  },
  {
    class: 'identifier',
    that: 'cites the Digital Economy Act as an agency that is not listed',
    has: { gateway: 'DEA2017_S35', deaFactors: ['CARE_LEAVER', 'UNEMPLOYMENT'] },
    complete: false,
  },
  {
    class: 'identifier',
    that: 'cites legitimate interests for a public authority',
    has: { article6: 'A6_1_F_LEGITIMATE_INTERESTS' },
    complete: false,
  },
  {
    class: 'identifier',
    that: 'cites recognised interests for a public authority',
    has: { article6: 'A6_1_EA_RECOGNISED_LEGITIMATE_INTERESTS' },
    complete: false,
  },
  {
    class: 'identifier',
    that: 'cites legitimate interests for a charity',
    has: { ...NO_POWER, article6: 'A6_1_F_LEGITIMATE_INTERESTS' },
    agency: CHARITY,
    complete: true,
  },
  {
    class: 'identifier',
    that: 'cites recognised interests for a charity, before there were any',
    has: {
      ...NO_POWER,
      article6: 'A6_1_EA_RECOGNISED_LEGITIMATE_INTERESTS',
      recognisedInterest: 'SAFEGUARDING_VULNERABLE_INDIVIDUALS',
    },
    agency: CHARITY,
    complete: false,
  },
  {
    class: 'identifier',
    that: 'has no policy document',
    has: {},
    policyDocument: 'NONE',
    complete: true,
  },

  {
    class: 'ordinary',
    that: 'needs what an identifier needs, and no more',
    has: { ...OFFICIAL, article10: null, approvedBy: null, classes: ['PERSONAL'] },
    complete: true,
  },
  {
    class: 'ordinary',
    that: 'has a blank relevance',
    has: { classes: ['PERSONAL'], relevance: ' ' },
    complete: false,
  },
  {
    class: 'ordinary',
    that: 'considered no alternatives',
    has: { classes: ['PERSONAL'], alternativesConsidered: '' },
    complete: false,
  },
  {
    class: 'ordinary',
    that: 'cites legitimate interests for a public authority',
    has: { classes: ['PERSONAL'], article6: 'A6_1_F_LEGITIMATE_INTERESTS' },
    complete: false,
  },
  {
    class: 'operational',
    that: 'cannot be covered, however complete',
    has: { classes: ['OPERATIONAL'] },
    complete: false,
  },
];
