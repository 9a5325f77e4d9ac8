import { cast } from '@postern/sample-county';
import { beforeAll, describe, expect, test } from 'vitest';
import { argumentsOf } from '../machines/commands.ts';
import { COMPETENT, TOLD, WRITTEN } from '../scenarios/family-agreement/agreeing.ts';
import { WHOLE_RECORD } from '../scenarios/vocabulary/whole-record-query.ts';
import type { Answered } from './two-counties.ts';
import { answeredAfter } from './two-counties.ts';

const { okafor, lindqvist } = cast.families;
const { grace, owen, callum } = cast.practitioners;
const episode = okafor.episodes.current;
const { ngozi, emeka, amara, chidi, ada } = okafor.persons;
const OTHERS = [ngozi, amara, chidi, ada].map(({ id }) => `'${id}'`).join(', ');

/** Somebody of the family keeps an agency out, or details from it. */
function exclusion(given: {
  readonly agency: string;
  readonly person: string | null;
  readonly coordinates?: string;
  readonly of?: string;
}): string {
  const { agency, person, coordinates, of = episode.id } = given;
  return `INSERT INTO families.exclusion (id, agreement_id, episode_id, excluded_agency_id, scope, coordinates, person_id, reason, viable, starts_at, asked_by, recorded_by, agency_id, recorded_at, nature)
    SELECT gen_random_uuid(), held.id, held.episode_id, '${agency}', '${coordinates === undefined ? 'WHOLE_AGENCY' : 'DETAILS'}', '{${coordinates ?? ''}}', ${person === null ? 'NULL' : `'${person}'`},
      'Explored.', true, held.recorded_at, ARRAY[]::uuid[], held.recorded_by, held.agency_id, held.recorded_at, 'FACT' FROM families.family_agreement held WHERE held.episode_id = '${of}'`;
}
const NOT_KEPT = `DELETE FROM families.exclusion WHERE asked_by IS NOT NULL; DELETE FROM access.withheld_person`;
const asked = [
  { query: WHOLE_RECORD, variables: { reference: episode.reference } },
  { query: `{ episodes(first: 50) { totalCount edges { node { id status } } } }` },
  { query: `{ me { grants { id state role endsAt episode { id } } } }` },
];

describe('an agency that one person keeps out', () => {
  const hers = `UPDATE access.access_grant SET persons = ARRAY[${OTHERS}]::uuid[] WHERE episode_id = '${episode.id}' AND account_id = '${grace.id}'`;
  const all = `UPDATE access.access_grant SET persons = NULL WHERE episode_id = '${episode.id}' AND account_id = '${grace.id}'`;
  const withdrawn = `UPDATE families.agreement_part SET state = 'WITHDRAWN', agrees = false, changed_at = recorded_at WHERE episode_id = '${episode.id}' AND person_id = '${emeka.id}'`;
  let kept: Answered | undefined;
  let others: Answered | undefined;
  let without: Answered | undefined;
  beforeAll(async () => {
    [kept, others, without] = await answeredAfter(
      [
        exclusion({ agency: grace.agency.id, person: emeka.id }),
        `${NOT_KEPT}; ${hers}`,
        `${all}; ${withdrawn}`,
      ],
      { who: grace, purpose: 'COORDINATE_SUPPORT', asked },
    );
  });

  test('is answered as if its work had never been with that person', () => {
    expect(kept?.answers).toEqual(others?.answers);
    expect(kept?.statements).toEqual(others?.statements);
    expect(JSON.stringify(kept?.answers)).not.toContain(emeka.givenName);
    expect(JSON.stringify(kept?.answers)).toContain(ngozi.givenName);
  });

  test('is answered the same, whether that person withdrew or keeps it out', () => {
    expect(kept?.answers).toEqual(without?.answers);
    expect(JSON.stringify(without?.answers)).toContain(ngozi.givenName);
  });
});

test('a detail that one person keeps from an agency is as if it had never been recorded', async () => {
  const { signe } = lindqvist.persons;
  const of = lindqvist.episodes.current;
  const [kept, without, shown] = await answeredAfter(
    [
      exclusion({
        agency: owen.agency.id,
        person: signe.id,
        coordinates: 'Person.contactDetails',
        of: of.id,
      }),
      `UPDATE families.person SET contact_details = NULL WHERE id = '${signe.id}'`,
      `${NOT_KEPT}; DELETE FROM access.exclusion WHERE coordinates = '{Person.contactDetails}'; UPDATE families.person SET contact_details = '{07700 900199}' WHERE id = '${signe.id}'`,
    ],
    {
      who: owen,
      purpose: 'COORDINATE_SUPPORT',
      asked: [{ query: WHOLE_RECORD, variables: { reference: of.reference } }],
    },
  );
  expect(kept?.answers).toEqual(without?.answers);
  expect(JSON.stringify(shown?.answers)).toContain('07700 900199');
});

describe('a whole agency that is kept out', () => {
  const nowhere = '00000000-0000-4000-8000-00000000dead';
  const person = { person: ngozi.id };
  const commands: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    explainNotice: { persons: [ngozi.id], ...TOLD, idempotencyKey: 'a' },
    offerAgreement: { persons: [ngozi.id], formVersion: '2024-10', expectedRevision: 1 },
    recordSignature: {
      signer: ngozi.id,
      persons: [ngozi.id],
      ...WRITTEN,
      competence: COMPETENT,
      expectedRevision: 1,
    },
    recordDecline: { ...person, reason: 'No.', expectedRevision: 1 },
    withdrawAgreement: { ...person, reason: 'No.', idempotencyKey: 'b' },
    recordBasisWithoutAgreement: {
      persons: [ngozi.id],
      basis: 'A law.',
      explained: true,
      idempotencyKey: 'c',
    },
    recordFollowUpPermission: { ...person, permitted: true, expectedRevision: 1 },
    excludeAgency: {
      agency: grace.agency.id,
      askedBy: [ngozi.id],
      scope: { enum: 'WHOLE_AGENCY' },
      explored: 'Explored.',
      viable: true,
      expectedRevision: 1,
      idempotencyKey: 'd',
    },
    endExclusion: {
      exclusion: episode.exclusions.wholeHousingAssociation,
      reason: 'They want it back.',
    },
    reviewCompetence: {
      person: amara.id,
      decision: { enum: 'COMPETENT' },
      directlySupported: true,
      reason: 'r',
      expectedRevision: 1,
    },
    setLimit: {
      person: amara.id,
      level: { enum: 'CONFIDENTIAL' },
      reason: 'r',
      idempotencyKey: 'e',
    },
    restrictDetail: {
      ...person,
      coordinates: ['Person.contactDetails'],
      fromPerson: emeka.id,
      reason: 'r',
      idempotencyKey: 'f',
    },
  };

  test('is answered every command as if there were no such episode', async () => {
    const sent = (of: string) =>
      Object.entries(commands).map(([command, given]) => ({
        query: `mutation { ${command}(${argumentsOf({ episode: of, ...given })}) { __typename ... on CommandRefusal { code message remedy about revision findings { part code expected } } } }`,
      }));
    const [both] = await answeredAfter([''], {
      who: callum,
      purpose: 'COORDINATE_SUPPORT',
      asked: [...sent(episode.id), ...sent(nowhere)],
    });
    const many = Object.keys(commands).length;
    const theirs = both?.answers.slice(0, many);
    expect(theirs).toEqual(both?.answers.slice(many));
    expect(JSON.stringify(theirs).match(/RECORD_UNKNOWN/g)).toHaveLength(many);
  });
});
