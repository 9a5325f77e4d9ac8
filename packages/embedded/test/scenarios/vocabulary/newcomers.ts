import { cast } from '@postern/sample-county';
import type { Asking } from '../../county-fixture.ts';
import type { Answered } from '../../machines/commands.ts';
import { carriedOut, commands } from '../../machines/commands.ts';
import type { Membership } from './membership.ts';
import type { Scene } from './scene.ts';

const { prue, gideon, caspar } = cast.practitioners;
const { fernhollow } = cast.agencies;
const OWN = { shows: '... on EnrolmentChanged { state missing }' };

/** Somebody who is invited, and the code that was sent to them. */
export interface Invited {
  readonly account: string;
  readonly code: string;
}

/** People who come to have an account, in one file of scenarios. */
export class Newcomers {
  readonly #scene: Scene;
  readonly #membership: Membership;

  constructor(scene: Scene, membership: Membership) {
    this.#scene = scene;
    this.#membership = membership;
  }

  /** Somebody of the school, as its contact officer names them. */
  nominee(email: string): Readonly<Record<string, unknown>> {
    return {
      agency: fernhollow.id,
      name: 'Wren Sallow',
      jobTitle: 'Learning mentor',
      email,
    };
  }

  /** A step that somebody who signed in takes themselves. */
  own(
    subject: string,
    command: string,
    given: Readonly<Record<string, unknown>>,
  ): Promise<Answered> {
    return commands(this.#scene.gate(), { subject }, command, given, OWN);
  }

  async confirms(subject: string): Promise<Answered> {
    const { body } = await this.#scene
      .gate()
      .ask(
        { subject },
        'mutation { confirmSecondFactor { ... on EnrolmentChanged { state missing } ... on CommandRefusal { code } } }',
        { purpose: 'ADMINISTRATION' },
      );
    return body.data.confirmSecondFactor;
  }

  /** Nominated by the contact officer, or whoever is named, and invited by the host. */
  async invited(
    nominee: Readonly<Record<string, unknown>>,
    nominator: Asking = caspar,
  ): Promise<Invited> {
    const { account } = carriedOut(await this.#membership.nominates(nominator, nominee));
    carriedOut(await this.#membership.account(prue, 'invitePractitioner', account));
    return { account, code: await this.codeOf(String(nominee['email'])) };
  }

  /** The code that was sent to an address last. */
  async codeOf(email: string): Promise<string> {
    const [notice] = await this.#scene.database().owner.run<{ code: string | null }>({
      text: `SELECT secrets ->> 'code' AS code FROM scheduler.notice WHERE kind = 'INVITATION' AND to_address = $1 AND state = 'WAITING'
        ORDER BY age(xmin) LIMIT 1`,
      values: [email],
    });
    return notice?.code ?? '';
  }

  async trained(account: string): Promise<void> {
    for (const module of ['SYSTEM', 'DATA_AND_SECURITY'])
      carriedOut(
        await this.#membership.account(prue, 'recordTraining', account, {
          module: { enum: module },
          completedOn: '2026-06-01',
          expiresOn: '2027-06-01',
        }),
      );
  }

  /** Takes the invitation and every step after it, up to a role in the team around families. */
  async enrols(subject: string, { account, code }: Invited): Promise<void> {
    carriedOut(await this.own(subject, 'acceptInvitation', { code }));
    await this.trained(account);
    carriedOut(await this.own(subject, 'acceptUserAgreement', { version: '2024-10' }));
    await this.confirms(subject);
    await this.works(account);
  }

  /** Has a role in which access may be given. */
  async works(account: string): Promise<void> {
    carriedOut(
      await commands(
        this.#scene.gate(),
        gideon,
        'assignRole',
        {
          practitioner: account,
          role: 'TAF_MEMBER',
          reason: 'works with families',
          idempotencyKey: crypto.randomUUID(),
        },
        { shows: '... on RoleHoldingChanged { holding }' },
      ),
    );
  }
}
