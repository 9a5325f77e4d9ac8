import { cast } from '@postern/sample-county';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { offenceJustification } from '../scenarios/vocabulary/justification.ts';

const { okafor } = cast.families;
const { marcus, niamh } = cast.practitioners;
type Practitioner = Readonly<Pick<typeof marcus, 'id' | 'subject' | 'agency'>>;
type Said = Readonly<Record<'article_10' | 'schedule_1_paragraph' | 'approved_by', string | null>>;

/** The father, of whom a conviction is known that none of the readers wrote down. */
export const convicted = okafor.persons.emeka;

const BY_CONDITION: Said = {
  article_10: 'SCHEDULE_1_CONDITION',
  schedule_1_paragraph: '18',
  approved_by: niamh.id,
};

/** What may be said of the authority to read an offence, and for whom it is one: Article 10, DPA 2018 s10(5) and s11(2). */
const AUTHORITIES: readonly (readonly [Said, isOne: (by: Practitioner) => boolean])[] = [
  [BY_CONDITION, () => true],
  [{ ...BY_CONDITION, article_10: null }, () => false],
  [{ ...BY_CONDITION, schedule_1_paragraph: null }, () => false],
  [{ ...BY_CONDITION, approved_by: null }, () => false],
  [
    { ...BY_CONDITION, article_10: 'OFFICIAL_AUTHORITY', schedule_1_paragraph: null },
    ({ agency }) => agency.kind === 'POLICE',
  ],
];

/** Says the next authority of somebody, or after the last none; answers whether they have one by the law. */
export async function authorise(
  owner: CountyDatabase['owner'],
  holder: Practitioner,
  turn: number,
): Promise<boolean> {
  await owner.run({
    text: `DELETE FROM access.justification WHERE account_id = $1 AND classes = '{CRIMINAL_OFFENCE}'`,
    values: [holder.id],
  });
  const said = AUTHORITIES[turn % (AUTHORITIES.length + 1)];
  if (said === undefined) return false;
  const [columns, isOne] = said;
  const of = { holder, person: convicted, episode: okafor.episodes.current, approver: niamh };
  const row = offenceJustification(of, {
    ...columns,
    id: crypto.randomUUID(),
    absence_of_consent_reason: 'CANNOT_REASONABLY_BE_OBTAINED',
    purpose: 'SAFEGUARDING',
    expires_at: '2036-01-01T00:00:00Z',
    revision: 1,
  });
  await owner.run({
    text: `INSERT INTO access.justification SELECT * FROM jsonb_populate_record(NULL::access.justification, $1::text::jsonb)`,
    values: [JSON.stringify(row)],
  });
  return isOne(holder);
}

/** What somebody reads of the episode to safeguard: whether it is there, and the offences of the father, or that none are told. */
export async function readsOf(
  gate: Pick<Gate, 'ask'>,
  reader: Practitioner,
): Promise<{
  readonly admitted: boolean;
  readonly episode: string | null;
  readonly offences: number;
}> {
  const { body } = await gate.ask(
    reader,
    `{ episode(reference: "${okafor.episodes.current.reference}") { id family { members { id convictions { offence } } } } }`,
    { purpose: 'SAFEGUARDING' },
  );
  const episode = body.data?.episode ?? null;
  const members: readonly { id: string; convictions: readonly unknown[] | null }[] =
    episode?.family?.members ?? [];
  const father = members.find(({ id }) => id === convicted.id);
  return {
    admitted: body.errors === undefined,
    episode: episode?.id ?? null,
    offences: father?.convictions?.length ?? 0,
  };
}
