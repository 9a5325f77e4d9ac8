import type { Partnership } from '@postern/agreements';
import type { Ledger } from '@postern/ledger';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Asking, CountyDatabase, Gate } from '../../county-fixture.ts';
import { COUNTY_NOW, CountyClock, countyDatabase, gateFor } from '../../county-fixture.ts';
import { Facts } from './facts.ts';
import { Reader } from './reader.ts';

/** The county of one file of scenarios: its facts, its clock and whoever comes to its gate. */
export interface Scene {
  readonly given: Facts;
  readonly clock: CountyClock;
  database(): CountyDatabase;
  gate(): Gate;
  /** Somebody who comes to the gate; by default to understand needs, after a second factor. */
  reader(who: Asking): Reader;
  /** The same, where other agreements are in force. */
  readerUnder(partnership: Partnership, who: Asking): Promise<Reader>;
  /** The same, at a gate of its own whose ledger is another. */
  readerOver(ledger: Ledger, who: Asking, work: (reader: Reader) => Promise<void>): Promise<void>;
}

/** Sets the scene for a test file; facts and clock go back to where they were after every scenario. */
export function setScene(): Scene {
  const clock = new CountyClock();
  let database: CountyDatabase | undefined;
  let gate: Gate | undefined;
  const underOthers = new Map<Partnership, Promise<Gate>>();
  const opened = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('the scene is set before the first scenario');
    return thing;
  };
  const given = new Facts(() => opened(database).owner);

  beforeAll(async () => {
    database = await countyDatabase();
    gate = await gateFor(database, { clock });
  });
  afterEach(async () => {
    clock.set(COUNTY_NOW);
    await given.restore();
  });
  afterAll(async () => {
    for (const other of underOthers.values()) await (await other).close();
    await gate?.close();
    await database?.drop();
  });

  return {
    given,
    clock,
    database: () => opened(database),
    gate: () => opened(gate),
    reader: (who) => new Reader(opened(gate), who),
    readerUnder: async (partnership, who) => {
      const other =
        underOthers.get(partnership) ?? gateFor(opened(database), { clock, partnership });
      underOthers.set(partnership, other);
      return new Reader(await other, who);
    },
    readerOver: async (ledger, who, work) => {
      const other = await gateFor(opened(database), { clock, ledger });
      try {
        await work(new Reader(other, who));
      } finally {
        await other.close();
      }
    },
  };
}
