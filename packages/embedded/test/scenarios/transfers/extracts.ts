import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered, Asking } from '../../county-fixture.ts';
import { carriedOut, commands } from '../../machines/commands.ts';
import { dateFromNow } from '../vocabulary/county-words.ts';
import { fires, toldOf } from '../vocabulary/due-work.ts';
import { enumOf } from '../vocabulary/recording.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { gideon, dorothea, halima, desmond, tom } = cast.practitioners;
const CHANGED = '... on ExtractChanged { agreement extract state revision }';
type Given = Readonly<Record<string, unknown>>;

/** On which agreements government is given data, and what is asked of each extract. What is in one is not asked here. */
export function extractScenarios(scene: Scene): void {
  const tries = (who: Asking, command: string, given: Given): Promise<Answered> => {
    const purpose: Purpose = who === halima || who === desmond ? 'MATCH_DATA' : 'ADMINISTRATION';
    return commands(scene.gate(), who, command, given, { shows: CHANGED, purpose });
  };
  const records = (over: Given = {}) =>
    tries(gideon, 'recordExtractAgreement', {
      flow: enumOf('SUPPORTING_FAMILIES'),
      body: enumOf('MHCLG'),
      purpose: 'EVALUATION',
      title: 'Sharing for the national programme',
      startsOn: dateFromNow(-30),
      endsOn: dateFromNow(30),
      fields: ['Need.outcome', 'Episode.levelOfNeed'],
      analysts: [halima.id],
      destroyBy: dateFromNow(20),
      reason: 'Signed by the director.',
      idempotencyKey: crypto.randomUUID(),
      ...over,
    });
  const signed = async (over: Given = {}) => {
    const { agreement } = carriedOut(await records(over));
    const signature = {
      agreement,
      expectedRevision: 1,
      signedOn: dateFromNow(-1),
      reason: 'Both.',
    };
    carriedOut(await tries(dorothea, 'recordExtractSignature', signature));
    return agreement as string;
  };
  const makes = (agreement: string, fields = ['Need.outcome'], who: Asking = halima) =>
    tries(who, 'registerExtract', {
      agreement,
      fields,
      reason: 'Of the quarter.',
      idempotencyKey: crypto.randomUUID(),
    });
  const given = async (over: Given = {}) => {
    const { extract } = carriedOut(await makes(await signed(over)));
    const step = { extract, expectedRevision: 1, reason: 'By the portal.' };
    expect(carriedOut(await tries(halima, 'sendExtract', step)).state).toBe('SENT');
    return extract as string;
  };
  const codes = async (agreement: string, ...rest: [fields?: string[], who?: Asking]) => {
    const answer = await makes(agreement, ...rest);
    expect(answer.code).toBe('EXTRACT_NOT_POSSIBLE');
    return answer.findings.map(({ expected }: { expected: string }) => expected);
  };

  scenario(
    {
      clause: 'SHR-3.3.4a',
      outcome: 'granted',
      that: 'government is given an extract for evaluation, or for research',
    },
    async () => {
      await given();
      await given({ purpose: 'RESEARCH' });
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
        expect(await records({ purpose })).toMatchObject({
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
      for (const flow of ['SUPPORTING_FAMILIES', 'TURNAROUND', 'EARLY_HELP_INSIGHTS'])
        await given({ flow: enumOf(flow) });
      const { body } = await scene
        .reader(dorothea)
        .for('ADMINISTRATION')
        .asks(
          '{ extractAgreements { flow analysts { id } extracts { state fields analyst { id } } } }',
        );
      expect(body.errors).toBeUndefined();
      const flows = body.data.extractAgreements as { flow: string; extracts: unknown[] }[];
      expect(new Set(flows.map(({ flow }) => flow))).toEqual(
        new Set(['SUPPORTING_FAMILIES', 'TURNAROUND', 'EARLY_HELP_INSIGHTS']),
      );
      expect(flows[0]?.extracts).toEqual([
        expect.objectContaining({ state: 'SENT', fields: ['Need.outcome'] }),
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
      expect((await records({ flow: enumOf('BENEFIT_CHECKS') })).turnedAway).toBeDefined();
      const answer = await tries(tom, 'recordExtractSignature', {
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
      const extract = await given();
      const before = (await toldOf(scene, 'EXTRACT_TO_DESTROY')).length;
      await fires(scene, ['EXTRACT_TO_DESTROY'], new Date(`${dateFromNow(22)}T09:00:00Z`));
      expect((await toldOf(scene, 'EXTRACT_TO_DESTROY')).length).toBeGreaterThan(before);
      const certificate = {
        extract,
        expectedRevision: 3,
        destroyedOn: dateFromNow(0),
        certificate: 'Certificate 4/26',
        reason: 'As they write.',
      };
      const destroyed = carriedOut(await tries(dorothea, 'recordExtractDestroyed', certificate));
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
      that: 'not before it is signed, not when it is over, no field beside it, and by no analyst whom it does not name',
    },
    async () => {
      const { agreement: unsigned } = carriedOut(await records());
      expect(await codes(unsigned)).toEqual(['an agreement that both have signed']);
      const over = await signed({
        startsOn: dateFromNow(-60),
        endsOn: dateFromNow(-1),
        destroyBy: dateFromNow(-1),
      });
      expect(await codes(over)).toEqual([expect.stringContaining('a day from')]);
      const agreement = await signed();
      expect(await codes(agreement, ['Need.outcome', 'Person.givenName'])).toEqual([
        'a field that the agreement lists',
      ]);
      expect(await codes(agreement, ['Need.outcome'], desmond)).toEqual([
        'an analyst whom the agreement names',
      ]);
      expect((await records({ fields: ['Need.everything'] })).code).toBe('ARGUMENT_INVALID');
      expect((await records({ analysts: [tom.id] })).code).toBe('ARGUMENT_INVALID');
    },
  );

  scenario(
    {
      clause: 'DEV-A3-nis',
      outcome: 'granted',
      that: 'the statistics office is given data under an agreement of its own that says for which department it acts',
    },
    async () => {
      await given({
        body: enumOf('ONS'),
        actingFor: enumOf('MHCLG'),
        flow: enumOf('NATIONAL_EVALUATION'),
      });
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
      expect((await records(ons)).code).toBe('ARGUMENT_INVALID');
      expect((await records({ ...ons, actingFor: enumOf('ONS') })).code).toBe('ARGUMENT_INVALID');
      const both = { flow, body: enumOf('MHCLG'), actingFor: enumOf('ONS') };
      expect((await records(both)).code).toBe('ARGUMENT_INVALID');
    },
  );
}
