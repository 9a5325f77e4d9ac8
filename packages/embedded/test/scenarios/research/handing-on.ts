import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { carriedOut } from '../../machines/commands.ts';
import { Extracting } from '../vocabulary/extracting.ts';
import { enumOf } from '../vocabulary/recording.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { halima, dorothea } = cast.practitioners;

/** By which way what was made is handed on. */
export function handingOnScenarios(scene: Scene): void {
  const ways = new Extracting(scene);
  const WAYS = ['KEPT_HERE', 'SECURE_EMAIL', 'ENCRYPTED_DOCUMENT', 'NOMINATED_TRANSFER_TOOL'];

  scenario(
    {
      clause: 'SOM-8.1',
      outcome: 'granted',
      that: 'a theme states by which secure way what is made of it goes, and by that it goes, which is on record',
    },
    async () => {
      const theme = await ways.approved({ method: enumOf('ENCRYPTED_DOCUMENT') });
      const { body } = await scene
        .reader(dorothea)
        .for('ADMINISTRATION')
        .asks('{ researchThemes { theme method } }');
      expect(body.data.researchThemes).toContainEqual({ ...theme, method: 'ENCRYPTED_DOCUMENT' });
      const extract = await ways.made(theme);
      carriedOut(await ways.sends(extract, 1, halima, 'ENCRYPTED_DOCUMENT'));
      expect(await ways.wentBy(extract)).toBe('ENCRYPTED_DOCUMENT');
    },
  );

  scenario(
    {
      clause: 'SOM-8.1',
      outcome: 'denied',
      that: 'no theme is without one, none that is not secure can be stated, and by no other does anything go',
    },
    async () => {
      expect((await ways.proposes({ method: null })).turnedAway?.code).toMatch(/INVALID|FAILED/);
      for (const method of ['EMAIL', 'POST', 'FAX', 'PORTABLE_DRIVE'])
        expect((await ways.proposes({ method: enumOf(method) })).turnedAway?.code).toBe(
          'GRAPHQL_VALIDATION_FAILED',
        );
      const extract = await ways.made(await ways.approved());
      for (const method of WAYS.slice(1))
        expect(await ways.sends(extract, 1, halima, method)).toMatchObject({
          code: 'EXTRACT_NOT_POSSIBLE',
          findings: [{ part: 'method', expected: 'KEPT_HERE' }],
        });
      expect((await ways.part(halima, extract)).code).toBe('EXTRACT_NOT_THERE');
    },
  );

  scenario(
    {
      clause: 'DEV-A4-mth',
      outcome: 'granted',
      that: 'for each body that is given anything one of the secure ways is agreed: mail, an encrypted document, or the tool it nominated',
    },
    async () => {
      for (const [at, body] of ['DWP', 'MOJ', 'HMRC'].entries()) {
        const method = WAYS[at + 1] ?? '';
        const over = { method: enumOf(method), body: enumOf(body) };
        const extract = await ways.made(await ways.signed(over));
        carriedOut(await ways.sends(extract, 1, halima, method));
        expect(await ways.wentBy(extract)).toBe(method);
        await ways.destroyed(extract);
      }
    },
  );

  scenario(
    {
      clause: 'DEV-A4-mth',
      outcome: 'denied',
      that: 'what was agreed with another body is no way to this one, and without a second factor nobody sends or downloads',
    },
    async () => {
      const extract = await ways.made(
        await ways.signed({ method: enumOf('SECURE_EMAIL'), body: enumOf('DWP') }),
      );
      for (const method of ['ENCRYPTED_DOCUMENT', 'NOMINATED_TRANSFER_TOOL'])
        expect((await ways.sends(extract, 1, halima, method)).code).toBe('EXTRACT_NOT_POSSIBLE');
      carriedOut(await ways.sends(extract));
      const { body } = await scene
        .gate()
        .ask(halima, `{ extractPart(extract: "${extract}") { csv } }`, {
          purpose: 'MATCH_DATA',
          multiFactor: false,
        });
      expect(body.errors?.[0]?.extensions['code']).toBe('MULTI_FACTOR_REQUIRED');
      expect(body.data?.extractPart ?? null).toBeNull();
    },
  );
}
