import { cast } from '@postern/sample-county';
import { describe, expect, test } from 'vitest';
import { daysFromNow } from '../scenarios/vocabulary/county-words.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { Desk, ruleNamed, written } from './at-the-desk.ts';

const { adaline, barnaby, gideon } = cast.practitioners;
const scene = setScene();
const desk = (who: { readonly subject: string }): Desk => new Desk(scene.gate(), who);
const NEED = ruleNamed('taf-reads-Need');

describe('editing', () => {
  test('adds, changes, removes and undoes; each change shows before and after', async () => {
    const at = desk(adaline);
    let draft = await at.begins();
    draft = await at.takes('addPolicyRule', draft, { rule: { ...written(NEED), name: 'new' } });
    expect(draft.changes).toMatchObject([{ rule: 'new', kind: 'ADD', before: null }]);
    expect(JSON.parse(draft.changes[0]?.after ?? '')).toEqual({ ...NEED, name: 'new' });

    const narrower = { ...written(NEED), purposes: ['SAFEGUARDING'] };
    draft = await at.takes('changePolicyRule', draft, { rule: narrower });
    draft = await at.takes('changePolicyRule', draft, { rule: { ...narrower, name: 'new' } });
    await at.mayNot('POLICY_RULE_SAME', 'changePolicyRule', draft, { rule: narrower });
    expect(draft.changes.map(({ rule, kind }) => [rule, kind])).toEqual([
      ['new', 'ADD'],
      [NEED.name, 'CHANGE'],
    ]);
    expect(JSON.parse(draft.changes[1]?.before ?? '')).toEqual(NEED);

    draft = await at.takes('removePolicyRule', draft, { name: 'new' });
    draft = await at.takes('removePolicyRule', draft, { name: NEED.name });
    expect(draft.changes.map(({ rule, kind }) => [rule, kind])).toEqual([[NEED.name, 'REMOVE']]);
    await at.mayNot('POLICY_RULE_UNKNOWN', 'removePolicyRule', draft, { name: NEED.name });
    draft = await at.takes('addPolicyRule', draft, { rule: written(NEED) });
    expect(draft.changes).toEqual([]);
    await at.mayNot('POLICY_DRAFT_EMPTY', 'submitPolicyDraft', draft);
    await at.mayNot('POLICY_RULE_EXISTS', 'addPolicyRule', draft, { rule: written(NEED) });
    await at.mayNot('POLICY_RULE_UNKNOWN', 'undoPolicyChange', draft, { name: NEED.name });
  });

  test('whoever may not change a rule is not told that it says what they guessed', async () => {
    const draft = await desk(gideon).begins();
    for (const rule of [NEED, { ...NEED, purposes: NEED.purposes.slice(1) }])
      await desk(gideon).mayNot('POLICY_ROLE_NOT_YOURS', 'changePolicyRule', draft, {
        rule: written(rule),
      });
  });

  test('a key gives its author the same draft again, and nobody else', async () => {
    const given = { title: 'Once', idempotencyKey: 'the same', reason: 'once' };
    const [first, ...others] = await Promise.all(
      [1, 2, 3].map(() => desk(adaline).does('createPolicyDraft', given)),
    );
    for (const other of others) expect(other.id).toBe(first?.id);
    expect((await desk(barnaby).does('createPolicyDraft', given)).id).not.toBe(first?.id);
    await desk(adaline).isRefused('IDEMPOTENCY_KEY_REUSED', 'createPolicyDraft', {
      ...given,
      title: 'Another',
    });
  });

  test('several commands of one request run in turn, each seeing what the one before did', async () => {
    const draft = await desk(adaline).begins();
    const remove = (alias: string, revision: number, name: string) =>
      `${alias}: removePolicyRule(draft: "${draft.id}", expectedRevision: ${revision}, name: "${name}", reason: "r") { ... on PolicyDraftChanged { draft { revision changes { rule } } } ... on CommandRefusal { code revision } }`;
    const { body } = await desk(adaline).asks(
      `mutation { ${remove('a', 1, 'taf-reads-Plan')} ${remove('b', 2, 'taf-reads-Need')} ${remove('c', 2, 'taf-reads-Voice')} }`,
    );
    expect(body.errors).toBeUndefined();
    expect(body.data).toEqual({
      a: { draft: { revision: 2, changes: [{ rule: 'taf-reads-Plan' }] } },
      b: {
        draft: { revision: 3, changes: [{ rule: 'taf-reads-Need' }, { rule: 'taf-reads-Plan' }] },
      },
      c: { code: 'POLICY_CONFLICT', revision: 3 },
    });
  });
});

