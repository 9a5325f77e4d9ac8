import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { afterEach, expect } from 'vitest';
import type { Answered, Asking } from '../../county-fixture.ts';
import { carriedOut, commands } from '../../machines/commands.ts';
import { dateFromNow, daysFromNow } from './county-words.ts';
import { enumOf } from './recording.ts';
import type { Scene } from './scene.ts';

const { gideon, dorothea, halima, desmond, caspar, niamh, ursula } = cast.practitioners;

const SHOWS = `... on ExtractChanged { agreement theme extract state revision }`;
const SHOWS_THEME = `... on ResearchThemeChanged { theme state revision }`;
const EXTRACT = `extract state revision unit form fields from to lines leftOut headings coarsened { heading times } destroyBy analyst { id }`;

export type Given = Readonly<Record<string, unknown>>;
/** What an extract rests on. */
export type On = { readonly agreement: string } | { readonly theme: string };

const enums = (names: readonly string[]) => names.map(enumOf);

/** Agreements with bodies of government, themes of the partnership, and what is made under either, in one file; nobody holds any of it after a scenario. */
export class Extracting {
  readonly #scene: Scene;

  constructor(scene: Scene) {
    this.#scene = scene;
    afterEach(() =>
      scene.database().owner.script(`DELETE FROM extracts.line; DELETE FROM extracts.key;
        UPDATE partners.extract SET state = 'DESTROYED', destroyed_on = coalesce(destroyed_on, destroy_by), certificate = coalesce(certificate, 'At the end')
          WHERE state <> 'DESTROYED'`),
    );
  }

