import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { LawTrials } from '../vocabulary/law-trial.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, grace, niamh, rhona, kwame } = cast.practitioners;

const cites = (gateway: string) => ({ gateway });
const COMMISSIONER = 'NHS_COMMISSIONER';

/** The gateways that the Devon agreement lists: each serves whom its law speaks of, and nobody else. */
export function powersOfDevonScenarios(scene: Scene): void {
  const trials = new LawTrials(scene);
  const commissioner = (gateway_head: string | null, more: object = {}) => ({
    who: niamh,
    standing: COMMISSIONER,
    cites: { gateway: 'NHSA2006_14Z23', gateway_head, ...more },
  });

  scenario(
    {
      clause: 'DEV-3.1',
      outcome: 'granted',
      that: 'under each Act listed an agency of which it speaks reads: council, school, police, NHS body and commissioner',
    },
    async () => {
      await trials.open(
        { who: tom, cites: cites('CA1989_S17') },
        { who: tom, cites: cites('CA2004_S10') },
        { who: rhona, cites: cites('CDA1998_S115') },
        { who: grace, cites: cites('EDA2002_S175') },
        { who: tom, cites: cites('LGA1972_S111') },
        { who: tom, cites: cites('LOCALISM2011_S1') },
        { who: niamh, cites: cites('NHSA2006_S82') },
        commissioner('d'),
        { who: tom, cites: cites('WRA2012_S131') },
      );
    },
  );

  scenario(
    {
      clause: 'DEV-3.1',
      outcome: 'denied',
      that: 'under the same Acts an agency of which they do not speak reads nothing, nor under well-being, a power no more',
    },
    async () => {
      await trials.openNothing(
        { who: grace, cites: cites('CA1989_S17') },
        { who: kwame, cites: cites('CA2004_S10') },
        { who: grace, cites: cites('CDA1998_S115') },
        { who: rhona, cites: cites('EDA2002_S175') },
        { who: grace, cites: cites('LGA1972_S111') },
        { who: niamh, cites: cites('LOCALISM2011_S1') },
        { who: rhona, cites: cites('NHSA2006_S82') },
        { who: niamh, cites: { gateway: 'NHSA2006_14Z23', gateway_head: 'd' } },
        { who: rhona, cites: cites('WRA2012_S131') },
        { who: tom, cites: cites('LGA2000_S2') },
      );
    },
  );

  scenario(
    {
      clause: 'DEV-A1-CA89',
      outcome: 'granted',
      that: 'the council reads for a child in need, and for enquiries into significant harm when it safeguards',
    },
    async () => {
      await trials.open(
        { who: tom, cites: cites('CA1989_S17') },
        { who: tom, cites: cites('CA1989_S47'), purpose: 'SAFEGUARDING' },
      );
    },
  );

  scenario(
    {
      clause: 'DEV-A1-CA89',
      outcome: 'denied',
      that: 'neither section is anybody’s but the council’s, and enquiries into harm serve no other purpose',
    },
    async () => {
      for (const who of [grace, niamh, rhona, kwame])
        await trials.openNothing(
          { who, cites: cites('CA1989_S17') },
          { who, cites: cites('CA1989_S47'), purpose: 'SAFEGUARDING' },
        );
      await trials.openNothing({ who: tom, cites: cites('CA1989_S47') });
    },
  );

  scenario(
    {
      clause: 'DEV-A1-CA04',
      outcome: 'granted',
      that: 'council, police and school read to co-operate; council, police and an NHS trust to safeguard',
    },
    async () => {
      for (const who of [tom, rhona, grace]) await trials.open({ who, cites: cites('CA2004_S10') });
      for (const who of [tom, rhona, niamh]) await trials.open({ who, cites: cites('CA2004_S11') });
    },
  );

  scenario(
    {
      clause: 'DEV-A1-CA04',
      outcome: 'denied',
      that: 'a housing association is a body of neither section, a school of the one only and an NHS trust of the other',
    },
    async () => {
      await trials.openNothing(
        { who: kwame, cites: cites('CA2004_S10') },
        { who: kwame, cites: cites('CA2004_S11') },
        { who: grace, cites: cites('CA2004_S11') },
        { who: niamh, cites: cites('CA2004_S10') },
      );
    },
  );

  scenario(
    {
      clause: 'DEV-A1-CDA',
      outcome: 'granted',
      that: 'council and police read with regard to crime, and a relevant authority what it was necessary to disclose to it',
    },
    async () => {
      for (const who of [tom, rhona]) await trials.open({ who, cites: cites('CDA1998_S17') });
      for (const who of [tom, rhona, niamh])
        await trials.open({ who, cites: cites('CDA1998_S115') });
    },
  );

  scenario(
    {
      clause: 'DEV-A1-CDA',
      outcome: 'denied',
      that: 'who is no relevant authority reads nothing, nor does one that says no reason or tried nothing else',
    },
    async () => {
      await trials.openNothing(
        { who: grace, cites: cites('CDA1998_S115') },
        { who: kwame, cites: cites('CDA1998_S17') },
        { who: rhona, cites: { gateway: 'CDA1998_S115', relevance: ' ' } },
        { who: rhona, cites: { gateway: 'CDA1998_S115', alternatives_considered: '' } },
      );
    },
  );

  scenario(
    {
      clause: 'DEV-A1-DPA',
      outcome: 'granted',
      that: 'under today’s exemptions the police read where crime is concerned, and anybody what law or court asks for',
    },
    async () => {
      await trials.open({ who: rhona, cites: cites('DPA2018_SCH2_P2_CRIME') });
      for (const who of [tom, grace, niamh, kwame])
        await trials.open({ who, cites: cites('DPA2018_SCH2_P5_LEGAL') });
    },
  );

  scenario(
    {
      clause: 'DEV-A1-DPA',
      outcome: 'denied',
      that: 'the exemption for crime is the police’s, and the 1998 Act’s sections are no law any more',
    },
    async () => {
      for (const who of [tom, grace, niamh])
        await trials.openNothing({ who, cites: cites('DPA2018_SCH2_P2_CRIME') });
      for (const gateway of ['DPA1998_S29', 'DPA1998_S35', 's29', 's35'])
        await trials.openNothing({ who: rhona, cites: { gateway } });
    },
  );
}
