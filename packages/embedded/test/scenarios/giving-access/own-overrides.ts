import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { COUNTY_NOW } from '../../county-fixture.ts';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { fires } from '../vocabulary/due-work.ts';
import type { Overridden } from '../vocabulary/override.ts';
import { known, OVERRIDE_CHANGED, overrideOf, protector } from '../vocabulary/override.ts';
import { holdsOffice, relates } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { adaline, barnaby, dorothea, kwame, quincy } = cast.practitioners;
const { okafor } = cast.families;
const { ada } = okafor.persons;
const TOLD = 'OVERRIDE_USED';
const REMINDED = 'OVERRIDE_TO_EXPLAIN';
const NOBODY_FREE = 'NO_PROTECTION_OFFICER_FREE';

interface Listed {
  readonly override: string;
  readonly explanation: string;
  readonly explainedByOfficer: boolean;
}

/** Overrides of whoever turns out to be related, or watches over overrides themselves: somebody else looks at them. */
export function ownOverrides(scene: Scene): void {
  const { gate, clock } = scene;
  const owner = () => scene.database().owner;
  const takes = async (who: typeof kwame): Promise<Overridden> =>
    protector(gate(), who).does<Overridden>(
      'overrideForSafeguarding',
      overrideOf([await known(owner(), ada)], who),
      OVERRIDE_CHANGED,
    );
  const fresh = () =>
    owner().script(`DELETE FROM partners.safeguarding_override;
      DELETE FROM scheduler.notice WHERE kind IN ('${TOLD}', '${REMINDED}', '${NOBODY_FREE}')`);
  const told = async (kind: string): Promise<readonly string[]> => {
    const rows = await owner().run<{ account: string }>({
      text: 'SELECT to_account AS account FROM scheduler.notice WHERE kind = $1 ORDER BY 1',
      values: [kind],
    });
    return rows.map(({ account }) => account);
  };
  const officer = (who: typeof dorothea) => new Doer(gate(), who, 'ADMINISTRATION');
  const listed = async (who: typeof dorothea): Promise<readonly Listed[]> => {
    const { body, text } = await officer(who).asks(
      '{ overrides { override explanation explainedByOfficer } }',
    );
    expect(body.errors, text).toBeUndefined();
    return body.data.overrides;
  };
  const explanation = (override: string, expectedRevision = 1) => ({
    override,
    expectedRevision,
    reason: 'His sister would hear of it.',
  });
  const explanationsFallDue = async () => {
    clock.set(new Date(daysFromNow(5)));
    await fires(scene, [REMINDED]);
  };

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'denied',
      alone: 'A bar only takes away.',
      that: 'whoever took an override and turns out to be related decides nothing more of it: to them it is not there, not to be explained and not in their list, and nobody reminds them of it',
    },
    async () => {
      await fresh();
      const { override } = await takes(kwame);
      await relates(scene, kwame, okafor);
      const barred = await protector(gate(), kwame).isRefused(
        'RECORD_UNKNOWN',
        'explainOverride',
        explanation(override),
        OVERRIDE_CHANGED,
      );
      const absent = await protector(gate(), kwame).isRefused(
        'RECORD_UNKNOWN',
        'explainOverride',
        explanation(crypto.randomUUID()),
        OVERRIDE_CHANGED,
      );
      expect(barred).toEqual(absent);
      const { body } = await protector(gate(), kwame).asks('{ myOverrides { override } }');
      expect(body.data.myOverrides).toEqual([]);
      await explanationsFallDue();
      expect(await told(REMINDED)).toEqual([dorothea.id]);
    },
  );

  scenario(
    {
      clause: 'DEV-A2k',
      outcome: 'granted',
      that: 'the officer sees that somebody else than whoever took it is to explain it, and does so themselves',
    },
    async () => {
      await fresh();
      const { override } = await takes(kwame);
      const due = { override, explanation: 'DUE' };
      expect(await listed(dorothea)).toEqual([{ ...due, explainedByOfficer: false }]);
      await relates(scene, kwame, okafor);
      expect(await listed(dorothea)).toEqual([{ ...due, explainedByOfficer: true }]);
      await officer(dorothea).does('explainOverride', explanation(override), OVERRIDE_CHANGED);
      const after = { override, explanation: 'NOT_TOLD', explainedByOfficer: false };
      expect(await listed(dorothea)).toEqual([after]);
      const [step] = await owner().run({
        text: `SELECT actor_id AS actor, on_behalf_of AS "onBehalfOf" FROM partners.access_event
          WHERE subject_id = $1 AND move = 'WITHHOLD'`,
        values: [override],
      });
      expect(step).toEqual({ actor: dorothea.id, onBehalfOf: 'COLLEAGUE' });
    },
  );

  scenario(
    {
      clause: 'DEV-A2k',
      outcome: 'denied',
      that: 'nobody explains an override for whoever took it and may, nor who is no officer, nor an officer who is related',
    },
    async () => {
      await fresh();
      const { override } = await takes(kwame);
      const isUnknownTo = (who: typeof dorothea) =>
        officer(who).isRefused(
          'RECORD_UNKNOWN',
          'explainOverride',
          explanation(override),
          OVERRIDE_CHANGED,
        );
      await isUnknownTo(dorothea);
      await relates(scene, kwame, okafor);
      await isUnknownTo(adaline);
      await relates(scene, dorothea, okafor);
      await isUnknownTo(dorothea);
    },
  );

  const isOut = (state: string) =>
    scene.given.changed('access.account', { id: kwame.id }, { state });

  scenario(
    {
      clause: 'SHR-3.5L-e',
      outcome: 'granted',
      that: 'once whoever took it has no account in use any more the officer sees that it is theirs to explain, in time or late, and does so',
    },
    async () => {
      for (const state of ['LEFT', 'TERMS_BREACH', 'LOCKED_DOWN']) {
        await fresh();
        const { override } = await takes(kwame);
        await isOut(state);
        const listing = { override, explanation: 'DUE', explainedByOfficer: true };
        expect(await listed(dorothea), state).toEqual([listing]);
        await explanationsFallDue();
        expect(await listed(dorothea)).toEqual([{ ...listing, explanation: 'OVERDUE' }]);
        await officer(dorothea).does('explainOverride', explanation(override, 2), OVERRIDE_CHANGED);
        const after = { override, explanation: 'NOT_TOLD', explainedByOfficer: false };
        expect(await listed(dorothea)).toEqual([after]);
        await isOut('ACTIVE');
        clock.set(COUNTY_NOW);
      }
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-e',
      outcome: 'denied',
      that: 'nor is it then explained by who is no officer, nor by an officer who is related; once the account is in use again it is theirs who took it',
    },
    async () => {
      await fresh();
      const { override } = await takes(kwame);
      const isUnknownTo = (who: typeof dorothea) =>
        officer(who).isRefused(
          'RECORD_UNKNOWN',
          'explainOverride',
          explanation(override),
          OVERRIDE_CHANGED,
        );
      await isOut('LOCKED_DOWN');
      await isUnknownTo(adaline);
      await holdsOffice(scene, quincy, 'DATA_PROTECTION_OFFICER');
      await relates(scene, quincy, okafor);
      await isUnknownTo(quincy);
      await isOut('ACTIVE');
      await isUnknownTo(dorothea);
      const own = { override, explanation: 'DUE', explainedByOfficer: false };
      expect(await listed(dorothea)).toEqual([own]);
      await protector(gate(), kwame).does(
        'explainOverride',
        explanation(override),
        OVERRIDE_CHANGED,
      );
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'denied',
      that: 'the only officer who takes an override watches over nobody by it: they hear nothing, find on nothing, and whoever gives that office hears at once that nobody is free, and again when it was not explained',
    },
    async () => {
      await fresh();
      await holdsOffice(scene, dorothea, 'TAF_MEMBER');
      const { override, state } = await takes(dorothea);
      expect(state).toBe('USED');
      expect(await told(TOLD)).toEqual([]);
      expect(await told(NOBODY_FREE)).toEqual([adaline.id, barnaby.id].sort());
      await officer(dorothea).isRefused(
        'OWN_ACCESS',
        'reviewOverride',
        { override, expectedRevision: 1, outcome: 'UPHELD', reason: 'There was danger.' },
        OVERRIDE_CHANGED,
      );
      await explanationsFallDue();
      expect(await told(REMINDED)).toEqual([dorothea.id]);
      expect(await told(NOBODY_FREE)).toHaveLength(4);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'granted',
      that: 'another officer hears of the override that one of them took, and finds on it; then nobody else is looked for',
    },
    async () => {
      await fresh();
      await holdsOffice(scene, dorothea, 'TAF_MEMBER');
      await holdsOffice(scene, quincy, 'DATA_PROTECTION_OFFICER');
      const { override } = await takes(dorothea);
      expect(await told(TOLD)).toEqual([quincy.id]);
      expect(await told(NOBODY_FREE)).toEqual([]);
      await officer(quincy).does(
        'reviewOverride',
        { override, expectedRevision: 1, outcome: 'NOT_UPHELD', reason: 'No danger.' },
        OVERRIDE_CHANGED,
      );
      await explanationsFallDue();
      expect(await told(REMINDED)).toEqual([dorothea.id, quincy.id].sort());
      expect(await told(NOBODY_FREE)).toEqual([]);
    },
  );
}
