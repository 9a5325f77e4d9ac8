import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COUNTY_NOW } from '../county-fixture.ts';
import { known } from '../scenarios/vocabulary/override.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { Doer } from './doer.ts';
import { authorise, convicted, readsOf } from './offence-authority.ts';
import { STEPS, walk } from './walking.ts';

const { prue, sian, rhona, marcus } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const READERS = [sian, rhona, marcus] as const;
const HOUR = 3_600_000;
const scene = setScene();

/** What each reader has, and what stands against it; told by the domain's invariants and by nothing of the code. */
interface Known {
  grantUntil: number | null;
  overrideUntil: number | null;
  locked: boolean;
  trained: boolean;
  excluded: boolean;
  related: boolean;
  /** How often they said another authority for offence data, and whether what they said last is one. */
  said: number;
  authority: boolean;
}

const ABOUT = ['GRANT', 'REMOVE', 'OVERRIDE', 'LOCK', 'TRAIN', 'RELATE', 'AUTHORISE'] as const;
type Step =
  | { readonly kind: (typeof ABOUT)[number]; readonly at: number }
  | { readonly kind: 'CLOSE' | 'AGREE' }
  | { readonly kind: 'TIME'; readonly hours: number };

const at = fc.nat({ max: READERS.length - 1 });
const about = (kind: (typeof ABOUT)[number]) => fc.record({ kind: fc.constant(kind), at });
const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: about('GRANT') },
  { weight: 3, arbitrary: about('REMOVE') },
  { weight: 4, arbitrary: about('OVERRIDE') },
  { weight: 3, arbitrary: about('LOCK') },
  { weight: 3, arbitrary: about('TRAIN') },
  { weight: 2, arbitrary: about('RELATE') },
  { weight: 4, arbitrary: about('AUTHORISE') },
  { weight: 1, arbitrary: fc.constant({ kind: 'CLOSE' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'AGREE' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('TIME' as const),
      hours: fc.constantFrom(1, 23, 24, 100),
    }),
  },
);

const TO_MEET = [
  ...['excluded', 'grant that opens nothing', 'offence by authority', 'offence without authority'],
  ...['override against exclusion', 'read'],
];

