import { cast } from '@postern/sample-county';
import { expect } from 'vitest';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { prue, tom } = cast.practitioners;

export const GRANT = 'AccessGrantChanged { grant { id state basis revision endsAt confirmBy } }';

type Given = Readonly<Record<string, unknown>>;

/** Those who give access to the first family of the cast, and what they send. */
interface Grants {
  host(): Doer;
  lead(): Doer;
  asked(practitioner: { readonly id: string }, more?: Given): Given;
  /** What stands against giving it, by its codes. */
  codes(
    doer: Doer,
    practitioner: { readonly id: string },
    more?: Given,
  ): Promise<readonly string[]>;
}

export function grants({ gate }: Scene): Grants {
  const asked: Grants['asked'] = (practitioner, more = {}) => ({
    practitioner: practitioner.id,
    episode: cast.families.okafor.episodes.current.id,
    role: 'TAF_MEMBER',
    workingRelationship: 'Works with Chidi at school; “früher” ‏עברית‏ 🧩',
    endsAt: daysFromNow(60),
    reason: 'as the plan has it',
    idempotencyKey: crypto.randomUUID(),
    ...more,
  });
  return {
    host: () => new Doer(gate(), prue, 'ADMINISTRATION'),
    lead: () => new Doer(gate(), tom, 'COORDINATE_SUPPORT'),
    asked,
    codes: async (doer, practitioner, more = {}) => {
      const refused = await doer.isRefused(
        'GRANT_NOT_POSSIBLE',
        'grantAccess',
        asked(practitioner, more),
        GRANT,
      );
      // Whoever cannot get access is told what else to do (DEV-A3-chn).
      expect(refused.remedy).toMatch(/999/);
      return refused.findings.map(({ code }) => code);
    },
  };
}

/** The grant of whoever leads an episode and its revision, as a caller reads them before handing over. */
export async function leading(
  scene: Scene,
  episode: { readonly id: string },
): Promise<{ readonly grant: string; readonly expectedRevision: number }> {
  const [lead] = await scene.database().owner.run<{ id: string; revision: number }>({
    text: `SELECT id, revision FROM access.access_grant
      WHERE episode_id = $1 AND role = 'LEAD_PROFESSIONAL' AND basis = 'WORK' AND revoked_at IS NULL`,
    values: [episode.id],
  });
  if (lead === undefined) throw new Error('nobody leads it');
  return { grant: lead.id, expectedRevision: lead.revision };
}
