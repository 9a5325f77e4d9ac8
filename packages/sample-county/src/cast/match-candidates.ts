import type { CastMatchCandidate } from './model/match-candidate.ts';

const [CENSUS, BENEFITS] = ['School census', 'Benefit notifications'];

/** The pool below the threshold of any help: within 12 months and beyond, free and locked to a purpose. */
export const matchCandidates = {
  recent: {
    givenName: 'Aubrey',
    familyName: 'Stokeley',
    age: 34,
    criteria: ['GOOD_EDUCATION', 'FINANCIAL_STABILITY'],
    source: CENSUS,
    received: -20,
  },
  almostAYear: {
    givenName: 'Blythe',
    familyName: 'Carrow',
    age: 29,
    criteria: ['GOOD_EDUCATION'],
    source: CENSUS,
    received: -360,
  },
  beyondAYear: {
    givenName: 'Corin',
    familyName: 'Maddock',
    age: 41,
    criteria: ['GOOD_EDUCATION'],
    source: CENSUS,
    received: -370,
  },
  notYet: {
    givenName: 'Delphi',
    familyName: 'Arkle',
    age: 26,
    criteria: ['SECURE_HOUSING'],
    source: CENSUS,
    received: 5,
  },
  underTheDigitalEconomyAct: {
    givenName: 'Emlyn',
    familyName: 'Fosse',
    age: 33,
    criteria: ['FINANCIAL_STABILITY'],
    source: 'Council tax',
    received: -40,
    purposeLock: 'DEA2017_S35',
  },
  underTheWelfareReformAct: {
    givenName: 'Fleur',
    familyName: 'Ganton',
    age: 38,
    criteria: ['FINANCIAL_STABILITY'],
    source: BENEFITS,
    received: -40,
    purposeLock: 'WRA2012_S131',
  },
} as const satisfies Record<string, CastMatchCandidate>;
