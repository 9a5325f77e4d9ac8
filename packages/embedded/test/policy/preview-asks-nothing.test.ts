import { cast } from '@postern/sample-county';
import { expect, test } from 'vitest';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { Desk } from './at-the-desk.ts';

const { adaline, dorothea, gideon, kwame } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current.reference;
const bexley = cast.families.bexley.episodes.current.reference;
const scene = setScene();

const PREVIEW = `query ($draft: ID!) { previewPolicy(draft: $draft, waitSeconds: 20) {
  finished coordinates gaining { people records } losing { people records } progress { done total }
  lines { coordinates gaining { people records } losing { people records } }
  people { practitioner { name } gaining losing } } }`;

interface Told {
  readonly losing: { readonly people: number | null; readonly records: number | null };
  readonly people: readonly {
    readonly practitioner: { readonly name: unknown } | null;
    readonly losing: number | null;
  }[];
}

/** What somebody is told of an administrator's draft that denies the team a field where the tests hold. */
async function told(
  to: typeof adaline,
  resource: string,
  field: string,
  ...tests: readonly object[]
): Promise<Told> {
  const administrator = new Desk(scene.gate(), adaline);
  const draft = await administrator.begins();
  await administrator.takes('addPolicyRule', draft, {
    rule: {
      name: `probe ${crypto.randomUUID()}`,
      role: 'TAF_MEMBER',
      resource,
      fields: [field],
      purposes: ['COORDINATE_SUPPORT'],
      effect: 'DENY',
      condition: JSON.stringify({ all: [{ holds: 'grant.live' }, ...tests] }),
      clause: 'SHR-8.2.1e',
    },
  });
  const { body } = await new Desk(scene.gate(), to).asks(PREVIEW, { draft: draft.id });
  expect(body.errors).toBeUndefined();
  expect(body.data.previewPolicy.finished).toBe(true);
  return body.data.previewPolicy;
}

/** A condition that one family's episode meets, and no other's: a rule cannot name it, and need not. */
async function only(reference: string): Promise<object> {
  const [found] = await scene.database().owner.run<{ openedOn: string; level: number }>({
    text: `SELECT opened_on::text AS "openedOn", level_of_need AS level FROM episodes.episode WHERE reference = $1`,
    values: [reference],
  });
  return { where: { openedOn: found?.openedOn, levelOfNeed: found?.level } };
}

const NEVER = { where: { openedOn: '1999-01-01', levelOfNeed: 2 } };

test('a draft about one family tells an administrator neither that there is one nor who works with it', async () => {
  const about = await only(okafor);
  // Whoever sees every grant is told, so there is something to tell.
  const seen = await told(gideon, 'Episode', 'reference', about);
  expect(seen.losing.people).toBeGreaterThan(0);
  expect(seen.losing.people).toBe(seen.people.length);
  expect(await told(adaline, 'Episode', 'reference', about)).toEqual(
    await told(adaline, 'Episode', 'reference', NEVER),
  );
});

test('nor how its episode stands', async () => {
  const about = await only(okafor);
  const standing = (to: typeof adaline, status: string): Promise<Told> =>
    told(to, 'Episode', 'reference', about, { where: { status } });
  expect((await standing(gideon, 'OPEN_TAF')).losing.people).toBeGreaterThan(0);
  expect(await standing(adaline, 'OPEN_TAF')).toEqual(await standing(adaline, 'CLOSED'));
});

test('who reads how many entries about health under a justification is not told in small numbers by name', async () => {
  const asked = ['HealthCondition', 'id', { holds: 'justification.covers' }] as const;
  const exact = await told(gideon, ...asked);
  expect(exact.people.some(({ losing }) => losing !== null && losing > 0 && losing < 5)).toBe(true);
  const health = await told(adaline, ...asked);
  for (const { losing } of health.people) expect(losing).toBeGreaterThanOrEqual(5);
});

test('an officer is told nothing of a family with which they declared a conflict, as in an explanation', async () => {
  const about = await only(bexley);
  const [all, others] = [
    await told(gideon, 'Episode', 'reference', about),
    await told(dorothea, 'Episode', 'reference', about),
  ];
  const names = ({ people }: Told): readonly unknown[] =>
    people.map(({ practitioner }) => practitioner?.name);
  // Of the same day and level is another family's episode; only `kwame` reads this one as a member of its team.
  expect(names(all)).toContain(kwame.name);
  expect(names(others)).toEqual(names(all).filter((name) => name !== kwame.name));
  expect(others.losing.records).toBe((all.losing.records ?? 0) - 1);
  expect(
    (await told(dorothea, 'Episode', 'reference', await only(okafor))).losing.people,
  ).toBeGreaterThan(0);
});

test('of a draft that two officers look at each is told their own, whoever asks first', async () => {
  const administrator = new Desk(scene.gate(), adaline);
  const draft = await administrator.begins();
  await administrator.takes('removePolicyRule', draft, { name: 'taf-reads-Person-names' });
  const asks = async (who: typeof adaline): Promise<Told> =>
    (await new Desk(scene.gate(), who).asks(PREVIEW, { draft: draft.id })).body.data.previewPolicy;
  const [first, barred, again] = [await asks(gideon), await asks(dorothea), await asks(gideon)];
  expect(again).toEqual(first);
  expect(barred.losing.records).toBeLessThan(first.losing.records ?? 0);
});
