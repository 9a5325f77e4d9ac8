import type { EpisodeStatus } from '@postern/access-facts';
import { countyId } from '../../county-id.ts';
import type { CastAgreement } from './agreement.ts';
import { agreementRows, exclusionId } from './agreement.ts';
import type { CastCaseNote, CastReferral } from './case-note.ts';
import { caseNoteRow, referralRow } from './case-note.ts';
import type { CastCaseRecord } from './case-record.ts';
import { caseRecordRows } from './case-record.ts';
import type { CastDocument } from './document.ts';
import { documentRows } from './document.ts';
import type { CastEntry } from './entry.ts';
import { entryRow } from './entry.ts';
import type { CastFamily } from './family.ts';
import { reference } from './family.ts';
import type { CastGrant } from './grant.ts';
import { grantRow, overrideRows } from './grant.ts';
import type { CastInformationRequest } from './information-request.ts';
import { informationRequestRow } from './information-request.ts';
import type { CastJustification } from './justification.ts';
import { justificationRow } from './justification.ts';
import type { Days, Moment } from './moment.ts';
import type { CastPerson } from './person.ts';
import type { CastPractitioner } from './practitioner.ts';
import type { Row } from './row.ts';
import { projection, row } from './row.ts';
import { recordId } from './written.ts';

interface Facts {
  readonly number: number;
  readonly family: CastFamily;
  readonly status: EpisodeStatus;
  readonly level: 1 | 2 | 3 | 4;
  readonly opened: Days;
  readonly closed?: { readonly on: Days; readonly because: string };
  readonly reason: string | null;
  /** Author of whatever names no other, whose agency leads. */
  readonly lead: CastPractitioner;
  /** Everybody of the family when not given. */
  readonly persons?: readonly CastPerson[];
  /** Null when nothing was ever recorded. */
  readonly agreement: CastAgreement | null;
  readonly record: CastCaseRecord | null;
  readonly team: Readonly<Record<string, CastGrant>>;
  readonly justifications?: Readonly<Record<string, CastJustification>>;
  readonly entries?: Readonly<Record<string, CastEntry>>;
  readonly notes?: Readonly<Record<string, CastCaseNote>>;
  readonly referrals?: Readonly<Record<string, CastReferral>>;
  readonly documents?: Readonly<Record<string, CastDocument>>;
  readonly requests?: Readonly<Record<string, CastInformationRequest>>;
  readonly transitions?: readonly {
    readonly from: number;
    readonly to: number;
    readonly reason: string;
  }[];
}

/** Where an episode stands that was never opened. */
const BEFORE_OPENING: readonly EpisodeStatus[] = [
  'CONTACT',
  'SCREENING',
  'CONSULTATION_ONLY',
  'AWAITING_AGREEMENT',
  'NO_FURTHER_ACTION',
  'SIGNPOSTED',
];

type Ids<Named> = { readonly [K in keyof NonNullable<Named>]: string };

/** An episode of the cast: what it holds, and the ids of its parts by the keys they were given. */
export interface CastEpisode<F extends Facts = Facts> {
  readonly id: string;
  readonly reference: string;
  readonly facts: Facts;
  readonly grants: Ids<F['team']>;
  readonly justifications: Ids<F['justifications']>;
  readonly entries: Ids<F['entries']>;
  readonly notes: Ids<F['notes']>;
  readonly referrals: Ids<F['referrals']>;
  readonly documents: Ids<F['documents']>;
  readonly requests: Ids<F['requests']>;
  readonly exclusions: Readonly<Record<string, string>>;
}

/** An episode under a fixed number. */
export function episode<const F extends Facts>(facts: F): CastEpisode<F> {
  const id = countyId(`cast-episode:${facts.number}`);
  const ids = (part: string, named: object | undefined): never =>
    Object.fromEntries(
      Object.keys(named ?? {}).map((key) => [key, recordId(id, part, key)]),
    ) as never;
  return {
    id,
    reference: reference('EH', facts.number),
    facts,
    grants: ids('grant', facts.team),
    justifications: ids('justification', facts.justifications),
    entries: ids('entry', facts.entries),
    notes: ids('note', facts.notes),
    referrals: ids('referral', facts.referrals),
    documents: ids('document', facts.documents),
    requests: ids('request', facts.requests),
    exclusions: Object.fromEntries(
      Object.keys(facts.agreement?.exclusions ?? {}).map((key) => [key, exclusionId(id, key)]),
    ),
  };
}

