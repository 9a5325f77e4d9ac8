import type { StoredRule } from '@postern/agreements';
import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { describe, expect, test } from 'vitest';
import { wholeDictionary } from '../../src/stack/blueprints.ts';
import { enumOf, Recording } from '../scenarios/vocabulary/recording.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import type { DraftRead } from './at-the-desk.ts';
import { Desk, ruleNamed, written } from './at-the-desk.ts';

const { adaline, barnaby, dorothea, gideon, grace } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const { chidi } = cast.families.okafor.persons;

const scene = setScene();
const desk = (who: { readonly subject: string }): Desk => new Desk(scene.gate(), who);
const recording = new Recording(scene);

const TEAM_RECORDS = ruleNamed('taf-records-Need');
const TEAM_READS = ruleNamed('taf-reads-Need');
const NEED = {
  episode: okafor.id,
  need: { outcome: enumOf('GOOD_EDUCATION'), identifiedOn: '2026-06-16' },
  nature: enumOf('FACT'),
  concerns: [chidi.id],
};

/** What a school of the team comes to that writes a need down: the code of a refusal, or null. */
async function schoolRecords(): Promise<string | null> {
  const answer = await recording.sends(grace, 'recordNeed', 'need', NEED);
  return answer.code ?? null;
}

async function schoolReads(): Promise<boolean> {
  const episode = await scene
    .reader(grace)
    .for('COORDINATE_SUPPORT')
    .asksOf(okafor, 'needs { id }');
  return episode.needs !== null;
}

function begunWith(command: string, rule: StoredRule): Promise<DraftRead> {
  return desk(adaline)
    .begins()
    .then((draft) => desk(adaline).takes(command, draft, { rule: written(rule) }));
}

const PREVIEW = `query ($draft: ID!) { previewPolicy(draft: $draft, waitSeconds: 20) {
  finished progress { done total } coordinates gaining { people records } losing { people records } lines { coordinates }
  recording { coordinates class roles purposes gaining { people records } losing { people records } }
  brokenScenarios { rule } newlyReachable { coordinate } } }`;

async function preview(draft: DraftRead, who: { readonly subject: string } = adaline) {
  const { body } = await desk(who).asks(PREVIEW, { draft: draft.id });
  expect(body.errors).toBeUndefined();
  return body.data.previewPolicy;
}

scenario(
  {
    clause: 'SHR-8.3.7h',
    outcome: 'granted',
    that: 'who may write is taken away at once by what only takes away, and comes back by two people; reading stays as it was',
  },
  async () => {
    expect([await schoolRecords(), await schoolReads()]).toEqual([null, true]);
    const less = await desk(adaline).takes('removePolicyRule', await desk(adaline).begins(), {
      name: TEAM_RECORDS.name,
    });
    const active = await desk(adaline).takes('activateNarrowing', less);
    expect(active.state).toBe('ACTIVE_UNCONFIRMED');
    expect([await schoolRecords(), await schoolReads()]).toEqual(['RECORDING_NOT_PERMITTED', true]);
    await desk(gideon).takes('approvePolicyDraft', active);

    const more = await begunWith('addPolicyRule', TEAM_RECORDS);
    expect(JSON.parse(more.changes[0]?.after ?? '')).toEqual(TEAM_RECORDS);
    await desk(adaline).mayNot('POLICY_NOT_NARROWER', 'activateNarrowing', more);
    const submitted = await desk(adaline).takes('submitPolicyDraft', more);
    await desk(adaline).mayNot('POLICY_SECOND_PERSON', 'approvePolicyDraft', submitted);
    expect(await schoolRecords()).toBe('RECORDING_NOT_PERMITTED');
    await desk(gideon).takes('approvePolicyDraft', submitted);
    expect([await schoolRecords(), await schoolReads()]).toEqual([null, true]);
  },
);

scenario(
  {
    clause: 'SHR-8.3.7h',
    outcome: 'denied',
    that: 'a rule about recording lets nobody in who reads nothing, and a rule about reading lets nobody write',
  },
  async () => {
    const { action: _, ...rest } = written(TEAM_RECORDS);
    const draft = await desk(adaline).takes('addPolicyRule', await desk(adaline).begins(), {
      rule: { ...rest, name: 'read-by-default' },
    });
    const { action } = JSON.parse(draft.changes[0]?.after ?? '');
    expect(action).toBe('read');
    const turned = await begunWith('changePolicyRule', { ...TEAM_RECORDS, action: 'read' });
    expect(turned.changes[0]).toMatchObject({ kind: 'CHANGE', rule: TEAM_RECORDS.name });
    const wider = await begunWith('changePolicyRule', { ...TEAM_READS, action: 'record' });
    await desk(adaline).mayNot('POLICY_NOT_NARROWER', 'activateNarrowing', wider);
    await desk(gideon).takes(
      'approvePolicyDraft',
      await desk(adaline).takes('submitPolicyDraft', turned),
    );
    expect([await schoolRecords(), await schoolReads()]).toEqual(['RECORDING_NOT_PERMITTED', true]);
    const back = await begunWith('changePolicyRule', TEAM_RECORDS);
    await desk(gideon).takes(
      'approvePolicyDraft',
      await desk(adaline).takes('submitPolicyDraft', back),
    );
    expect(await schoolRecords()).toBeNull();
  },
);

