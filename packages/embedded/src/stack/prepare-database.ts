import type { Partnership } from '@postern/agreements';
import { DEFAULT_PARTNERSHIP, shropshireRules } from '@postern/agreements';
import type { DatabaseAddress } from '@postern/database';
import { connect, migrate } from '@postern/database';
import { Fault } from '@postern/errors';
import { buildReporting } from '@postern/reporting';
import {
  isCountyUnfinished,
  loadSampleCounty,
  registerDevelopmentIssuer,
} from '@postern/sample-county';
import { wholePolicySchema } from './blueprints.ts';
import { describeRoles } from './describe-roles.ts';
import { MIGRATIONS } from './migrations.ts';
import { publishAgreements } from './publish-agreements.ts';
import { publishPolicy } from './publish-policy.ts';

/** What a database is brought to. */
export interface Preparation {
  readonly now: Date;
  /** Generated episodes beside the named cast; null loads no county, as in production. */
  readonly county: 'small' | number | null;
  /** The development provider's address; null registers none. */
  readonly issuerUrl: string | null;
  /** By default Shropshire's. */
  readonly partnership?: Partnership;
  /** How many closed months of numbers a first build goes back; by default a year of a sample county, and what reporting does of others. */
  readonly history?: number;
  readonly onProgress: (line: string) => void;
}

const SAMPLE_HISTORY = 12;

/** Brings a database to the current version, with policy, sample county and reporting; safe to repeat. @throws Fault */
export async function prepareDatabase(
  address: DatabaseAddress,
  preparation: Preparation,
): Promise<void> {
  const { now, county, issuerUrl, partnership = DEFAULT_PARTNERSHIP, onProgress } = preparation;
  await migrate(address, MIGRATIONS, onProgress);
  const owner = connect(address, 'owner', { max: 4 });
  try {
    await publishAgreements(owner, partnership);
    await publishPolicy(
      owner,
      {
        version: 1,
        agreement: 'SHROPSHIRE_ISA',
        proposedBy: 'Shropshire information sharing agreement, version 1.1',
        approvedBy: 'Built in; approved with the agreement',
        reason: 'The rules of every role as the agreement has them.',
        activatedAt: new Date('2024-10-01T00:00:00Z'),
        rules: shropshireRules(partnership.resolutions),
      },
      wholePolicySchema(),
    );
    await describeRoles(owner);
    if (county !== null) await loadSampleCounty(owner, { size: county, now, onProgress });
    else if (await isCountyUnfinished(owner)) throw new Fault('COUNTY_UNFINISHED');
    if (issuerUrl !== null) await registerDevelopmentIssuer(owner, { url: issuerUrl });
  } finally {
    await owner.close();
  }
  const builder = connect(address, 'reporting_builder', { max: 1 });
  try {
    const history = preparation.history ?? (county === null ? undefined : SAMPLE_HISTORY);
    const published = await buildReporting(builder, {
      now,
      ...(history === undefined ? {} : { history }),
    });
    onProgress(
      published.length === 0
        ? 'Reporting: every closed month is published'
        : `Reporting: ${published.length} closed months published`,
    );
  } finally {
    await builder.close();
  }
}
