import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { carriedOut } from '../../machines/commands.ts';
import { dateFromNow } from '../vocabulary/county-words.ts';
import { fires, toldOf } from '../vocabulary/due-work.ts';
import { Extracting } from '../vocabulary/extracting.ts';
import { enumOf } from '../vocabulary/recording.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { dorothea, desmond, gideon, ines, tom } = cast.practitioners;

/** On which agreements government is given data, and what is asked of each extract. */
export function extractScenarios(scene: Scene): void {
  const ways = new Extracting(scene);
  const codes = ways.against.bind(ways);

  scenario(
    {
      clause: 'SHR-3.3.4a',
      outcome: 'granted',
      that: 'government is given an extract for evaluation, or for research',
    },
    async () => {
      await ways.destroyed(await ways.sent(await ways.signed()));
      await ways.sent(await ways.signed({ purpose: 'RESEARCH' }));
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.4a',
      outcome: 'denied',
      that: 'no agreement for any other purpose is put on the register, so nothing is given out by one',
    },
    async () => {
      for (const purpose of ['SERVICE_DELIVERY', 'SANCTION', 'evaluation', 'PAYMENT'])
        expect(await ways.records({ purpose })).toMatchObject({
          code: 'EXTRACT_PURPOSE_NOT_PERMITTED',
          about: ['RESEARCH', 'EVALUATION'],
        });
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.4d',
      outcome: 'granted',
      that: 'the flows that the agreement names are on the register, each with what went by it and where that stands',
    },
    async () => {
      const given = new Map<string, string>();
      for (const flow of ['SUPPORTING_FAMILIES', 'TURNAROUND', 'EARLY_HELP_INSIGHTS']) {
        for (const extract of given.values()) await ways.destroyed(extract);
        given.clear();
        const agreed = await ways.signed({ flow: enumOf(flow) });
        given.set(agreed.agreement, await ways.sent(agreed));
      }
      const { body } = await scene
        .reader(dorothea)
        .for('ADMINISTRATION')
        .asks(
          '{ extractAgreements { agreement flow analysts { id } extracts { state fields analyst { id } } } }',
        );
      expect(body.errors).toBeUndefined();
      const flows = body.data.extractAgreements as {
        readonly agreement: string;
        readonly flow: string;
        readonly extracts: readonly unknown[];
      }[];
      expect(new Set(flows.map(({ flow }) => flow))).toEqual(
        new Set(['SUPPORTING_FAMILIES', 'TURNAROUND', 'EARLY_HELP_INSIGHTS']),
      );
      for (const { agreement, extracts } of flows)
        expect(extracts).toEqual([
          expect.objectContaining({
            state: given.has(agreement) ? 'SENT' : 'DESTROYED',
            fields: ['LEVEL_OF_NEED', 'NEEDS_MET'],
          }),
        ]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.4d',
      outcome: 'denied',
      that: 'there is no flow but those, and nobody puts one on the register, or reads it, who does not keep it',
    },
    async () => {
      expect((await ways.records({ flow: enumOf('BENEFIT_CHECKS') })).turnedAway).toBeDefined();
      const answer = await ways.tries(tom, 'recordExtractSignature', {
        agreement: crypto.randomUUID(),
        expectedRevision: 1,
        signedOn: dateFromNow(-1),
        reason: 'r',
      });
      expect(answer.code ?? answer.turnedAway.code).toMatch(/ROLE_NOT_PERMITTED|PURPOSE/);
      const { body } = await scene
        .reader(tom)
        .for('ENGAGE_FAMILY')
        .asks('{ extractAgreements { agreement } }');
      expect(body.errors?.[0]?.extensions['code']).toBe('ROLE_NOT_PERMITTED');
    },
  );

  scenario(
    {
      clause: 'DEV-A4-6',
      outcome: 'granted',
      that: 'under a signed agreement in force a named analyst gives out the fields that it lists; when its day has come the officers are told, until there is a certificate that it was destroyed',
    },
    async () => {
      const extract = await ways.sent(await ways.signed());
      const before = (await toldOf(scene, 'EXTRACT_TO_DESTROY')).length;
      await fires(scene, ['EXTRACT_TO_DESTROY'], new Date(`${dateFromNow(22)}T09:00:00Z`));
      expect((await toldOf(scene, 'EXTRACT_TO_DESTROY')).length).toBeGreaterThan(before);
      const destroyed = carriedOut(await ways.destroys(extract, 3));
      expect(destroyed.state).toBe('DESTROYED');
      const told = (await toldOf(scene, 'EXTRACT_TO_DESTROY')).length;
      await fires(scene, ['EXTRACT_TO_DESTROY'], new Date(`${dateFromNow(40)}T09:00:00Z`));
      expect(await toldOf(scene, 'EXTRACT_TO_DESTROY')).toHaveLength(told);
    },
  );

  scenario(
    {
      clause: 'DEV-A4-6',
      outcome: 'denied',
      that: 'not before it is signed, by whom neither recorded it nor is named in it; not when it is over, no field beside it, and by no analyst whom it does not name',
    },
    async () => {
      const { agreement: unsigned } = carriedOut(await ways.records());
      expect(await codes({ agreement: unsigned })).toEqual(['an agreement that both have signed']);
      expect((await ways.signs(unsigned, gideon)).code).toBe('SECOND_PERSON');
      const over = await ways.signed({
        startsOn: dateFromNow(-60),
        endsOn: dateFromNow(-1),
        destroyBy: dateFromNow(-1),
      });
      expect(await codes(over)).toEqual([expect.stringContaining('a day from')]);
      const on = await ways.signed();
      const fields = [enumOf('NEEDS_MET'), enumOf('LOCALITY')];
      expect(await codes(on, { fields })).toEqual(['a field that the agreement lists']);
      expect(await codes(on, {}, desmond)).toEqual(['an analyst whom the agreement names']);
      expect((await ways.records({ fields: [enumOf('NHS_NUMBER')] })).turnedAway).toBeDefined();
      for (const who of [tom, ines])
        expect((await ways.records({ analysts: [who.id] })).code).toBe('ARGUMENT_INVALID');
    },
  );

  scenario(
    {
      clause: 'DEV-A3-nis',
      outcome: 'granted',
      that: 'the statistics office is given data under an agreement of its own that says for which department it acts',
    },
    async () => {
      const ons = { body: enumOf('ONS'), actingFor: enumOf('MHCLG') };
      await ways.sent(await ways.signed({ ...ons, flow: enumOf('NATIONAL_EVALUATION') }));
    },
  );

  scenario(
    {
      clause: 'DEV-A3-nis',
      outcome: 'denied',
      that: 'for itself it is given none, and neither by the agreement with the department',
    },
    async () => {
      const flow = enumOf('NATIONAL_EVALUATION');
      const ons = { body: enumOf('ONS'), flow };
      expect((await ways.records(ons)).code).toBe('ARGUMENT_INVALID');
      expect((await ways.records({ ...ons, actingFor: enumOf('ONS') })).code).toBe(
        'ARGUMENT_INVALID',
      );
      const both = { flow, body: enumOf('MHCLG'), actingFor: enumOf('ONS') };
      expect((await ways.records(both)).code).toBe('ARGUMENT_INVALID');
    },
  );
}
