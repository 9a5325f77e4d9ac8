import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection, DatabaseAddress } from '@postern/database';
import { connect, startEmbeddedDatabase } from '@postern/database';
import { prepareDatabase } from '@postern/embedded';
import { ISSUER_URL } from '../caseload/principals/tokens.ts';

/** Somebody who reads a thousand people, each by a grant and with a justification for what needs one. */
export interface WideReader {
  readonly subject: string;
  readonly persons: readonly string[];
}

/** A county with such a reader, in a PostgreSQL of its own that is taken away again. */
export interface WideCounty {
  readonly address: DatabaseAddress;
  readonly owner: Connection;
  readonly reader: WideReader;
  close(): Promise<void>;
}

export const PERSONS = 1_000;
const EPISODES = 1_000;

export async function openWideCounty(onProgress: (line: string) => void): Promise<WideCounty> {
  const directory = mkdtempSync(join(tmpdir(), 'postern-policy-cost-'));
  const database = await startEmbeddedDatabase({ directory, onProgress });
  const closing: (() => Promise<void>)[] = [
    async () => {
      await database.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  ];
  const close = async (): Promise<void> => {
    for (const each of closing.toReversed()) await each();
  };
  try {
    const { address } = database;
    await prepareDatabase(address, {
      now: new Date(),
      county: EPISODES,
      issuerUrl: ISSUER_URL,
      onProgress,
    });
    const owner = connect(address, 'owner', { max: 1 });
    closing.push(() => owner.close());
    const reader = await makeReader(owner);
    await owner.script('VACUUM ANALYZE');
    return { address, owner, reader, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Gives one team member grants on open, agreed episodes until they concern enough people, and copies a justification for each. */
async function makeReader(owner: Connection): Promise<WideReader> {
  const [found] = await owner.run<{ subject: string; id: string }>({
    text: `SELECT a.subject, a.id FROM access.account a
      JOIN access.role_holding h ON h.account_id = a.id AND h.role = 'TAF_MEMBER' AND h.ends_at IS NULL
      JOIN access.justification j ON j.account_id = a.id AND j.state = 'LIVE' AND j.purpose = 'COORDINATE_SUPPORT' AND j.expires_at > now()
        AND 'SPECIAL_CATEGORY:HEALTH' = ANY (j.classes)
      WHERE a.subject LIKE 'bulk-%' AND a.state = 'ACTIVE'
        AND NOT EXISTS (SELECT 1 FROM access.conflict_of_interest c WHERE c.account_id = a.id)
      ORDER BY a.subject LIMIT 1`,
    values: [],
  });
  if (found === undefined)
    throw new Error('The county has nobody with a justification about health.');
  const persons = await owner.run<{ id: string }>({ text: WIDEN, values: [found.id, PERSONS] });
  await owner.run({ text: JUSTIFY, values: [found.id, persons.map(({ id }) => id)] });
  return { subject: found.subject, persons: persons.map(({ id }) => id) };
}

const WIDEN = `
WITH free AS (
  SELECT e.id FROM episodes.episode e
  WHERE e.status IN ('OPEN', 'OPEN_TAF') AND NOT EXISTS (SELECT 1 FROM access.exclusion x WHERE x.episode_id = e.id)
    AND EXISTS (SELECT 1 FROM access.family_agreement f WHERE f.episode_id = e.id AND f.state = 'SIGNED' AND f.signed_at <= now() AND f.withdrawn_at IS NULL)
),
concerned AS (
  SELECT p.episode_id, p.person_id FROM free JOIN access.episode_person p ON p.episode_id = free.id
  WHERE NOT EXISTS (SELECT 1 FROM access.restriction r WHERE r.protected_person_id = p.person_id)
  ORDER BY p.episode_id, p.person_id LIMIT $2
),
granted AS (
  INSERT INTO access.access_grant (id, account_id, episode_id, role, working_relationship, granted_by, starts_at)
  SELECT gen_random_uuid(), $1::uuid, id, 'TAF_MEMBER', 'Any', gen_random_uuid(), now() - interval '1 day'
  FROM (SELECT DISTINCT episode_id AS id FROM concerned) each
)
SELECT person_id AS id FROM concerned`;

const JUSTIFY = `
WITH model AS (
  SELECT * FROM access.justification
  WHERE account_id = $1 AND state = 'LIVE' AND purpose = 'COORDINATE_SUPPORT' AND expires_at > now() AND 'SPECIAL_CATEGORY:HEALTH' = ANY (classes) LIMIT 1
)
INSERT INTO access.justification
SELECT (jsonb_populate_record(NULL::access.justification, to_jsonb(model) || jsonb_build_object('id', gen_random_uuid(), 'episode_id', p.episode_id, 'person_id', p.person_id))).*
FROM model, access.episode_person p WHERE p.person_id = ANY ($2::uuid[])`;
