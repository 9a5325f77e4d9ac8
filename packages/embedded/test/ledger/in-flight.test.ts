import { cast } from '@postern/sample-county';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, OpenShape } from '../county-fixture.ts';
import { COUNTY_NOW, openShape, SHAPES } from '../county-fixture.ts';
import { carriedOut, commands } from '../machines/commands.ts';
import { keepFacts, restoreFacts } from './kept-facts.ts';
import { recordedBy } from './ledger-rows.ts';

const { grace, adaline, caspar, gideon, dorothea } = cast.practitioners;
const { okafor } = cast.families;
const { reference, id: episodeId } = okafor.episodes.current;
const now = COUNTY_NOW.toISOString();

/** Two subgraphs answer it, one after the other: the episode, and then its family. */
const QUERY = `{ episode(reference: "${reference}") { reference family { members { givenName } } } }`;

describe.each(SHAPES)('a request that is under way (%s)', (shape) => {
  let open: OpenShape;
  beforeAll(async () => {
    open = await openShape(shape);
    await keepFacts(open.database.owner);
  });
  afterEach(() => restoreFacts(open.database.owner));
  afterAll(() => open?.close());

  /** What Grace is answered where something happens between the first read and the next. */
  async function answered(meanwhile: () => Promise<unknown>): Promise<Answer> {
    const { owner } = open.database;
    const before = await open.gate.ask(grace, QUERY);
    expect(before.body.data.episode.family.members.length).toBeGreaterThan(0);
    let asking: Promise<Answer> | undefined;
    await owner.transaction(async (holding) => {
      await holding.run({
        text: 'LOCK TABLE families.family IN ACCESS EXCLUSIVE MODE',
        values: [],
      });
      asking = open.gate.ask(grace, QUERY);
      for (let waits = false; !waits; ) {
        const [row] = await owner.run<{ waits: boolean }>({
          text: `SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = 'families.family'::regclass
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS waits`,
          values: [],
        });
        waits = row?.waits === true;
      }
      await meanwhile();
    });
    if (asking === undefined) throw new TypeError('It was asked.');
    return asking;
  }

  async function agencyStep(
    who: { readonly subject: string },
    command: string,
    given: object = {},
  ): Promise<void> {
    const [row] = await open.database.owner.run<{ revision: number }>({
      text: 'SELECT revision FROM access.agency WHERE id = $1',
      values: [grace.agency.id],
    });
    const step = {
      agency: grace.agency.id,
      expectedRevision: row?.revision,
      reason: 'r',
      ...given,
    };
    const shows = '... on AgencyChanged { agency { state } }';
    carriedOut(await commands(open.gate, who, command, step, { shows }));
  }

  const accountStep = (who: { readonly subject: string }, command: string) => async () => {
    const step = { practitioner: grace.id, expectedRevision: 1, reason: 'r' };
    const shows = '... on AccountChanged { state }';
    carriedOut(await commands(open.gate, who, command, step, { shows }));
  };

  test.each([
    ['the account is locked', accountStep(adaline, 'lockDownAccount'), 'ACCOUNT_NOT_ACTIVE'],
    ['its holder left', accountStep(caspar, 'reportLeaver'), 'ACCOUNT_NOT_ACTIVE'],
    [
      'the agency is suspended',
      async () => {
        await agencyStep(gideon, 'suspendAgency');
        await agencyStep(dorothea, 'decideOnSuspension', { agree: true });
      },
      'AGENCY_NOT_IN_FORCE',
    ],
    [
      'the agency’s signature ends',
      () =>
        open.database.owner.script(
          `UPDATE access.agency_signature SET ends_at = '${now}' WHERE agency_id = '${grace.agency.id}'`,
        ),
      'AGENCY_NOT_IN_FORCE',
    ],
    [
      'the training runs out',
      () =>
        open.database.owner.script(
          `UPDATE access.training SET expires_on = date '${now}' - 1 WHERE account_id = '${grace.id}'`,
        ),
      'TRAINING_NOT_VALID',
    ],
  ])(
    'is refused at its next read once %s, and nothing of it is given or recorded',
    async (_, meanwhile, code) => {
      const refused: Answer[] = [];
      const rows = await recordedBy(open.database.owner, async () => {
        refused.push(await answered(meanwhile));
      });
      const [{ body, text } = { body: {}, text: '' }] = refused;
      expect(body.data ?? null).toBeNull();
      expect(body.errors?.[0]?.extensions['code']).toBe(code);
      expect(text).not.toContain(reference);
      // Only what was asked before anything happened is on the ledger.
      expect(rows.filter(({ account_id }) => account_id === grace.id)).toHaveLength(1);
    },
  );

  test.each([
    ['suspended', 'suspended_at'],
    ['revoked', 'revoked_at'],
  ])('finds nothing more at its next read once the grant is %s', async (_, column) => {
    const { body } = await answered(() =>
      open.database.owner.script(
        `UPDATE access.access_grant SET ${column} = '${now}' WHERE account_id = '${grace.id}' AND episode_id = '${episodeId}'`,
      ),
    );
    expect(body.errors).toBeUndefined();
    expect(body.data.episode.family?.members ?? null).toBeNull();
  });
});
