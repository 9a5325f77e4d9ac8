import { describe, expect, test } from 'vitest';
import type { JustificationInLaw, Relying } from '../../src/index.ts';
import { findingsOfJustification, JUSTIFICATION_FINDINGS, mayRely } from '../../src/index.ts';
import { justificationOnA } from '../small-county.ts';

const DAY = '2026-06-17';
const SCHOOL = { kind: 'SCHOOL', standings: ['PUBLIC_AUTHORITY'] };
const CHARITY = { kind: 'VOLUNTARY', standings: [] };
const relying: Relying = {
  account: { id: 'teacher' },
  agency: SCHOOL,
  policyDocument: true,
  agreed: true,
  day: DAY,
};
const FOR_CHARITY = { gateway: null, article8Aim: null };
const EA = 'A6_1_EA_RECOGNISED_LEGITIMATE_INTERESTS';

function found(changes: Partial<JustificationInLaw>, by: Partial<Relying> = {}): readonly string[] {
  const said = { ...justificationOnA, ...changes };
  return findingsOfJustification(said, { ...relying, ...by }).map(
    ({ code, part }) => `${code} ${part}`,
  );
}

describe('what a justification lacks in law', () => {
  test('nothing, where it is complete for each of its classes', () => {
    expect(found({})).toEqual([]);
  });

  const cases: readonly (readonly [string, Partial<JustificationInLaw>, Partial<Relying>])[] = [
    ['RELEVANCE_MISSING relevance', { relevance: ' ' }, {}],
    ['ALTERNATIVES_MISSING alternativesConsidered', { alternativesConsidered: '' }, {}],
    ['BASIS_NOT_IN_FORCE article6', { article6: 'A6_1_B_CONTRACT' }, {}],
    ['BASIS_BARRED_TO_PUBLIC_AUTHORITY article6', { article6: 'A6_1_F_LEGITIMATE_INTERESTS' }, {}],
    ['BASIS_IS_ANOTHERS_TASK article6', FOR_CHARITY, { agency: CHARITY }],
    [
      'RECOGNISED_INTEREST_MISSING recognisedInterest',
      { ...FOR_CHARITY, article6: EA },
      { agency: CHARITY },
    ],
    ['CONSENT_NOT_IN_FORCE article6', { article6: 'A6_1_A_CONSENT' }, { agreed: false }],
    ['GATEWAY_MISSING gateway', { gateway: null }, {}],
    ['GATEWAY_NOT_OPEN gateway', { gateway: 'LGA2000_S2' }, {}],
    [
      'GATEWAY_OF_ANOTHER_PURPOSE gateway',
      {
        gateway: 'DEA2017_S35',
        purpose: 'SAFEGUARDING',
        deaFactors: ['CARE_LEAVER', 'DISABILITY'],
      },
      { agency: { ...SCHOOL, standings: ['PUBLIC_AUTHORITY', 'DEA2017_SPECIFIED_PERSON'] } },
    ],
    [
      'DISADVANTAGE_FACTORS_MISSING deaFactors',
      { gateway: 'DEA2017_S35', deaFactors: ['CARE_LEAVER'] },
      { agency: { ...SCHOOL, standings: ['PUBLIC_AUTHORITY', 'DEA2017_SPECIFIED_PERSON'] } },
    ],
    [
      'GATEWAY_HEAD_MISSING gatewayHead',
      { gateway: 'NHSA2006_14Z23', gatewayHead: 'z' },
      { agency: { ...SCHOOL, standings: ['PUBLIC_AUTHORITY', 'NHS_COMMISSIONER'] } },
    ],
    ['ARTICLE_8_AIM_MISSING article8Aim', { article8Aim: null }, {}],
    ['CONFIDENCE_ROUTE_NOT_OPEN confidenceRoute', { confidenceRoute: 'BECAUSE' }, {}],
    ['CONFIDENCE_NOT_OVERRIDDEN gateway', { confidenceRoute: 'STATUTE_OR_COURT_ORDER' }, {}],
    ['ARTICLE_9_NOT_IN_FORCE article9', { article9: null }, {}],
    ['POLICY_DOCUMENT_MISSING schedule1Paragraph', {}, { policyDocument: false }],
    ['ABSENCE_OF_CONSENT_UNEXPLAINED absenceOfConsentReason', { absenceOfConsentReason: null }, {}],
    [
      'PARAGRAPH_DOES_NOT_FIT schedule1Paragraph',
      { classes: ['CRIMINAL_OFFENCE'], schedule1Paragraph: '8', absenceOfConsentReason: null },
      {},
    ],
    ['APPROVAL_MISSING approvedBy', { approvedBy: 'teacher' }, {}],
    ['OFFENCE_AUTHORITY_NOT_OPEN article10', { article10: 'OFFICIAL_AUTHORITY' }, {}],
    ['CLASS_NOT_JUSTIFIABLE classes', { classes: ['OPERATIONAL'] }, {}],
    ['CLASS_NOT_JUSTIFIABLE classes', { classes: [] }, {}],
  ];
  test.each(cases)('%s', (expected, changes, by) => {
    expect(found(changes, by)).toEqual([expected]);
  });

  test('an override asks for seven answers and both views', () => {
    expect(found({ confidenceRoute: 'OVERRIDING_PUBLIC_INTEREST' })).toEqual([
      'PUBLIC_INTEREST_UNANSWERED publicInterest',
      'VIEWS_MISSING ownView',
      'VIEWS_MISSING sourceView',
    ]);
    const answered = {
      confidenceRoute: 'OVERRIDING_PUBLIC_INTEREST',
      publicInterest: Array.from({ length: 7 }, () => 'Weighed.'),
      ownView: 'It is needed.',
      sourceView: 'Agreed.',
    };
    expect(found(answered)).toEqual([]);
    const blank = [...answered.publicInterest.slice(1), ' '];
    expect(found({ ...answered, publicInterest: blank })).toEqual([
      'PUBLIC_INTEREST_UNANSWERED publicInterest',
    ]);
    expect(found({ ...answered, sourceView: ' ' })).toEqual(['VIEWS_MISSING sourceView']);
  });

  test('the second key is asked for sensitive classes alone', () => {
    const restricted = { classes: ['RESTRICTED:HOUSING'], article9: null, article10: null };
    expect(found({ ...restricted, schedule1Paragraph: null, approvedBy: null })).toEqual([]);
    const health = { classes: ['SPECIAL_CATEGORY:HEALTH'] };
    const care = { article9: 'A9_2_H_HEALTH_OR_SOCIAL_CARE', schedule1Paragraph: '2' };
    expect(found({ ...health, ...care })).toEqual(['SECRECY_NOT_OWED article9']);
    const research = { article9: 'A9_2_J_ARCHIVING_RESEARCH_STATISTICS', schedule1Paragraph: '4' };
    expect(found({ ...health, ...research })).toEqual([
      'ARTICLE_9_OF_ANOTHER_PURPOSE article9',
      'ARTICLE_9_OF_ANOTHER_PURPOSE schedule1Paragraph',
    ]);
    expect(found({ ...health, schedule1Paragraph: '2', absenceOfConsentReason: null })).toEqual([
      'PARAGRAPH_DOES_NOT_FIT schedule1Paragraph',
    ]);
  });

  test('the law changed on 5 February 2026', () => {
    const [before, since] = ['2026-02-04', '2026-02-05'];
    const interest = { article6: EA, recognisedInterest: 'SAFEGUARDING_VULNERABLE_INDIVIDUALS' };
    const by = (day: string) => ({ agency: CHARITY, day });
    expect(found({ ...FOR_CHARITY, ...interest }, by(before))).toEqual([
      'BASIS_NOT_IN_FORCE article6',
    ]);
    expect(found({ ...FOR_CHARITY, ...interest }, by(since))).toEqual([]);
    expect(found(FOR_CHARITY, by(before))).toEqual([]);
    expect(found(FOR_CHARITY, by(since))).toEqual(['BASIS_IS_ANOTHERS_TASK article6']);
    const ownTask = { ...CHARITY, standings: ['PUBLIC_TASK_OF_ITS_OWN'] };
    expect(found(FOR_CHARITY, { agency: ownTask, day: since })).toEqual([]);
  });

  test('says what to do', () => {
    const [finding] = findingsOfJustification({ ...justificationOnA, relevance: '' }, relying);
    expect(finding?.remedy).toBe(JUSTIFICATION_FINDINGS.RELEVANCE_MISSING);
  });
});

