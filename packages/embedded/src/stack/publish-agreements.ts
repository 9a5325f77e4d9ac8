import { createHash } from 'node:crypto';
import type { Agreement, OwnFigure, Partnership } from '@postern/agreements';
import { AGREEMENTS, COLLISIONS, heldVersion, OWN_FIGURES } from '@postern/agreements';
import type { Connection } from '@postern/database';
import { Fault } from '@postern/errors';
import { termsOf } from './agreement-terms.ts';

/**
 * Publishes the agreements, and what the partnership has of them and chose; safe to repeat, also by several at once.
 * @throws Fault SETTING_INVALID where a choice by which rules were written is another than that of the first publication:
 * from then on rules change by a policy version that two people stand for, not by a setting
 */
export async function publishAgreements(
  owner: Connection,
  partnership: Partnership,
): Promise<void> {
  await owner.transaction(async (transaction) => {
    await transaction.run({
      text: 'LOCK TABLE access.resolution IN SHARE ROW EXCLUSIVE MODE',
      values: [],
    });
    const resolved = resolutionsOf(partnership);
    const written = await transaction.run<{ name: string; choice: string }>({
      text: `SELECT name, choice FROM access.resolution WHERE effect = 'RULES'`,
      values: [],
    });
    for (const { name, choice } of written)
      if (resolved.some((each) => each.name === name && each.choice !== choice))
        throw new Fault('SETTING_INVALID', {
          logged: {
            setting: 'POSTERN_PARTNERSHIP',
            key: `resolutions.${name}`,
            reason: `rules were published by ${choice}; they are changed by a policy version`,
          },
        });
    const agreements = Object.values(AGREEMENTS);
    for (const [table, rows] of [
      ['agreement', agreements.map((each) => agreementRow(each, partnership))],
      ['agreement_term', agreements.flatMap((each) => termRows(each, partnership))],
      ['resolution', resolved],
      ['figure', figuresOf(partnership)],
      ['shared_mailbox', [...new Set(partnership.sharedMailboxes)].map((name) => ({ name }))],
    ] as const) {
      await transaction.run({ text: `DELETE FROM access.${table}`, values: [] });
      await transaction.run({
        text: `INSERT INTO access.${table} SELECT * FROM jsonb_populate_recordset(NULL::access.${table},
          $1::text::jsonb)`,
        values: [JSON.stringify(rows)],
      });
    }
  });
}

type Row = Readonly<Record<string, unknown>>;

function agreementRow(agreement: Agreement, { agreements }: Partnership): Row {
  const { id, title, kind, until, review, termination, userAgreement } = agreement;
  const { version, from } = heldVersion(agreement);
  const membership = agreements.find((each) => each.agreement === id);
  return {
    id: idOf(id),
    key: id,
    title,
    kind,
    version,
    valid_from: from,
    valid_until: until,
    next_review_on: review?.nextOn ?? null,
    first_review_after_months: review?.firstAfter ?? null,
    review_every_months: review?.every ?? null,
    notice_months: termination?.noticeMonths ?? null,
    user_agreement_version: userAgreement?.version ?? null,
    in_force_from: membership?.from ?? null,
    in_force_until: membership?.until ?? null,
    sign_again_by: membership?.signAgainBy ?? null,
  };
}

function termRows(agreement: Agreement, { timers }: Partnership): readonly Row[] {
  return termsOf(agreement, timers).map((term, ordinal) => ({
    ...term,
    id: idOf(`${agreement.id} ${ordinal}`),
    agreement_id: idOf(agreement.id),
    ordinal,
  }));
}

/** Each agreement names its figures by itself. Those that are not in force have theirs, too: what is begun has to end. */
function figuresOf({ timers }: Partnership): readonly Row[] {
  const own = Object.entries(OWN_FIGURES).map(([name, figure]) => figureRow(name, figure));
  const agreed = Object.values(AGREEMENTS).flatMap((agreement) =>
    agreement.timers.flatMap(({ id, default: value, unit, days }) =>
      value === null ? [] : [figureRow(id, { value, unit, days })],
    ),
  );
  return [...agreed, ...own].map((row) => ({ ...row, value: timers[row.name] ?? row.value }));
}

interface FigureRow extends Row {
  readonly name: string;
  readonly value: number;
}

function figureRow(
  name: string,
  { value, unit, days }: Omit<OwnFigure, 'because' | 'says'>,
): FigureRow {
  return { name, value, unit, days };
}

function resolutionsOf({ resolutions }: Partnership): readonly (Row & {
  readonly name: string;
  readonly choice: string;
})[] {
  const chosen: Readonly<Record<string, string>> = resolutions;
  return Object.entries(COLLISIONS).map(([name, collision]) => {
    const choice = chosen[name] ?? collision.default;
    return {
      id: idOf(name),
      name,
      issue: collision.issue,
      clauses: collision.clauses,
      choices: Object.keys(collision.choices),
      choice,
      says: collision.choices[choice] ?? '',
      fixed_because: collision.fixedBecause,
      effect: collision.effect,
    };
  });
}

/** The same id at every publication, so that what was read stays what it was called. */
function idOf(name: string): string {
  const digest = createHash('sha256').update(name).digest('hex');
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
