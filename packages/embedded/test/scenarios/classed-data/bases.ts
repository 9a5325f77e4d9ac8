import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { LawTrials } from '../vocabulary/law-trial.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, grace, niamh, rhona, kwame, ines, evander } = cast.practitioners;

const COUNTS =
  '{ episodeCounts: indicator(id: EPISODES, by: [AGENCY_KIND]) { publishedThrough cells { value symbol } } }';

const NO_PARAGRAPH = { schedule_1_paragraph: null, absence_of_consent_reason: null };
const CONSENT = {
  article_6: 'A6_1_A_CONSENT',
  article_9: 'A9_2_A_EXPLICIT_CONSENT',
  ...NO_PARAGRAPH,
};
const VITAL = {
  article_6: 'A6_1_D_VITAL_INTERESTS',
  article_9: 'A9_2_C_VITAL_INTERESTS',
  ...NO_PARAGRAPH,
};
const GOVERNMENT_FUNCTION = { schedule_1_paragraph: '6', absence_of_consent_reason: null };
const UNLAWFUL_ACT = {
  schedule_1_paragraph: '10',
  absence_of_consent_reason: 'WOULD_PREJUDICE_PURPOSE',
};
const RESEARCH = {
  article_9: 'A9_2_J_ARCHIVING_RESEARCH_STATISTICS',
  schedule_1_paragraph: '4',
  absence_of_consent_reason: null,
};

/** The family said no; the work goes on for a reason that is recorded. */
const DECLINED = {
  state: 'DECLINED',
  signed_at: null,
  basis_when_no_agreement: 'Enquiries into significant harm',
};

