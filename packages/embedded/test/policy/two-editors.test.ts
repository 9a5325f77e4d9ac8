import { cast } from '@postern/sample-county';
import { expect, test } from 'vitest';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { Desk } from './at-the-desk.ts';

const { adaline, barnaby } = cast.practitioners;
const scene = setScene();
const desk = (who: { readonly subject: string }): Desk => new Desk(scene.gate(), who);

/** Resolves when so many statements of the service wait for a lock. */
async function untilWaiting(many: number): Promise<void> {
  for (;;) {
    const [found] = await scene.database().owner.run<{ waiting: number }>({
      text: `SELECT count(*)::integer AS waiting FROM pg_catalog.pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND usename = 'postern_partners'`,
      values: [],
    });
    if ((found?.waiting ?? 0) >= many) return;
  }
}

test('of two edits that meet on one draft the later one is told so, however close they are', async () => {
  const draft = await desk(adaline).begins();
  const edit = (who: { readonly subject: string }, name: string) =>
    desk(who).answers('removePolicyRule', {
      draft: draft.id,
      expectedRevision: draft.revision,
      name,
      reason: 'at once',
    });
  let edits: readonly ReturnType<typeof edit>[] = [];
  await scene.database().owner.transaction(async (transaction) => {
    await transaction.run({
      text: 'SELECT id FROM partners.policy_draft WHERE id = $1 FOR UPDATE',
      values: [draft.id],
    });
    edits = [edit(adaline, 'taf-reads-Plan'), edit(barnaby, 'taf-reads-Need')];
    await untilWaiting(2);
  });
  const answers = await Promise.all(edits);
  expect(answers.map(({ refused }) => refused?.code ?? null).sort()).toEqual([
    'POLICY_CONFLICT',
    null,
  ]);
  expect((await desk(adaline).reads(draft.id))?.changes).toHaveLength(1);
});

test('the later of two editors is told so, and nothing of either is lost', async () => {
  const draft = await desk(adaline).begins();
  const edits = await Promise.all(
    [adaline, barnaby, adaline, barnaby].map((who, at) =>
      desk(who).answers('removePolicyRule', {
        draft: draft.id,
        expectedRevision: draft.revision,
        name: ['taf-reads-Plan', 'taf-reads-Need', 'taf-reads-CaseNote', 'taf-reads-Voice'][at],
        reason: 'at once',
      }),
    ),
  );
  const [made] = edits.filter(({ draft: shown }) => shown !== null);
  const refused = edits.filter(({ draft: shown }) => shown === null);
  expect(refused).toHaveLength(3);
  for (const { refused: why } of refused)
    expect(why).toMatchObject({ code: 'POLICY_CONFLICT', revision: draft.revision + 1 });
  const present = await desk(adaline).reads(draft.id);
  expect(present?.changes).toEqual(made?.draft?.changes);
  expect(present?.changes).toHaveLength(1);
  await desk(barnaby).does('removePolicyRule', {
    draft: draft.id,
    expectedRevision: refused[0]?.refused?.revision,
    name: 'taf-reads-Person-nhs-number',
  });
});
