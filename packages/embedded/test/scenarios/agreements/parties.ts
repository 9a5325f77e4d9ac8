import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { dateFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { grace, tom, niamh, rufus, lucia, hal, wilma, bea, esther, paloma, sigrid, tobias, thora } =
  cast.practitioners;
const { okafor, faraday, kestrel } = cast.families;
const record = okafor.episodes.current;
const atPanel = faraday.episodes.current;
const reviewed = kestrel.episodes.current;

const AREAS = [
  ...['SAFE_IN_COMMUNITY', 'EDUCATION_AND_SKILLS', 'LIFE_CHANCES'],
  ...['LIVING_STANDARDS', 'SAFE_RELATIONSHIPS', 'LIVING_WELL'],
];
const BROUGHT = `assessment { sections { summary recordedByAgency { id } } }
  plan { actions { goal recordedByAgency { id } } } meetings { minutes recordedByAgency { id } }`;
const CONTROLLERS = '{ agreements { key controllers { name says clause } } }';

type Item = { readonly recordedByAgency: { readonly id: string } };

/** Whose data it is, and what binds the people and bodies that use it. */
export function partyScenarios({ given, reader }: Scene): void {
  async function controllers(clause: string): Promise<readonly { name: string; says: string }[]> {
    const { body } = await reader(grace).asks(CONTROLLERS);
    return body.data.agreements
      .flatMap(({ controllers }: { controllers: readonly { clause: string }[] }) => controllers)
      .filter((each: { clause: string }) => each.clause === clause);
  }

  scenario(
    {
      clause: 'SHR-3.5L-l',
      outcome: 'granted',
      alone: 'whose an item is is said of every item; what its owner may refuse is SHR-3.3.7a',
      that: 'each party is controller of its own, and every item of a record says which agency answers for it',
    },
    async () => {
      expect((await controllers('SHR-3.5L-l')).map(({ name }) => name)).toEqual(['SEPARATE']);
      const read = await reader(tom).asksOf(record, BROUGHT);
      const items: readonly Item[] = [
        ...read.assessment.sections,
        ...read.plan.actions,
        ...read.meetings,
      ];
      const agencies = new Set(items.map(({ recordedByAgency }) => recordedByAgency.id));
      expect(agencies.size).toBeGreaterThan(1);
      expect(agencies).toContain(niamh.agency.id);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.3c',
      outcome: 'granted',
      that: 'each item of a case before the panel says which agency brought it and stays its controller',
    },
    async () => {
      expect((await controllers('SHR-3.7.3c')).map(({ name }) => name)).toEqual(['SEPARATE']);
      const read = await reader(paloma).for('CHOOSE_SUPPORT').asksOf(atPanel, BROUGHT);
      for (const item of [...read.assessment.sections, ...read.plan.actions, ...read.meetings])
        expect(item.recordedByAgency.id).toBe(esther.agency.id);
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.3c',
      outcome: 'denied',
      that: 'what another agency brought does not become the panel member’s own: health data it recorded stays closed',
    },
    async () => {
      await given.changed(
        'access.justification',
        { account_id: paloma.id, episode_id: atPanel.id },
        { state: 'WITHDRAWN' },
      );
      const { family } = await reader(paloma)
        .for('CHOOSE_SUPPORT')
        .asksOf(atPanel, 'family { members { id healthConditions { name } } }');
      for (const member of family.members) expect(member.healthConditions ?? []).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'STA-2.1a',
      outcome: 'granted',
      that: 'it is said who is controller of what: each body of what it brings, the three jointly of the board’s own work',
    },
    async () => {
      const roles = (await controllers('STA-2.1a')).map(({ name }) => name);
      expect(roles.toSorted()).toEqual(['JOINT', 'SEPARATE']);
      const read = await reader(sigrid).for('REVIEW').asksOf(reviewed, BROUGHT);
      for (const item of [...read.assessment.sections, ...read.meetings] as readonly Item[])
        expect(item.recordedByAgency.id).toBe(esther.agency.id);
    },
  );

  scenario(
    {
      clause: 'STA-2.1a',
      outcome: 'denied',
      that: 'the board’s reviewer does not count as the body that brought an item: what that body reads without a reason stays closed',
    },
    async () => {
      const { child } = kestrel.persons;
      const CLOSED = 'family { members { id socialCare { status } healthConditions { name } } }';
      await given.changed(
        'access.justification',
        { account_id: sigrid.id, episode_id: reviewed.id },
        { state: 'WITHDRAWN' },
      );
      const of = ({ family }: { family: { members: readonly { id: string }[] } }) =>
        family.members.find(({ id }) => id === child.id);
      expect(of(await reader(sigrid).for('REVIEW').asksOf(reviewed, CLOSED))).toMatchObject({
        healthConditions: null,
      });
      expect(of(await reader(esther).asksOf(reviewed, CLOSED))).toMatchObject({
        healthConditions: [{ name: 'Fractured wrist' }],
      });
    },
  );

  scenario(
    {
      clause: 'DEV-A3-ctl',
      outcome: 'granted',
      that: 'the council is controller of the shared systems, and its workers and a partner’s read there what they need for early help',
    },
    async () => {
      expect(await controllers('DEV-A3-ctl')).toMatchObject([
        { name: 'SOLE', says: expect.stringContaining('Devon County Council') },
      ]);
      for (const who of [tom, grace]) await reader(who).for('COORDINATE_SUPPORT').reads(record);
    },
  );

  scenario(
    {
      clause: 'DEV-A3-ctl',
      outcome: 'denied',
      that: 'employees without a need to know read nothing, and nobody reads for anything but early help',
    },
    async () => {
      await reader(bea).findsNothingOf(record);
      await reader(wilma).isRefused('AGENCY_NOT_IN_FORCE');
      for (const who of [tom, grace])
        await reader(who)
          .for('RECRUITMENT' as never)
          .isRefused('PURPOSE_UNKNOWN');
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.2d',
      outcome: 'granted',
      that: 'school, health and lead read one and the same record: what one recorded the others read',
    },
    async () => {
      const [first, ...others] = await Promise.all(
        [tom, grace, niamh].map(async (who) => {
          const { id, assessment } = await reader(who).reads(record);
          return { id, assessment };
        }),
      );
      expect(first?.assessment.sections).toHaveLength(6);
      for (const other of others) expect(other).toEqual(first);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.2d',
      outcome: 'denied',
      that: 'it is safe: an agency outside the team reads no copy of it either, in no list and under no reference',
    },
    async () => {
      for (const who of [bea, sigrid]) {
        const outside = who === sigrid ? reader(who).for('REVIEW') : reader(who);
        await outside.findsNothingOf(record);
      }
    },
  );

  scenario(
    {
      clause: 'PN-areas',
      outcome: 'granted',
      alone: 'there are the six areas, and the schema has no seventh',
      that: 'an assessment has the six areas that families are told of, each once',
    },
    async () => {
      const { assessment } = await reader(tom).reads(record);
      const areas = assessment.sections.map(({ area }: { area: string }) => area);
      expect(areas.toSorted()).toEqual(AREAS.toSorted());
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.5a',
      outcome: 'granted',
      that: 'a user whose training in the system and in handling its data was delivered and is current is served',
    },
    async () => {
      await reader(grace).reads(record);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.5a',
      outcome: 'denied',
      that: 'every user is asked for both: whoever lacks one of the modules, lead or not, is turned away',
    },
    async () => {
      for (const who of [rufus, lucia]) await reader(who).isRefused('TRAINING_NOT_VALID');
      for (const module of ['SYSTEM', 'DATA_AND_SECURITY']) {
        await given.changed(
          'access.training',
          { account_id: tom.id, module },
          { expires_on: dateFromNow(-1) },
        );
        await reader(tom).isRefused('TRAINING_NOT_VALID');
        await given.restore();
      }
    },
  );

  scenario(
    {
      clause: 'SHR-8.4.4a',
      outcome: 'granted',
      that: 'an employee bound by the user agreement is served, and a contractor bound by a confidentiality agreement',
    },
    async () => {
      await reader(grace).reads(record);
      const { body } = await reader(thora).for('COORDINATE_SUPPORT').asks('{ me { id } }');
      expect(body.data.me).toEqual({ id: thora.id });
    },
  );

  scenario(
    {
      clause: 'SHR-8.4.4a',
      outcome: 'denied',
      that: 'an employee who did not accept it, and a contractor without a confidentiality agreement, are turned away',
    },
    async () => {
      await reader(hal).isRefused('ACCEPTANCE_MISSING');
      await reader(tobias).for('COORDINATE_SUPPORT').isRefused('AGENCY_NOT_IN_FORCE');
    },
  );

  scenario(
    {
      clause: 'STA-2.2b',
      outcome: 'granted',
      that: 'workers of an agency whose policies are evidenced and current are served',
    },
    async () => {
      await reader(grace).reads(record);
    },
  );

  scenario(
    {
      clause: 'STA-2.2b',
      outcome: 'denied',
      that: 'where the evidence of an agency’s policies is missing or ran out, none of its workers is served',
    },
    async () => {
      await given.changed(
        'access.agency_evidence',
        { agency_id: grace.agency.id, kind: 'POLICIES' },
        { valid_until: dateFromNow(-1) },
      );
      await reader(grace).isRefused('AGENCY_EVIDENCE_MISSING');
      await given.removed('access.agency_evidence', {
        agency_id: niamh.agency.id,
        kind: 'POLICIES',
      });
      await reader(niamh).isRefused('AGENCY_EVIDENCE_MISSING');
    },
  );
}
