import { expect, test } from 'vitest';
import type { Way, Ways } from '../src/canaries/ways.ts';
import type { Entitlement } from '../src/entitlement.ts';
import { judge } from '../src/judge.ts';
import type { FuzzRequest, TargetAnswer } from '../src/target.ts';

const MINE = 'canary-000001';
const THEIRS = 'canary-000002';
const wayTo = (row: string): Way => ({
  coordinate: 'Person.name',
  row,
  isValue: true,
  released: () => row === 'mine',
});
const found: Readonly<Record<string, readonly Way[]>> = {
  [MINE]: [wayTo('mine')],
  [THEIRS]: [wayTo('theirs')],
};
const ways: Pick<Ways, 'of'> = { of: (token) => found[token] ?? null };
const entitlement: Entitlement = {
  isServed: true,
  wayTo: (token) => (token === MINE ? wayTo('mine') : null),
  coordinates: () => new Set(),
  isJustified: () => false,
};
const asked: FuzzRequest = {
  principal: { kind: 'NO_TOKEN' },
  purpose: null,
  path: '/graphql',
  query: '{ me }',
  variables: {},
  operationName: null,
};

function findings(answer: Partial<TargetAnswer>, request = asked): readonly string[] {
  const whole = { status: 200, headers: {}, body: '{"data":null}', logLines: [], ...answer };
  return judge(request, whole, { ways, entitlement }).findings.map(
    ({ kind, what }) => `${kind} ${what}`,
  );
}

const refusal = (message: string): string =>
  JSON.stringify({ errors: [{ message, extensions: { code: 'ARGUMENT_INVALID' } }] });

test('a value that is due may stand in the data, one that is not may not', () => {
  expect(findings({ body: `{"data":{"name":"${MINE}"}}` })).toEqual([]);
  expect(findings({ body: `{"data":{"all":["x ${THEIRS}, y"]}}` })).toEqual([
    'LEAK Person.name of theirs in data',
  ]);
});

test('a finding holds no value', () => {
  expect(findings({ body: `{"data":"${THEIRS}"}` }).join()).not.toContain(THEIRS);
});

test('no value belongs in errors, extensions, headers or log, even where it is due', () => {
  const leak = (where: string): string => `LEAK Person.name of mine in ${where}`;
  expect(findings({ status: 400, body: refusal(`No ${MINE}.`) })).toEqual([
    leak('errors or extensions'),
  ]);
  expect(findings({ body: `{"data":null,"extensions":{"hint":"${MINE}"}}` })).toEqual([
    leak('errors or extensions'),
  ]);
  expect(findings({ headers: { etag: MINE } })).toEqual([leak('headers')]);
  expect(findings({ logLines: ['{}', `{"name":"${MINE}"}`] })).toEqual([leak('log')]);
});

test('a message may quote what was sent', () => {
  const sent = { ...asked, variables: { v: THEIRS } };
  expect(findings({ status: 400, body: refusal(`Not ${THEIRS}.`) }, sent)).toEqual([]);
  expect(findings({ body: `{"data":"${THEIRS}"}` }, sent)).toHaveLength(1);
});

test('faults, refusals without a code and bodies that are no JSON are findings', () => {
  const internal = JSON.stringify({ errors: [{ extensions: { code: 'INTERNAL' } }] });
  expect(findings({ status: 500, body: internal })).toEqual(['FAULT status 500 INTERNAL']);
  expect(findings({ body: internal })).toEqual(['FAULT status 200 INTERNAL']);
  expect(findings({ logLines: ['{"event":"FAULT","code":"INTERNAL"}'] })).toEqual([
    'FAULT logged INTERNAL',
  ]);
  expect(findings({ status: 400, body: '{"errors":[{}]}' })).toEqual([
    'UNCODED status 400 undefined',
  ]);
  expect(findings({ status: 404, body: '{}' })).toEqual(['UNCODED status 404 ']);
  expect(findings({ body: '<html>' })).toEqual(['MALFORMED the body is no JSON object']);
});