describe('a step that fails', () => {
  test('leaves nothing of itself, wherever it breaks off', async () => {
    const draft = await desk(adaline).submitsWithout('taf-reads-Person-age');
    const count = async () =>
      (
        await scene.database().owner.run<{ all: string }>({
          text: `SELECT concat_ws(' ', (SELECT count(*) FROM access.policy_version), (SELECT count(*) FROM access.policy_rule),
            (SELECT count(*) FROM partners.policy_event), (SELECT max(revision) FROM partners.policy_draft WHERE id = $1)) AS all`,
          values: [draft.id],
        })
      )[0]?.all;
    const before = await count();
    // The last statement of an approval is the step on the record: what refuses it there breaks off all that went before.
    await scene
      .database()
      .owner.script(`CREATE FUNCTION public.break_off() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''broken off''; END';
        CREATE TRIGGER break_off BEFORE INSERT ON partners.policy_event FOR EACH ROW EXECUTE FUNCTION public.break_off()`);
    try {
      const { status, body } = await desk(gideon).asks(
        `mutation { approvePolicyDraft(draft: "${draft.id}", expectedRevision: ${draft.revision}, reason: "r") { ... on PolicyDraftChanged { draft { state } } ... on CommandRefusal { code } } }`,
      );
      expect([status, body.data ?? null]).toEqual([500, null]);
    } finally {
      await scene.database().owner.script('DROP FUNCTION public.break_off CASCADE');
    }
    expect(await count()).toBe(before);
    const published = await desk(gideon).takes('approvePolicyDraft', draft);
    expect(published.state).toBe('PUBLISHED');
  });
});

