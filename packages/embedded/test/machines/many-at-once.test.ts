import { cast } from '@postern/sample-county';
import { describe, expect, test } from 'vitest';
import { countyDatabase, gateFor, SHAPES } from '../county-fixture.ts';
import { commands } from './commands.ts';

const { tom, niamh, grace, kwame, callum, joel, uma, rhona } = cast.practitioners;
const EPISODE = cast.families.okafor.episodes.current;
/** Twice as many as a service has sessions for its transactions. */
const WORKERS = [tom, niamh, grace, kwame, callum, joel, uma, rhona];

describe.each(SHAPES)('%s', (shape) => {
  test('more commands at once than there are sessions are all answered, at a gate that knows none of those who ask', async () => {
    const database = await countyDatabase();
    const gate = await gateFor(database, { shape });
    try {
      const answers = await Promise.all(
        WORKERS.map((who) =>
          commands(
            gate,
            who,
            'declareConflict',
            { episode: EPISODE.id, reason: 'A cousin.', idempotencyKey: who.id },
            { shows: '... on ConflictChanged { state }', purpose: 'COORDINATE_SUPPORT' },
          ),
        ),
      );
      const types = answers.map(({ __typename: type, turnedAway }) => type ?? turnedAway?.code);
      expect(types.filter((type) => type === 'ConflictChanged').length).toBeGreaterThan(2);
      for (const type of types) expect(['ConflictChanged', 'CommandRefusal']).toContain(type);
      const { body } = await gate.ask(tom, '{ me { name } }');
      expect(body.data.me.name).toBe(tom.name);
    } finally {
      await gate.close();
      await database.drop();
    }
  });
});
