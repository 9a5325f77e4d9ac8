import { civilDay } from '@postern/policy';
import type { Firing, Statements, TimerKind } from '@postern/scheduler';
import { NoLongerDue, unfired } from '@postern/scheduler';
import { holdEpisode, recordEvent, startOfDay, takingByService } from '@postern/steps';
import { agreementMachine } from './agreement.machine.ts';
import { settle, stepPart } from './commands/step.ts';
import type { Part } from './law/part.ts';
import { ageOf, birthday } from './law/part.ts';
import type { Agreement } from './store/agreements.ts';
import { holdAgreement } from './store/agreements.ts';
import { currentNotice, ownWordFrom } from './store/notice.ts';
import { holdParts, openParts, partId, writePart } from './store/parts.ts';
import { tellLead } from './store/told.ts';

const CO_SIGNATURE = 'CO_SIGNATURE_DUE';
const MEMBER_LEFT = 'AGREEMENT_MEMBER_LEFT';
const NEW_FORM = 'AGREEMENT_FORM_SUPERSEDED';

/** Agreements in force, each with the people whom its episode concerns. */
const AGREED = `families.family_agreement held JOIN access.episode_person of ON of.episode_id = held.episode_id
  JOIN families.person who ON who.id = of.person_id
  LEFT JOIN families.agreement_part part ON part.agreement_id = held.id AND part.person_id = of.person_id`;
const IN_FORCE = `held.state IN ('SIGNED', 'SIGNED_WITH_EXCLUSIONS') AND (held.withdrawn_at IS NULL OR held.withdrawn_at > $1)
  AND NOT EXISTS (SELECT FROM access.episode over WHERE over.id = held.episode_id AND over.status IN ('CLOSED', 'NO_FURTHER_ACTION', 'SIGNPOSTED'))`;
const PART = partId('held.id', 'of.person_id');

const SO_OLD = '(who.date_of_birth + make_interval(years => $3))::date';

/** When somebody turns so old: the beginning of that day in London; of 29 February the day after the 28th. */
const OLD_ENOUGH = startOfDay(
  `(${SO_OLD} + (extract(day FROM ${SO_OLD}) < extract(day FROM who.date_of_birth))::integer)`,
);

/** Since when somebody is no longer part of the household: they died, or live in none of the family's any more. */
const GONE_SINCE =
  startOfDay(`coalesce(who.deceased_on, (SELECT max(home.ended_on) FROM families.household_member home
  JOIN families.household lived ON lived.id = home.household_id AND lived.family_id = held.family_id WHERE home.person_id = who.id
  HAVING count(*) = count(home.ended_on) AND count(*) > 0))`);

interface Found {
  readonly subjectId: string;
  readonly dueAt: Date;
}

