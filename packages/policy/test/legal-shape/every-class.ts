import type { Shape } from './shape.ts';
import { OFFICIAL } from './shape.ts';

const CHARITY = { kind: 'VOLUNTARY', publicAuthority: false };

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
    has: { article6: 'A6_1_A_CONSENT' },
    complete: true,
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
    has: { article6: 'A6_1_F_LEGITIMATE_INTERESTS' },
    agency: CHARITY,
    complete: true,
  },
  {
    class: 'identifier',
    that: 'cites recognised interests for a charity',
    has: { article6: 'A6_1_EA_RECOGNISED_LEGITIMATE_INTERESTS' },
    agency: CHARITY,
    complete: true,
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