  tries(who: Asking, command: string, given: Given): Promise<Answered> {
    const purpose: Purpose = who === halima || who === desmond ? 'MATCH_DATA' : 'ADMINISTRATION';
    const shows = command.endsWith('ResearchTheme') ? SHOWS_THEME : SHOWS;
    return commands(this.#scene.gate(), who, command, given, { shows, purpose });
  }

  records(over: Given = {}): Promise<Answered> {
    return this.tries(gideon, 'recordExtractAgreement', {
      flow: enumOf('SUPPORTING_FAMILIES'),
      body: enumOf('MHCLG'),
      purpose: 'EVALUATION',
      title: 'Sharing for the national programme',
      startsOn: dateFromNow(-30),
      endsOn: dateFromNow(30),
      fields: enums(['LEVEL_OF_NEED', 'OPENED', 'NEEDS_MET']),
      analysts: [halima.id],
      method: enumOf('NOMINATED_TRANSFER_TOOL'),
      destroyBy: dateFromNow(20),
      reason: 'Signed by the director.',
      idempotencyKey: crypto.randomUUID(),
      ...over,
    });
  }

  async signed(over: Given = {}): Promise<{ readonly agreement: string }> {
    const { agreement } = carriedOut(await this.records(over));
    carriedOut(await this.signs(agreement));
    return { agreement };
  }

  signs(agreement: string, who: Asking = dorothea): Promise<Answered> {
    const signature = {
      agreement,
      expectedRevision: 1,
      signedOn: dateFromNow(-1),
      reason: 'Both.',
    };
    return this.tries(who, 'recordExtractSignature', signature);
  }

  proposes(over: Given = {}, who: Asking = ursula): Promise<Answered> {
    return this.tries(who, 'proposeResearchTheme', {
      subgroup: 'Quality and performance',
      title: 'How long help lasts',
      question: 'Does the level at which help begins tell whether needs are met?',
      fields: ['LEVEL_OF_NEED', 'NEEDS_MET'].map((field) => ({
        field: enumOf(field),
        because: 'It is what the question is about.',
      })),
      matchingAgency: halima.agency.id,
      analysts: [halima.id, desmond.id],
      method: enumOf('KEPT_HERE'),
      startsOn: dateFromNow(-30),
      endsOn: dateFromNow(30),
      destroyBy: dateFromNow(20),
      reason: 'Issued by the sub-group.',
      idempotencyKey: crypto.randomUUID(),
      ...over,
    });
  }

  async proposed(over: Given = {}): Promise<string> {
    return carriedOut(await this.proposes(over)).theme;
  }

  decides(
    who: Asking,
    command: string,
    theme: string,
    expectedRevision: number,
  ): Promise<Answered> {
    return this.tries(who, command, { theme, expectedRevision, reason: 'It helps us all.' });
  }

  /** Until the scenario ends, somebody of health decides for their trust, too. */
  async hasDeciders(): Promise<readonly Asking[]> {
    await this.speaks(niamh.id);
    return [gideon, caspar, niamh];
  }

  async speaks(account: string): Promise<void> {
    await this.#scene.given.added('access.role_holding', {
      id: crypto.randomUUID(),
      account_id: account,
      role: 'CONTACT_OFFICER',
      starts_at: daysFromNow(-30),
    });
  }

  /** A theme that three partners approved. */
  async approved(over: Given = {}): Promise<{ readonly theme: string }> {
    const theme = await this.proposed(over);
    const deciders = await this.hasDeciders();
    for (const [at, who] of deciders.entries())
      carriedOut(await this.decides(who, 'approveResearchTheme', theme, at + 1));
    return { theme };
  }

  makes(on: On, over: Given = {}, who: Asking = halima): Promise<Answered> {
    return this.tries(who, 'makeExtract', {
      ...on,
      unit: enumOf('FAMILY'),
      form: enumOf('theme' in on ? 'STATISTICS' : 'ROWS'),
      fields: enums(['LEVEL_OF_NEED', 'NEEDS_MET']),
      from: '2020-01',
      to: '2026-05',
      reason: 'Of the quarter.',
      idempotencyKey: crypto.randomUUID(),
      ...over,
    });
  }

  async made(on: On, over: Given = {}): Promise<string> {
    return carriedOut(await this.makes(on, over)).extract;
  }

  /** By the way that is agreed, unless another is given. */
  async sends(
    extract: string,
    expectedRevision = 1,
    who: Asking = halima,
    method?: string,
  ): Promise<Answered> {
    const given = { extract, expectedRevision, reason: 'For them.' };
    const by = enumOf(method ?? (await this.#method(extract)));
    return this.tries(who, 'sendExtract', { ...given, method: by });
  }

  async #method(extract: string): Promise<string> {
    const [row] = await this.#scene.database().owner.run<{ method: string }>({
      text: `SELECT coalesce(agreed.method, theme.method) AS method FROM partners.extract made
        LEFT JOIN partners.extract_agreement agreed ON agreed.id = made.agreement_id
        LEFT JOIN partners.research_theme theme ON theme.id = made.theme_id WHERE made.id = $1`,
      values: [extract],
    });
    return row?.method ?? 'KEPT_HERE';
  }

  async sent(on: On, over: Given = {}): Promise<string> {
    const extract = await this.made(on, over);
    expect(carriedOut(await this.sends(extract)).state).toBe('SENT');
    return extract;
  }

  destroys(extract: string, expectedRevision: number, who: Asking = dorothea): Promise<Answered> {
    return this.tries(who, 'recordExtractDestroyed', {
      ...{ extract, expectedRevision, destroyedOn: dateFromNow(0) },
      ...{ certificate: 'Certificate 4/26', reason: 'As they write.' },
    });
  }

  /** It is certified that whoever had it has destroyed it, so that they may have another of the same months. */
  async destroyed(extract: string): Promise<void> {
    const [row] = await this.#scene.database().owner.run<{ revision: number }>({
      text: 'SELECT revision FROM partners.extract WHERE id = $1',
      values: [extract],
    });
    expect(carriedOut(await this.destroys(extract, row?.revision ?? 0)).state).toBe('DESTROYED');
  }

  /** Everything that stands against it, as it is told. */
  async against(on: On, over: Given = {}, who: Asking = halima): Promise<readonly string[]> {
    const answer = await this.makes(on, over, who);
    expect(answer.code, JSON.stringify(answer)).toBe('EXTRACT_NOT_POSSIBLE');
    return answer.findings.map(({ expected }: { expected: string }) => expected);
  }

  /** What the register says of the extracts of a theme or an agreement, to the officer. */
  async registered(on: On): Promise<readonly Answered[]> {
    const ofTheme = 'theme' in on;
    const field = ofTheme ? 'researchThemes { theme' : 'extractAgreements { agreement';
    const { body } = await this.#scene
      .reader(dorothea)
      .for('ADMINISTRATION')
      .asks(`{ all: ${field} extracts { ${EXTRACT} } } }`);
    expect(body.errors).toBeUndefined();
    const named = ofTheme ? on.theme : on.agreement;
    return body.data.all.find((each: Answered) => (each.theme ?? each.agreement) === named)
      .extracts;
  }

  /** A part of an extract, or the code of why there is none. */
  async part(who: Asking, extract: string, part = 1): Promise<Answered> {
    const { body } = await this.#scene
      .gate()
      .ask(
        who,
        `query ($extract: ID!, $part: Int) { extractPart(extract: $extract, part: $part) { part parts csv } }`,
        {
          purpose: who === halima || who === desmond ? 'MATCH_DATA' : 'ADMINISTRATION',
          variables: { extract, part },
        },
      );
    return body.data?.extractPart ?? { code: body.errors?.[0]?.extensions['code'] };
  }

  /** The lines of an extract as its analyst downloads it, the headings first. */
  async lines(extract: string, who: Asking = halima): Promise<readonly (readonly string[])[]> {
    const { csv, code } = await this.part(who, extract);
    expect(code).toBeUndefined();
    return String(csv)
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
  }

  /** By which way it is on record that it went. */
  async wentBy(extract: string): Promise<string | undefined> {
    const [row] = await this.#scene.database().owner.run<{ method: string }>({
      text: `SELECT details ->> 'method' AS method FROM partners.access_event WHERE subject_id = $1 AND move = 'SEND'`,
      values: [extract],
    });
    return row?.method;
  }

  /** What an extract has left behind here: its lines and its key. */
  async left(extract: string): Promise<{ readonly lines: number; readonly keys: number }> {
    const [row] = await this.#scene.database().owner.run<{ lines: number; keys: number }>({
      text: `SELECT (SELECT count(*)::int FROM extracts.line WHERE extract_id = $1) AS lines,
        (SELECT count(*)::int FROM extracts.key WHERE extract_id = $1) AS keys`,
      values: [extract],
    });
    return { lines: row?.lines ?? -1, keys: row?.keys ?? -1 };
  }
}
