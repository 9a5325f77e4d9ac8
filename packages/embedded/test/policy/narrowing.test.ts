import { cast } from '@postern/sample-county';
import { describe, expect, test } from 'vitest';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { Desk, ruleNamed, written } from './at-the-desk.ts';

const { adaline, barnaby, gideon, grace } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;

const scene = setScene();
const desk = (who: { readonly subject: string }): Desk => new Desk(scene.gate(), who);

/** Which of these fields of the family's members the school reads now. */
async function schoolReads(...fields: readonly string[]): Promise<readonly string[]> {
  const { family } = await scene
    .reader(grace)
    .asksOf(okafor, `family { members { ${fields.join(' ')} } }`);
  return fields.filter((field) =>
    family.members.some((member: Record<string, unknown>) => member[field] !== null),
  );
}

async function live(): Promise<{ readonly version: number; readonly approvedBy: string | null }> {
  const { body } = await desk(adaline).asks('{ policyVersions { version live approvedBy } }');
  return body.data.policyVersions.find((each: { live: boolean }) => each.live);
}

describe('a change that only narrows', () => {
  test('holds at once, and is approved afterwards by a second person', async () => {
    const draft = await desk(adaline).begins();
    const edited = await desk(adaline).takes('removePolicyRule', draft, {
      name: 'taf-reads-Voice',
    });
    const active = await desk(adaline).takes('activateNarrowing', edited);
    expect(active).toMatchObject({ state: 'ACTIVE_UNCONFIRMED', decidedBy: null });
    expect(await live()).toMatchObject({ version: active.publishedVersion, approvedBy: null });
    await desk(adaline).mayNot('POLICY_SECOND_PERSON', 'approvePolicyDraft', active);
    const confirmed = await desk(gideon).takes('approvePolicyDraft', active);
    expect(confirmed).toMatchObject({
      state: 'PUBLISHED',
      publishedVersion: active.publishedVersion,
      decidedBy: { id: gideon.id },
    });
  });

  test('comes back when the second person refuses it, and what was published since stays', async () => {
    const draft = await desk(adaline).begins();
    const edited = await desk(adaline).takes('removePolicyRule', draft, {
      name: 'taf-reads-Person-age',
    });
    const active = await desk(adaline).takes('activateNarrowing', edited);
    expect(await schoolReads('dateOfBirth')).toEqual([]);
    const since = await desk(adaline).submitsWithout('taf-reads-Person-communication');
    await desk(barnaby).takes('approvePolicyDraft', since);
    const refused = await desk(gideon).takes('refusePolicyDraft', active);
    expect(refused.state).toBe('REFUSED');
    expect(await schoolReads('dateOfBirth')).toEqual(['dateOfBirth']);
    const { body } = await desk(adaline).asks('{ policyRules { name } }');
    const names = body.data.policyRules.map(({ name }: { name: string }) => name);
    expect(names).toContain('taf-reads-Person-age');
    expect(names).not.toContain('taf-reads-Person-communication');
  });

  test('one that also widens waits for its approval', async () => {
    const draft = await desk(adaline).begins();
    const without = await desk(adaline).takes('removePolicyRule', draft, {
      name: 'taf-reads-Need',
    });
    const rule = ruleNamed('taf-reads-Plan');
    const wider = await desk(adaline).takes('changePolicyRule', without, {
      rule: { ...written(rule), purposes: [...rule.purposes, 'REVIEW'] },
    });
    await desk(adaline).mayNot('POLICY_NOT_NARROWER', 'activateNarrowing', wider);
    expect((await desk(adaline).reads(draft.id))?.state).toBe('EDITING');
  });
});

describe('a draft on a version that is no longer in force', () => {
  test('is moved: what does not collide moves, what does is marked, and nothing is lost', async () => {
    const mine = await desk(adaline).begins();
    let draft = await desk(adaline).takes('removePolicyRule', mine, {
      name: 'taf-reads-Assessment',
    });
    const rule = ruleNamed('taf-reads-AssessmentSection');
    draft = await desk(adaline).takes('changePolicyRule', draft, {
      rule: { ...written(rule), purposes: ['SAFEGUARDING'] },
    });
    draft = await desk(adaline).takes('submitPolicyDraft', draft);
    await desk(gideon).takes('approvePolicyDraft', await desk(barnaby).submitsWithout(rule.name));

    await desk(gideon).mayNot('POLICY_BASE_NOT_LIVE', 'approvePolicyDraft', draft);
    const moved = await desk(adaline).takes('rebasePolicyDraft', draft);
    expect(moved).toMatchObject({ state: 'EDITING', onLiveVersion: true });
    expect(moved.changes.map(({ rule: name, collides }) => [name, collides])).toEqual([
      ['taf-reads-Assessment', false],
      ['taf-reads-AssessmentSection', true],
    ]);
    expect(JSON.parse(moved.changes[1]?.after ?? '{}').purposes).toEqual(['SAFEGUARDING']);
    const refused = await desk(adaline).mayNot(
      'POLICY_CHANGES_COLLIDE',
      'submitPolicyDraft',
      moved,
    );
    expect(refused.about).toEqual(['taf-reads-AssessmentSection']);

    const settled = await desk(adaline).takes('changePolicyRule', moved, {
      rule: { ...written(rule), purposes: ['SAFEGUARDING'] },
    });
    expect(settled.changes[1]).toMatchObject({ kind: 'ADD', before: null, collides: false });
    await desk(gideon).takes(
      'approvePolicyDraft',
      await desk(adaline).takes('submitPolicyDraft', settled),
    );
  });
});
