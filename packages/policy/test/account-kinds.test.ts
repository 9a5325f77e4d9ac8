import { describe, expect, test } from 'vitest';
import type { FactTables, OracleRequest } from '../src/index.ts';
import { createOracle } from '../src/index.ts';
import { asMother, mothersFacts } from './family-member.ts';
import {
  AFTER,
  asTeacher,
  county,
  LONG_AGO,
  NOW,
  TODAY,
  TOMORROW,
  YESTERDAY,
} from './small-county.ts';
import { dictionary } from './small-dictionary.ts';
import { rule } from './stored-rule.ts';

const ROLES = ['TAF_MEMBER', 'THIRD_PARTY', 'FAMILY_MEMBER', 'YOUNG_PERSON'];

function refusal(facts: FactTables, request: OracleRequest, role?: string): string | null {
  const rules = (role === undefined ? ROLES : [role]).map((one) => rule({ role: one }));
  return createOracle(facts, request, rules, dictionary).refusal();
}

/** The roles that count for an account that holds all of them. */
function counting(facts: FactTables, request: OracleRequest, accountId: string): readonly string[] {
  const roleHolding = ROLES.map((role) => ({ accountId, role, startsAt: LONG_AGO, endsAt: null }));
  return ROLES.filter((role) => refusal({ ...facts, roleHolding }, request, role) === null);
}

describe('a family member’s account', () => {
  const asked = (changes: Partial<FactTables> = {}, request: Partial<OracleRequest> = {}) =>
    refusal(mothersFacts(changes), { ...asMother, ...request });

  test('is asked for no training', () => {
    expect(asked()).toBeNull();
    expect(asked({ training: [] })).toBeNull();
    expect(refusal(county({ training: [] }), asTeacher)).toBe('TRAINING_NOT_VALID');
  });

  test('is asked for everything else', () => {
    const facts = mothersFacts();
    const account = facts.account.map((row) => ({ ...row, state: 'LOCKED_DOWN' }));
    const caller = { ...asMother.caller, multiFactor: false };
    expect(asked({ account: county().account })).toBe('ACCOUNT_UNKNOWN');
    expect(asked({ account })).toBe('ACCOUNT_NOT_ACTIVE');
    expect(asked({ issuerAgency: [] })).toBe('ISSUER_NOT_FOR_AGENCY');
    expect(asked({}, { caller })).toBe('MULTI_FACTOR_REQUIRED');
    expect(asked({ acceptance: county().acceptance })).toBe('ACCEPTANCE_MISSING');
    expect(asked({ agencySignature: [] })).toBe('AGENCY_NOT_IN_FORCE');
    expect(asked({ agencyEvidence: [] })).toBe('AGENCY_EVIDENCE_MISSING');
    expect(asked({ roleHolding: county().roleHolding })).toBe('ROLE_MISSING');
  });

  test('counts in family roles, a practitioner’s in all the others', () => {
    expect(counting(mothersFacts(), asMother, 'mother')).toEqual(['FAMILY_MEMBER', 'YOUNG_PERSON']);
    expect(counting(county(), asTeacher, 'teacher')).toEqual(['TAF_MEMBER', 'THIRD_PARTY']);
  });

  test('needs no verified person to be let in; nothing is theirs then', () => {
    expect(asked({ accountPerson: [] })).toBeNull();
  });
});

describe('an agency that has not signed', () => {
  const contractor = {
    id: 'school',
    kind: 'CONTRACTOR',
    state: 'INVITED',
  };
  const confidentiality = {
    agencyId: 'school',
    kind: 'CONFIDENTIALITY_AGREEMENT',
    validFrom: '2024-09-01',
    validUntil: '2025-09-01',
  };
  const roleHolding = [
    { accountId: 'teacher', role: 'THIRD_PARTY', startsAt: LONG_AGO, endsAt: null },
  ];
  const unsigned = (agency: object = {}, evidence: object = {}): FactTables =>
    county({
      agency: [{ ...contractor, ...agency }],
      agencySignature: [],
      agencyEvidence: [...county().agencyEvidence, { ...confidentiality, ...evidence }],
      roleHolding,
    });

  test.each<readonly [string, object, object, string | null]>([
    ['as it stands', {}, {}, null],
    ['in any state', { state: 'WITHDRAWN' }, {}, null],
    ['of another kind', { kind: 'VOLUNTARY' }, {}, 'AGENCY_NOT_IN_FORCE'],
    ['valid from today', {}, { validFrom: TODAY }, null],
    ['valid from tomorrow', {}, { validFrom: TOMORROW }, 'AGENCY_NOT_IN_FORCE'],
    ['valid until today', {}, { validUntil: TODAY }, null],
    ['valid until yesterday', {}, { validUntil: YESTERDAY }, 'AGENCY_NOT_IN_FORCE'],
    ['of another agency', {}, { agencyId: 'clinic' }, 'AGENCY_NOT_IN_FORCE'],
    ['for something else', {}, { kind: 'APPROPRIATE_POLICY_DOCUMENT' }, 'AGENCY_NOT_IN_FORCE'],
  ])(
    'is bound by a contractor’s confidentiality agreement: %s',
    (_name, agency, evidence, code) => {
      expect(refusal(unsigned(agency, evidence), asTeacher)).toBe(code);
    },
  );

  test('is asked for its other evidence, too', () => {
    const facts = { ...unsigned(), agencyEvidence: [confidentiality] };
    expect(refusal(facts, asTeacher)).toBe('AGENCY_EVIDENCE_MISSING');
  });

  test('has one role', () => {
    expect(counting(unsigned(), asTeacher, 'teacher')).toEqual(['THIRD_PARTY']);
  });

  test('has every role once it has signed, and is then bound by its state', () => {
    const signed = (change: object, state = 'ACTIVE'): FactTables => ({
      ...unsigned({ state }),
      agencySignature: county().agencySignature.map((row) => ({ ...row, ...change })),
    });
    expect(counting(signed({}), asTeacher, 'teacher')).toEqual(['TAF_MEMBER', 'THIRD_PARTY']);
    for (const change of [{ effectiveFrom: AFTER }, { endsAt: NOW }, { agreement: 'DEVON_ISA' }])
      expect(counting(signed(change), asTeacher, 'teacher')).toEqual(['THIRD_PARTY']);
    expect(refusal(signed({}, 'SUSPENDED'), asTeacher)).toBe('AGENCY_NOT_IN_FORCE');
  });

  test('lets no family in: what it vouches for has no role', () => {
    const facts = mothersFacts({
      agency: [contractor],
      agencySignature: [],
      agencyEvidence: [...county().agencyEvidence, confidentiality],
    });
    expect(refusal(facts, asMother)).toBe('ROLE_MISSING');
  });
});
