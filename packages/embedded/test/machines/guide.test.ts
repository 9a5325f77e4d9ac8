import { readFileSync } from 'node:fs';
import type { Purpose } from '@postern/policy';
import { cast, sampleAccounts, sampleNewcomers } from '@postern/sample-county';
import { expect, test } from 'vitest';
import { daysFromNow } from '../scenarios/vocabulary/county-words.ts';
import { Membership } from '../scenarios/vocabulary/membership.ts';
import { Newcomers } from '../scenarios/vocabulary/newcomers.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import type { Answered } from './commands.ts';

const root = (path: string) =>
  readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');
const people = [...sampleAccounts, ...sampleNewcomers];
const [wren] = sampleNewcomers;
const { okafor } = cast.families;
const scene = setScene();
const newcomers = new Newcomers(scene, new Membership(scene));

async function asks(
  email: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  purpose: Purpose = 'ADMINISTRATION',
): Promise<Answered> {
  const who = people.find((account) => account.email === email);
  if (who === undefined) throw new Error(`nobody of the sample county is ${email}`);
  const { body } = await scene.gate().ask(who, query, { purpose, variables });
  expect(body.errors, query).toBeUndefined();
  const [answer] = Object.values(body.data) as Answered[];
  expect(answer, query).not.toBeNull();
  expect(answer.code, JSON.stringify(answer)).toBeUndefined();
  return answer;
}

test('the guide to people and agencies can be followed as it is written', async () => {
  const requests = [
    ...root('docs/people-and-agencies.md').matchAll(
      /```graphql\n# (?<email>\S+) ?(?<purpose>\S*)\n(?<query>[^`]+)```/g,
    ),
  ].map(({ groups = {} }) => groups);
  expect(requests.length).toBeGreaterThan(10);
  const known: Record<string, unknown> = {
    completed: daysFromNow(-3).slice(0, 10),
    expires: daysFromNow(360).slice(0, 10),
    endsAt: daysFromNow(60),
  };
  const states: string[] = [];
  for (const { email = '', query = '', purpose = '' } of requests) {
    if (query.includes('acceptInvitation'))
      known['code'] = await newcomers.codeOf(wren?.email ?? '');
    const stated = purpose === '' ? 'ADMINISTRATION' : (purpose as Purpose);
    const answer = await asks(email, query, known, stated);
    if (answer.account !== undefined) known['practitioner'] = answer.account;
    if (answer.revision !== undefined) known['revision'] = answer.revision;
    if (answer.agency !== undefined) known['agency'] = answer.agency.id;
    if (answer.link !== undefined) known['link'] = answer.link;
    // What only lists others stands in no state.
    if (!Array.isArray(answer))
      states.push(
        answer.state ??
          answer.accountState ??
          (answer.agency ?? answer.grant)?.state ??
          answer.status,
      );
  }
  expect(states).toEqual([
    ...['NOMINATED', 'INVITED', 'TRAINING', 'TRAINING', 'TRAINING', 'TRAINING', 'UAA_PENDING'],
    ...['MFA_PENDING', 'ACTIVE', 'HELD', 'ACTIVE', 'GRANTED', 'OPEN_TAF', 'ACTIVE', 'LEFT'],
    ...['INVITED', 'PROPOSED', 'SPEAKING', 'ENDED'],
  ]);
});

test('the justification of the first page can be recorded as it is written, and opens what it is for', async () => {
  const page = root('README.md');
  const requests = [...page.matchAll(/^ask (\S+) (\S+) '([^']+)'/gm)];
  expect(requests).toHaveLength(3);
  const ids = /episode: "(?<episode>[^"]+)",\n\s+person: "(?<person>[^"]+)"/.exec(page);
  const { episode, person } = ids?.groups ?? {};
  expect([episode, person]).toEqual([okafor.episodes.current.id, okafor.persons.chidi.id]);
  const variables = { episode, person, until: daysFromNow(30) };
  const [proposed, recorded, read] = await requests.reduce<Promise<Answered[]>>(
    async (before, [, email = '', purpose, query = '']) => [
      ...(await before),
      await asks(email, query, variables, purpose as Purpose),
    ],
    Promise.resolve([]),
  );
  // What the page writes down is what is proposed.
  for (const { field, proposed: value } of proposed.legal)
    expect(page).toContain(`${field}: "${value}"`);
  expect(proposed.missing).toEqual([]);
  expect(recorded.justifications).toMatchObject([{ state: 'LIVE' }]);
  const opened = read.family.members.filter(
    ({ healthConditions }: Answered) => healthConditions !== null,
  );
  expect(opened.map(({ givenName }: Answered) => givenName)).toEqual(['Chidi']);
});
