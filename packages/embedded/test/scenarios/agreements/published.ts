import type { AgreementId } from '@postern/agreements';
import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Scene } from '../vocabulary/scene.ts';

const { grace, adaline, wilma, uma } = cast.practitioners;
const { fernhollow, oakapple } = cast.agencies;

const WHOLE = `{ agreements {
  key title kind version nextReviewOn firstReviewAfterMonths reviewEveryMonths noticeMonths inForceFrom
  versions { name says validFrom } parties { name says clause } purposes { name clause } bases { name says clause }
  items { name clause } roles { name says clause } reviewQuestions { name clause } controllers { name says clause }
  contacts { name says clause } terms { name says clause }
  timers { name value chosen unit days startsAt clause configurable }
} }`;
const REGISTER = '{ signatures { agreement version signedOn endsAt agency { id kind } } }';

interface Term {
  readonly name: string;
  readonly says: string | null;
  readonly clause: string | null;
}
type Lists = 'versions' | 'parties' | 'purposes' | 'bases' | 'items' | 'roles';
type MoreLists = 'reviewQuestions' | 'controllers' | 'contacts' | 'terms' | 'timers';
type Published = Readonly<Record<Lists | MoreLists, readonly Term[]>> &
  Readonly<Record<string, unknown>>;

/** What everybody may read of the agreements, and of who signed them. */
export function publishedScenarios({ given, reader }: Scene): void {
  async function published(id: AgreementId): Promise<Published> {
    const { body } = await reader(grace).asks(WHOLE);
    expect(body.errors).toBeUndefined();
    return body.data.agreements.find(({ key }: { key: string }) => key === id);
  }
  const named = (terms: readonly Term[], clause: string): readonly string[] =>
    terms.filter((term) => term.clause === clause).map(({ name }) => name);

  scenario(
    {
      clause: 'SHR-10.1.4',
      outcome: 'granted',
      alone: 'what is public is kept from nobody',
      that: 'whoever signs in reads the agreement whole, in force or not, a family member as well',
    },
    async () => {
      for (const [who, purpose] of [
        [grace, 'UNDERSTAND_NEEDS'],
        [adaline, 'ADMINISTRATION'],
        [cast.familyAccounts.ngozi, 'RIGHTS'],
      ] as const) {
        const { body } = await reader(who).for(purpose).asks(WHOLE);
        expect(body.errors).toBeUndefined();
        expect(body.data.agreements).toHaveLength(5);
        for (const agreement of body.data.agreements) {
          for (const list of ['versions', 'parties', 'purposes', 'bases', 'items', 'contacts'])
            expect(agreement[list].length, `${agreement.key} ${list}`).toBeGreaterThan(0);
          expect(agreement.inForceFrom !== null).toBe(agreement.key.startsWith('SHROPSHIRE'));
        }
        expect(body.extensions).toBeUndefined();
      }
    },
  );

  scenario(
    {
      clause: 'SHR-0-rev',
      outcome: 'granted',
      alone: 'a date to be kept gives and refuses nothing',
      that: 'the agreement says that it is reviewed every three years, and next in January 2028',
    },
    async () => {
      expect(await published('SHROPSHIRE_ISA')).toMatchObject({
        reviewEveryMonths: 36,
        nextReviewOn: '2028-01-01',
      });
    },
  );

  scenario(
    {
      clause: 'DEV-2.1',
      outcome: 'granted',
      alone: 'a text states its parts or it does not',
      that: 'the agreement states purposes, gateways, standards and review, each with its clause',
    },
    async () => {
      const { purposes, bases, terms, ...rest } = await published('DEVON_WPA');
      expect(purposes.length).toBeGreaterThan(5);
      expect(bases.filter(({ says }) => says === 'Gateway').length).toBeGreaterThan(10);
      expect(terms.map(({ name }) => name)).toContain('Standard');
      expect(rest).toMatchObject({ firstReviewAfterMonths: 6, reviewEveryMonths: 12 });
      for (const { clause } of [...purposes, ...bases, ...terms]) expect(clause).toMatch(/^DEV-/);
    },
  );

  scenario(
    {
      clause: 'STA-0',
      outcome: 'granted',
      alone: 'parties are named or they are not',
      that: 'three partners are joint controllers, eight further agencies are named, and both versions have their date',
    },
    async () => {
      const { parties, controllers, versions } = await published('STAFFORDSHIRE_SSCB_ISA');
      expect(named(parties, 'STA-0')).toHaveLength(3 + 8);
      expect(controllers).toContainEqual(
        expect.objectContaining({
          name: 'JOINT',
          says: expect.stringContaining('council, police'),
        }),
      );
      expect(versions).toEqual([
        { name: '1.0', says: 'First version', validFrom: '2023-06-20' },
        { name: '1.1', says: 'Working Together 2023', validFrom: '2024-01-04' },
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-6d',
      outcome: 'granted',
      alone: 'a contact is named or it is not',
      that: 'the agreement names the posts to turn to about audits',
    },
    async () => {
      const { contacts } = await published('SHROPSHIRE_ISA');
      expect(named(contacts, 'SHR-6d').toSorted()).toEqual([
        'Early Help service manager',
        'Information governance team',
      ]);
    },
  );

  scenario(
    {
      clause: 'STA-2.1b',
      outcome: 'granted',
      alone: 'a contact is named or it is not',
      that: 'the council is the one contact for data protection',
    },
    async () => {
      const { contacts } = await published('STAFFORDSHIRE_SSCB_ISA');
      expect(contacts.map(({ name }) => name)).toEqual(['Staffordshire County Council']);
    },
  );

  scenario(
    {
      clause: 'PN-who',
      outcome: 'granted',
      alone: 'what a notice states is kept from nobody',
      that: 'a family member reads who is controller of its data, and how to reach the data protection officer',
    },
    async () => {
      const { body } = await reader(cast.familyAccounts.ngozi).for('RIGHTS').asks(WHOLE);
      const notice: Published = body.data.agreements.find(
        ({ kind }: { kind: string }) => kind === 'NOTICE',
      );
      expect(notice.controllers).toEqual([
        { name: 'SOLE', says: expect.stringContaining('Shropshire Council'), clause: 'PN-who' },
      ]);
      const officer = notice.contacts.find(({ clause }) => clause === 'PN-who');
      expect(officer?.name).toContain('Data protection officer');
      expect(officer?.says).toMatch(/Shirehall.*@shropshire\.gov\.uk/);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.2f',
      outcome: 'granted',
      alone: 'how often is stated; nobody is refused by it',
      that: 'it is stated how often each kind of sharing happens: monthly or quarterly reports, daily in a team, else as needed',
    },
    async () => {
      const { timers } = await published('SHROPSHIRE_ISA');
      const often = timers.filter(({ clause }) => clause === 'SHR-8.2.2f');
      expect(often).toContainEqual(
        expect.objectContaining({ name: 'REPORTS_MONTHLY', value: 12, unit: 'TIMES_A_YEAR' }),
      );
      expect(often).toContainEqual(expect.objectContaining({ name: 'TEAM_SHARING', value: 365 }));
      expect(often).toContainEqual(
        expect.objectContaining({ name: 'ADVICE_SHARING', value: null }),
      );
      expect(often).toContainEqual(
        expect.objectContaining({ name: 'STRATEGIC_SHARING', value: null }),
      );
    },
  );

  scenario(
    {
      clause: 'DEV-1.2a',
      outcome: 'granted',
      that: 'who signed which version of the agreement is there for everybody, of whatever kind the organisation is',
    },
    async () => {
      const { body } = await reader(grace).asks(REGISTER);
      expect(body.data.signatures).toContainEqual(
        expect.objectContaining({
          agreement: 'SHROPSHIRE_ISA',
          version: '1.1',
          agency: { id: fernhollow.id, kind: 'SCHOOL' },
        }),
      );
      const kinds = body.data.signatures.map(
        ({ agency }: { agency: { kind: string } }) => agency.kind,
      );
      for (const kind of ['COUNCIL', 'HEALTH', 'POLICE', 'HOUSING', 'VOLUNTARY'])
        expect(kinds).toContain(kind);
    },
  );

  scenario(
    {
      clause: 'DEV-1.2a',
      outcome: 'denied',
      that: 'who signed nothing does not stand in the register, and it does not say which person signed',
    },
    async () => {
      const { body } = await reader(grace).asks(REGISTER);
      const ids = body.data.signatures.map(({ agency }: { agency: { id: string } }) => agency.id);
      expect(ids).not.toContain(oakapple.id);
      const asked = await reader(grace).asks('{ signatures { signatoryName } }');
      expect(asked.body.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    },
  );

  scenario(
    {
      clause: 'SHR-2.3c',
      outcome: 'granted',
      that: 'the agreement names the kinds of agency that may be invited, and workers of each kind that signed are served',
    },
    async () => {
      const { parties } = await published('SHROPSHIRE_ISA');
      const invited = parties.filter(({ clause }) => clause === 'SHR-2.3c').map(({ says }) => says);
      expect(new Set(invited)).toEqual(
        new Set([
          ...['COUNCIL', 'SCHOOL', 'EARLY_YEARS', 'HEALTH', 'POLICE'],
          ...['CONTRACTOR', 'HOUSING', 'VOLUNTARY'],
        ]),
      );
      const { tom, niamh, rhona, zara } = cast.practitioners;
      for (const who of [grace, tom, niamh, rhona, zara]) {
        const { body } = await reader(who).asks('{ me { agency { state } } }');
        expect(body.errors).toBeUndefined();
      }
    },
  );

  scenario(
    {
      clause: 'SHR-2.3c',
      outcome: 'denied',
      that: 'an agency of such a kind that was only invited, or has left again, has no part',
    },
    async () => {
      await reader(wilma).isRefused('AGENCY_NOT_IN_FORCE');
      const { body } = await reader(grace).asks('{ agencies { id } }');
      expect(body.data.agencies).not.toContainEqual({ id: oakapple.id });
      await given.changed('access.account', { id: uma.id }, { agency_id: oakapple.id });
      await reader(uma).isRefused('AGENCY_NOT_IN_FORCE');
    },
  );

  scenario(
    {
      clause: 'PN-nosell',
      outcome: 'granted',
      alone: 'the promise is that nothing is ever given for it',
      that: 'the promise stands in the notice, no agreement has such a purpose, and data asked for to sell is refused to everybody',
    },
    async () => {
      const { body } = await reader(grace).asks(WHOLE);
      const agreements: readonly Published[] = body.data.agreements;
      const terms = agreements.flatMap((each) => each.terms);
      expect(terms.map(({ clause }) => clause)).toContain('PN-nosell');
      const purposes = agreements.flatMap((each) => each.purposes.map(({ name }) => name));
      for (const purpose of ['MARKETING', 'SALE', 'RENTAL', 'COMMERCIAL']) {
        expect(purposes).not.toContain(purpose);
        for (const who of [grace, adaline, cast.practitioners.tom])
          await reader(who)
            .for(purpose as never)
            .isRefused('PURPOSE_UNKNOWN');
      }
    },
  );
}
