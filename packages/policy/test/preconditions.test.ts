import { describe, expect, test } from 'vitest';
import type { FactTables, OracleRequest, Rule } from '../src/index.ts';
import { createOracle } from '../src/index.ts';
import {
  AFTER,
  asTeacher,
  child,
  county,
  LONG_AGO,
  NOW,
  TODAY,
  TOMORROW,
  YESTERDAY,
} from './small-county.ts';
import { dictionary } from './small-dictionary.ts';
import { rule } from './stored-rule.ts';

const full = county();

function refusal(
  changes: Partial<FactTables> = {},
  request: Partial<OracleRequest> = {},
): string | null {
  return createOracle(
    county(changes),
    { ...asTeacher, ...request },
    [rule({})],
    dictionary,
  ).refusal();
}

function each<Name extends keyof FactTables>(
  table: Name,
  change: (row: FactTables[Name][number]) => object,
): Partial<FactTables> {
  return { [table]: full[table].map((row) => ({ ...row, ...change(row) })) };
}

function without<Name extends keyof FactTables>(
  table: Name,
  matches: (row: FactTables[Name][number]) => boolean = () => true,
): Partial<FactTables> {
  return { [table]: full[table].filter((row) => !matches(row)) };
}

function caller(changes: Partial<OracleRequest['caller']>): Partial<OracleRequest> {
  return { caller: { ...asTeacher.caller, ...changes } };
}

test('with all in order nothing is refused', () => {
  expect(refusal()).toBeNull();
});

describe('account', () => {
  test('a subject of the same name at another issuer is another account', () => {
    expect(refusal({}, caller({ issuerId: 'nhs' }))).toBe('ACCOUNT_UNKNOWN');
    expect(refusal({}, caller({ subject: 'sub-stranger' }))).toBe('ACCOUNT_UNKNOWN');
  });

  test.each(['ACTIVE', 'DORMANT_WARNING'])('%s works', (state) => {
    expect(refusal(each('account', () => ({ state })))).toBeNull();
  });

  test.each(['NOMINATED', 'DISABLED_DORMANT', 'LOCKED_DOWN', 'TERMS_BREACH', 'LEFT'])(
    '%s does not',
    (state) => {
      expect(refusal(each('account', () => ({ state })))).toBe('ACCOUNT_NOT_ACTIVE');
    },
  );

  test('the issuer must speak for the account’s agency', () => {
    for (const other of [
      { agencyId: 'clinic' },
      { issuerId: 'nhs' },
      { state: 'PROPOSED' },
      { state: 'ENDED' },
    ])
      expect(refusal(each('issuerAgency', () => other))).toBe('ISSUER_NOT_FOR_AGENCY');
  });

  test('a second factor', () => {
    expect(refusal({}, caller({ multiFactor: false }))).toBe('MULTI_FACTOR_REQUIRED');
  });
});

describe('training', () => {
  test.each(['SYSTEM', 'DATA_AND_SECURITY'])('without %s', (module) => {
    expect(refusal(without('training', (row) => row.module === module))).toBe('TRAINING_NOT_VALID');
  });

  test.each([
    ['completed today', { completedOn: TODAY }, null],
    ['completed tomorrow', { completedOn: TOMORROW }, 'TRAINING_NOT_VALID'],
    ['expires today', { expiresOn: TODAY }, null],
    ['expired yesterday', { expiresOn: YESTERDAY }, 'TRAINING_NOT_VALID'],
  ])('%s', (_name, change, expected) => {
    expect(refusal(each('training', () => change))).toBe(expected);
  });

  test('of somebody else does not count', () => {
    expect(refusal(each('training', () => ({ accountId: 'colleague' })))).toBe(
      'TRAINING_NOT_VALID',
    );
  });

  test('the day is that of London', () => {
    const expired = each('training', () => ({ expiresOn: TODAY }));
    expect(refusal(expired, { now: new Date(`${TODAY}T22:59:59.999Z`) })).toBeNull();
    expect(refusal(expired, { now: new Date(`${TODAY}T23:00:00.000Z`) })).toBe(
      'TRAINING_NOT_VALID',
    );
  });
});

describe('acceptance of the user agreement', () => {
  test.each([
    ['just now', { acceptedAt: NOW }, null],
    ['a moment from now', { acceptedAt: AFTER }, 'ACCEPTANCE_MISSING'],
    ['of an old version', { version: '2023-01' }, 'ACCEPTANCE_MISSING'],
    ['by somebody else', { accountId: 'colleague' }, 'ACCEPTANCE_MISSING'],
  ])('%s', (_name, change, expected) => {
    expect(refusal(each('acceptance', () => change))).toBe(expected);
  });
});

