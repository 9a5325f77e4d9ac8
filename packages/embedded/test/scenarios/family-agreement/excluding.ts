import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { oneProof } from '../vocabulary/one-proof.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { agreeing, partOf } from './agreeing.ts';

const { grace, niamh, owen, tom, prue } = cast.practitioners;
const { okafor, lindqvist } = cast.families;
const { ngozi, emeka, amara, chidi, ada } = okafor.persons;
const episode = okafor.episodes.current;
const MEMBERS = `{ episode(reference: "${episode.reference}") { reason family { members { id } } } }`;
const WHOLE = {
  agency: grace.agency.id,
  scope: { enum: 'WHOLE_AGENCY' },
  explored: 'They fear that other parents would hear of it; gone through at length, twice.',
  viable: true,
};
const EVERYBODY = [ngozi.id, emeka.id, amara.id];

/** A family keeps an agency out, or details from it, and takes that back. */
export function excludingScenarios(scene: Scene): void {
  const { reader, database } = scene;
  const of = () => agreeing(scene, episode);
  const ids = (...persons: readonly { readonly id: string }[]) =>
    persons.map(({ id }) => id).toSorted();
  async function reaches(who: typeof grace): Promise<readonly string[]> {
    const { body } = await reader(who).for('COORDINATE_SUPPORT').asks(MEMBERS);
    expect(body.errors).toBeUndefined();
    const members: { id: string }[] = body.data.episode?.family.members ?? [];
    return members.map(({ id }) => id).toSorted();
  }

  oneProof(
    {
      clauses: ['SHR-3.4.4a', 'SHR-3.4.4c'],
      outcome: 'granted',
      that: 'why was explored in full, and everybody wants it: the agency finds no such family at once, has to be told within 48 hours, and the others read on',
    },
    async () => {
      const answer = await of().lead('excludeAgency', { ...WHOLE, askedBy: EVERYBODY });
      expect(answer.agreement.status).toBe('SIGNED');
      await reader(grace).findsNothingOf(episode);
      expect(await reaches(niamh)).toEqual(ids(ngozi, emeka, amara, chidi, ada));
      const [duty] = await database().owner.run({
        text: `SELECT state, extract(epoch FROM due_at - requested_at)::integer / 3600 AS hours FROM partners.family_removal WHERE episode_id = $1 AND agency_id = $2`,
        values: [episode.id, grace.agency.id],
      });
      expect(duty).toEqual({ state: 'TO_TELL', hours: 48 });
      const [kept] = await database().owner.run({
        text: 'SELECT reason, viable, recorded_by AS by FROM families.exclusion WHERE episode_id = $1 AND excluded_agency_id = $2 AND ends_at IS NULL',
        values: [episode.id, grace.agency.id],
      });
      expect(kept).toEqual({ reason: WHOLE.explored, viable: true, by: tom.id });
    },
  );
  scenario(
    {
      clause: 'SHR-3.4.4a',
      outcome: 'denied',
      that: 'without reasons nothing is kept from anybody, nor by whoever does not keep the agreement',
    },
    async () => {
      const { lead, as } = of();
      const blank = await lead('excludeAgency', { ...WHOLE, askedBy: EVERYBODY, explored: ' ' });
      expect(blank.code).toBe('ARGUMENT_INVALID');
      const other = await as(niamh)('excludeAgency', { ...WHOLE, askedBy: EVERYBODY });
      expect(other.code).toBe('RECORD_UNKNOWN');
      expect(await reaches(grace)).toEqual(ids(ngozi, emeka, amara, chidi, ada));
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.4c',
      outcome: 'denied',
      that: 'one parent alone keeps an agency from themselves: it reaches the other parent and the children as before, and nothing of this one',
    },
    async () => {
      const answer = await of().lead('excludeAgency', { ...WHOLE, askedBy: [emeka.id] });
      expect(partOf(answer, emeka).state).toBe('SIGNED');
      expect(await reaches(grace)).toEqual(ids(ngozi, amara, chidi, ada));
      const { body } = await reader(grace).for('COORDINATE_SUPPORT').asks(MEMBERS);
      // What is said of the family as a whole tells of him, too.
      expect(body.data.episode.reason).toBeNull();
      expect(await reaches(niamh)).toEqual(ids(ngozi, emeka, amara, chidi, ada));
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.4d',
      outcome: 'granted',
      that: 'where it is not viable the other routes are named, nothing is kept from anybody, and they are asked again',
    },
    async () => {
      const { lead, signs } = of();
      const answer = await lead('excludeAgency', { ...WHOLE, viable: false, askedBy: [ngozi.id] });
      expect(answer.routes).toEqual(['HUB', 'CONSULTATION_PANEL', 'FIRST_POINT_OF_CONTACT']);
      expect(partOf(answer, ngozi)).toMatchObject({ state: 'OFFERED', agrees: false });
      expect(partOf(answer, chidi)).toMatchObject({ state: 'SIGNED' });
      expect(await reaches(grace)).toEqual(ids(emeka, amara, chidi, ada));
      const again = await signs(ngozi, [ngozi]);
      expect(partOf(again, ngozi).state).toBe('SIGNED');
    },
  );
  scenario(
    {
      clause: 'SHR-3.4.4d',
      outcome: 'denied',
      that: 'where everybody asks for what is not viable, nobody agrees any more and the record closes to the team',
    },
    async () => {
      const answer = await of().lead('excludeAgency', {
        ...WHOLE,
        viable: false,
        askedBy: EVERYBODY,
      });
      expect(answer.routes).toHaveLength(3);
      expect(answer.toDecide).toEqual(['CLOSURE']);
      for (const who of [grace, niamh]) await reader(who).findsNothingOf(episode);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.4c',
      outcome: 'granted',
      that: 'a mother keeps her own health from an agency, and no child’s safety, the host itself, or what is another’s',
    },
    async () => {
      const { lead } = of();
      const details = {
        ...WHOLE,
        scope: { enum: 'DETAILS' },
        agency: niamh.agency.id,
        askedBy: [ngozi.id],
      };
      const refused = async (given: object) =>
        (await lead('excludeAgency', { ...details, ...given })).code;
      expect(await refused({ coordinates: ['SafetyAlert.alert'], about: chidi.id })).toBe(
        'SAFETY_NOT_WITHHELD',
      );
      expect(await refused({ coordinates: ['Person.gpPractice'], about: emeka.id })).toBe(
        'DETAILS_NOT_THEIRS',
      );
      // The father speaks for the children, too.
      expect(await refused({ coordinates: ['Person.gpPractice'], about: chidi.id })).toBe(
        'DETAILS_NOT_THEIRS',
      );
      expect(await refused({ coordinates: ['Person.gpPractice'] })).toBe('DETAILS_NOT_THEIRS');
      expect(await refused({ coordinates: ['Person.shoeSize'], about: ngozi.id })).toBe(
        'ARGUMENT_INVALID',
      );
      const host = { ...WHOLE, agency: prue.agency.id, askedBy: EVERYBODY };
      expect((await lead('excludeAgency', host)).code).toBe('HOST_NOT_REMOVED');
      const kept = await lead('excludeAgency', {
        ...details,
        coordinates: ['Person.contactDetails'],
        about: ngozi.id,
      });
      expect(kept.code).toBeUndefined();
      const shown = await reader(niamh)
        .for('COORDINATE_SUPPORT')
        .asks(
          `{ episode(reference: "${episode.reference}") { family { members { id contactDetails withheld { coordinate } } } } }`,
        );
      const her = shown.body.data.episode.family.members.find(
        ({ id }: { id: string }) => id === ngozi.id,
      );
      expect(her).toMatchObject({ contactDetails: null });
      expect(JSON.stringify(her.withheld)).not.toContain('contactDetails');
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.4c',
      outcome: 'granted',
      that: 'what the family wants known again is known again; what had an agency removed ends where that was begun',
    },
    async () => {
      const theirs = agreeing(scene, lindqvist.episodes.current);
      const health = lindqvist.episodes.current.exclusions.signeHealth;
      const coordinating = reader(owen).for('COORDINATE_SUPPORT');
      const before = await coordinating.readsOf(
        lindqvist.persons.signe,
        lindqvist.episodes.current,
      );
      before.isSilentOn('healthConditions');
      const ended = await theirs.lead('endExclusion', {
        exclusion: health,
        reason: 'She wants the clinic to know.',
      });
      expect(ended.code).toBeUndefined();
      const after = await coordinating.readsOf(lindqvist.persons.signe, lindqvist.episodes.current);
      after.gives('healthConditions', ['Thyroid condition']);
      const { lead } = of();
      await lead('excludeAgency', { ...WHOLE, askedBy: EVERYBODY });
      const [kept] = await database().owner.run<{ id: string }>({
        text: 'SELECT id FROM families.exclusion WHERE episode_id = $1 AND excluded_agency_id = $2 AND ends_at IS NULL',
        values: [episode.id, grace.agency.id],
      });
      const back = await lead('endExclusion', { exclusion: kept?.id, reason: 'They want it.' });
      expect(back.code).toBe('REMOVAL_STANDS');
    },
  );
}
