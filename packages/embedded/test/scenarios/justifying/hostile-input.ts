import { cast } from '@postern/sample-county';
import { expect, test } from 'vitest';
import { daysAfter } from '../../machines/days-after.ts';
import type { Arguments } from '../../machines/justifying.ts';
import { complete, legalFor, sends } from '../../machines/justifying.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { kwame, gideon, dorothea } = cast.practitioners;

const SCRIPTS = [
  "Robert'); DROP TABLE access.justification; -- <b>{{7*7}}</b> $1 \\ %s",
  'مرحبا بالعالم — 你好，世界 — Ünïcødé 🙂 e\u0301',
  ' vorn und hinten \t\n ',
];

/** What no rule of the agreements is about: text of any kind is kept as it came, and what is wrong leaves nothing behind. */
export function hostileInput({ gate, clock, database }: Scene): void {
  const count = async () => {
    const [row] = await database().owner.run<{ rows: number }>({
      text: `SELECT (SELECT count(*) FROM access.justification)::integer + (SELECT count(*) FROM partners.access_event)::integer
        + (SELECT count(*) FROM scheduler.notice)::integer AS rows`,
      values: [],
    });
    return row?.rows;
  };

  test('what is written is kept byte for byte, whatever script it is in', async () => {
    for (const text of SCRIPTS) {
      const said = { relevance: text, alternatives: text, dangerOfSharing: text };
      const asked = complete('HEALTH', kwame, daysAfter(clock.now(), 30), said);
      const { changed } = await sends(gate(), kwame, 'justify', asked);
      const [row] = await database().owner.run({
        text: `SELECT relevance, alternatives_considered AS alternatives, danger_of_sharing AS "dangerOfSharing"
          FROM access.justification WHERE id = $1`,
        values: [changed[0]?.id],
      });
      expect(row).toEqual(said);
      const step = { justification: changed[0]?.id, expectedRevision: 1, reason: text };
      expect((await sends(gate(), kwame, 'withdrawJustification', step)).refused).toBeNull();
      const [event] = await database().owner.run({
        text: `SELECT reason FROM partners.access_event WHERE subject_id = $1 AND move = 'WITHDRAW'`,
        values: [changed[0]?.id],
      });
      expect(event).toEqual({ reason: text });
    }
  });

  test('each part that is wrong is named, and nothing is left behind', async () => {
    const before = await count();
    const asked = complete('HEALTH', kwame, daysAfter(clock.now(), 30));
    const law = legalFor('HEALTH', kwame);
    const wrong: readonly (readonly [part: string, differs: Arguments])[] = [
      ['relevance', { relevance: 'x'.repeat(2_001) }],
      ['relevance', { relevance: '\u200b \u2060' }],
      ['alternatives', { alternatives: 'a\u202eb' }],
      ['classes', { classes: [] }],
      ['classes.0', { classes: ['WORKFORCE'] }],
      ['classes.0', { classes: ['__proto__'] }],
      ['nature', { nature: 'RUMOUR' }],
      ['until', { until: 'tomorrow' }],
      ['until', { until: '0000-01-01T00:00:00Z' }],
      ['covers', { covers: Array.from({ length: 21 }, (_, index) => String(index)) }],
      ['covers.0', { covers: ['nobody'] }],
      ['legal.article6', { legal: { ...law, article6: 'constructor' } }],
      ['legal.gateway', { legal: { ...law, gateway: 'toString' } }],
      ['legal.publicInterest', { legal: { ...law, publicInterest: ['one'] } }],
      ['idempotencyKey', { idempotencyKey: '' }],
    ];
    for (const [part, differs] of wrong) {
      const variables = { ...asked, idempotencyKey: crypto.randomUUID(), ...differs };
      const { refused } = await sends(gate(), kwame, 'justify', variables);
      expect(refused?.findings.map((each) => each.part)).toEqual([part]);
    }
    expect(await count()).toBe(before);
  });

  test('no step is taken of what is not there, on another revision or without a reason', async () => {
    const asked = complete('HEALTH', kwame, daysAfter(clock.now(), 30));
    const [one] = (await sends(gate(), kwame, 'justify', asked)).changed;
    const before = await count();
    const good = { justification: one?.id, expectedRevision: 1, reason: 'A reason' };
    for (const [who, command] of [
      [gideon, 'approveJustification'],
      [gideon, 'refuseJustification'],
      [kwame, 'withdrawJustification'],
      [gideon, 'challengeJustification'],
      [dorothea, 'upholdJustification'],
      [dorothea, 'strikeJustification'],
    ] as const)
      for (const [code, differs] of [
        ['RECORD_UNKNOWN', { justification: 'nobody' }],
        ['RECORD_UNKNOWN', { justification: crypto.randomUUID() }],
        ['RECORD_UNKNOWN', { justification: "' OR true --" }],
        ['REVISION_PASSED', { expectedRevision: 2 }],
        ['ARGUMENT_INVALID', { expectedRevision: 0 }],
        ['ARGUMENT_INVALID', { reason: ' \u200b ' }],
        ['ARGUMENT_INVALID', { reason: 'x'.repeat(2_001) }],
      ] as const) {
        const { refused } = await sends(gate(), who, command, { ...good, ...differs });
        expect([command, refused?.code]).toEqual([command, code]);
      }
    expect(await count()).toBe(before);
    await sends(gate(), kwame, 'withdrawJustification', good);
  });
}
