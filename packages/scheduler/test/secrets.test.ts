import { randomUUID } from 'node:crypto';
import { systemClock } from '@postern/database';
import { tablesHolding } from '@postern/testkit';
import { expect, test } from 'vitest';
import type { Message } from '../src/index.ts';
import { callOffNotices, NotSent, postNotice } from '../src/index.ts';
import { deliverNotice, MOST_ATTEMPTS } from '../src/notices/deliver-notice.ts';
import { setStage } from './stage.ts';

const CODE = 'K7QMP-3XWTR-9HJ2V';
const AT = new Date('2026-06-12T09:00:00Z');

const stage = setStage();

async function invited(): Promise<string> {
  const to = { address: `${randomUUID()}@fernhollow.example` };
  const id = await stage.partners.transaction((transaction) =>
    postNotice(transaction, {
      kind: 'INVITATION',
      to,
      params: {
        agency: { agencyName: 'Fernhollow Primary School' },
        code: { invitationCode: CODE },
        until: '2026-06-26',
        page: '/invitation',
      },
      at: AT,
    }),
  );
  expect(await tablesHolding(stage.owner, CODE)).toEqual(['scheduler.notice']);
  return id;
}

async function delivered(
  id: string,
  send: (message: Message) => Promise<void> = async () => {},
): Promise<void> {
  const publicUrl = 'https://postern.example';
  const delivery = { connection: stage.partners, clock: systemClock, sender: { send }, publicUrl };
  await deliverNotice(id, { ...delivery, log: () => {} }).catch(() => {});
}

async function rowOf(id: string): Promise<object> {
  const [row] = await stage.owner.run<object>({
    text: 'select state, params, secrets, last_error_code as code from scheduler.notice where id = $1',
    values: [id],
  });
  return row ?? {};
}

const params = { agency: 'Fernhollow Primary School', until: '2026-06-26', page: '/invitation' };

test('a code is in the mail, and once that is sent in no table any more', async () => {
  const id = await invited();
  const sent: Message[] = [];
  await delivered(id, async (message) => void sent.push(message));
  expect(sent[0]?.text).toContain(CODE);
  expect(await rowOf(id)).toEqual({ state: 'SENT', params, secrets: null, code: null });
  expect(await tablesHolding(stage.owner, CODE)).toEqual([]);
});

test('it waits with a notice that is tried again, and goes with one that is given up', async () => {
  const id = await invited();
  const fails = (isFinal: boolean) => () => Promise.reject(new NotSent('ECONNECTION', { isFinal }));
  await delivered(id, fails(false));
  expect(await rowOf(id)).toMatchObject({ state: 'WAITING', secrets: { code: CODE } });
  await delivered(id, fails(true));
  expect(await rowOf(id)).toEqual({
    state: 'GIVEN_UP',
    params,
    secrets: null,
    code: 'ECONNECTION',
  });
  const other = await invited();
  await stage.owner.run({
    text: 'update scheduler.notice set attempts = $2 where id = $1',
    values: [other, MOST_ATTEMPTS - 1],
  });
  await delivered(other, fails(false));
  expect(await rowOf(other)).toMatchObject({ state: 'GIVEN_UP', secrets: null });
  expect(await tablesHolding(stage.owner, CODE)).toEqual([]);
});

test('a notice that is called off is not sent, and its code goes with it; one that was sent stays as it is', async () => {
  const id = await invited();
  const sent = await invited();
  await delivered(sent);
  await stage.partners.transaction((transaction) => callOffNotices(transaction, [id, sent]));
  expect(await rowOf(id)).toEqual({ state: 'GIVEN_UP', params, secrets: null, code: 'CALLED_OFF' });
  expect(await rowOf(sent)).toMatchObject({ state: 'SENT', code: null });
  await delivered(id, () => Promise.reject(new TypeError('it was called off')));
  expect(await rowOf(id)).toMatchObject({ code: 'CALLED_OFF' });
  expect(await tablesHolding(stage.owner, CODE)).toEqual([]);
});

test('the database keeps none beyond that, whoever writes', async () => {
  const id = await invited();
  for (const state of ["'SENT', sent_at = now()", "'GIVEN_UP'"])
    await expect(
      stage.owner.script(`update scheduler.notice set state = ${state} where id = '${id}'`),
    ).rejects.toMatchObject({ logged: { sqlstate: '23514' } });
  await delivered(id);
  await expect(
    stage.owner.script(`update scheduler.notice set secrets = '{"code":"x"}' where id = '${id}'`),
  ).rejects.toMatchObject({ logged: { sqlstate: '23514' } });
});