describe('what a rule is about', () => {
  test('is shown with the rules in force', async () => {
    const { body } = await desk(adaline).asks('{ policyRules { name action } }');
    const actions = new Map(
      body.data.policyRules.map(({ name, action }: Record<string, string>) => [name, action]),
    );
    expect(actions.get(TEAM_RECORDS.name)).toBe('RECORD');
    expect(actions.get(TEAM_READS.name)).toBe('READ');
    expect([...new Set(actions.values())].toSorted()).toEqual(['READ', 'RECORD']);
  });

  test('is one of two things, and nothing else is sent', async () => {
    const draft = await desk(adaline).begins();
    const { body } = await desk(adaline).asks(
      `mutation ($rule: PolicyRuleInput!) { addPolicyRule(draft: "${draft.id}", expectedRevision: 1, rule: $rule, reason: "r") { __typename } }`,
      { rule: { ...written(TEAM_RECORDS), action: 'ERASE' } },
    );
    expect(body.errors).not.toBeUndefined();
    expect((await desk(adaline).reads(draft.id))?.changes).toEqual([]);
  });

  test('is never recording where the policy itself is read and changed, nor anything else that no command records', async () => {
    const draft = await desk(adaline).begins();
    const types = [...wholeDictionary().keys()].filter((type) => type.startsWith('Policy'));
    expect(types.length).toBeGreaterThan(4);
    for (const resource of [...types, 'AccessGrant', 'Practitioner']) {
      const { findings } = await desk(adaline).mayNot(
        'POLICY_RULE_INVALID',
        'addPolicyRule',
        draft,
        {
          rule: written({
            ...TEAM_RECORDS,
            name: `records-${resource}`,
            resource,
            fields: ['id'],
            classes: undefined,
            when: { holds: 'oversight.free' },
          } as unknown as StoredRule),
        },
      );
      expect(findings).toContainEqual(
        expect.objectContaining({ code: 'NOT_RECORDED', part: '/resource' }),
      );
    }
  });

  test('is reading, wherever it is asked who can read a field', async () => {
    const readers = async (draft: DraftRead | null) => {
      const { body } = await desk(adaline).asks(
        `query ($draft: ID) { policyReach(coordinate: "CaseNote.text", draft: $draft) { readers { role when rules { name } unless { name } } never } }`,
        { draft: draft?.id ?? null },
      );
      expect(body.errors).toBeUndefined();
      return body.data.policyReach;
    };
    const now = await readers(null);
    const rules = now.readers.flatMap((reader: { rules: { name: string }[] }) => reader.rules);
    expect(rules.filter(({ name }: { name: string }) => name.includes('-records-'))).toEqual([]);
    expect(now.never).toContain('THIRD_PARTY');
    const draft = await begunWith('addPolicyRule', {
      ...ruleNamed('lead-records-CaseNote'),
      name: 'third-party-records-CaseNote',
      role: 'THIRD_PARTY',
    });
    expect(await readers(draft)).toEqual(now);
  });
});

describe('the preview of a draft that changes who may record', () => {
  test('says who loses it and of how many records, and that nothing changes in reading', async () => {
    await recording.writes(grace, 'recordNeed', 'need', NEED);
    const draft = await desk(adaline).takes('removePolicyRule', await desk(adaline).begins(), {
      name: TEAM_RECORDS.name,
    });
    const answer = await preview(draft, dorothea);
    expect(answer).toMatchObject({
      finished: true,
      coordinates: 0,
      gaining: { people: 0, records: 0 },
      losing: { people: 0, records: 0 },
      lines: [],
      brokenScenarios: [],
      newlyReachable: [],
    });
    expect(answer.progress.done).toBe(answer.progress.total);
    expect(answer.recording).toEqual([
      {
        coordinates: ['concerns', 'description', 'identifiedOn', 'metOn', 'nature', 'outcome'].map(
          (field) => `Need.${field}`,
        ),
        class: 'PERSONAL',
        roles: ['TAF_MEMBER'],
        purposes: TEAM_RECORDS.purposes,
        gaining: { people: 0, records: 0 },
        losing: { people: expect.any(Number), records: expect.any(Number) },
      },
    ]);
    const [{ losing }] = answer.recording;
    expect(losing.people).toBeGreaterThan(5);
    expect(losing.records).toBeGreaterThan(0);
  });

  test('says who gains it, be it that they read nothing of it and so change nothing that stands there', async () => {
    const draft = await begunWith('addPolicyRule', {
      ...ruleNamed('taf-records-CaseNote'),
      name: 'consultation-records-Plan',
      role: 'EHAST_PRACTITIONER',
      resource: 'Plan',
    });
    const { recording: lines, ...answer } = await preview(draft, dorothea);
    expect(answer).toMatchObject({ coordinates: 0, lines: [], brokenScenarios: [] });
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).toMatchObject({
        roles: ['EHAST_PRACTITIONER'],
        losing: { people: 0, records: 0 },
      });
      expect(line.gaining.people).toBeGreaterThan(0);
    }
  });

  test('tells an administrator in fives, and of the records of a few nothing', async () => {
    const draft = await desk(barnaby).takes('removePolicyRule', await desk(barnaby).begins(), {
      name: TEAM_RECORDS.name,
    });
    const exact = (await preview(draft, dorothea)).recording;
    const told = (await preview(draft)).recording;
    expect(told.length).toBe(exact.length);
    for (const line of told) {
      expect(line.losing.people % 5).toBe(0);
      expect(line.gaining).toEqual({ people: 0, records: 0 });
      const [same] = exact.filter(
        (each: { coordinates: string[]; purposes: string[] }) =>
          each.coordinates.join() === line.coordinates.join() &&
          each.purposes.join() === line.purposes.join(),
      );
      expect(line.losing.people).toBe(same.losing.people - (same.losing.people % 5));
    }
  });

  test('is silent about recording where a draft is about reading', async () => {
    const draft = await desk(adaline).takes('removePolicyRule', await desk(adaline).begins(), {
      name: 'taf-reads-Voice',
    });
    const answer = await preview(draft);
    expect(answer.recording).toEqual([]);
    expect(answer.lines.length).toBeGreaterThan(0);
  });
});
