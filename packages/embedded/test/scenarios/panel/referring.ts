import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { dateFromNow } from '../vocabulary/county-words.ts';
import { AGREED, ON_BASIS, Panel } from '../vocabulary/panel.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { hester, paloma, tom, niamh, rhona } = cast.practitioners;
const { okafor } = cast.families;
const episode = okafor.episodes.current;

/** How a family’s case comes to the panel: with its agreement, or on a basis that is on record. */
export function referringScenarios(scene: Scene): void {
  const panel = new Panel(scene);
  const { given, reader } = scene;
  const member = () => reader(paloma).for('CHOOSE_SUPPORT');
  const notSigned = (): Promise<void> =>
    given.changed(
      'families.family_agreement',
      { episode_id: episode.id },
      { state: 'DECLINED', basis_when_no_agreement: null, signed_at: null },
    );

  scenario(
    {
      clause: 'SHR-3.7.2a',
      outcome: 'granted',
      that: 'a case that was talked over, with a written and informed yes, is referred, and the panel reads it once it is listed',
    },
    async () => {
      await panel.clear();
      const meeting = await panel.plans();
      const panelCase = await panel.refers();
      expect(await panel.caseNow(panelCase, tom)).toMatchObject({
        state: 'REFERRED',
        reference: episode.reference,
        agreedOn: dateFromNow(-2),
        basis: null,
      });
      await member().findsNothingOf(episode);
      await panel.does(hester, 'listPanelCase', await panel.listing(panelCase, meeting));
      await member().reads(episode);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.2a',
      outcome: 'denied',
      that: 'a yes that is not in writing, not informed, not signed, or dated before it was talked over takes no case to the panel, nor does one who does not know the family',
    },
    async () => {
      await panel.clear();
      const { agreement } = AGREED;
      for (const over of [
        { agreement: { ...agreement, inWriting: false } },
        { agreement: { ...agreement, informed: false } },
        { agreement: { ...agreement, agreedOn: dateFromNow(-9) } },
        { agreement: { ...agreement, agreedOn: dateFromNow(2) } },
        { ...AGREED, ...ON_BASIS },
        {},
      ])
        await panel.isRefused('ARGUMENT_INVALID', tom, 'referToPanel', panel.referring(over));
      await panel.isRefused('RECORD_UNKNOWN', rhona, 'referToPanel', panel.referring());
      await notSigned();
      await panel.isRefused('PANEL_AGREEMENT_MISSING', tom, 'referToPanel', panel.referring());
      expect(await panel.cases(hester)).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.2a',
      outcome: 'denied',
      that: 'the moment the family withdraws its agreement no member of the panel reads its case',
    },
    async () => {
      await panel.clear();
      await panel.listed();
      await member().reads(episode);
      await notSigned();
      await member().findsNothingOf(episode);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.2a',
      outcome: 'denied',
      that: 'a law that was recorded in place of the agreement takes no case to the panel that was referred on the family’s yes',
    },
    async () => {
      await panel.clear();
      const meeting = await panel.plans();
      const panelCase = await panel.refers();
      await given.changed(
        'families.family_agreement',
        { episode_id: episode.id },
        { state: 'DECLINED', signed_at: null, basis_when_no_agreement: 'Children Act 2004 s11.' },
      );
      const listing = await panel.listing(panelCase, meeting);
      await panel.isRefused('PANEL_AGREEMENT_MISSING', hester, 'listPanelCase', listing);
      expect((await panel.caseNow(panelCase)).state).toBe('REFERRED');
      await member().findsNothingOf(episode);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.2b',
      outcome: 'granted',
      that: 'without agreement a case goes to the panel on the law that is named, with what the family was told of it, and the panel reads it and them',
    },
    async () => {
      await panel.clear();
      await notSigned();
      const { panelCase } = await panel.listed(ON_BASIS);
      await member().reads(episode);
      for (const who of [tom, paloma])
        expect(await panel.caseNow(panelCase, who)).toMatchObject({
          basis: 'PUBLIC_TASK',
          because: ON_BASIS.noAgreement.because,
          explainedOn: dateFromNow(-2),
          notExplainedBecause: null,
          agreedOn: null,
        });
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.2b',
      outcome: 'granted',
      that: 'where it is dangerous to explain it, the referral says why it was not; somebody who did not agree is read of by the panel on that basis, and by nobody who works by the agreement',
    },
    async () => {
      await panel.clear();
      const { basis, because } = ON_BASIS.noAgreement;
      const notExplainedBecause = 'He may hurt them if he hears of it.';
      const { panelCase } = await panel.listed({
        noAgreement: { basis, because, notExplainedBecause },
      });
      expect(await panel.caseNow(panelCase, paloma)).toMatchObject({ notExplainedBecause });
      await given.added('access.withheld_person', {
        id: crypto.randomUUID(),
        episode_id: episode.id,
        person_id: okafor.persons.emeka.id,
        starts_at: '2026-01-01T00:00:00Z',
      });
      const seen = async (who: typeof niamh): Promise<readonly string[]> => {
        const read = await reader(who)
          .for('CHOOSE_SUPPORT')
          .asksOf(episode, 'family { members { id } }');
        return read.family.members.map(({ id }: { id: string }) => id);
      };
      expect(await seen(paloma)).toContain(okafor.persons.emeka.id);
      expect(await seen(niamh)).not.toContain(okafor.persons.emeka.id);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.2b',
      outcome: 'denied',
      that: 'without a law, its reason, and either a day on which the family was told or why it was not, nothing goes to the panel; and that basis opens the case to nobody but the panel',
    },
    async () => {
      await panel.clear();
      await notSigned();
      const { basis, because, explainedOn } = ON_BASIS.noAgreement;
      for (const noAgreement of [
        { basis, because },
        { basis, because: ' . ', explainedOn },
        { basis, because, notExplainedBecause: ' ' },
        { basis, because, explainedOn, notExplainedBecause: 'Both.' },
        { basis, because, explainedOn: dateFromNow(1) },
      ])
        await panel.isRefused(
          'ARGUMENT_INVALID',
          tom,
          'referToPanel',
          panel.referring({ noAgreement }),
        );
      const { panelCase } = await panel.listed(ON_BASIS);
      await reader(niamh).for('COORDINATE_SUPPORT').findsNothingOf(episode);
      // To the hub, which does not read the record, it is a reference.
      expect(await panel.caseNow(panelCase)).toMatchObject({ because: null });
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.2b',
      outcome: 'denied',
      that: 'an agency that somebody of the family keeps out does not read of them on that basis, either',
    },
    async () => {
      await panel.clear();
      await given.added('access.withheld_person', {
        id: crypto.randomUUID(),
        episode_id: episode.id,
        person_id: okafor.persons.emeka.id,
        agency_id: paloma.agency.id,
        starts_at: '2026-01-01T00:00:00Z',
      });
      await panel.listed(ON_BASIS);
      const read = await member().asksOf(episode, 'family { members { id } }');
      expect(JSON.stringify(read)).not.toContain(okafor.persons.emeka.id);
    },
  );
}
