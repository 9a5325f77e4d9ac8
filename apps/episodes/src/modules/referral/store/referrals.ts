import type { Held } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import type { ReferralState } from '../referral.machine.ts';
import type { ReferralOutcome, ReferralSource } from '../referral.table.ts';

/** A referral as commands read it. */
export interface HeldReferral extends Held<ReferralState> {
  readonly episodeId: string;
  readonly recordedBy: string;
  readonly concerns: readonly string[];
}

/** @throws CommandRefused RECORD_UNKNOWN */
export async function holdReferral(transaction: Statements, id: string): Promise<HeldReferral> {
  const [row] = isUuid(id)
    ? await transaction.run<HeldReferral & Record<string, unknown>>({
        text: `SELECT id, episode_id AS "episodeId", recorded_by AS "recordedBy", concerns,
            CASE WHEN outcome IS NULL THEN 'MADE' ELSE 'ANSWERED' END AS state, revision
          FROM episodes.referral WHERE id = $1 FOR UPDATE`,
        values: [id],
      })
    : [];
  if (row === undefined) throw new CommandRefused('RECORD_UNKNOWN');
  return row;
}

/** What came of a referral, and when whoever made it was told. */
export interface ReferralAnswer {
  readonly outcome: ReferralOutcome;
  readonly recommendations: string | null;
  readonly by: string;
  readonly at: Date;
}

export async function answerReferral(
  transaction: Statements,
  id: string,
  { outcome, recommendations, by, at }: ReferralAnswer,
): Promise<void> {
  await transaction.run({
    text: `UPDATE episodes.referral SET revision = revision + 1, outcome = $2, recommendations = $3, changed_by = $4, changed_at = $5,
        notified_at = $5 WHERE id = $1`,
    values: [id, outcome, recommendations, by, at.toISOString()],
  });
}

/** How many referrals of an episode nobody answered. */
export async function unansweredReferrals(
  statements: Statements,
  episode: string,
): Promise<number> {
  const [row] = await statements.run<{ unanswered: number }>({
    text: 'SELECT count(*)::integer AS unanswered FROM episodes.referral WHERE episode_id = $1 AND outcome IS NULL',
    values: [episode],
  });
  return row?.unanswered ?? 0;
}

/** A contact as it is taken in: whom it concerns, and by whom and why. */
export interface NewContact {
  readonly familyId: string;
  readonly persons: readonly string[];
  readonly reasons: string;
  readonly source: ReferralSource;
  readonly consultedBeforeDiscussion: string | null;
  readonly recordedBy: string;
  readonly agencyId: string;
  readonly day: string;
  readonly at: Date;
}

/** Where nobody has looked yet how much help a family needs. */
const LEVEL_AT_FIRST = 1;

/**
 * Writes a contact with its referral. Its references are drawn at random, so that they say neither how many there are nor
 * which came before.
 */
export async function addContact(
  transaction: Statements,
  contact: NewContact,
): Promise<{ readonly episode: string; readonly referral: string }> {
  const episode = crypto.randomUUID();
  const referral = crypto.randomUUID();
  const { recordedBy, agencyId, day } = contact;
  await transaction.run({
    text: `INSERT INTO episodes.episode (id, reference, family_id, status, level_of_need, opened_on, reason, allocated_agency_id,
        status_since, never_opened)
      VALUES ($1, access.drawn_reference('EH'), $2, 'CONTACT', $3, $4, $5, $6, $7, true)`,
    values: [
      episode,
      contact.familyId,
      LEVEL_AT_FIRST,
      day,
      contact.reasons,
      agencyId,
      contact.at.toISOString(),
    ],
  });
  await transaction.run({
    text: 'INSERT INTO episodes.episode_person (episode_id, person_id) SELECT $1, unnest($2::uuid[])',
    values: [episode, [...contact.persons]],
  });
  await transaction.run({
    text: `INSERT INTO episodes.referral (id, episode_id, reference, referred_on, reasons, recorded_by, agency_id, recorded_at,
        nature, concerns, source, consulted_before_discussion)
      VALUES ($1, $2, access.drawn_reference('R'), $3, $4, $5, $6, $7, 'MIXED', $8, $9, $10)`,
    values: [
      referral,
      episode,
      day,
      contact.reasons,
      recordedBy,
      agencyId,
      contact.at.toISOString(),
      [...contact.persons],
      contact.source,
      contact.consultedBeforeDiscussion,
    ],
  });
  return { episode, referral };
}
