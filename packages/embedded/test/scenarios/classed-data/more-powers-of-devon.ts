import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { LawTrials } from '../vocabulary/law-trial.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, grace, niamh, rhona, kwame } = cast.practitioners;

const cites = (gateway: string) => ({ gateway });

/** The gateways of education, councils and health in the Devon agreement. */
export function morePowersOfDevonScenarios(scene: Scene): void {
  const trials = new LawTrials(scene);
  const commissioner = (gateway_head: string | null, more: object = {}) => ({
    who: niamh,
    standing: 'NHS_COMMISSIONER',
    cites: { gateway: 'NHSA2006_14Z23', gateway_head, ...more },
  });
  const inConfidence = { confidence_route: 'STATUTE_OR_COURT_ORDER' };

  scenario(
    {
      clause: 'DEV-A1-EDU',
      outcome: 'granted',
      that: 'a school, and the council as education authority, read for the welfare of pupils',
    },
    async () => {
      for (const who of [grace, tom]) await trials.open({ who, cites: cites('EDA2002_S175') });
    },
  );

  scenario(
    {
      clause: 'DEV-A1-EDU',
      outcome: 'denied',
      that: 'health, police and housing do not read as if they kept a school',
    },
    async () => {
      for (const who of [niamh, rhona, kwame])
        await trials.openNothing({ who, cites: cites('EDA2002_S175') });
    },
  );

  scenario(
    {
      clause: 'DEV-A1-LG',
      outcome: 'granted',
      that: 'the council reads under what helps its functions and under its general power of competence',
    },
    async () => {
      for (const gateway of ['LGA1972_S111', 'LOCALISM2011_S1'])
        await trials.open({ who: tom, cites: { gateway } });
    },
  );

  scenario(
    {
      clause: 'DEV-A1-LG',
      outcome: 'denied',
      that: 'the well-being power, which England no longer has, opens nothing; nor do the council’s powers to others',
    },
    async () => {
      await trials.openNothing({ who: tom, cites: cites('LGA2000_S2') });
      for (const who of [grace, niamh, rhona])
        for (const gateway of ['LGA1972_S111', 'LOCALISM2011_S1'])
          await trials.openNothing({ who, cites: { gateway } });
    },
  );

  scenario(
    {
      clause: 'DEV-A1-NHS',
      outcome: 'granted',
      that: 'an NHS trust and the council, which have to co-operate, read',
    },
    async () => {
      for (const who of [niamh, tom]) await trials.open({ who, cites: cites('NHSA2006_S82') });
    },
  );

  scenario(
    {
      clause: 'DEV-A1-NHS',
      outcome: 'denied',
      that: 'the section on what NHS fraud powers brought in opens nothing of a family’s record, in confidence or not',
    },
    async () => {
      await trials.openNothing(
        { who: niamh, cites: cites('NHSA2006_S201') },
        { who: niamh, cites: { gateway: 'NHSA2006_S201', ...inConfidence } },
        { who: niamh, cites: cites('NHSA2006_S201'), purpose: 'SAFEGUARDING' },
        { who: rhona, cites: cites('NHSA2006_S82') },
      );
    },
  );

  scenario(
    {
      clause: 'DEV-A1-14Z',
      outcome: 'granted',
      that: 'an NHS commissioner reads in each of the eight cases, and in four of them what was told in confidence',
    },
    async () => {
      for (const head of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
        await trials.open(commissioner(head));
      for (const head of ['a', 'b', 'c', 'h']) await trials.open(commissioner(head, inConfidence));
    },
  );

  scenario(
    {
      clause: 'DEV-A1-14Z',
      outcome: 'denied',
      that: 'no other case does, four do not override confidence, and who is no commissioner has none',
    },
    async () => {
      for (const head of [null, '', 'i', 'A']) await trials.openNothing(commissioner(head));
      for (const head of ['d', 'e', 'f', 'g'])
        await trials.openNothing(commissioner(head, inConfidence));
      for (const who of [niamh, tom])
        await trials.openNothing({ who, cites: { gateway: 'NHSA2006_14Z23', gateway_head: 'c' } });
    },
  );

  scenario(
    {
      clause: 'DEV-A2a',
      outcome: 'granted',
      that: 'a public body that named a power of its own reads, express or implied; a housing association needs none',
    },
    async () => {
      await trials.open(
        { who: tom, cites: cites('CA1989_S17') },
        { who: tom, cites: cites('LGA1972_S111') },
        { who: niamh, cites: cites('CA2004_S11') },
        { who: kwame, cites: { gateway: null } },
      );
    },
  );

  scenario(
    {
      clause: 'DEV-A2a',
      outcome: 'denied',
      that: 'a public body that named none reads nothing, nor does anybody who names what is no power, or not theirs',
    },
    async () => {
      for (const who of [tom, grace, niamh, rhona])
        await trials.openNothing({ who, cites: { gateway: null } });
      for (const who of [tom, kwame])
        await trials.openNothing(
          { who, cites: cites('WE_ALWAYS_DO') },
          { who, cites: cites('EDA2002_S157') },
        );
    },
  );
}
