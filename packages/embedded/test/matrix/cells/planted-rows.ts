import { createHash } from 'node:crypto';

export type Row = Readonly<Record<string, unknown>>;
export type Rows = readonly (readonly [table: string, row: Row])[];

/** Who writes which rows about whom. */
export interface Writing {
  /** Tells one writer's rows from another's: rows of equal key and place are the same row. */
  readonly key: string;
  readonly by: string;
  readonly agency: string;
  readonly episode: string;
  readonly about: readonly string[];
  /** Of several assessments or plans the latest counts. */
  readonly on: string;
}

const EVERYTHING_SAID = { status: 'CURRENT', percentage: 80, ended_on: '2026-06-16' };
const SOCIAL_CARE_STATUS = { label: 'ASSESSMENT', detail: 'Duty team' };

/** One row of every kind that an episode holds, with a value in every column. */
export function rowsOfEpisode(of: Writing): Rows {
  const id = (place: string): string => plantedId(`${of.key}:${of.episode}:${place}`);
  const written = {
    episode_id: of.episode,
    recorded_by: of.by,
    agency_id: of.agency,
    recorded_at: `${of.on}T09:00:00Z`,
    nature: 'FACT',
  };
  const changed = { changed_by: of.by, changed_at: `${of.on}T10:00:00Z` };
  const entry = { ...written, ...changed, concerns: of.about };
  const [assessment, plan] = [id('assessment'), id('plan')];
  return [
    [
      'episodes.assessment',
      { ...entry, id: assessment, started_on: of.on, completed_on: of.on, reasons: 'Why' },
    ],
    [
      'episodes.assessment_section',
      {
        ...entry,
        id: id('section'),
        assessment_id: assessment,
        area: 'SAFE_RELATIONSHIPS',
        summary: 'Summary',
        strengths: 'Strengths',
      },
    ],
    [
      'episodes.need',
      {
        ...entry,
        id: id('need'),
        outcome: 'FAMILY_RELATIONSHIPS',
        description: 'Need',
        identified_on: of.on,
        met_on: of.on,
        family_rank: 1,
      },
    ],
    ['episodes.plan', { ...entry, id: plan, objective: 'Objective', agreed_on: of.on }],
    [
      'episodes.plan_action',
      {
        ...entry,
        id: id('action'),
        plan_id: plan,
        goal: 'Goal',
        responsible: 'Somebody',
        due_on: of.on,
        measure: 'Measure',
        status: 'IN_PROGRESS',
        family_rating: 7,
        chosen_by_family: true,
      },
    ],
    // Without a measure: so something is missing.
    [
      'episodes.plan_action',
      { ...entry, id: id('without measure'), plan_id: plan, goal: 'Goal', status: 'PLANNED' },
    ],
    [
      'episodes.taf_meeting',
      {
        ...entry,
        id: id('meeting'),
        held_on: of.on,
        attendees: ['A colleague'],
        minutes: 'Minutes',
        outcome: 'Outcome',
      },
    ],
    [
      'episodes.activity',
      {
        ...entry,
        id: id('activity'),
        kind: 'HOME_VISIT',
        subject: 'Subject',
        occurs_at: `${of.on}T10:00:00Z`,
        attendance: 'ATTENDED',
        notes: 'Notes',
      },
    ],
    [
      'episodes.case_note',
      { ...entry, id: id('note'), kind: 'HUB', subject: 'Subject', text: 'Text', passage_of: plan },
    ],
    [
      'episodes.document',
      {
        ...entry,
        id: id('document'),
        title: 'Title',
        kind: 'FAMILY_AGREEMENT',
        media_type: 'text/plain',
        bytes: 7,
        sha256: 'f'.repeat(64),
        state: 'CLEAN',
      },
    ],
    [
      'episodes.document_part',
      {
        id: id('part'),
        document_id: id('document'),
        number: 1,
        bytes: 7,
        content: `\\x${Buffer.from('Content').toString('hex')}`,
      },
    ],
    [
      'episodes.referral',
      {
        ...entry,
        id: id('referral'),
        reference: `R-${id('referral')}`,
        referred_on: of.on,
        reasons: 'Reasons',
        source: 'PARTNER',
        consulted_before_discussion: 'Why',
        outcome: 'ACCEPTED',
        recommendations: 'Recommendations',
        notified_at: `${of.on}T10:00:00Z`,
      },
    ],
    [
      'episodes.level_transition',
      {
        ...written,
        id: id('transition'),
        direction: 'UP',
        from_level: 2,
        to_level: 3,
        reason: 'Reason',
      },
    ],
  ];
}

/** One entry of each kind about each person. */
export function entriesAbout(of: Writing, kinds: readonly string[]): Rows {
  const entryId = (person: string, kind: string): string =>
    plantedId(`${of.key}:${of.episode}:${person}:${kind}`);
  return of.about.flatMap((person) =>
    kinds.map((kind): Rows[number] => [
      'families.person_entry',
      {
        id: entryId(person, kind),
        person_id: person,
        episode_id: of.episode,
        kind,
        label: `A label of ${kind}`,
        detail: 'A detail',
        ...EVERYTHING_SAID,
        ...(kind === 'SOCIAL_CARE_STATUS' ? SOCIAL_CARE_STATUS : {}),
        ...(kind === 'COURT_ORDER' ? { label: 'OTHER', seen_on: of.on } : {}),
        ...(kind === 'CARE_RECEIVED' ? { caring_role_id: entryId(person, 'CARING_ROLE') } : {}),
        started_on: of.on,
        released_to_family: true,
        recorded_by: of.by,
        agency_id: of.agency,
        recorded_at: `${of.on}T09:00:00Z`,
        changed_by: of.by,
        changed_at: `${of.on}T10:00:00Z`,
        nature: 'FACT',
      },
    ]),
  );
}

/** A name of each person beside their own, that puts nobody in danger. */
export function namesOf(of: Writing): Rows {
  return of.about.map((person): Rows[number] => [
    'families.person_name',
    {
      id: plantedId(`name:${of.key}:${of.episode}:${person}`),
      person_id: person,
      kind: 'FORMER',
      given_name: 'A given name',
      family_name: 'A family name',
      protected: false,
      started_on: of.on,
      ended_on: of.on,
      recorded_by: of.by,
      agency_id: of.agency,
      recorded_at: `${of.on}T09:00:00Z`,
      nature: 'FACT',
    },
  ]);
}

/** A stable identifier of a row that a test adds. */
export function plantedId(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** The rows as SQL; columns that a row does not name keep their defaults. */
export function inserted(rows: Rows): string {
  return rows
    .map(([table, row]) => {
      const names = Object.keys(row).join(', ');
      const json = JSON.stringify(row).replaceAll("'", "''");
      return `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_populate_record(NULL::${table}, '${json}'::jsonb);`;
    })
    .join('\n');
}
