import type { FieldModel, RecordModel } from './field-model.ts';
import { byEpisode, id, reference, rows } from './field-model.ts';
import type { RawCounty, RawRow } from './raw-county.ts';
import { ruleBody, storedJson } from './rule-model.ts';

const about = (row: RawRow) => ({ rowId: id(row, 'id') });

/** A column of JSON, given out as PostgreSQL prints it. */
const json = (column: string): FieldModel => ({
  kind: 'TEXT',
  of: (row) => storedJson(row[column]),
});

function liveVersion(county: RawCounty): number {
  const live = county
    .rows('access.policy_version')
    .filter(({ activatedAt }) => isPast(activatedAt, county));
  return Math.max(...live.map(({ version }) => Number(version)));
}

// The models know the day only; nothing of the policy in the county begins or ends on the day that it is read.
export function isPast(moment: unknown, { today }: RawCounty): boolean {
  return String(moment).slice(0, 10) <= today;
}

const rulesOf = (version: unknown, county: RawCounty): readonly RawRow[] =>
  county.rowsBy('access.policy_rule', 'version', version);

/** The types by which the policy is read and changed, and the record of the steps by which access came about. */
export const POLICY_RECORDS: Readonly<Record<string, RecordModel>> = {
  PolicyRule: {
    table: 'access.policy_rule',
    about,
    fields: {
      ...Object.fromEntries(
        ['role', 'resource', 'fields', 'classes', 'purposes', 'effect', 'clause'].map(
          (key): [string, FieldModel] => [
            key,
            { kind: 'TEXT', of: (row) => ruleBody(row)[key] ?? null },
          ],
        ),
      ),
      action: { kind: 'TEXT', of: (row) => String(ruleBody(row)['action']).toUpperCase() },
      condition: { kind: 'TEXT', of: (row) => storedJson(ruleBody(row)['when']) },
    },
  },
  PolicyRole: {
    table: 'partners.policy_role',
    about,
    fields: {
      rules: {
        kind: 'TEXT',
        of: ({ code }, county) =>
          rulesOf(liveVersion(county), county).filter((rule) => ruleBody(rule)['role'] === code)
            .length,
      },
      holders: {
        kind: 'TEXT',
        of: ({ code }, county) =>
          new Set(
            county
              .rowsBy('access.role_holding', 'role', code)
              .filter(
                ({ startsAt, endsAt, confirmedUntil }) =>
                  isPast(startsAt, county) &&
                  [endsAt, confirmedUntil].every((end) => end === null || !isPast(end, county)),
              )
              .map(({ accountId }) => accountId),
          ).size,
      },
    },
  },
  PolicyVersion: {
    table: 'access.policy_version',
    about,
    fields: {
      live: { kind: 'TEXT', of: ({ version }, county) => version === liveVersion(county) },
      rules: { kind: 'TEXT', of: ({ version }, county) => rulesOf(version, county).length },
      draft: { kind: 'COLUMN', column: 'draftId' },
    },
  },
  PolicyDraft: {
    table: 'partners.policy_draft',
    about,
    fields: {
      onLiveVersion: {
        kind: 'TEXT',
        of: ({ baseVersion }, county) => baseVersion === liveVersion(county),
      },
      createdBy: reference('Practitioner', 'createdBy'),
      decidedBy: reference('Practitioner', 'decidedBy'),
      changes: rows('PolicyChange', 'partners.policy_change', 'draftId'),
      events: rows('PolicyEvent', 'partners.policy_event', 'draftId'),
    },
  },
  PolicyChange: {
    table: 'partners.policy_change',
    about,
    fields: {
      before: json('before'),
      after: json('after'),
      madeBy: reference('Practitioner', 'madeBy'),
    },
  },
  AccessEvent: {
    table: 'partners.access_event',
    about: (row) => ({
      ...byEpisode(row),
      accountId: id(row, 'accountId'),
      ofUnnamedFamily: row['ofUnnamedFamily'] === true,
    }),
    fields: {
      subject: { kind: 'COLUMN', column: 'subjectId' },
      actor: reference('Practitioner', 'actorId'),
      actorAgency: reference('Agency', 'actorAgencyId'),
      practitioner: reference('Practitioner', 'accountId'),
      agency: reference('Agency', 'agencyId'),
    },
  },
  PolicyEvent: {
    table: 'partners.policy_event',
    about,
    fields: {
      draft: { kind: 'COLUMN', column: 'draftId' },
      actor: reference('Practitioner', 'actorId'),
      agency: reference('Agency', 'agencyId'),
      before: json('before'),
      after: json('after'),
    },
  },
};
