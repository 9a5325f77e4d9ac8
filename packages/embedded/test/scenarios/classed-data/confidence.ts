import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { LawTrials, OVERRIDE } from '../vocabulary/law-trial.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, grace, niamh, rhona, kwame } = cast.practitioners;
const yarrow = cast.families.yarrow.episodes.current;

const LAW_ENFORCEMENT = [
  'LAW_ENFORCEMENT',
  'CRIME_INVESTIGATION',
  'PROSECUTION',
] as readonly string[] as readonly Purpose[];

/** The answers to the seven questions with one of them changed. */
const answers = (index: number, answer: string) => ({
  public_interest: OVERRIDE.public_interest.map((each, at) => (at === index ? answer : each)),
});

/** Human rights, confidence, and where another regime takes over. */
export function confidenceScenarios(scene: Scene): void {
  const trials = new LawTrials(scene);
  const { reader } = scene;
  const everything = {
    gateway: 'DEA2017_S35',
    dea_factors: ['CHILD_IN_NEED', 'ILL_HEALTH'],
    article_8_aim: 'HEALTH_OR_MORALS',
    ...OVERRIDE,
  };

  scenario(
    {
      clause: 'DEV-A2g',
      outcome: 'granted',
      that: 'a public body reads for each legitimate aim, where it says why it is necessary and what less would not do',
    },
    async () => {
      for (const article_8_aim of [
        'NATIONAL_SECURITY',
        'PUBLIC_SAFETY',
        'ECONOMIC_WELL_BEING',
        'DISORDER_OR_CRIME',
        'HEALTH_OR_MORALS',
        'RIGHTS_AND_FREEDOMS_OF_OTHERS',
      ])
        await trials.open({ who: rhona, cites: { article_8_aim } });
    },
  );

  scenario(
    {
      clause: 'DEV-A2g',
      outcome: 'denied',
      that: 'not without an aim, for one that is none, without lawful power, necessity or proportion',
    },
    async () => {
      for (const cites of [
        { article_8_aim: null },
        { article_8_aim: 'CONVENIENCE' },
        { gateway: null },
        { relevance: '' },
        { alternatives_considered: ' ' },
      ])
        for (const who of [tom, grace, niamh, rhona]) await trials.openNothing({ who, cites });
    },
  );

  scenario(
    {
      clause: 'DEV-A2i',
      outcome: 'granted',
      that: 'confidence is overridden where all seven questions about the public interest are answered',
    },
    async () => {
      await trials.open({ who: tom, cites: OVERRIDE }, { who: kwame, cites: OVERRIDE });
    },
  );

  scenario(
    {
      clause: 'DEV-A2i',
      outcome: 'denied',
      that: 'not where any of the seven is left blank, one is left out, or none was asked',
    },
    async () => {
      for (const index of OVERRIDE.public_interest.keys())
        await trials.openNothing({ who: tom, cites: { ...OVERRIDE, ...answers(index, ' ') } });
      for (const public_interest of [null, [], OVERRIDE.public_interest.slice(1)])
        await trials.openNothing({ who: tom, cites: { ...OVERRIDE, public_interest } });
    },
  );

  scenario(
    {
      clause: 'DEV-A2j',
      outcome: 'granted',
      that: 'confidence is overridden where the own view and that of the organisation that owes the duty are recorded',
    },
    async () => {
      await trials.open({ who: grace, cites: OVERRIDE });
    },
  );

  scenario(
    {
      clause: 'DEV-A2j',
      outcome: 'denied',
      that: 'not on one’s own view alone, nor on the other’s alone, nor on a blank',
    },
    async () => {
      for (const cites of [
        { ...OVERRIDE, source_view: null },
        { ...OVERRIDE, own_view: null },
        { ...OVERRIDE, source_view: ' ' },
      ])
        await trials.openNothing({ who: grace, cites });
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-k',
      outcome: 'granted',
      that: 'what satisfies data protection, human rights, confidence and the Digital Economy Act together is read',
    },
    async () => {
      await trials.open({ who: rhona, cites: everything });
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-k',
      outcome: 'denied',
      that: 'failing any one of them closes it: either key, the aim, the route of confidence, or the Act that is used',
    },
    async () => {
      for (const lacking of [
        { article_6: '' },
        { article_9: null },
        { schedule_1_paragraph: null },
        { article_8_aim: null },
        { own_view: '' },
        { confidence_route: 'NOBODY_WILL_KNOW' },
        { dea_factors: ['ILL_HEALTH'] },
      ])
        await trials.openNothing({ who: rhona, cites: { ...everything, ...lacking } });
      await trials.openNothing({ who: grace, cites: everything });
    },
  );

  scenario(
    {
      clause: 'STA-3.1e',
      outcome: 'granted',
      that: 'the police read to support and to safeguard, under the regime of this partnership',
    },
    async () => {
      for (const purpose of ['UNDERSTAND_NEEDS', 'SAFEGUARDING'] as const)
        await trials.open({ who: rhona, cites: {}, purpose });
    },
  );

  scenario(
    {
      clause: 'STA-3.1e',
      outcome: 'denied',
      that: 'once the purpose is law enforcement nothing is given here, to the police or anybody, and the answer names the regime',
    },
    async () => {
      for (const who of [rhona, tom])
        for (const purpose of LAW_ENFORCEMENT)
          await reader(who).for(purpose).isRefused('PURPOSE_OF_LAW_ENFORCEMENT');
      await reader(rhona).for('SAFEGUARDING').reads(yarrow);
    },
  );
}
