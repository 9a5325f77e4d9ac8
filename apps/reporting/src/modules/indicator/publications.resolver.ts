import type { Connection } from '@postern/database';
import type { DisclosureProfile } from '@postern/disclosure-control';
import type { Grain } from '../../calendar/grain.ts';
import { monthOf } from '../../calendar/month.ts';
import type { Period } from '../../calendar/period.ts';
import { endOf, periodOf, startOf } from '../../calendar/period.ts';
import { definitionOf } from '../../catalogue/catalogue.ts';
import type { IndicatorId } from '../../catalogue/indicator.ts';
import type { Edition } from '../../published/editions.ts';
import { readEditions, readSpan } from '../../published/editions.ts';
import { profileNamed } from '../../published/profiles.ts';
import { monthArgument, periodsOf } from './period-range.ts';

/** Arguments of `Query.publications`; a scalar's text is not yet checked. */
export interface PublicationsArguments {
  readonly grain: Grain;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** An edition as it is cited. */
export interface Publication {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly indicator: IndicatorId;
  readonly grain: Grain;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly publishedAt: string;
  readonly digest: string;
  readonly profile: DisclosureProfile;
}

/** What went out, the latest first. @throws Refusal ARGUMENT_INVALID */
export async function publications(
  connection: Connection,
  { grain, from, to }: PublicationsArguments,
): Promise<readonly Publication[]> {
  const asked = { from: monthArgument('from', from), to: monthArgument('to', to) };
  const span = await readSpan(connection, null, grain);
  const published = span && {
    first: periodOf(grain, monthOf(span.first)),
    last: periodOf(grain, monthOf(span.last)),
  };
  const periods = periodsOf(grain, asked, published);
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return [];
  const editions = await readEditions(connection, {
    grain,
    from: startOf(first),
    to: startOf(last),
  });
  return editions.map(publicationOf).toReversed();
}

function publicationOf(edition: Edition): Publication {
  const { indicator, grain, periodStart, digest } = edition;
  const period = periodOf(grain, monthOf(periodStart));
  const profile = profileNamed(edition.profileName, edition.profileVersion);
  const id = [indicator, grain, periodStart].join('/');
  const title = `${definitionOf(indicator)?.title ?? indicator}, ${named(period)}`;
  const publishedAt = edition.publishedAt.toISOString();
  return {
    id,
    title,
    citation: `${title}. Postern, ${id}, published ${publishedAt.slice(0, 10)}, disclosure control ${profile.name} version ${profile.version}, SHA-256 ${digest}.`,
    indicator,
    grain,
    periodStart,
    periodEnd: endOf(period),
    publishedAt,
    digest,
    profile,
  };
}

const MONTH_NAME = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `October 2026`; of a longer period, `April 2026 to June 2026`. */
function named({ first, last }: Period): string {
  const [from, to] = [first, last].map((month) =>
    MONTH_NAME.format(new Date(`${month}-01T00:00:00Z`)),
  );
  return from === to ? `${from}` : `${from} to ${to}`;
}
