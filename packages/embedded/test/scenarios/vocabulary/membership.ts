import { cast } from '@postern/sample-county';
import type { Asking } from '../../county-fixture.ts';
import type { Answered } from '../../machines/commands.ts';
import { carriedOut, commands } from '../../machines/commands.ts';
import { fires } from './due-work.ts';
import type { Scene } from './scene.ts';

const { prue } = cast.practitioners;
const AGENCY = '... on AgencyChanged { agency { id state revision leavesAt } }';
const ACCOUNT = '... on AccountChanged { account state revision }';
const DAY = 86_400_000;

export const SIGNATURE = {
  agreement: 'SHROPSHIRE_ISA',
  version: '1.1',
  signatoryName: 'Imelda Roach',
  signatoryTitle: 'Chief executive',
  registrationNumber: 'ZA000001',
  signedOn: '2026-06-17',
  staff: [{ name: 'Orla Finn', jobTitle: 'Nurse' }],
};

/** What becomes of agencies and people in one file of scenarios. */
export class Membership {
  readonly #scene: Scene;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** A step of an agency as it now stands. */
  async step(
    who: Asking,
    command: string,
    agency: string,
    given: Readonly<Record<string, unknown>> = {},
  ): Promise<Answered> {
    const [row] = await this.#scene.database().owner.run<{ revision: number }>({
      text: 'SELECT revision FROM access.agency WHERE id::text = $1',
      values: [agency],
    });
    const step = { agency, expectedRevision: row?.revision ?? 1, reason: 'as agreed', ...given };
    return commands(this.#scene.gate(), who, command, step, { shows: AGENCY });
  }

  /** A step of somebody's account as it now stands. */
  async account(
    who: Asking,
    command: string,
    practitioner: string,
    given: Readonly<Record<string, unknown>> = {},
  ): Promise<Answered> {
    const [row] = await this.#scene.database().owner.run<{ revision: number }>({
      text: 'SELECT revision FROM access.account WHERE id::text = $1',
      values: [practitioner],
    });
    const step = {
      practitioner,
      expectedRevision: row?.revision ?? 1,
      reason: 'as told',
      ...given,
    };
    return commands(this.#scene.gate(), who, command, step, { shows: ACCOUNT });
  }

  nominates(who: Asking, given: Readonly<Record<string, unknown>>): Promise<Answered> {
    const step = { reason: 'needed', idempotencyKey: crypto.randomUUID(), ...given };
    return commands(this.#scene.gate(), who, 'nominatePractitioner', step, { shows: ACCOUNT });
  }

  /** An agency that was just invited. */
  async invited(): Promise<string> {
    const { agency } = carriedOut(
      await commands(
        this.#scene.gate(),
        prue,
        'inviteAgency',
        {
          name: 'Saltmarsh Surgery',
          kind: { enum: 'HEALTH' },
          domains: ['saltmarsh.example'],
          reason: 'wants to join',
          idempotencyKey: crypto.randomUUID(),
        },
        { shows: AGENCY },
      ),
    );
    await this.#scene.database().owner.run({
      text: `INSERT INTO access.issuer_agency (issuer_id, agency_id) VALUES ('development', $1)`,
      values: [agency.id],
    });
    return agency.id;
  }

  async hasContactOfficer(agency: string): Promise<void> {
    carriedOut(
      await this.step(prue, 'nameContactOfficer', agency, {
        name: 'Orla Finn',
        jobTitle: 'Practice manager',
        phone: '01632 960101',
        email: 'orla.finn@saltmarsh.example',
      }),
    );
  }

  async hasEvidence(agency: string, ...kinds: readonly string[]): Promise<void> {
    for (const kind of kinds)
      carriedOut(
        await this.step(prue, 'recordAgencyEvidence', agency, {
          kind: { enum: kind },
          validFrom: '2026-01-01',
          validUntil: '2060-01-01',
        }),
      );
  }

  /** An agency that negotiated and has all its papers. */
  async ready(): Promise<string> {
    const agency = await this.invited();
    carriedOut(await this.step(prue, 'beginNegotiation', agency));
    await this.hasContactOfficer(agency);
    await this.hasEvidence(agency, 'POLICIES', 'DATA_SPECIFICATION');
    return agency;
  }

  signs(agency: string, over: Readonly<Record<string, unknown>> = {}): Promise<Answered> {
    return this.step(prue, 'signAgreement', agency, { signature: { ...SIGNATURE, ...over } });
  }

  /** An agency that takes part. */
  async active(over: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const agency = await this.ready();
    carriedOut(await this.signs(agency, over));
    carriedOut(await this.step(prue, 'activateAgency', agency));
    return agency;
  }

  async stateOf(table: 'agency' | 'account', id: string): Promise<string> {
    const [row] = await this.#scene.database().owner.run<{ state: string }>({
      text: `SELECT state FROM access.${table} WHERE id = $1`,
      values: [id],
    });
    return row?.state ?? '';
  }

  /** Somebody's grants that still count, by what was done to them. */
  async grantsOf(account: string): Promise<readonly string[]> {
    const rows = await this.#scene.database().owner.run<{ is: string }>({
      text: `SELECT coalesce('REVOKED ' || revoked_cause, CASE WHEN suspended_at IS NULL THEN 'LIVE' ELSE 'SUSPENDED' END) AS is
        FROM access.access_grant WHERE account_id = $1 AND (ends_at IS NULL OR ends_at > $2) AND revoked_cause IS DISTINCT FROM 'EPISODE_CLOSED' ORDER BY 1`,
      values: [account, this.#scene.clock.now().toISOString()],
    });
    return [...new Set(rows.map((row) => row.is))];
  }

  /** What was posted of a kind since the county was loaded. */
  async told(kind: string): Promise<readonly Answered[]> {
    return this.#scene.database().owner.run({
      text: 'SELECT to_account AS account, to_address AS address, params FROM scheduler.notice WHERE kind = $1',
      values: [kind],
    });
  }

  /** So many days later everything that is due of these kinds happens. */
  async later(days: number, ...timers: readonly string[]): Promise<void> {
    const { clock } = this.#scene;
    clock.set(new Date(clock.now().getTime() + days * DAY));
    await fires(this.#scene, timers);
  }
}