/** The rows of an episode and of all that hangs on it. */
export function episodeRows(of: CastEpisode, moment: Moment): readonly Row[] {
  const { facts } = of;
  const persons = facts.persons ?? Object.values(facts.family.members).map((each) => each.person);
  const scene = {
    episodeId: of.id,
    familyId: facts.family.id,
    opened: facts.opened,
    lead: facts.lead,
    persons,
  };
  return [
    ...headerRows(of, persons, moment),
    ...transitionRows(of, moment),
    ...(facts.agreement === null ? [] : agreementRows(facts.agreement, scene, moment)),
    ...(facts.record === null ? [] : caseRecordRows(facts.record, scene, moment)),
    ...parts(facts.team, of.id, 'grant', (grant, id) => grantRow(grant, { ...scene, id }, moment)),
    ...Object.entries(facts.team).flatMap(([key, grant]) =>
      overrideRows(
        grant,
        { ...scene, id: recordId(of.id, 'grant', key), classes: classesWith(of, key) },
        moment,
      ),
    ),
    ...parts(facts.justifications, of.id, 'justification', (each, id) =>
      justificationRow(each, { ...scene, id }, moment),
    ),
    ...parts(facts.entries, of.id, 'entry', (entry, id) =>
      entryRow(entry, { ...scene, id, caringRoleId: caringRoleOf(of, entry) }, moment),
    ),
    ...parts(facts.notes, of.id, 'note', (note, _, key) => caseNoteRow(key, note, scene, moment)),
    ...parts(facts.referrals, of.id, 'referral', (referral, _, key) =>
      referralRow(key, referral, scene, moment),
    ),
    ...parts(facts.documents, of.id, 'document', (document, _, key) =>
      documentRows(key, document, scene, moment),
    ),
    ...parts(facts.requests, of.id, 'request', (request, id) =>
      informationRequestRow(request, { ...scene, id }, moment),
    ),
  ];
}

/** The entry of the young carer that an entry about whoever is cared for names by its key. */
function caringRoleOf({ id }: CastEpisode, { caringRole }: CastEntry): string | null {
  return caringRole === undefined ? null : recordId(id, 'entry', caringRole);
}

/** The classes that came with an override. */
function classesWith({ facts }: CastEpisode, key: string): readonly string[] {
  const found = Object.values(facts.justifications ?? {}).filter(
    ({ withOverride }) => withOverride === key,
  );
  return [...new Set(found.flatMap(({ classes }) => classes))];
}

function parts<Part>(
  named: Readonly<Record<string, Part>> | undefined,
  episodeId: string,
  kind: string,
  toRow: (part: Part, id: string, key: string) => Row | readonly Row[],
): readonly Row[] {
  return Object.entries(named ?? {}).flatMap(([key, part]) =>
    toRow(part, recordId(episodeId, kind, key), key),
  );
}

function headerRows(
  of: CastEpisode,
  persons: readonly CastPerson[],
  moment: Moment,
): readonly Row[] {
  const { facts } = of;
  const header = row('episodes.episode', {
    id: of.id,
    reference: of.reference,
    family_id: facts.family.id,
    status: facts.status,
    level_of_need: facts.level,
    opened_on: moment.date(facts.opened),
    closed_on: facts.closed === undefined ? null : moment.date(facts.closed.on),
    reason: facts.reason,
    end_reason: facts.closed?.because ?? null,
    allocated_agency_id: facts.lead.agency.id,
    never_opened: BEFORE_OPENING.includes(facts.status),
  });
  const links = persons.map((who) =>
    row('episodes.episode_person', { episode_id: of.id, person_id: who.id }),
  );
  return [
    header,
    projection(header, 'access.episode', ['id', 'family_id', 'status']),
    ...links,
    ...links.map((link) => projection(link, 'access.episode_person', ['episode_id', 'person_id'])),
  ];
}

function transitionRows(of: CastEpisode, moment: Moment): readonly Row[] {
  return (of.facts.transitions ?? []).map((step, position) =>
    row('episodes.level_transition', {
      id: recordId(of.id, 'transition', String(position)),
      episode_id: of.id,
      direction: step.to > step.from ? 'UP' : step.to < step.from ? 'DOWN' : 'SAME',
      from_level: step.from,
      to_level: step.to,
      reason: step.reason,
      recorded_by: of.facts.lead.id,
      agency_id: of.facts.lead.agency.id,
      recorded_at: moment.instant(of.facts.opened + 5),
      nature: 'MIXED',
    }),
  );
}