/** What happens to an agreement because time goes on: a child grows up, somebody leaves, the form changes. */
export const agreementTimers: readonly TimerKind[] = [
  {
    name: CO_SIGNATURE,
    clause: 'SHR-3.4.3c',
    due: async (statements, now, limit) =>
      found(statements, {
        text: `SELECT ${PART} AS "subjectId", ${OLD_ENOUGH} AS "dueAt" FROM ${AGREED}
          WHERE ${IN_FORCE} AND who.deceased_on IS NULL AND ${OLD_ENOUGH} <= $1 AND ${OLD_ENOUGH} > held.signed_at
            AND (part.id IS NULL OR part.agrees AND NOT part.co_signature_due)
            AND NOT EXISTS (SELECT FROM families.agreement_signer word WHERE word.agreement_id = held.id AND word.person_id = who.id AND word.for_person_id IS NULL)
            AND ${unfired(CO_SIGNATURE, { subject: PART, dueAt: OLD_ENOUGH })} ORDER BY 2, 1 LIMIT $2`,
        values: [now.toISOString(), limit, await ownWordFrom(statements)],
      }),
    fire: async (firing) => {
      const { agreement, part, ownWord } = await opened(firing);
      const { transaction, now } = firing;
      const ages = { today: civilDay(now), ownWordFrom: ownWord };
      if (part.bornOn === null || birthday(part.bornOn, ownWord) > ages.today)
        throw new NoLongerDue();
      if (!part.agrees || part.ownWord || part.coSignatureDue || ageOf(part, ages) === 'CHILD')
        throw new NoLongerDue();
      await writePart(transaction, part.id, { coSignatureDue: true }, now);
      await recordEvent(
        transaction,
        {
          machine: agreementMachine.name,
          subject: part.id,
          move: CO_SIGNATURE,
          before: part.state,
          after: part.state,
          onBehalfOf: 'SERVICE',
          reason: 'They are old enough to be asked themselves.',
          about: { episode: agreement.episodeId },
        },
        takingByService(transaction, now).actor,
      );
      await tellLead(transaction, { kind: CO_SIGNATURE, episode: agreement.episodeId }, now);
    },
  },
  {
    name: MEMBER_LEFT,
    clause: 'SHR-3.4.3a',
    due: (statements, now, limit) =>
      found(statements, {
        text: `SELECT gone."subjectId", gone."dueAt" FROM (SELECT ${PART} AS "subjectId", ${GONE_SINCE} AS "dueAt", part.state FROM ${AGREED} WHERE ${IN_FORCE}) gone
          WHERE gone."dueAt" <= $1 AND gone.state IS DISTINCT FROM 'LAPSED' AND gone.state IS DISTINCT FROM 'WITHDRAWN'
            AND ${unfired(MEMBER_LEFT, { subject: 'gone."subjectId"', dueAt: 'gone."dueAt"' })} ORDER BY 2, 1 LIMIT $2`,
        values: [now.toISOString(), limit],
      }),
    fire: async (firing) => {
      const { agreement, part } = await opened(firing);
      const { transaction, now } = firing;
      if (!agreementMachine.moves.LAPSE.from.includes(part.state)) throw new NoLongerDue();
      const taking = takingByService(transaction, now);
      // What they said for a child was said, and goes on; for themselves nobody agrees any more.
      await stepPart(
        { agreement },
        part,
        {
          move: 'LAPSE',
          onBehalfOf: 'SERVICE',
          reason: 'They are no longer part of the household.',
          change: { agrees: false, basis: null },
        },
        taking,
      );
      await settle({ agreement }, taking);
      await tellLead(
        transaction,
        { kind: 'AGREEMENT_TO_ASK_AGAIN', episode: agreement.episodeId },
        now,
      );
    },
  },
  {
    name: NEW_FORM,
    clause: 'SHR-0-ver',
    due: async (statements, now, limit) => {
      const current = await currentNotice(statements, civilDay(now));
      if (current === null) return [];
      const since = `(SELECT max(${startOfDay('notice.in_force_from')}) FROM access.agreement notice WHERE notice.kind = 'NOTICE' AND notice.version = $3)`;
      return found(statements, {
        text: `SELECT ${PART} AS "subjectId", ${since} AS "dueAt" FROM ${AGREED}
          WHERE ${IN_FORCE} AND coalesce(part.form_version, held.form_version) <> $3
            AND (part.id IS NULL OR part.state IN ('SIGNED', 'SIGNED_WITH_EXCLUSIONS'))
            AND ${unfired(NEW_FORM, { subject: PART, dueAt: since })} ORDER BY 2, 1 LIMIT $2`,
        values: [now.toISOString(), limit, current],
      });
    },
    fire: async (firing) => {
      const { agreement, part, others } = await opened(firing);
      const { transaction, now } = firing;
      const current = await currentNotice(transaction, civilDay(now));
      if (current === null || part.formVersion === current) throw new NoLongerDue();
      if (!agreementMachine.moves.SUPERSEDE.from.includes(part.state)) throw new NoLongerDue();
      const taking = takingByService(transaction, now);
      // They are asked again; until they answer, what they said stands.
      await stepPart(
        { agreement },
        part,
        {
          move: 'SUPERSEDE',
          onBehalfOf: 'SERVICE',
          reason: 'There is a new form.',
          details: { formVersion: current },
        },
        taking,
      );
      await settle({ agreement }, taking);
      // Once for the family, however many of it are asked.
      if (others.every(({ state }) => state !== 'SUPERSEDED'))
        await tellLead(
          transaction,
          { kind: 'AGREEMENT_TO_ASK_AGAIN', episode: agreement.episodeId },
          now,
        );
    },
  },
];

async function found(
  statements: Statements,
  statement: { readonly text: string; readonly values: readonly unknown[] },
): Promise<readonly Found[]> {
  const rows = await statements.run<Found & Record<string, unknown>>({
    text: statement.text,
    values: [...statement.values] as never,
  });
  return rows.map(({ subjectId, dueAt }) => ({ subjectId, dueAt: new Date(dueAt) }));
}

/** The part that a timer is about, whether or not anybody wrote it down yet, held with its agreement. */
async function opened({ transaction, subjectId, now }: Firing): Promise<{
  readonly agreement: Agreement;
  readonly part: Part;
  readonly others: readonly Part[];
  readonly ownWord: number;
}> {
  const [on] = await transaction.run<{ episode: string; by: string; agency: string }>({
    text: `SELECT held.episode_id AS episode, held.recorded_by AS by, held.agency_id AS agency FROM families.family_agreement held
      JOIN access.episode_person of ON of.episode_id = held.episode_id WHERE ${PART} = $1`,
    values: [subjectId],
  });
  if (on === undefined) throw new NoLongerDue();
  await holdEpisode(transaction, on.episode);
  const agreement = await holdAgreement(transaction, on.episode);
  if (agreement === null) throw new NoLongerDue();
  const ownWord = await ownWordFrom(transaction);
  const ages = { today: civilDay(now), ownWordFrom: ownWord };
  // Written down as whoever recorded the agreement left it.
  await openParts(transaction, agreement, ages, { accountId: on.by, agencyId: on.agency, at: now });
  const parts = await holdParts(transaction, agreement, now);
  const part = parts.find(({ id }) => id === subjectId);
  if (part === undefined) throw new NoLongerDue();
  return { agreement, part, others: parts.filter((each) => each !== part), ownWord };
}
