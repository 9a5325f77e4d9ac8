import { inForce } from './dated.ts';
import { LEGAL_GATEWAYS } from './gateways.ts';
import type { Standing } from './standings.ts';

/** What the law asks of an agency. */
export interface AgencyInLaw {
  readonly kind: string;
  /** Those it holds on the day. */
  readonly standings: readonly (Standing | string)[];
}

/** Whether an agency may rely on a gateway, or why not. */
export type Reliance =
  | { readonly may: true }
  | {
      readonly may: false;
      readonly because: 'UNKNOWN' | 'NOT_OFFERED' | 'NOT_IN_FORCE' | 'NOT_OPEN_TO_AGENCY';
      readonly reason: string;
    };

/** A public authority shares under a power or a duty, and for an aim of Article 8. */
export function isPublicAuthority({ standings }: Pick<AgencyInLaw, 'standings'>): boolean {
  return standings.includes('PUBLIC_AUTHORITY');
}

/** Whether an agency may rely on a gateway on a day (`YYYY-MM-DD`), by its kind or a standing it holds then. */
export function mayRely(agency: AgencyInLaw, gateway: string, day: string): Reliance {
  const law = Object.hasOwn(LEGAL_GATEWAYS, gateway) ? LEGAL_GATEWAYS[gateway] : undefined;
  if (law === undefined) return no('UNKNOWN', 'No gateway of the agreements has this name.');
  if (law.citedAs !== null) return no('NOT_OFFERED', `${law.title}: ${law.citedAs}.`);
  if (!inForce(law, day)) return no('NOT_IN_FORCE', `${law.title} is not in force on ${day}.`);
  const byKind = law.kinds === null || law.kinds.includes(agency.kind);
  if (byKind || law.standings.some((one) => agency.standings.includes(one))) return { may: true };
  return no('NOT_OPEN_TO_AGENCY', `${law.title} is open to ${openTo(law.kinds, law.standings)}.`);
}

function openTo(kinds: readonly string[] | null, standings: readonly string[]): string {
  return [...(kinds ?? []), ...standings].join(', ');
}

function no(
  because: Extract<Reliance, { readonly may: false }>['because'],
  reason: string,
): Reliance {
  return { may: false, because, reason };
}
