import { Fault } from '@postern/errors';
import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Asking, Gate, OpenShape } from '../county-fixture.ts';
import { gateFor, openShape, SHAPES } from '../county-fixture.ts';
import { EXPLAIN, NEVER_THERE } from '../policy/explaining.ts';
import type { LedgerRow } from './ledger-rows.ts';
import { recordedBy } from './ledger-rows.ts';

const { grace, niamh, dorothea, caspar } = cast.practitioners;
const { chidi } = cast.families.okafor.persons;
const COORDINATE = 'Person.healthConditions';
const NO_ID = '00000000-0000-0000-0000-000000000000';

describe.each(SHAPES)('an explanation of somebody’s access (%s)', (shape) => {
  let open: OpenShape;
  beforeAll(async () => {
    open = await openShape(shape);
  });
  afterAll(() => open?.close());

  interface About {
    readonly principal?: string | null;
    readonly id?: string;
    readonly coordinate?: string;
  }

  function ask(who: Asking, about: About, gate: Gate = open.gate): ReturnType<Gate['ask']> {
    const { principal = niamh.id, id = chidi.id, coordinate = COORDINATE } = about;
    const variables = { principal, type: 'Person', id, coordinate, purpose: 'COORDINATE_SUPPORT' };
    return gate.ask(who, EXPLAIN, { purpose: 'ADMINISTRATION', variables });
  }

  async function rowsOf(who: Asking, about: About): Promise<readonly LedgerRow[]> {
    return recordedBy(open.database.owner, () => ask(who, about));
  }

  test('is on the ledger: who asked, of whose access, to which field of which record, for what', async () => {
    const [row, ...others] = await rowsOf(dorothea, {});
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      account_id: dorothea.id,
      agency_id: dorothea.agency.id,
      purpose: 'ADMINISTRATION',
      policy_versions: [1],
      coordinates: {},
      persons: [],
      explained: [
        {
          account: niamh.id,
          record: chidi.id,
          coordinate: COORDINATE,
          purpose: 'COORDINATE_SUPPORT',
        },
      ],
    });
    expect(JSON.stringify(row)).not.toContain(chidi.givenName);
  });

  test('whatever it says, and alike of what there is and what there is not', async () => {
    const cases: readonly (readonly [About, string, string])[] = [
      [{ id: NEVER_THERE }, niamh.id, NEVER_THERE],
      [{ id: chidi.id.toUpperCase() }, niamh.id, NO_ID],
      [{ principal: NEVER_THERE }, NEVER_THERE, chidi.id],
      // What is no id is kept as none: a client could write anything there.
      [{ principal: 'Ada Example', id: "'; SELECT 1" }, NO_ID, NO_ID],
    ];
    for (const [about, account, record] of cases) {
      const rows = await rowsOf(dorothea, about);
      expect(rows.map(({ explained }) => explained)).toEqual([
        [{ account, record, coordinate: COORDINATE, purpose: 'COORDINATE_SUPPORT' }],
      ]);
      expect(JSON.stringify(rows)).not.toMatch(/Ada|SELECT/);
    }
  });

  test('is not where nothing was explained, and of one’s own access there is no row', async () => {
    expect(await rowsOf(caspar, {})).toEqual([]);
    expect(await rowsOf(dorothea, { coordinate: 'Person.shoeSize' })).toEqual([]);
    expect(await rowsOf(dorothea, { principal: null })).toEqual([]);
    expect(await rowsOf(dorothea, { principal: dorothea.id })).toEqual([]);
    expect(await rowsOf(grace, { principal: null })).toEqual([]);
  });

  test('is an error where it cannot be recorded, and says nothing; one’s own needs no ledger', async () => {
    const blind = await gateFor(open.database, {
      shape,
      ledger: {
        record: () => Promise.reject(new Fault('LEDGER_UNAVAILABLE')),
        close: async () => {},
      },
    });
    try {
      for (const id of [chidi.id, NEVER_THERE]) {
        const { status, body, text } = await ask(dorothea, { id }, blind);
        expect(status).toBe(503);
        expect(body.errors?.[0]?.extensions['code']).toBe('LEDGER_UNAVAILABLE');
        expect(body.data ?? null).toBeNull();
        expect(text).not.toMatch(/outcome|NOT_FOUND|taf-reads/);
      }
      const own = await ask(dorothea, { principal: null }, blind);
      expect(own.body.data.explainAccess.outcome).toBeOneOf(['NOT_FOUND', 'REFUSED']);
    } finally {
      await blind.close();
    }
  });
});
