import { cast } from '@postern/sample-county';
import { describe, expect, test } from 'vitest';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import type { RefusedRead } from './at-the-desk.ts';
import { Desk, ruleNamed, written } from './at-the-desk.ts';

const { adaline } = cast.practitioners;
const scene = setScene();
const desk = (): Desk => new Desk(scene.gate(), adaline);

describe('what no command can keep is refused as an argument, and is no fault of the service', () => {
  test.each([
    ['a condition that is nested deeper than any', `${'['.repeat(9_900)}${']'.repeat(9_900)}`],
    ['a list in a list in a list', `{"all":${'['.repeat(4_000)}${']'.repeat(4_000)}}`],
  ])('%s', async (_, condition) => {
    const draft = await desk().begins();
    const rule = { ...written(ruleNamed('taf-reads-Need')), name: 'deep', condition };
    const { refused } = await desk().answers('addPolicyRule', {
      draft: draft.id,
      expectedRevision: draft.revision,
      rule,
      reason: 'x',
    });
    expect(refused?.code).toMatch(/^(ARGUMENT_INVALID|POLICY_RULE_INVALID)$/);
  });

  test('a condition deeper than any rule is refused by its depth, one that could be read as a rule', async () => {
    const draft = await desk().begins();
    const nested = async (levels: number): Promise<RefusedRead> => {
      const rule = { ...written(ruleNamed('taf-reads-Need')), name: 'deep' };
      const condition = `${'{"not":'.repeat(levels)}"always"${'}'.repeat(levels)}`;
      const given = { rule: { ...rule, condition } };
      const { refused } = await desk().answers('addPolicyRule', {
        ...{ draft: draft.id, expectedRevision: draft.revision, reason: 'as decided' },
        ...given,
      });
      if (refused === null) throw new Error('it was not refused');
      return refused;
    };
    expect(await nested(65)).toMatchObject({
      code: 'ARGUMENT_INVALID',
      findings: [{ part: 'rule.condition', expected: 'at most 64 levels of JSON' }],
    });
    expect(await nested(60)).toMatchObject({
      code: 'POLICY_RULE_INVALID',
      findings: [{ code: 'CONDITION_TOO_DEEP', part: '/when' }],
    });
  });

  test.each([
    ['by office', '{"holds":"oversight.free"}'],
    ['of oneself', '{"holds":"account.self"}'],
  ])('nobody is given more than is public by a rule of every role: %s', async (_, condition) => {
    const draft = await desk().begins();
    const rule = written(ruleNamed('taf-reads-Practitioner-card'));
    const { refused } = await desk().answers('addPolicyRule', {
      ...{ draft: draft.id, expectedRevision: draft.revision, reason: 'as decided' },
      rule: { ...rule, name: 'of all', role: '*', fields: ['phone', 'email'], condition },
    });
    expect(refused).toMatchObject({
      code: 'POLICY_RULE_INVALID',
      findings: [{ code: 'NOT_PUBLIC', part: '/role' }],
    });
  });

  test('a status that there is not is told with the nearest, in a denial too', async () => {
    const draft = await desk().begins();
    const denial = (status: string) =>
      desk().answers('addPolicyRule', {
        ...{ draft: draft.id, expectedRevision: draft.revision, reason: 'as decided' },
        rule: {
          ...{ name: 'closed to the team', role: 'TAF_MEMBER', effect: 'DENY' },
          ...{ resource: 'Episode', fields: ['reason'], purposes: ['COORDINATE_SUPPORT'] },
          ...{ condition: JSON.stringify({ where: { status: { $eq: status } } }) },
          clause: 'SHR-3.3.1',
        },
      });
    const { refused } = await denial('CLOSSED');
    expect(refused).toMatchObject({
      code: 'POLICY_RULE_INVALID',
      findings: [{ code: 'OPERAND_UNKNOWN', part: '/when/where/status/$eq', found: 'a text' }],
    });
    expect(JSON.stringify(refused)).toContain('did you mean CLOSED?');
    expect(JSON.stringify(refused)).not.toContain('CLOSSED');
    expect((await denial('CLOSED')).refused).toBeNull();
  });

  test('a rule of every role is one, although its role is a sign; what is no role is told as such', async () => {
    const draft = await desk().begins();
    const { condition: _, ...rule } = written(ruleNamed('taf-reads-Need'));
    const withRole = (role: string) =>
      desk().answers('addPolicyRule', {
        ...{ draft: draft.id, expectedRevision: draft.revision, reason: 'as decided' },
        rule: { ...rule, name: 'of all', role, condition: '{"holds":"account.self"}' },
      });
    expect((await withRole('\u200b')).refused?.code).toBe('POLICY_RULE_INVALID');
    expect((await withRole('*')).refused?.code).not.toBe('ARGUMENT_INVALID');
  });

  const SECRET = 'Ottoline';
  const SAYS = 'text with at least one letter or digit';
  const STAYS = 'text without marks that change its direction';
  const WHOLE = 'text without NUL or half of a surrogate pair';
  describe.each(['title', 'reason', 'idempotencyKey'])('a %s', (part) => {
    const begun = (text: string) =>
      desk().answers('createPolicyDraft', {
        ...{ title: 'A change', reason: 'as decided', idempotencyKey: crypto.randomUUID() },
        [part]: text,
      });
    test.each([
      ['half of a surrogate pair', `${SECRET} \ud800`, WHOLE],
      ['the other half', `\udc00 ${SECRET}`, WHOLE],
      ['nothing but a space of no width', '\u200b\u2060', SAYS],
      ['nothing but fillers', '\u3164\uffa0', SAYS],
      ['nothing but signs', '… -- ?!', SAYS],
      ['a text that reads backwards', `${SECRET} \u202etnarg`, STAYS],
      ['a text with an embedding', `${SECRET} \u202b`, STAYS],
      ['a text with an isolate', `\u2066${SECRET}\u2069`, STAYS],
    ])(
      'that is %s is refused, with what is expected and nothing of the text',
      async (_, text, expected) => {
        const { draft, refused } = await begun(text);
        expect([draft, refused]).toMatchObject([
          null,
          { code: 'ARGUMENT_INVALID', findings: [{ part, found: '', expected }] },
        ]);
        expect(JSON.stringify(refused)).not.toContain(SECRET);
      },
    );

    test.each(['קבוע בישיבה', 'تم الاتفاق', '決定済み', 'Łucja’s review 🌿', '٣'])(
      'in any script is taken: %s',
      async (text) => {
        const { refused } = await begun(
          text + (part === 'idempotencyKey' ? crypto.randomUUID() : ''),
        );
        expect(refused).toBeNull();
      },
    );
  });

  test.each([
    ['draft', {}],
    ['name', {}],
    ['rule.clause', { rule: { clause: '\ud800' } }],
    ['rule.fields.0', { rule: { fields: ['\ud800'] } }],
    ['rule.condition', { rule: { condition: '\ud800' } }],
  ])(
    'half of a surrogate pair as %s of an edit is refused there',
    async (part, { rule }: { rule?: object }) => {
      const command = rule === undefined ? 'removePolicyRule' : 'addPolicyRule';
      const { refused } = await desk().answers(command, {
        ...{ draft: 'none', expectedRevision: 1, reason: 'as decided' },
        ...(rule === undefined
          ? { name: 'none', [part]: '\ud800' }
          : { rule: { ...written(ruleNamed('taf-reads-Need')), ...rule } }),
      });
      expect(refused).toMatchObject({
        code: 'ARGUMENT_INVALID',
        findings: [{ part, expected: WHOLE }],
      });
    },
  );

  test.each([
    ['draft', 'previewPolicy(draft: $text) { revision }', 'ID!'],
    ['coordinate', 'policyReach(coordinate: $text) { class }', 'String!'],
    [
      'resource.id',
      'explainAccess(resource: { type: "Need", id: $text }, coordinate: "Need.id", purpose: "ADMINISTRATION") { outcome }',
      'ID!',
    ],
  ])('and as %s of a question', async (part, field, type) => {
    const { status, body } = await desk().asks(`query ($text: ${type}) { ${field} }`, {
      text: '\ud800',
    });
    expect([status, body.errors?.[0]?.extensions]).toMatchObject([
      400,
      { code: 'ARGUMENT_INVALID', about: [`${part}: ${WHOLE}`] },
    ]);
  });
});
