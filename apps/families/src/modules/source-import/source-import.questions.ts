import { SOURCE_NAMES } from '@postern/agreements';
import { id } from '@postern/steps';
import type { Question, QuestionCall } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused, isUuid } from '@postern/subgraph-kit';
import { z } from 'zod';
import type { Looking } from './guards/in-pool.ts';
import { DATA_HUB, isInPool, MATCHING, poolValues } from './guards/in-pool.ts';
import { IMPORT_ITEM_STATES } from './import-item.table.ts';
import { groupOf } from './store/group.ts';
import { proposalsOf } from './store/proposals.ts';
import { supportOf } from './store/support.ts';

const MOST = 100;
const ORDINARY = 20;

const page = z.strictObject({
  source: z.enum(SOURCE_NAMES).nullish(),
  state: z.enum(IMPORT_ITEM_STATES).nullish(),
  first: z.number().int().min(1).max(MOST, `at most ${MOST}`).nullish(),
  after: id.nullish(),
});
const none = z.strictObject({});
const ofItem = z.strictObject({ item: id });
type Row = Readonly<Record<string, unknown>> & { readonly item: string; readonly agency: string };

/** The pool for whoever matches: who an item is about, and nothing of what it says (DEV-A3-min). */
const importedItems: Question<z.infer<typeof page>> = {
  clause: 'SHR-3.5.6b',
  roles: DATA_HUB,
  purpose: MATCHING,
  input: page,
  answer: async (call) => {
    const { source = null, state = null, first, after = null } = call.input;
    const most = first ?? ORDINARY;
    const rows = await call.statements.run<Row>({
      text: `SELECT item.id AS item, source, agency_id AS agency, kind, criterion, state, revision, given_name AS "givenName", family_name AS "familyName",
          date_of_birth::text AS "dateOfBirth", address_line AS "addressLine", postcode, uprn, received_on::text AS "receivedOn",
          (families.pool_ends(received_on) - 1)::text AS "keptUntil"
        FROM families.import_item item WHERE ($1::text IS NULL OR source = $1) AND ($2::text IS NULL OR state = $2) AND ${isInPool('item', 6)}
          AND ($3::date IS NULL OR received_on < $3 OR received_on = $3 AND item.id > $4::uuid)
        ORDER BY received_on DESC, item.id LIMIT $5`,
      values: [
        source,
        state,
        ...(await placeOf(call, after)),
        most + 1,
        ...(await poolValues(lookOf(call))),
      ],
    });
    const items = rows.slice(0, most);
    call.tells(
      'ImportedItem',
      items.map(({ item }) => item),
    );
    return {
      items: items.map((row) => ({ ...row, agency: { id: row.agency } })),
      cursor: rows.length > most ? (items.at(-1)?.item ?? null) : null,
    };
  },
};

/** After which item a page begins. @throws CommandRefused ARGUMENT_INVALID */
async function placeOf(
  { statements }: QuestionCall<unknown>,
  after: string | null,
): Promise<readonly [string | null, string | null]> {
  if (after === null) return [null, null];
  const [found] = isUuid(after)
    ? await statements.run<{ on: string }>({
        text: 'SELECT received_on::text AS "on" FROM families.import_item WHERE id = $1',
        values: [after],
      })
    : [];
  if (found === undefined) throw argumentInvalid('after', 'a cursor that was given here');
  return [found.on, after];
}

const importProposals: Question<z.infer<typeof ofItem>> = {
  clause: 'SHR-3.5.6b',
  roles: DATA_HUB,
  purpose: MATCHING,
  input: ofItem,
  answer: async (call) => {
    const { item } = call.input;
    await requireInPool(call, item);
    const proposals = await proposalsOf(lookOf(call), item);
    call.tells('ImportedItem', [item]);
    call.tells(
      'Person',
      proposals.map(({ person }) => person),
    );
    return proposals.map((proposal) => ({ ...proposal }));
  },
};

const importedGroup: Question<z.infer<typeof ofItem>> = {
  clause: 'DEV-A4-2',
  roles: DATA_HUB,
  purpose: MATCHING,
  input: ofItem,
  answer: async (call) => {
    await requireInPool(call, call.input.item);
    const group = await groupOf(lookOf(call), call.input.item);
    if (group === null) throw new CommandRefused('RECORD_UNKNOWN');
    call.tells(
      'ImportedItem',
      group.members.map(({ item }) => item),
    );
    return {
      ...group,
      members: group.members.map(({ author, ...member }) => ({
        ...member,
        author: author === null ? null : { id: author },
      })),
    };
  },
};

const importedSupport: Question<z.infer<typeof none>> = {
  clause: 'DEV-A3-sys',
  roles: DATA_HUB,
  purpose: MATCHING,
  input: none,
  answer: async (call) => (await supportOf(lookOf(call))).map((each) => ({ ...each })),
};

function lookOf({ statements, principal, now }: QuestionCall<unknown>): Looking {
  return { statements, principal, now };
}

/** @throws CommandRefused RECORD_UNKNOWN */
async function requireInPool(call: QuestionCall<unknown>, item: string): Promise<void> {
  const found = isUuid(item)
    ? await call.statements.run({
        text: `SELECT 1 AS found FROM families.import_item item WHERE id = $1 AND ${isInPool('item', 2)}`,
        values: [item, ...(await poolValues(lookOf(call)))],
      })
    : [];
  if (found.length === 0) throw new CommandRefused('RECORD_UNKNOWN');
}

export const sourceImportQuestions = {
  importedItems,
  importProposals,
  importedGroup,
  importedSupport,
} as Readonly<Record<string, Question>>;
