import { dayToCome } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';

/** What is said of a family that social care hands over. */
export interface FromSocialCare {
  readonly source: string;
  readonly steppedDown?:
    | { readonly closedOn?: string | null | undefined; readonly wishOn?: string | null | undefined }
    | null
    | undefined;
}

const WORKS_THERE = 'SOCIAL_CARE_WORKER';

/**
 * Social care hands a family over only where it has closed its work and the family wishes for early help; both stand on the
 * record with who said so and when (SHR-3.4.10d). Answers what the record says of it; nothing of who comes otherwise.
 * @throws CommandRefused STEP_DOWN_NOT_POSSIBLE
 */
export function requireStepDown({
  input: { source, steppedDown },
  principal,
  now,
}: Pick<CommandCall<FromSocialCare>, 'input' | 'now' | 'principal'>): Readonly<
  Record<string, string>
> {
  if (source !== 'SOCIAL_CARE' && !principal.roles.includes(WORKS_THERE)) return {};
  const { closedOn = null, wishOn = null } = steppedDown ?? {};
  const findings = [
    ...(closedOn === null
      ? [
          finding(
            'steppedDown.closedOn',
            'SOCIAL_CARE_NOT_CLOSED',
            'the day on which social care closed its work',
          ),
        ]
      : dayToCome('steppedDown.closedOn', closedOn, now)),
    ...(wishOn === null
      ? [
          finding(
            'steppedDown.wishOn',
            'FAMILY_WISH_NOT_RECORDED',
            'since when the family wishes for early help',
          ),
        ]
      : dayToCome('steppedDown.wishOn', wishOn, now)),
  ];
  if (closedOn === null || wishOn === null || findings.length > 0)
    throw new CommandRefused('STEP_DOWN_NOT_POSSIBLE', { findings });
  return { socialCareClosedOn: closedOn, familyWishOn: wishOn };
}
