import type { EpisodeAnswer, MemberAnswer } from './answer.ts';
import type { Cell, Explained } from './cell.ts';
import { cellOf } from './cell.ts';
import { MEMBERS } from './readers.ts';

/** One line of the table: what was asked, and how it is read from an answer. */
export interface Line {
  readonly label: string;
  read(episode: EpisodeAnswer): Cell;
}

/** Lines about one thing. */
export interface LineGroup {
  readonly title: string;
  readonly lines: readonly Line[];
}

const NOTHING: Cell = { kind: 'NOTHING' };

const ofEpisode = (
  label: string,
  field: string,
  value: (episode: EpisodeAnswer) => string | null,
): Line => ({
  label,
  read: (episode) => cellOf(episode, `Episode.${field}`, value(episode)),
});

/** A field of a record that may itself be absent. */
function read<Of extends Explained>(
  record: Of | null | undefined,
  coordinate: string,
  value: (record: Of) => string | null,
): Cell {
  return record === null || record === undefined
    ? NOTHING
    : cellOf(record, coordinate, value(record));
}

/** A list in words; an empty one is nothing to show. */
function listed<Item>(
  items: readonly Item[] | null,
  word: (item: Item) => string | null,
): string | null {
  return items === null ? null : items.map((item) => word(item) ?? '?').join(', ');
}

function counted(items: readonly unknown[] | null | undefined, noun: string): string | null {
  return items === null || items === undefined ? null : `${items.length} ${noun}`;
}

const episodeLines: readonly Line[] = [
  ofEpisode('Reference', 'reference', ({ reference }) => reference),
  ofEpisode('Status', 'status', ({ status }) => status),
  ofEpisode('Level of need', 'levelOfNeed', ({ levelOfNeed }) =>
    levelOfNeed === null ? null : String(levelOfNeed),
  ),
  ofEpisode(
    'Lead professional',
    'leadProfessional',
    (episode) => episode.leadProfessional?.name ?? null,
  ),
  ofEpisode('Needs', 'needs', ({ needs }) => counted(needs, 'needs')),
  ofEpisode('Plan', 'plan', ({ plan }) => counted(plan?.actions, 'actions')),
  ofEpisode('Latest minutes', 'meetings', ({ meetings }) => meetings?.[0]?.minutes ?? null),
];

const familyLines: readonly Line[] = [
  {
    label: 'Reference',
    read: ({ family }) => read(family, 'Family.reference', ({ reference }) => reference),
  },
  {
    label: 'Address',
    read: ({ family }) => read(family, 'Family.address', ({ address }) => address),
  },
  {
    label: 'Agreement',
    read: ({ family }) => read(family?.agreement, 'FamilyAgreement.status', ({ status }) => status),
  },
  {
    label: 'Exclusions',
    read: ({ family }) =>
      read(family?.agreement, 'FamilyAgreement.exclusions', ({ exclusions }) =>
        listed(exclusions, ({ agency }) => agency?.name ?? null),
      ),
  },
];

/** What is asked of every member, each with its coordinate. */
const MEMBER_FIELDS: readonly {
  readonly label: string;
  readonly coordinate: string;
  value(member: MemberAnswer): string | null;
}[] = [
  {
    label: 'Name',
    coordinate: 'Person.givenName',
    value: ({ givenName, familyName }) =>
      givenName === null ? null : `${givenName} ${familyName ?? ''}`.trim(),
  },
  { label: 'Ethnicity', coordinate: 'Person.ethnicity', value: ({ ethnicity }) => ethnicity },
  {
    label: 'Health',
    coordinate: 'Person.healthConditions',
    value: ({ healthConditions }) => listed(healthConditions, ({ name }) => name),
  },
  {
    label: 'Convictions',
    coordinate: 'Person.convictions',
    value: ({ convictions }) => listed(convictions, ({ offence }) => offence),
  },
  {
    label: 'Attendance',
    coordinate: 'Person.attendance',
    value: ({ attendance }) => listed(attendance, ({ percentage }) => `${percentage ?? '?'} %`),
  },
  { label: 'NHS number', coordinate: 'Person.nhsNumber', value: ({ nhsNumber }) => nhsNumber },
];

/** Everything the tour shows, in order. */
export const LINE_GROUPS: readonly LineGroup[] = [
  { title: 'Episode', lines: episodeLines },
  { title: 'Family', lines: familyLines },
  ...MEMBERS.map(({ id, name }) => ({
    title: name,
    lines: MEMBER_FIELDS.map(({ label, coordinate, value }) => ({
      label,
      read: ({ family }: EpisodeAnswer) =>
        read(
          family?.members?.find((member) => member.id === id),
          coordinate,
          value,
        ),
    })),
  })),
];
