import { cast } from '@postern/sample-county';
import { describe, expect, test } from 'vitest';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { Desk, ruleNamed, written } from './at-the-desk.ts';

const { adaline, barnaby, gideon, grace } = cast.practitioners;

const scene = setScene();
const desk = (): Desk => new Desk(scene.gate(), adaline);

const PREVIEW = `query ($draft: ID!, $wait: Int) { previewPolicy(draft: $draft, waitSeconds: $wait) {
  draft { id } revision liveVersion asOf finished progress { done total } coordinates
  gaining { people records } losing { people records }
  lines { coordinates class roles purposes gaining { people records } losing { people records } }
  people { practitioner { id name } gaining losing }
  brokenScenarios { clause rule role outcome coordinates already story }
  newlyReachable { coordinate class roles condition people } } }`;

async function preview(
  draft: string,
  who: { readonly subject: string } = adaline,
  purpose: 'ADMINISTRATION' | 'UNDERSTAND_NEEDS' = 'ADMINISTRATION',
) {
  const { body } = await scene
    .gate()
    .ask(who, PREVIEW, { purpose, variables: { draft, wait: 20 } });
  return body;
}

describe('the impact of a draft before it is activated', () => {
  test('a field taken from the team: who loses it, in numbers and, for whoever may see them, by name', async () => {
    const draft = await desk().begins();
    const name = 'taf-reads-Person-names';
    const changed = await desk().takes('removePolicyRule', draft, { name });
    const { data, errors } = await preview(draft.id);
    expect(errors).toBeUndefined();
    const answer = data.previewPolicy;
    expect(answer).toMatchObject({
      draft: { id: draft.id },
      revision: changed.revision,
      finished: true,
      coordinates: 2,
      gaining: { people: 0, records: 0 },
      newlyReachable: [],
    });
    expect(answer.progress.done).toBe(answer.progress.total);
    expect(answer.losing.people).toBeGreaterThan(5);
    expect(answer.lines[0]).toMatchObject({
      coordinates: ['Person.givenName', 'Person.familyName'],
      class: 'PERSONAL',
      roles: ['TAF_MEMBER'],
    });
    expect(answer.people[0]).toMatchObject({ gaining: 0 });
    expect(answer.brokenScenarios).toContainEqual(
      expect.objectContaining({
        rule: name,
        role: 'TAF_MEMBER',
        outcome: 'granted',
        already: false,
      }),
    );
    // An administrator sees accounts; a name that they may not read is not told here either.
    const [seen] = (
      await scene.gate().ask(adaline, '{ practitioners(first: 1) { edges { node { name } } } }', {
        purpose: 'ADMINISTRATION',
      })
    ).body.data.practitioners.edges;
    expect(typeof answer.people[0].practitioner?.name).toBe(typeof seen?.node.name);
  });

  test('health data opened without a justification is called what it is', async () => {
    const draft = await desk().begins();
    const { fields: _, ...names } = written(ruleNamed('taf-reads-Person-names'));
    const list = { ...names, name: 'opened-list', fields: ['healthConditions'] };
    const rows = {
      ...names,
      name: 'opened-rows',
      resource: 'HealthCondition',
      classes: ['SPECIAL_CATEGORY:HEALTH'],
    };
    const listed = await desk().takes('addPolicyRule', draft, { rule: list });
    // The list alone opens nothing: each of its entries is decided on by itself.
    expect((await preview(draft.id)).data.previewPolicy).toMatchObject({
      gaining: { people: 0 },
      newlyReachable: [],
    });
    await desk().takes('addPolicyRule', listed, { rule: rows });
    const { data } = await preview(draft.id);
    const [opened] = data.previewPolicy.newlyReachable;
    expect(opened).toMatchObject({
      coordinate: 'Person.healthConditions',
      class: 'SPECIAL_CATEGORY:HEALTH',
      roles: ['TAF_MEMBER'],
    });
    expect(opened.condition).not.toBe('');
    expect(opened.people).toBeGreaterThan(0);
    expect(
      data.previewPolicy.brokenScenarios.some(
        ({ outcome }: { outcome: string }) => outcome === 'denied',
      ),
    ).toBe(true);
  });

  test('asked again it is the same preview, changed it is another', async () => {
    const draft = await desk().begins();
    const name = 'lead-reads-Person-names';
    const changed = await desk().takes('removePolicyRule', draft, { name });
    const first = (await preview(draft.id)).data.previewPolicy;
    const again = (await preview(draft.id, barnaby)).data.previewPolicy;
    expect(again).toEqual(first);
    // Who sees every grant is told exactly what others are told in fives.
    const exactly = (await preview(draft.id, gideon)).data.previewPolicy;
    expect(exactly.asOf).toBe(first.asOf);
    const { people } = exactly.losing;
    expect(first.losing.people).toBe(people - (people % 5));
    await desk().takes('undoPolicyChange', changed, { name });
    const undone = (await preview(draft.id)).data.previewPolicy;
    expect(undone).toMatchObject({ losing: { people: 0 }, lines: [], finished: true });
  });

  test('nobody else is told, and for no other purpose', async () => {
    const draft = await desk().begins();
    const codes = async (
      ...asked: Parameters<typeof preview>
    ): Promise<readonly unknown[] | undefined> =>
      (await preview(...asked)).errors?.map(({ extensions }) => extensions['code']);
    expect(await codes(draft.id, grace)).not.toBeUndefined();
    expect(await codes(draft.id, adaline, 'UNDERSTAND_NEEDS')).toEqual(['PURPOSE_NOT_PERMITTED']);
    expect(await codes('00000000-0000-4000-8000-000000000000')).toEqual(['POLICY_DRAFT_UNKNOWN']);
  });
});
