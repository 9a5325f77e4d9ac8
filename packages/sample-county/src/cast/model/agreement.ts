import { createHash } from 'node:crypto';
import type { AgreementState } from '@postern/access-facts';
import { countyId } from '../../county-id.ts';
import type { CastAgency } from './agency.ts';
import type { Days, Moment } from './moment.ts';
import type { CastPerson } from './person.ts';
import type { CastPractitioner } from './practitioner.ts';
import type { Row } from './row.ts';
import { projection, row } from './row.ts';

/** What a family withholds from one agency; without `details`, the whole episode. */
export interface CastExclusion {
  readonly agency: CastAgency;
  readonly details?: {
    readonly coordinates: readonly string[];
    readonly person: CastPerson | null;
  };
  readonly reason: string;
  readonly until?: Days;
}

/** A family's agreement for one episode. */
export interface CastAgreement {
  readonly state: AgreementState;
  readonly signers?: readonly { readonly person: CastPerson; readonly competence?: string }[];
  readonly withdrawn?: Days;
  readonly basisWhenNoAgreement?: string;
  readonly exclusions?: Readonly<Record<string, CastExclusion>>;
}

/** The episode an agreement is for, and who recorded it. */
export interface AgreementScene {
  readonly episodeId: string;
  readonly familyId: string;
  readonly opened: Days;
  readonly lead: CastPractitioner;
  /** Everybody whom the episode concerns. */
  readonly persons: readonly CastPerson[];
}

const SIGNED_ONCE: readonly AgreementState[] = [
  'SIGNED',
  'SIGNED_WITH_EXCLUSIONS',
  'PARTIAL',
  'WITHDRAWN',
];

/** The identifier of an exclusion by its key in the agreement. */
export function exclusionId(episodeId: string, key: string): string {
  return countyId(`${episodeId}:exclusion:${key}`);
}

/** The rows of an agreement, its signers and exclusions, at home and in `access`. */
export function agreementRows(
  of: CastAgreement,
  scene: AgreementScene,
  moment: Moment,
): readonly Row[] {
  const id = countyId(`${scene.episodeId}:agreement`);
  const agreement = row('families.family_agreement', {
    id,
    family_id: scene.familyId,
    episode_id: scene.episodeId,
    state: of.state,
    form_version: '2024-10',
    notice_explained_on: of.state === 'NOT_DISCUSSED' ? null : moment.date(scene.opened),
    signed_at: SIGNED_ONCE.includes(of.state) ? moment.instant(scene.opened + 0.5) : null,
    withdrawn_at: of.withdrawn === undefined ? null : moment.instant(of.withdrawn),
    basis_when_no_agreement: of.basisWhenNoAgreement ?? null,
    ...provenance(scene, moment),
  });
  const exclusions = Object.entries(of.exclusions ?? {}).map(([key, exclusion]) =>
    exclusionRow(
      exclusion,
      { ...scene, id: exclusionId(scene.episodeId, key), agreement: id },
      moment,
    ),
  );
  return [
    agreement,
    projection(agreement, 'access.family_agreement', [
      'id',
      'episode_id',
      'state',
      'basis_when_no_agreement',
      'signed_at',
      'withdrawn_at',
    ]),
    ...signerRows(of, { ...scene, agreement: id }, moment),
    ...partRows(of, { ...scene, agreement: id }, moment),
    ...exclusions,
    ...exclusions.map(exclusionProjection),
  ];
}

function signerRows(
  of: CastAgreement,
  scene: AgreementScene & { readonly agreement: string },
  moment: Moment,
): readonly Row[] {
  return (of.signers ?? []).map((signer) =>
    row('families.agreement_signer', {
      id: countyId(`${scene.agreement}:${signer.person.id}`),
      agreement_id: scene.agreement,
      episode_id: scene.episodeId,
      person_id: signer.person.id,
      signed_on: moment.date(scene.opened),
      competence: signer.competence ?? null,
    }),
  );
}

/** Where it stands for one of them, as far as the agreement as a whole says so. */
function partState({ state, signers = [] }: CastAgreement, who: CastPerson): AgreementState {
  if (state.startsWith('SIGNED')) return 'SIGNED';
  if (state !== 'PARTIAL') return state;
  return signers.some(({ person }) => person === who) ? 'SIGNED' : 'OFFERED';
}

/** Everybody whom the episode concerns has a part. */
function partRows(
  of: CastAgreement,
  scene: AgreementScene & { readonly agreement: string },
  moment: Moment,
): readonly Row[] {
  return scene.persons.map((who) => {
    const competence = of.signers?.find(({ person }) => person === who)?.competence ?? null;
    return row('families.agreement_part', {
      id: agreementPartId(scene.agreement, who.id),
      agreement_id: scene.agreement,
      episode_id: scene.episodeId,
      person_id: who.id,
      state: partState(of, who),
      agrees: partState(of, who) === 'SIGNED',
      basis: of.basisWhenNoAgreement ?? null,
      follow_up_permission: true,
      form_version: '2024-10',
      notice_explained_on: of.state === 'NOT_DISCUSSED' ? null : moment.date(scene.opened),
      competence: competence === null ? null : 'COMPETENT',
      competence_reason: competence,
      competence_by: competence === null ? null : scene.lead.id,
      changed_at: moment.instant(scene.opened + 0.5),
      ...provenance(scene, moment),
    });
  });
}

/** The identifier of a person's part of an agreement, as the service itself makes it. */
function agreementPartId(agreement: string, person: string): string {
  const digits = createHash('md5').update(`${agreement}${person}`).digest('hex');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function exclusionRow(
  of: CastExclusion,
  scene: AgreementScene & { readonly id: string; readonly agreement: string },
  moment: Moment,
): Row {
  return row('families.exclusion', {
    id: scene.id,
    agreement_id: scene.agreement,
    episode_id: scene.episodeId,
    excluded_agency_id: of.agency.id,
    scope: of.details === undefined ? 'WHOLE_AGENCY' : 'DETAILS',
    coordinates: of.details?.coordinates ?? [],
    person_id: of.details?.person?.id ?? null,
    reason: of.reason,
    viable: true,
    starts_at: moment.instant(scene.opened + 0.5),
    ends_at: of.until === undefined ? null : moment.instant(of.until),
    ...provenance(scene, moment),
  });
}

function exclusionProjection(exclusion: Row): Row {
  const same = ['id', 'episode_id', 'scope', 'coordinates', 'person_id', 'starts_at', 'ends_at'];
  const projected = projection(exclusion, 'access.exclusion', same);
  const agency = exclusion.columns.excluded_agency_id ?? null;
  return row(projected.table, { ...projected.columns, agency_id: agency });
}

function provenance(scene: AgreementScene, moment: Moment): Readonly<Record<string, string>> {
  return {
    recorded_by: scene.lead.id,
    agency_id: scene.lead.agency.id,
    recorded_at: moment.instant(scene.opened + 0.5),
    nature: 'FACT',
  };
}