/** Consent and its alternatives, and what each basis asks for. */
export function basisScenarios(scene: Scene): void {
  const trials = new LawTrials(scene);
  const { reader } = scene;

  scenario(
    {
      clause: 'DEV-A2e',
      outcome: 'granted',
      that: 'each general and each sensitive condition named opens: consent, obligation, vital interests, duty, legitimate purpose',
    },
    async () => {
      await trials.open(
        { who: tom, cites: CONSENT },
        { who: tom, cites: { article_6: 'A6_1_C_LEGAL_OBLIGATION' } },
        { who: tom, cites: VITAL },
        { who: tom, cites: { article_6: 'A6_1_E_PUBLIC_TASK', ...GOVERNMENT_FUNCTION } },
        { who: kwame, cites: { article_6: 'A6_1_F_LEGITIMATE_INTERESTS' } },
        { who: rhona, cites: UNLAWFUL_ACT },
      );
    },
  );

  scenario(
    {
      clause: 'DEV-A2e',
      outcome: 'denied',
      that: 'no other condition does, nor an unlawful act for which asking would prejudice nothing, nor research for support',
    },
    async () => {
      await trials.openNothing(
        { who: tom, cites: { article_6: 'A6_1_B_CONTRACT' } },
        { who: tom, cites: { article_6: 'GOOD_INTENTIONS' } },
        { who: tom, cites: { article_6: 'A6_1_F_LEGITIMATE_INTERESTS' } },
        { who: rhona, cites: { ...UNLAWFUL_ACT, absence_of_consent_reason: null } },
        { who: rhona, cites: { ...UNLAWFUL_ACT, absence_of_consent_reason: 'CANNOT_BE_GIVEN' } },
        { who: tom, cites: RESEARCH },
      );
    },
  );

  scenario(
    {
      clause: 'DEV-A2f',
      outcome: 'granted',
      that: 'an evaluator is served with counts about nobody in particular',
    },
    async () => {
      const { body } = await reader(evander).atReporting().for('EVALUATION').asks(COUNTS);
      expect(body.errors).toBeUndefined();
      expect(body.data.episodeCounts.cells.length).toBeGreaterThan(0);
    },
  );

  scenario(
    {
      clause: 'DEV-A2f',
      outcome: 'denied',
      that: 'as a condition for reading of one person, to decide anything about them, research opens nothing',
    },
    async () => {
      for (const purpose of ['UNDERSTAND_NEEDS', 'CHOOSE_SUPPORT', 'SAFEGUARDING'] as const)
        for (const who of [tom, niamh]) await trials.openNothing({ who, cites: RESEARCH, purpose });
      await trials.openNothing({
        who: tom,
        cites: { ...CONSENT, schedule_1_paragraph: '4' },
      });
    },
  );

  scenario(
    {
      clause: 'SOM-6.16',
      outcome: 'granted',
      that: 'statistics leave as protected counts, small ones not told',
    },
    async () => {
      const { body } = await reader(ines).atReporting().for('PLANNING_AND_REPORTING').asks(COUNTS);
      const { cells } = body.data.episodeCounts;
      expect(cells.some(({ symbol }: { symbol: string | null }) => symbol === 'c')).toBe(true);
    },
  );

  scenario(
    {
      clause: 'SOM-6.16',
      outcome: 'denied',
      that: 'research opens no person’s record, with its own paragraph or with the condition cited by mistake',
    },
    async () => {
      await trials.openNothing(
        { who: tom, cites: RESEARCH },
        { who: tom, cites: { ...RESEARCH, schedule_1_paragraph: '13' } },
        { who: tom, cites: { schedule_1_paragraph: 'Schedule 11 condition 13' } },
      );
      await reader(ines).isRefused('CONTRACT_NOT_PERMITTED');
    },
  );

  scenario(
    {
      clause: 'DEV-A3-con1',
      outcome: 'granted',
      that: 'under explicit consent the team reads once the form is signed by whoever has to, and while it stands',
    },
    async () => {
      for (const who of [tom, grace, niamh])
        await trials.open({ who, cites: CONSENT, agreement: { signed_at: daysFromNow(-1) } });
    },
  );

  scenario(
    {
      clause: 'DEV-A3-con1',
      outcome: 'denied',
      that: 'not before it is signed, nor by some of them, nor once withdrawn, though the work goes on for another reason',
    },
    async () => {
      const otherwise = { basis_when_no_agreement: 'Enquiries into significant harm' };
      for (const agreement of [
        DECLINED,
        { ...otherwise, state: 'PARTIAL' },
        { ...otherwise, signed_at: daysFromNow(1) },
        { ...otherwise, state: 'WITHDRAWN', withdrawn_at: daysFromNow(0) },
      ])
        for (const cites of [CONSENT, { article_6: 'A6_1_A_CONSENT' }])
          await trials.openNothing({ who: tom, cites, agreement });
    },
  );

  scenario(
    {
      clause: 'DEV-A3-con2',
      outcome: 'granted',
      that: 'without consent five alternatives open: obligation, vital interests, public interest, official duty, unlawful act',
    },
    async () => {
      const agreement = DECLINED;
      await trials.open(
        { who: tom, cites: { article_6: 'A6_1_C_LEGAL_OBLIGATION' }, agreement },
        { who: niamh, cites: VITAL, agreement },
        { who: grace, cites: GOVERNMENT_FUNCTION, agreement },
        { who: tom, cites: { article_6: 'A6_1_E_PUBLIC_TASK' }, agreement },
        { who: rhona, cites: UNLAWFUL_ACT, agreement },
      );
    },
  );

  scenario(
    {
      clause: 'DEV-A3-con2',
      outcome: 'denied',
      that: 'consent is none of them, in either key or as what lets confidence go, and neither is having no reason at all',
    },
    async () => {
      const agreement = DECLINED;
      await trials.openNothing(
        { who: tom, cites: CONSENT, agreement },
        { who: tom, cites: { article_9: 'A9_2_A_EXPLICIT_CONSENT', ...NO_PARAGRAPH }, agreement },
        { who: tom, cites: { confidence_route: 'CONSENT_EXPRESS' }, agreement },
        { who: tom, cites: { gateway: 'COMMON_LAW_CONSENT' }, agreement },
        { who: tom, cites: { absence_of_consent_reason: null }, agreement },
      );
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.7c',
      outcome: 'granted',
      that: 'for each purpose for which the law was considered, the child’s health is read',
    },
    async () => {
      for (const purpose of ['UNDERSTAND_NEEDS', 'CHOOSE_SUPPORT', 'SAFEGUARDING'] as const)
        await trials.open({ who: grace, cites: {}, purpose });
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.7c',
      outcome: 'denied',
      that: 'what was considered once does not serve another time: another purpose, another class, or after it expired',
    },
    async () => {
      await trials.openNothing(
        { who: grace, cites: { purpose: 'CHOOSE_SUPPORT' } },
        { who: grace, cites: { classes: ['SPECIAL_CATEGORY:DISABILITY'] } },
        { who: grace, cites: { expires_at: daysFromNow(0) } },
      );
    },
  );
}
