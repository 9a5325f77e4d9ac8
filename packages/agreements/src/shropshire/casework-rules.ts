import type { ClassKey, ConditionTemplate, Purpose } from '@postern/policy';
import type { StoredRule } from '../stored-rule.ts';
import {
  EPISODE_RECORDS,
  FAMILY_RECORDS,
  PERSON_ENTRIES,
  SECTOR_IDENTIFIERS,
} from './record-types.ts';

/** How one role comes to a family's record, from which its rules follow. */
export interface CaseworkRole {
  readonly role: string;
  readonly prefix: string;
  readonly purposes: readonly Purpose[];
  /** When the role reaches an episode at all. */
  readonly reach: ConditionTemplate;
  readonly clause: string;
  /** Classes of a person's data that need no justification in this role. */
  readonly freely: ReadonlySet<ClassKey>;
}

/** What a role that works with families reads: the record whole, source-system items by justification or as its own agency's. */
export function caseworkRules(casework: CaseworkRole): readonly StoredRule[] {
  const rule = (
    name: string,
    given: Pick<StoredRule, 'resource' | 'when' | 'clause'> &
      Partial<Pick<StoredRule, 'fields' | 'classes'>>,
  ): StoredRule => ({
    name: `${casework.prefix}-${name}`,
    role: casework.role,
    action: 'read',
    purposes: casework.purposes,
    effect: 'ALLOW',
    ...given,
  });
  const whole: readonly ClassKey[] = ['OPERATIONAL', 'PERSONAL'];
  const justified: ConditionTemplate = { all: [casework.reach, { holds: 'justification.covers' }] };
  const justifiedOrOwn: ConditionTemplate = {
    all: [
      casework.reach,
      { any: [{ holds: 'justification.covers' }, { holds: 'entry.ownAgency' }] },
    ],
  };

  return [
    ...EPISODE_RECORDS.map((resource) =>
      rule(`reads-${resource}`, {
        resource,
        classes: whole,
        when: casework.reach,
        clause: casework.clause,
      }),
    ),
    rule('reads-episode-team', {
      resource: 'Episode',
      fields: ['leadProfessional', 'team', 'grants'],
      when: casework.reach,
      clause: 'SHR-3.4.11a',
    }),
    ...FAMILY_RECORDS.map((resource) =>
      rule(`reads-${resource}`, {
        resource,
        classes: whole,
        when: casework.reach,
        clause: 'SHR-8.2.1e',
      }),
    ),
    rule('reads-Person', {
      resource: 'Person',
      classes: whole,
      when: casework.reach,
      clause: 'SHR-8.2.1e',
    }),
    ...SECTOR_IDENTIFIERS.map((field) =>
      rule(`reads-Person-${field}`, {
        resource: 'Person',
        fields: [field],
        when: casework.freely.has('RESTRICTED:IDENTIFIER') ? casework.reach : justified,
        clause: 'SHR-4.3-cond',
      }),
    ),
    rule('reads-Person-characteristics', {
      resource: 'Person',
      fields: ['ethnicity', 'religion'],
      when: justifiedOrOwn,
      clause: 'SHR-4.3-cond',
    }),
    ...PERSON_ENTRIES.flatMap(([resource, field, dataClass]) => {
      const when = casework.freely.has(dataClass) ? casework.reach : justifiedOrOwn;
      return [
        rule(`reads-Person-${field}`, {
          resource: 'Person',
          fields: [field],
          when,
          clause: 'SHR-4.3-cond',
        }),
        rule(`reads-${resource}`, { resource, classes: [dataClass], when, clause: 'SHR-4.3-cond' }),
      ];
    }),
    rule('reads-colleagues', {
      resource: 'Practitioner',
      classes: ['OPERATIONAL', 'WORKFORCE', 'PUBLIC'],
      when: { any: [{ holds: 'account.self' }, casework.reach] },
      clause: 'SHR-3.4.11b',
    }),
    rule('reads-own-grants', {
      resource: 'AccessGrant',
      classes: ['OPERATIONAL', 'WORKFORCE'],
      when: { holds: 'account.self' },
      clause: 'SHR-8.2.1e',
    }),
    rule('reads-own-justifications', {
      resource: 'Justification',
      classes: ['OPERATIONAL', 'WORKFORCE', 'PERSONAL'],
      when: { holds: 'account.self' },
      clause: 'SHR-4.3-cond',
    }),
  ];
}