describe('whether an agency may rely on a gateway', () => {
  test.each([
    ['CA2004_S10', SCHOOL, null],
    ['CA2004_S10', CHARITY, 'NOT_OPEN_TO_AGENCY'],
    ['CA2004_S11', SCHOOL, 'NOT_OPEN_TO_AGENCY'],
    ['CA2004_S11', { ...CHARITY, standings: ['CA2004_S11_BODY'] }, null],
    ['DEA2017_S35', { ...SCHOOL, kind: 'COUNCIL' }, 'NOT_OPEN_TO_AGENCY'],
    ['DPA2018_SCH2_P5_LEGAL', CHARITY, null],
    ['LGA2000_S2', { ...SCHOOL, kind: 'COUNCIL' }, 'NOT_OFFERED'],
    ['CA2004_S16LA', { ...SCHOOL, kind: 'COUNCIL' }, 'NOT_IN_FORCE'],
    ['toString', SCHOOL, 'UNKNOWN'],
  ])('%s, %j: %s', (gateway, agency, because) => {
    const reliance = mayRely(agency, gateway, DAY);
    expect(reliance.may ? null : reliance.because).toBe(because);
    if (!reliance.may) expect(reliance.reason).toMatch(/\.$/);
  });

  test('only from the day it began', () => {
    const agency = { ...SCHOOL, standings: ['PUBLIC_AUTHORITY', 'NHS_COMMISSIONER'] };
    expect(mayRely(agency, 'HCA2022_S25', '2022-06-30').may).toBe(false);
    expect(mayRely(agency, 'HCA2022_S25', '2022-07-01').may).toBe(true);
  });
});