describe('agency', () => {
  test.each(['SIGNED', 'ACTIVE', 'REVIEW_DUE', 'NOTICE_GIVEN'])('%s is bound', (state) => {
    expect(refusal(each('agency', () => ({ state })))).toBeNull();
  });

  test.each(['INVITED', 'NEGOTIATING', 'SUSPENDED', 'WITHDRAWN', 'RESIGN_REQUIRED'])(
    '%s is not',
    (state) => {
      expect(refusal(each('agency', () => ({ state })))).toBe('AGENCY_NOT_IN_FORCE');
    },
  );

  test.each([
    ['in force from now', { effectiveFrom: NOW }, null],
    ['in force a moment from now', { effectiveFrom: AFTER }, 'AGENCY_NOT_IN_FORCE'],
    ['ends a moment from now', { endsAt: AFTER }, null],
    ['ends now', { endsAt: NOW }, 'AGENCY_NOT_IN_FORCE'],
    ['of another agreement', { agreement: 'DEVON_ISA' }, 'AGENCY_NOT_IN_FORCE'],
    ['of another agency', { agencyId: 'clinic' }, 'AGENCY_NOT_IN_FORCE'],
  ])('a signature %s', (_name, change, expected) => {
    expect(refusal(each('agencySignature', () => change))).toBe(expected);
  });

  test('one signature in force among ended ones is enough', () => {
    const [signature] = full.agencySignature;
    if (signature === undefined) throw new Error('the county has no signature');
    const ended = { ...signature, endsAt: LONG_AGO };
    expect(refusal({ agencySignature: [ended, signature] })).toBeNull();
  });

  test.each(['POLICIES', 'DATA_SPECIFICATION'])('without evidence of %s', (kind) => {
    expect(refusal(without('agencyEvidence', (row) => row.kind === kind))).toBe(
      'AGENCY_EVIDENCE_MISSING',
    );
  });

  test('an appropriate policy document is not needed to ask', () => {
    expect(
      refusal(without('agencyEvidence', (row) => row.kind === 'APPROPRIATE_POLICY_DOCUMENT')),
    ).toBeNull();
  });

  test.each([
    ['from today', { validFrom: TODAY }, null],
    ['from tomorrow', { validFrom: TOMORROW }, 'AGENCY_EVIDENCE_MISSING'],
    ['until today', { validUntil: TODAY }, null],
    ['until yesterday', { validUntil: YESTERDAY }, 'AGENCY_EVIDENCE_MISSING'],
  ])('evidence valid %s', (_name, change, expected) => {
    expect(refusal(each('agencyEvidence', () => change))).toBe(expected);
  });
});

describe('purpose', () => {
  test('one for which no rule of the caller’s roles exists', () => {
    expect(refusal({}, { purpose: 'SAFEGUARDING' })).toBe('PURPOSE_NOT_PERMITTED');
  });

  test.each([
    ['held from now', { startsAt: NOW }, null],
    ['held from a moment later', { startsAt: AFTER }, 'ROLE_MISSING'],
    ['held until a moment later', { endsAt: AFTER }, null],
    ['held until now', { endsAt: NOW }, 'ROLE_MISSING'],
    ['held by somebody else', { accountId: 'colleague' }, 'ROLE_MISSING'],
    ['another', { role: 'ANALYST' }, 'PURPOSE_NOT_PERMITTED'],
  ])('a role %s', (_name, change, expected) => {
    expect(refusal(each('roleHolding', () => change))).toBe(expected);
  });

  test('a rule of every role permits no purpose', () => {
    const everyRole = rule({ role: '*', resource: 'Agency', fields: ['id'], when: 'always' });
    const asked = (rules: readonly Rule[]): string | null =>
      createOracle(full, asTeacher, rules, dictionary).refusal();
    expect(asked([everyRole])).toBe('PURPOSE_NOT_PERMITTED');
    expect(asked([everyRole, rule({ purposes: ['SAFEGUARDING'] })])).toBe('PURPOSE_NOT_PERMITTED');
    expect(asked([everyRole, rule({})])).toBeNull();
  });

  test('a denial permits no purpose', () => {
    const denial = rule({ effect: 'DENY' });
    expect(createOracle(full, asTeacher, [denial], dictionary).refusal()).toBe(
      'PURPOSE_NOT_PERMITTED',
    );
  });
});

test('the first missing one is told, in a fixed order', () => {
  const nothing: Partial<FactTables> = Object.fromEntries(
    Object.keys(full).map((name) => [name, []]),
  );
  const inOrder: readonly (readonly [string, Partial<FactTables>, boolean])[] = [
    ['ACCOUNT_UNKNOWN', {}, false],
    ['ACCOUNT_NOT_ACTIVE', each('account', () => ({ state: 'LEFT' })), false],
    ['ISSUER_NOT_FOR_AGENCY', { account: full.account }, false],
    ['MULTI_FACTOR_REQUIRED', { issuerAgency: full.issuerAgency }, false],
    ['TRAINING_NOT_VALID', {}, true],
    ['ACCEPTANCE_MISSING', { training: full.training }, true],
    ['AGENCY_NOT_IN_FORCE', { acceptance: full.acceptance }, true],
    [
      'AGENCY_EVIDENCE_MISSING',
      { agency: full.agency, agencySignature: full.agencySignature },
      true,
    ],
    ['ROLE_MISSING', { agencyEvidence: full.agencyEvidence }, true],
    ['PURPOSE_NOT_PERMITTED', each('roleHolding', () => ({ role: 'ANALYST' })), true],
  ];
  let present = nothing;
  for (const [code, added, multiFactor] of inOrder) {
    present = { ...present, ...added };
    expect(refusal(present, caller({ multiFactor }))).toBe(code);
  }
});

test('a refused request sees nothing', () => {
  const refused = createOracle(
    county(without('training')),
    asTeacher,
    [rule({ when: 'always' })],
    dictionary,
  );
  expect(refused.visible('Person', child)).toBe(false);
  expect(refused.released('Person', 'id', child)).toBe(false);
  expect(refused.withheldReason('Person', 'nhsNumber', child)).toBeNull();
});