test('whatever happened before: deny beats allow, an exclusion beats a grant, an override beats the exclusion and a family that has not agreed and nothing else, offences need an authority, and every condition is asked again of every read', async () => {
  const all = new Map<string, Known>(READERS.map(({ id }) => [id, fresh()]));
  const of = (n: number) => READERS[n] ?? sian;
  const facts = (n: number) => all.get(of(n).id) ?? fresh();
  let [open, agreed] = [true, true];
  const now = () => scene.clock.now().getTime();
  const owner = (text: string, ...values: readonly unknown[]) =>
    scene.database().owner.transaction(async (transaction) => {
      await transaction.run({
        text: `SELECT set_config('postern.now', $1, true)`,
        values: [scene.clock.now().toISOString()],
      });
      await transaction.run({ text, values: [...values] });
    });
  const host = new Doer({ ask: (...given) => scene.gate().ask(...given) }, prue, 'ADMINISTRATION');
  const person = await known(scene.database().owner, convicted);

  const take: Readonly<Record<Step['kind'], (step: Step) => Promise<void>>> = {
    GRANT: async (step) => {
      const n = 'at' in step ? step.at : 0;
      const mine = facts(n);
      const until = now() + 48 * HOUR;
      const { refused } = await host.tries(
        'grantAccess',
        {
          practitioner: of(n).id,
          episode: okafor.id,
          role: 'TAF_MEMBER',
          workingRelationship: 'Works with the family',
          endsAt: new Date(until).toISOString(),
          reason: 'as the plan has it',
          idempotencyKey: crypto.randomUUID(),
        },
        'AccessGrantChanged { grant { id } }',
      );
      const may =
        !isAhead(mine.grantUntil) &&
        !mine.locked &&
        mine.trained &&
        !mine.excluded &&
        !mine.related &&
        open &&
        agreed;
      expect(refused === null).toBe(may);
      if (may) mine.grantUntil = until;
    },
    REMOVE: async (step) => {
      const n = 'at' in step ? step.at : 0;
      const mine = facts(n);
      if (mine.excluded) {
        await owner(
          `UPDATE families.exclusion SET ends_at = $1 WHERE episode_id = $2 AND excluded_agency_id = $3 AND ends_at IS NULL`,
          scene.clock.now().toISOString(),
          okafor.id,
          of(n).agency.id,
        );
        mine.excluded = false;
        return;
      }
      await host.does(
        'removeAtFamilysRequest',
        {
          episode: okafor.id,
          agency: of(n).agency.id,
          viable: true,
          reason: 'as the family asks',
          idempotencyKey: crypto.randomUUID(),
        },
        'FamilyRemovalChanged { removal }',
      );
      Object.assign(mine, { excluded: true, grantUntil: null });
    },
    OVERRIDE: async (step) => {
      const n = 'at' in step ? step.at : 0;
      const mine = facts(n);
      // The limit of a day is its own scenario; here every attempt is a first one.
      await owner("UPDATE partners.safeguarding_override SET at = at - interval '2 days'");
      const doer = new Doer(scene.gate(), of(n), 'SAFEGUARDING');
      const { body } = await doer.sends(
        'overrideForSafeguarding',
        {
          about: [person],
          classes: [],
          reason: 'She may not go home tonight.',
          noOtherWay: 'Nobody answers.',
          legal: { article6: '6(1)(e)' },
          hours: 24,
          idempotencyKey: crypto.randomUUID(),
        },
        'OverrideChanged { state }',
      );
      const admitted = !mine.locked && mine.trained;
      expect(body.errors === undefined).toBe(admitted);
      if (!admitted) return;
      const may = !mine.related && open;
      expect(body.data.overrideForSafeguarding.state).toBe(may ? 'USED' : 'NO_MATCH');
      if (may) mine.overrideUntil = Math.max(mine.overrideUntil ?? 0, now() + 24 * HOUR);
    },
    LOCK: async (step) => {
      const n = 'at' in step ? step.at : 0;
      facts(n).locked = !facts(n).locked;
      await owner(
        'UPDATE access.account SET state = $1 WHERE id = $2',
        facts(n).locked ? 'LOCKED_DOWN' : 'ACTIVE',
        of(n).id,
      );
    },
    TRAIN: async (step) => {
      const n = 'at' in step ? step.at : 0;
      facts(n).trained = !facts(n).trained;
      await owner(
        `UPDATE access.training SET expires_on = $1 WHERE account_id = $2 AND module = 'SYSTEM'`,
        facts(n).trained ? '2031-01-01' : '2026-06-01',
        of(n).id,
      );
    },
    RELATE: async (step) => {
      const n = 'at' in step ? step.at : 0;
      facts(n).related = !facts(n).related;
      if (facts(n).related)
        await owner(
          'INSERT INTO access.conflict_of_interest (id, account_id, family_id, declared_at) VALUES (gen_random_uuid(), $1, $2, $3)',
          of(n).id,
          cast.families.okafor.id,
          scene.clock.now().toISOString(),
        );
      else await owner('DELETE FROM access.conflict_of_interest WHERE account_id = $1', of(n).id);
    },
    AUTHORISE: async (step) => {
      const mine = facts('at' in step ? step.at : 0);
      mine.authority = await authorise(
        scene.database().owner,
        of('at' in step ? step.at : 0),
        mine.said,
      );
      mine.said += 1;
    },
    CLOSE: async () => {
      open = !open;
      await owner(
        'UPDATE episodes.episode SET status = $1 WHERE id = $2',
        open ? 'OPEN_TAF' : 'CLOSED',
        okafor.id,
      );
      if (!open)
        for (const each of all.values())
          Object.assign(each, { grantUntil: null, overrideUntil: null });
    },
    AGREE: async () => {
      agreed = !agreed;
      await owner(
        'UPDATE families.family_agreement SET withdrawn_at = $1 WHERE episode_id = $2',
        agreed ? null : scene.clock.now().toISOString(),
        okafor.id,
      );
    },
    TIME: (step) => {
      scene.clock.set(new Date(now() + ('hours' in step ? step.hours : 0) * HOUR));
      return Promise.resolve();
    },
  };

  function isAhead(until: number | null): boolean {
    return until !== null && until > now();
  }

  /** What stands against everybody's reading does not stand for long: otherwise little would ever be read. */
  const mends: { readonly due: number; readonly step: Step }[] = [];
  const met = new Set<string>();
  const stands = (step: Step): boolean => {
    if (step.kind === 'CLOSE') return !open;
    if (step.kind === 'AGREE') return !agreed;
    if (!('at' in step)) return false;
    const { locked, trained, related } = facts(step.at);
    return {
      LOCK: locked,
      TRAIN: !trained,
      RELATE: related,
      GRANT: false,
      REMOVE: false,
      OVERRIDE: false,
      AUTHORISE: false,
    }[step.kind];
  };

  await walk(
    steps,
    async (step, position) => {
      while ((mends[0]?.due ?? position + 1) <= position) {
        const mend = mends.shift();
        if (mend !== undefined && stands(mend.step)) await take[mend.step.kind](mend.step);
      }
      mends.push({ due: position + 2, step });
      await take[step.kind](step);
      for (const [n, reader] of READERS.entries()) {
        const mine = facts(n);
        const admitted = !mine.locked && mine.trained;
        const granted = isAhead(mine.grantUntil) && !mine.excluded && agreed;
        const reads = admitted && open && !mine.related && (granted || isAhead(mine.overrideUntil));
        const read = await readsOf(scene.gate(), reader);
        // The offences of somebody are read with what they are part of, and by an authority of Article 10 alone.
        const offences = reads && mine.authority ? 1 : 0;
        const expected = { admitted, episode: reads ? okafor.id : null, offences };
        expect(read, `${step.kind} ${n}`).toEqual(expected);
        if (offences > 0) met.add('offence by authority');
        else if (reads && mine.said > 0) met.add('offence without authority');
        if (reads) met.add(mine.excluded ? 'override against exclusion' : 'read');
        else if (mine.excluded && admitted) met.add('excluded');
        else if (isAhead(mine.grantUntil)) met.add('grant that opens nothing');
      }
    },
    { count: Math.ceil(STEPS * 0.4), until: () => met.size >= TO_MEET.length },
  );
  expect([...met].sort()).toEqual(TO_MEET);
  expect(scene.clock.now().getTime()).toBeGreaterThan(COUNTY_NOW.getTime());
});

function fresh(): Known {
  return {
    grantUntil: null,
    overrideUntil: null,
    locked: false,
    trained: true,
    excluded: false,
    related: false,
    said: 0,
    authority: false,
  };
}
