import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { dateFromNow } from '../vocabulary/county-words.ts';
import type { Columns } from '../vocabulary/facts.ts';
import { healthJustification, restrictedJustification } from '../vocabulary/justification.ts';
import { LawTrials } from '../vocabulary/law-trial.ts';
import type { PersonRead } from '../vocabulary/person-read.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { grace, rhona, sian } = cast.practitioners;
const { families } = cast;
const yarrow = families.yarrow.episodes.current;
const { jack } = families.yarrow.persons;
const hollis = families.hollis.episodes.current;
const { ruby } = families.hollis.persons;

const HEALTH = ['Asthma', 'Tics'];

const PARAGRAPH_6 = { schedule_1_paragraph: '6', absence_of_consent_reason: null };
const SOCIAL_PROTECTION = { article_9: 'A9_2_B_EMPLOYMENT_SOCIAL_SECURITY_SOCIAL_PROTECTION' };
const CARE = { article_9: 'A9_2_H_HEALTH_OR_SOCIAL_CARE' };

/** The legal shape of a justification: Article 6, Article 9 and Schedule 1 together. */
export function lawScenarios(scene: Scene): void {
  const { given, reader } = scene;

  /** The child's record as a school reads it under a health justification that differs so from a complete one. */
  async function underHealthBasis(differs: Columns): Promise<PersonRead> {
    const justified = { holder: grace, person: jack, episode: yarrow };
    await given.restore();
    // What health or social care asks of others than professionals of either.
    await given.added('access.agency_standing', {
      id: '00000000-0000-4000-8000-000000000212',
      agency_id: grace.agency.id,
      standing: 'DUTY_OF_SECRECY',
      starts_on: dateFromNow(0),
    });
    await given.added('access.justification', healthJustification(justified, differs));
    return await reader(grace).readsOf(jack, yarrow);
  }

  /** The same for an adopted child's social-care history. */
  async function underSocialCareBasis(differs: Columns): Promise<PersonRead> {
    const classes = ['RESTRICTED:SOCIAL_CARE'];
    const justified = { holder: grace, person: ruby, episode: hollis, classes };
    await given.restore();
    await given.added('access.justification', restrictedJustification(justified, differs));
    return await reader(grace).readsOf(ruby, hollis);
  }

  scenario(
    {
      clause: 'SHR-3.5L-p',
      outcome: 'granted',
      that: 'public task, substantial public interest and Schedule 1 paragraph 6 together open a child’s health conditions',
    },
    async () => {
      (await underHealthBasis(PARAGRAPH_6)).gives('healthConditions', HEALTH);
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-p',
      outcome: 'denied',
      that: 'with any one of the three missing they are withheld',
    },
    async () => {
      for (const missing of [
        { ...PARAGRAPH_6, article_6: '' },
        { ...PARAGRAPH_6, article_9: null },
        { ...PARAGRAPH_6, schedule_1_paragraph: null },
      ])
        (await underHealthBasis(missing)).withholds('healthConditions');
    },
  );

  scenario(
    {
      clause: 'STA-3.1a',
      outcome: 'granted',
      that: 'safeguarding (paragraph 18) completes substantial public interest, under legal obligation and under public task',
    },
    async () => {
      for (const article_6 of ['A6_1_C_LEGAL_OBLIGATION', 'A6_1_E_PUBLIC_TASK'])
        (await underHealthBasis({ article_6 })).gives('healthConditions', HEALTH);
    },
  );

  scenario(
    {
      clause: 'STA-3.1a',
      outcome: 'denied',
      that: 'paragraph 18 without the reason why there was no consent, or with one that the law does not know, opens nothing',
    },
    async () => {
      for (const absence_of_consent_reason of [null, 'IT_WAS_QUICKER'])
        (await underHealthBasis({ absence_of_consent_reason })).withholds('healthConditions');
    },
  );

  scenario(
    {
      clause: 'SOM-6.12/13',
      outcome: 'granted',
      that: 'a public body relies on legal obligation, or else on public task',
    },
    async () => {
      for (const article_6 of ['A6_1_C_LEGAL_OBLIGATION', 'A6_1_E_PUBLIC_TASK'])
        (await underSocialCareBasis({ article_6 })).gives('socialCare', ['Adoption order made']);
    },
  );

  scenario(
    {
      clause: 'SOM-6.12/13',
      outcome: 'denied',
      that: 'a public body may not rely on legitimate interests, recognised or not',
    },
    async () => {
      for (const article_6 of [
        'A6_1_F_LEGITIMATE_INTERESTS',
        'A6_1_EA_RECOGNISED_LEGITIMATE_INTERESTS',
      ])
        (await underSocialCareBasis({ article_6 })).withholds('socialCare');
    },
  );

  scenario(
    {
      clause: 'SOM-6.14',
      outcome: 'granted',
      that: 'social protection, and health or social care, are conditions under which health conditions are read',
    },
    async () => {
      const social = await underHealthBasis({ ...SOCIAL_PROTECTION, schedule_1_paragraph: '1' });
      social.gives('healthConditions', HEALTH);
      const care = await underHealthBasis({ ...CARE, schedule_1_paragraph: '2' });
      care.gives('healthConditions', HEALTH);
    },
  );

  scenario(
    {
      clause: 'SOM-6.14',
      outcome: 'denied',
      that: 'a paragraph without an Article 9 condition, or with one that the article does not have, opens nothing; nor care, without secrecy owed',
    },
    async () => {
      const care = { ...CARE, schedule_1_paragraph: '2' };
      await new LawTrials(scene).openNothing(
        { who: rhona, cites: care },
        { who: sian, cites: care },
      );
      for (const article_9 of [null, 'A9_2_Z_CONVENIENCE'])
        for (const schedule_1_paragraph of ['1', '2'])
          (await underHealthBasis({ article_9, schedule_1_paragraph })).withholds(
            'healthConditions',
          );
    },
  );

  scenario(
    {
      clause: 'SOM-6.15',
      outcome: 'granted',
      that: 'paragraph 1 completes social protection and paragraph 2 completes health or social care',
    },
    async () => {
      const social = await underHealthBasis({ ...SOCIAL_PROTECTION, schedule_1_paragraph: '1' });
      social.gives('healthConditions', HEALTH);
      const care = await underHealthBasis({ ...CARE, schedule_1_paragraph: '2' });
      care.gives('healthConditions', HEALTH);
    },
  );

  scenario(
    {
      clause: 'SOM-6.15',
      outcome: 'denied',
      that: 'neither paragraph completes the other’s condition, and neither condition stands without its paragraph',
    },
    async () => {
      for (const crossed of [
        { ...SOCIAL_PROTECTION, schedule_1_paragraph: '2' },
        { ...CARE, schedule_1_paragraph: '1' },
        { ...SOCIAL_PROTECTION, schedule_1_paragraph: null },
        { ...CARE, schedule_1_paragraph: null },
      ])
        (await underHealthBasis(crossed)).withholds('healthConditions');
    },
  );

  scenario(
    {
      clause: 'DEV-A2d',
      outcome: 'granted',
      that: 'one key opens restricted data, two keys open sensitive data',
    },
    async () => {
      const socialCare = await underSocialCareBasis({
        article_9: null,
        schedule_1_paragraph: null,
      });
      socialCare.gives('socialCare', ['Adoption order made']);
      (await underHealthBasis({})).gives('healthConditions', HEALTH);
    },
  );

  scenario(
    {
      clause: 'DEV-A2d',
      outcome: 'denied',
      that: 'no key opens no restricted data, and either key alone opens no sensitive data',
    },
    async () => {
      (await underSocialCareBasis({ article_6: '' })).withholds('socialCare');
      (await underHealthBasis({ article_6: '' })).withholds('healthConditions');
      (await underHealthBasis({ article_9: null })).withholds('healthConditions');
    },
  );

  scenario(
    {
      clause: 'PN-law',
      outcome: 'granted',
      that: 'social-care history is read as a legal obligation, health as a public task with substantial public interest or care',
    },
    async () => {
      const history = await underSocialCareBasis({ article_6: 'A6_1_C_LEGAL_OBLIGATION' });
      history.gives('socialCare', ['Adoption order made']);
      (await underHealthBasis(PARAGRAPH_6)).gives('healthConditions', HEALTH);
      const care = await underHealthBasis({ ...CARE, schedule_1_paragraph: '2' });
      care.gives('healthConditions', HEALTH);
    },
  );

  scenario(
    {
      clause: 'PN-law',
      outcome: 'denied',
      that: 'without a basis of the law neither social-care history nor health is read',
    },
    async () => {
      (await underSocialCareBasis({ article_6: 'BECAUSE_WE_ASKED' })).withholds('socialCare');
      (await underHealthBasis({ ...PARAGRAPH_6, article_6: 'BECAUSE_WE_ASKED' })).withholds(
        'healthConditions',
      );
      (await underHealthBasis({ ...CARE, schedule_1_paragraph: '6' })).withholds(
        'healthConditions',
      );
    },
  );
}
