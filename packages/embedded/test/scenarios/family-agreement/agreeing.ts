import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import type { Answered, Asking } from '../../county-fixture.ts';
import { commands } from '../../machines/commands.ts';
import type { Scene } from '../vocabulary/scene.ts';

export const AGREEMENT = `... on FamilyAgreementChanged { agreement { id status revision signedAt withdrawnAt basisWhenNoAgreement
    parts { id person { id } state agrees competence coSignatureDue reviewDue basis followUpPermission disclosureLimit } }
  revision toDecide routes }`;
export const LIMIT = '... on DisclosureLimitChanged { person level holdsNow }';
export const RESTRICTION = '... on SafetyRestrictionChanged { restriction state }';

/** Everything that the notice has to tell. */
export const TOLD = {
  facts: ['COLLECTOR', 'PURPOSES', 'SOURCES', 'RECIPIENTS', 'STORAGE'].map((name) => ({
    enum: name,
  })),
  promises: [{ enum: 'SUPPORTERS_ONLY' }, { enum: 'ANONYMOUS_TO_GOVERNMENT' }],
  socialCareWarning: true,
  notByConsent: true,
  way: { enum: 'IN_PERSON' },
  explainedOn: '2026-06-16',
  leafletVersion: '2024-10',
};
export const WRITTEN = { mode: { enum: 'WRITTEN' }, signedOn: '2026-06-17', inOwnSystem: true };
export const COMPETENT = {
  decision: { enum: 'COMPETENT' },
  reason: 'Said back what is shared and with whom.',
  directlySupported: true,
};

/** What shows that whoever signs for a child is responsible for it. */
export const SEEN = { entitledBy: 'The birth certificate was seen.' };

interface Named {
  readonly id: string;
}
type Given = Readonly<Record<string, unknown>>;
/** What is sent beside what every command of its kind is sent. */
export type Sends = (command: string, given: Given) => Promise<Answered>;

const SHOWN: Readonly<Record<string, string>> = {
  setLimit: LIMIT,
  overrideLimit: LIMIT,
  restrictDetail: RESTRICTION,
  endRestriction: RESTRICTION,
};
/** Commands that begin something take a key; the others the revision that stands. */
const BEGINS = [
  ...['explainNotice', 'withdrawAgreement', 'recordBasisWithoutAgreement', 'excludeAgency'],
  ...['setLimit', 'overrideLimit', 'restrictDetail'],
];
const OF_REVISION = [
  ...['offerAgreement', 'recordSignature', 'recordDecline', 'recordFollowUpPermission'],
  ...['excludeAgency', 'reviewCompetence'],
];

/** Somebody at the gate who keeps what the family of an episode agrees to, or tries to. */
export function agreeing(scene: Scene, episode: Named) {
  const revision = async (): Promise<number> => {
    const [held] = await scene.database().owner.run<{ revision: number }>({
      text: 'SELECT revision FROM families.family_agreement WHERE episode_id = $1 ORDER BY recorded_at DESC, id LIMIT 1',
      values: [episode.id],
    });
    return held?.revision ?? 1;
  };
  const as =
    (who: Asking, purpose: Purpose = 'COORDINATE_SUPPORT'): Sends =>
    async (command, given) => {
      const all = {
        episode: episode.id,
        ...(BEGINS.includes(command) ? { idempotencyKey: crypto.randomUUID() } : {}),
        ...(OF_REVISION.includes(command) ? { expectedRevision: await revision() } : {}),
        ...given,
      };
      return commands(scene.gate(), who, command, all, {
        shows: SHOWN[command] ?? AGREEMENT,
        purpose,
      });
    };
  const lead = as(cast.practitioners.tom);
  return {
    as,
    lead,
    revision,
    ofFamily: (who: Asking) => as(who, 'RIGHTS'),
    /** Told, asked, and signed by each for themselves and whom they speak for. */
    asks: async (persons: readonly Named[], given: Given = {}): Promise<void> => {
      const ids = persons.map(({ id }) => id);
      await lead('explainNotice', { persons: ids, ...TOLD, ...given });
      await lead('offerAgreement', { persons: ids, formVersion: '2024-10' });
    },
    signs: (signer: Named, persons: readonly Named[], given: Given = {}) =>
      lead('recordSignature', {
        signer: signer.id,
        persons: persons.map(({ id }) => id),
        ...WRITTEN,
        ...given,
      }),
  };
}

/** One person's part, as an answer shows it. */
export function partOf(answer: Answered, person: Named): Answered {
  return answer.agreement.parts.find((part: Answered) => part.person?.id === person.id);
}

/** Everything that commands of an agreement change; grants last, since what is withheld ends them. */
const CHANGED = [
  ...['partners.family_removal', 'families.notice_explanation', 'families.agreement_signer'],
  ...[
    'families.exclusion',
    'access.exclusion',
    'families.agreement_part',
    'access.withheld_person',
  ],
  ...['families.disclosure_limit', 'access.disclosure_limit', 'families.safety_restriction'],
  ...['access.restriction', 'families.family_agreement', 'access.family_agreement'],
  'access.access_grant',
];

/** Keeps what the county has; what it was is put back by {@link putBack}. */
export function keep({ database }: Scene): Promise<void> {
  return database().owner.script(
    CHANGED.map((table, at) => `CREATE TABLE public.kept_${at} AS TABLE ${table}`).join(';\n'),
  );
}

/** Only what differs is written: most scenarios change few rows of few tables. */
export function putBack({ database }: Scene): Promise<void> {
  return database().owner.script(
    CHANGED.map(
      (table, at) =>
        `DELETE FROM ${table} held WHERE NOT EXISTS (SELECT FROM public.kept_${at} kept WHERE kept = held);
        INSERT INTO ${table} SELECT * FROM public.kept_${at} EXCEPT TABLE ${table}`,
    ).join(';\n'),
  );
}
