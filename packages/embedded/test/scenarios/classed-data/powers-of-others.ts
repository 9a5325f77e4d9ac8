import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { LawTrials } from '../vocabulary/law-trial.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, grace, niamh, rhona, kwame, quincy } = cast.practitioners;
const { hallam } = cast.families;

const cites = (gateway: string) => ({ gateway });
const FACTORS = { dea_factors: ['IRREGULAR_SCHOOL_ATTENDANCE', 'ILL_HEALTH'] };
const DEA = { gateway: 'DEA2017_S35', ...FACTORS };

/** The gateways that the other agreements list. */
export function powersOfOthersScenarios(scene: Scene): void {
  const trials = new LawTrials(scene);
  const { given, reader } = scene;

  /** The audit of a case, justified as the auditor's right to information, by an agency of a kind. */
  async function auditedBy(kind: string): Promise<boolean> {
    await given.restore();
    await given.changed('access.agency', { id: quincy.agency.id }, { kind });
    await given.changed(
      'access.justification',
      { account_id: quincy.id, person_id: hallam.persons.child.id },
      { gateway: 'NAA1983_S8' },
    );
    const audit = reader(quincy).for('AUDIT');
    const child = await audit.readsOf(hallam.persons.child, hallam.episodes.current);
    return child.items('healthConditions').length > 0;
  }

  scenario(
    {
      clause: 'SHR-3.3.4b',
      outcome: 'granted',
      that: 'a listed partner reads under the Digital Economy Act for a family with two of its disadvantages',
    },
    async () => {
      for (const who of [tom, rhona])
        for (const purpose of ['UNDERSTAND_NEEDS', 'CHOOSE_SUPPORT', 'COORDINATE_SUPPORT'] as const)
          await trials.open({ who, cites: DEA, purpose });
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.4b',
      outcome: 'denied',
      that: 'not for one disadvantage, or one said twice, not outside the objective, and not a partner that is not listed',
    },
    async () => {
      for (const dea_factors of [
        null,
        ['ILL_HEALTH'],
        ['ILL_HEALTH', 'ILL_HEALTH'],
        ['ILL_HEALTH', 'BAD_LUCK'],
      ])
        await trials.openNothing({ who: rhona, cites: { ...DEA, dea_factors } });
      await trials.openNothing(
        { who: rhona, cites: DEA, purpose: 'SAFEGUARDING' },
        { who: grace, cites: DEA },
        { who: kwame, cites: DEA },
      );
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-j',
      outcome: 'granted',
      that: 'each other power serves whom it is for: crime and disorder, co-operation, competence, and audit by government',
    },
    async () => {
      await trials.open(
        { who: rhona, cites: cites('CDA1998_S115') },
        { who: grace, cites: cites('CA2004_S10') },
        { who: tom, cites: cites('LOCALISM2011_S1') },
      );
      expect(await auditedBy('GOVERNMENT')).toBe(true);
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-j',
      outcome: 'denied',
      that: 'and nobody else: not a school for crime, housing for co-operation, police for competence or a council for audit',
    },
    async () => {
      await trials.openNothing(
        { who: grace, cites: cites('CDA1998_S115') },
        { who: kwame, cites: cites('CA2004_S10') },
        { who: rhona, cites: cites('LOCALISM2011_S1') },
        { who: tom, cites: cites('NAA1983_S8') },
      );
      expect(await auditedBy('COUNCIL')).toBe(false);
    },
  );

  scenario(
    {
      clause: 'STA-3.1b',
      outcome: 'granted',
      that: 'under a legal obligation, whom each of the listed Acts binds reads',
    },
    async () => {
      for (const [who, gateway] of [
        [rhona, 'CDA1998_S17'],
        [rhona, 'ASBCPA2014'],
        [rhona, 'DVCVA2004'],
        [tom, 'CA1989_S17'],
        [niamh, 'CA2004_S11'],
        [niamh, 'NHSA2006_S82'],
        [tom, 'CSWA2017'],
      ] as const)
        await trials.open({ who, cites: { article_6: 'A6_1_C_LEGAL_OBLIGATION', gateway } });
    },
  );

  scenario(
    {
      clause: 'STA-3.1b',
      outcome: 'denied',
      that: 'whom an Act does not bind reads nothing under it, and statutory guidance is no obligation to cite',
    },
    async () => {
      for (const [who, gateway] of [
        [grace, 'CDA1998_S17'],
        [niamh, 'ASBCPA2014'],
        [grace, 'DVCVA2004'],
        [niamh, 'CA1989_S17'],
        [grace, 'CA2004_S11'],
        [rhona, 'NHSA2006_S82'],
        [grace, 'CSWA2017'],
        [tom, 'WORKING_TOGETHER_2023'],
      ] as const)
        await trials.openNothing({ who, cites: { article_6: 'A6_1_C_LEGAL_OBLIGATION', gateway } });
    },
  );

  scenario(
    {
      clause: 'SOM-6.1',
      outcome: 'granted',
      that: 'each party reads under the gateway that is its own',
    },
    async () => {
      await trials.open(
        { who: tom, cites: cites('CHILDCARE2006_PART1') },
        { who: grace, cites: cites('EDA2002_S21') },
        { who: niamh, cites: cites('CFA2014_S23') },
        { who: rhona, cites: cites('CDA1998_S37') },
      );
    },
  );

  scenario(
    {
      clause: 'SOM-6.1',
      outcome: 'denied',
      that: 'no party reads under another’s, though that party is in the same team and could',
    },
    async () => {
      await trials.openNothing(
        { who: grace, cites: cites('CHILDCARE2006_PART1') },
        { who: tom, cites: cites('EDA2002_S21') },
        { who: rhona, cites: cites('CFA2014_S23') },
        { who: niamh, cites: cites('CDA1998_S37') },
      );
    },
  );

  scenario(
    {
      clause: 'SOM-6.4–6.11',
      outcome: 'granted',
      that: 'safeguarding partners, co-operating and safeguarding bodies, council, school and care board read, each under its Act',
    },
    async () => {
      await trials.open(
        { who: rhona, cites: cites('CA2004_S16E') },
        { who: tom, cites: cites('CA2004_S10') },
        { who: niamh, cites: cites('CA2004_S11') },
        { who: tom, cites: cites('CHILDCARE2006_PART1') },
        { who: grace, cites: cites('CHILDCARE2006_PART3') },
        { who: niamh, cites: cites('HCA2022_S25'), standing: 'NHS_COMMISSIONER' },
      );
    },
  );

  scenario(
    {
      clause: 'SOM-6.4–6.11',
      outcome: 'denied',
      that: 'who was not designated has no part in the arrangements, a trust is no board, and two citations are no law',
    },
    async () => {
      await trials.openNothing(
        { who: grace, cites: cites('CA2004_S16E') },
        { who: niamh, cites: cites('HCA2022_S25') },
        { who: niamh, cites: cites('CHILDCARE2006_PART3') },
        { who: tom, cites: cites('LGA2000_S2') },
        { who: tom, cites: cites('CFA2004_S10') },
      );
    },
  );
}
