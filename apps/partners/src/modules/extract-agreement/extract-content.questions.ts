import { Refusal } from '@postern/errors';
import { id } from '@postern/steps';
import type { Question, Statements } from '@postern/subgraph-kit';
import { isUuid } from '@postern/subgraph-kit';
import { z } from 'zod';
import type { ExtractState } from './extract-agreement.table.ts';
import { ANALYSTS } from './guards/covered.ts';

/** So many lines go into one part. */
const LINES = 1_000;

/** At the moment at which the database found the reader: by it the database says whether the day of an extract has passed. */
const LINES_OF = `SELECT given.cells FROM set_config('postern.now', $5, true) AS moment
  CROSS JOIN LATERAL partners.extract_lines($1, $2, $3, CASE WHEN moment = $5 THEN $4::integer END) AS given (cells)`;

const wanted = z.strictObject({ extract: id, part: z.number().int().min(1).nullish() });

/** An extract that was sent, to the analysts named for it and to nobody else; every part they take is on the ledger (DEV-A7d). */
const extractPart: Question<z.infer<typeof wanted>> = {
  clause: 'DEV-A7d',
  roles: ANALYSTS,
  purpose: 'ANY',
  input: wanted,
  answer: async ({ statements, principal, input, now, tells }) => {
    const { accountId: reader } = principal;
    const part = input.part ?? 1;
    const made = await named(statements, input.extract, reader);
    if (made === null) throw new Refusal('RECORD_UNKNOWN');
    const parts = Math.max(1, Math.ceil(made.lines / LINES));
    if (part > parts) throw new Refusal('RECORD_UNKNOWN');
    const rows = await statements.run<{ cells: readonly string[] }>({
      text: LINES_OF,
      values: [made.id, reader, (part - 1) * LINES, LINES, now.toISOString()],
    });
    // What is not sent, or is destroyed, has no lines, whatever this service thinks of its state.
    if (made.state !== 'SENT' || rows.length === 0) throw new Refusal('EXTRACT_NOT_THERE');
    tells('Extract', [made.id]);
    tells(made.agreement === null ? 'ResearchTheme' : 'ExtractAgreement', [made.basis]);
    const lines = [...(part === 1 ? [made.headings] : []), ...rows.map(({ cells }) => cells)];
    const csv = lines.map((cells) => `${cells.join(',')}\r\n`).join('');
    return { extract: made.id, part, parts, csv };
  },
};

interface Made {
  readonly id: string;
  readonly state: ExtractState;
  readonly agreement: string | null;
  readonly basis: string;
  readonly lines: number;
  readonly headings: readonly string[];
}

/** An extract under something that names the reader. */
async function named(
  statements: Statements,
  extract: string,
  reader: string,
): Promise<Made | null> {
  if (!isUuid(extract)) return null;
  const [made] = await statements.run<Made & Record<string, unknown>>({
    text: `SELECT made.id, made.state, made.agreement_id AS agreement, coalesce(made.agreement_id, made.theme_id) AS basis,
        made.lines, made.headings
      FROM partners.extract made LEFT JOIN partners.extract_agreement agreed ON agreed.id = made.agreement_id
        LEFT JOIN partners.research_theme theme ON theme.id = made.theme_id
      WHERE made.id = $1 AND $2::uuid = ANY (coalesce(agreed.analysts, theme.analysts))`,
    values: [extract, reader],
  });
  return made ?? null;
}

export const extractContentQuestions: Readonly<Record<string, Question>> = { extractPart };
