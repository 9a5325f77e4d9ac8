import type { AccessGrantFact, FactTables } from '@postern/policy';
import { OVERRIDE_ROLE } from '@postern/policy';
import { expect, test } from 'vitest';
import { accountsGranted, compileStatement, roleHolders } from '../src/index.ts';
import { accessDatabase } from './access-database.ts';
import { AFTER, county, grantOnA, LONG_AGO, NOW, TEACHER } from './county.ts';
import { OVERRIDE } from './predicate-lab.ts';
import { storeFacts } from './store-facts.ts';

const connection = accessDatabase();
const HOLDERS = compileStatement(roleHolders);
const GRANTED = compileStatement(accountsGranted);
const now = NOW.toISOString();

async function rolesOfTeacher(changes: Partial<FactTables>): Promise<readonly string[]> {
  await storeFacts(connection(), county(changes));
  const rows = await connection().run<{ roles: string[]; accounts: string[] }>({
    text: HOLDERS.text,
    values: HOLDERS.bind({ now, any: true, roles: [] }),
  });
  return rows.find(({ accounts }) => accounts.includes(TEACHER))?.roles ?? [];
}

const RUNNING: readonly (readonly [string, Partial<AccessGrantFact>, boolean])[] = [
  ['runs', {}, true],
  ['is suspended a moment later', { suspendedAt: AFTER }, true],
  ['is suspended', { suspendedAt: NOW }, false],
  ['was left unconfirmed', { confirmBy: NOW }, false],
  ['was revoked', { revokedAt: NOW }, false],
  ['is over', { endsAt: NOW }, false],
  ['is to come', { startsAt: AFTER }, false],
];

test.each(RUNNING)('the role of an override that %s', async (_, change, has) => {
  const roles = await rolesOfTeacher({ accessGrant: [{ ...OVERRIDE, ...change }] });
  expect(roles).toEqual(['LEAD_PROFESSIONAL', ...(has ? [OVERRIDE_ROLE] : []), 'TAF_MEMBER']);
});

test('the role of an override is held by nobody who took none', async () => {
  const roleHolding = [
    { accountId: TEACHER, role: OVERRIDE_ROLE, startsAt: LONG_AGO, endsAt: null },
  ];
  expect(await rolesOfTeacher({ roleHolding })).toEqual([]);
});

test.each(RUNNING)('a grant in a role that %s', async (_, change, has) => {
  await storeFacts(connection(), county({ accessGrant: [{ ...grantOnA, ...change }] }));
  const rows = await connection().run<{ id: string }>({
    text: GRANTED.text,
    values: GRANTED.bind({ now, accounts: [TEACHER], role: 'TAF_MEMBER' }),
  });
  expect(rows).toEqual(has ? [{ id: TEACHER }] : []);
});