describe('what is given', () => {
  const NONE = ['00000000-0000-4000-8000-000000000000', 'x', '', "' OR 1=1 --", '__proto__', '7'];

  test.each(NONE)('a draft %j is none, whatever is asked of it', async (draft) => {
    const step = { draft, expectedRevision: 1 };
    for (const command of ['submitPolicyDraft', 'approvePolicyDraft', 'activateNarrowing'])
      await desk(adaline).isRefused('POLICY_DRAFT_UNKNOWN', command, step);
    expect(await desk(adaline).reads(draft)).toBeNull();
  });

  const odd = (condition: unknown) => ({ ...written(NEED), name: 'odd', condition });
  const nested = (levels: number) => `${'{"not":'.repeat(levels)}"always"${'}'.repeat(levels)}`;

  test.each<readonly [string, Record<string, unknown>]>([
    ['a condition that is no JSON', odd('{')],
    ['a condition too long', odd(`"${'x'.repeat(20_001)}"`)],
    ['a condition too deep', odd(nested(900))],
    ['a prototype in a condition', odd('{"__proto__": {"holds": "grant.live"}}')],
    ['a prototype in a comparison', odd('{"where": {"__proto__": 1}}')],
    ['code in a condition', odd('{"$where": "sleep(1000)"}')],
    ['a predicate of nobody', odd('{"holds": "constructor"}')],
    ['an operator of nobody', odd('{"where": {"rating": {"$regex": ".*"}}}')],
    ['no condition', odd('null')],
    ['a role that is none', { ...odd('"always"'), role: "TAF'; DROP TABLE access.account; --" }],
    ['a type that is none', { ...written(NEED), name: 'odd', resource: '__proto__' }],
    [
      'a field that is none',
      { ...written(NEED), name: 'odd', classes: null, fields: ['toString'] },
    ],
    ['fields and classes', { ...written(NEED), name: 'odd', fields: ['id'] }],
    ['a purpose that is none', { ...written(NEED), name: 'odd', purposes: ['ANY'] }],
    ['no purpose', { ...written(NEED), name: 'odd', purposes: [] }],
    ['an effect that is none', { ...written(NEED), name: 'odd', effect: 'MAYBE' }],
    [
      'too many fields',
      {
        ...written(NEED),
        name: 'odd',
        classes: null,
        fields: Array.from({ length: 201 }, () => 'id'),
      },
    ],
    ['an unanchored condition', odd('"always"')],
    ['a name that says nothing', { ...written(NEED), name: ' ' }],
    ['a name too long', { ...written(NEED), name: 'n'.repeat(201) }],
  ])('%s is refused with what would be right, and changes nothing', async (_, rule) => {
    const draft = await desk(adaline).begins();
    const { refused } = await desk(adaline).answers('addPolicyRule', {
      draft: draft.id,
      expectedRevision: 1,
      rule,
      reason: 'r',
    });
    expect(refused?.code).toMatch(/^(ARGUMENT_INVALID|POLICY_RULE_INVALID|POLICY_ROLE_NOT_YOURS)$/);
    expect(refused?.findings).not.toEqual([]);
    expect(await desk(adaline).reads(draft.id)).toEqual(draft);
  });

  test.each([
    ['an empty reason', { reason: '  ' }],
    ['a reason too long', { reason: 'r'.repeat(2_001) }],
    ['a revision that cannot be', { expectedRevision: 0 }],
    ['a moment that is none', { activateAt: 'tomorrow' }],
    ['a moment without its offset', { activateAt: '2026-07-01T10:00:00' }],
    ['a moment that is a number', { activateAt: 7 }],
  ])('%s is refused', async (_, given) => {
    const draft = await desk(adaline).begins();
    await desk(adaline).isRefused('ARGUMENT_INVALID', 'approvePolicyDraft', {
      draft: draft.id,
      expectedRevision: 1,
      ...given,
    });
  });

  test('hostile text is kept as it is', async () => {
    const title = `"; DROP SCHEMA partners CASCADE; -- <script>\${7*7}{{7*7}} 🙂`;
    const draft = await desk(adaline).does('createPolicyDraft', {
      title,
      idempotencyKey: title,
    });
    expect(draft).toMatchObject({ title });
  });

  test('a body larger than a request may be is refused before it is read', async () => {
    const { status } = await desk(adaline).asks('mutation { x }', { rule: 'x'.repeat(800_000) });
    expect(status).toBe(413);
  });

  test('GET changes nothing', async () => {
    const url = new URL(`${scene.gate().url}/graphql`);
    url.searchParams.set(
      'query',
      'mutation { createPolicyDraft(title: "t", reason: "r", idempotencyKey: "by GET") { __typename } }',
    );
    const response = await fetch(url, {
      headers: {
        authorization: `Bearer ${await scene.gate().token(adaline)}`,
        'purpose-of-use': 'ADMINISTRATION',
        'apollo-require-preflight': 'true',
      },
    });
    expect(response.status).toBe(405);
    const [{ made } = { made: -1 }] = await scene.database().owner.run<{ made: number }>({
      text: `SELECT count(*)::integer AS made FROM partners.command_key WHERE key = 'by GET'`,
      values: [],
    });
    expect(made).toBe(0);
  });

  test('a request of more commands than it may hold carries out none of them', async () => {
    const draft = await desk(adaline).begins();
    const removals = Array.from(
      { length: 11 },
      (_, n) =>
        `r${n}: removePolicyRule(draft: "${draft.id}", expectedRevision: ${n + 1}, name: "taf-reads-Need", reason: "r") { __typename }`,
    );
    const { body } = await desk(adaline).asks(`mutation { ${removals.join(' ')} }`);
    expect(body.errors?.[0]?.extensions['code']).toBe('QUERY_TOO_COSTLY');
    expect(await desk(adaline).reads(draft.id)).toEqual(draft);
  });

  test('a command that its request leaves out is not carried out', async () => {
    const draft = await desk(adaline).begins();
    const step = `draft: "${draft.id}", expectedRevision: 1, reason: "r"`;
    await desk(adaline).asks(
      `mutation ($no: Boolean!) { __typename withdrawPolicyDraft(${step}) @include(if: $no) { __typename } }`,
      { no: false },
    );
    expect(await desk(adaline).reads(draft.id)).toEqual(draft);
  });

  test('who lost the role, or whose account was locked since, changes nothing from the next request on', async () => {
    const draft = await desk(barnaby).begins();
    const holding = { account_id: barnaby.id, role: 'ADMINISTRATOR' };
    await scene.given.changed('access.role_holding', holding, { ends_at: daysFromNow(0) });
    const step = { draft: draft.id, expectedRevision: 1, reason: 'r', name: 'taf-reads-Need' };
    const command =
      'mutation ($draft: ID!, $expectedRevision: Int!, $name: String!, $reason: String!) { removePolicyRule(draft: $draft, expectedRevision: $expectedRevision, name: $name, reason: $reason) { ... on PolicyDraftChanged { draft { id } } ... on CommandRefusal { code } } }';
    const without = await desk(barnaby).asks(command, step);
    expect(without.body.errors?.[0]?.extensions['code']).toBe('ROLE_MISSING');
    await scene.given.changed('access.account', { id: adaline.id }, { state: 'LOCKED_DOWN' });
    const locked = await desk(adaline).asks(command, step);
    expect(locked.body.errors?.[0]?.extensions['code']).toBe('ACCOUNT_NOT_ACTIVE');
    expect((await desk(gideon).reads(draft.id))?.changes).toEqual([]);
  });

  test('every command is for administration', async () => {
    const { status, body } = await scene
      .gate()
      .ask(
        gideon,
        'mutation { createPolicyDraft(title: "t", reason: "r", idempotencyKey: "k") { __typename } }',
        { purpose: 'SAFEGUARDING' },
      );
    expect(status).toBe(403);
    expect(body.errors?.[0]?.extensions).toMatchObject({
      code: 'PURPOSE_NOT_PERMITTED',
      purposes: ['ADMINISTRATION'],
    });
  });
});
