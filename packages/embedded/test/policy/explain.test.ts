import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { describe, expect, test } from 'vitest';
import { wholeDictionary } from '../../src/stack/blueprints.ts';
import type { Asking } from '../county-fixture.ts';
import { daysFromNow } from '../scenarios/vocabulary/county-words.ts';
import {
  healthJustification,
  offenceJustification,
} from '../scenarios/vocabulary/justification.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { ask, explained } from './explaining.ts';

const { grace, tom, owen, esther } = cast.practitioners;
const { okafor, yarrow, lindqvist } = cast.families;
const { jack } = yarrow.persons;
const { signe } = lindqvist.persons;
const { ngozi } = okafor.persons;

const { given, reader } = setScene();

const BY_JUSTIFICATION = {
  words:
    'a live justification of the reader covers this class of data for every person it is about',
  clause: 'SHR-4.3-cond',
  remedy:
    'Record a justification for this person and class of data: why it is relevant to the support, and its lawful basis.',
  whoCan: 'The reader records a justification; for data about offences somebody else approves it.',
};

const SIGNES_HEALTH = {
  coordinate: 'Person.healthConditions',
  of: signe,
  purpose: 'COORDINATE_SUPPORT',
};
const JACKS_HEALTH = { coordinate: 'Person.healthConditions', of: jack };

const NGOZIS_ETHNICITY = { coordinate: 'Person.ethnicity', of: ngozi };

async function ethnicityAsReadBy(who: Asking): Promise<unknown> {
  const { family } = await reader(who).asksOf(
    okafor.episodes.current,
    'family { members { id ethnicity } }',
  );
  return family.members.find(({ id }: { id: string }) => id === ngozi.id).ethnicity;
}
describe('why one may or may not see a field', () => {
  scenario(
    {
      clause: 'SHR-4.3-cond',
      outcome: 'denied',
      that: 'of a withheld health detail one is told the rule, that no justification covers it, and who can record one; nothing less opens it',
    },
    async () => {
      const explanation = await explained(reader(grace), JACKS_HEALTH);
      expect(explanation).toMatchObject({
        outcome: 'WITHHELD',
        code: 'JUSTIFICATION_REQUIRED',
        clause: 'SHR-4.3-cond',
        decidedBy: { role: 'TAF_MEMBER', effect: 'ALLOW', verdict: 'UNMET' },
      });
      expect(explanation.required).toEqual([BY_JUSTIFICATION]);
      const verdicts = new Map(
        explanation.decidedBy.conditions.map((each: { words: string; verdict: string }) => [
          each.words,
          each.verdict,
        ]),
      );
      expect(verdicts.get('the episode is open')).toBe('MET');
      expect(verdicts.get('the family’s agreement is in force')).toBe('MET');
      expect(verdicts.get('it comes from the reader’s own agency')).toBe('UNMET');
      const justified = { holder: grace, person: jack, episode: yarrow.episodes.current };
      const differs = { relevance: ' ' };
      await given.added('access.justification', healthJustification(justified, differs));
      expect(await explained(reader(grace), JACKS_HEALTH)).toEqual(explanation);
      const read = await reader(grace).readsOf(jack, yarrow.episodes.current);
      read.withholds('healthConditions');
    },
  );

  scenario(
    {
      clause: 'SHR-4.3-cond',
      outcome: 'granted',
      that: 'once the justification is recorded that the explanation asks for, the detail is given, and the explanation says by which rule',
    },
    async () => {
      const justified = { holder: grace, person: jack, episode: yarrow.episodes.current };
      await given.added('access.justification', healthJustification(justified));
      const explanation = await explained(reader(grace), JACKS_HEALTH);
      expect(explanation).toMatchObject({
        outcome: 'OPEN',
        code: null,
        required: [],
        decidedBy: { verdict: 'MET' },
      });
      const read = await reader(grace).readsOf(jack, yarrow.episodes.current);
      read.gives('healthConditions', ['Asthma', 'Tics']);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.4c',
      outcome: 'denied',
      that: 'of what the family hides from an agency its worker is told what would be told had it never been hidden, byte for byte',
    },
    async () => {
      const hidden = await ask(reader(owen), SIGNES_HEALTH);
      await given.changed(
        'access.exclusion',
        { agency_id: owen.agency.id },
        { ends_at: daysFromNow(-1) },
      );
      const shown = await ask(reader(owen), SIGNES_HEALTH);
      expect(hidden.text).toBe(shown.text);
      expect(shown.body.data.explainAccess).toMatchObject({
        outcome: 'OPEN',
        message: 'This may be seen. Where nothing is recorded, it is empty.',
      });
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.4c',
      outcome: 'granted',
      that: 'what the family does not hide is explained as open, and given',
    },
    async () => {
      await given.changed(
        'access.exclusion',
        { agency_id: owen.agency.id },
        { ends_at: daysFromNow(-1) },
      );
      expect(await explained(reader(owen), SIGNES_HEALTH)).toMatchObject({ outcome: 'OPEN' });
      const reading = reader(owen).for('COORDINATE_SUPPORT');
      const read = await reading.readsOf(signe, lindqvist.episodes.current);
      read.gives('healthConditions', ['Thyroid condition']);
    },
  );

  scenario(
    {
      clause: 'SHR-2.2b',
      outcome: 'denied',
      that: 'for a purpose that no rule of the reader’s roles permits nothing is read, and the purposes that are permitted are named',
    },
    async () => {
      const explanation = await explained(reader(grace), { ...JACKS_HEALTH, purpose: 'AUDIT' });
      expect(explanation).toMatchObject({ outcome: 'REFUSED', code: 'PURPOSE_NOT_PERMITTED' });
      expect(explanation.purposes).toContain('UNDERSTAND_NEEDS');
      expect(explanation.purposes).not.toContain('AUDIT');
      expect(explanation.required[0].whoCan).toBe('The reader states the purpose.');
    },
  );

  scenario(
    {
      clause: 'SHR-2.2b',
      outcome: 'granted',
      that: 'for each purpose named so the field is explained by the rule that gives it',
    },
    async () => {
      const { purposes } = await explained(reader(grace), { ...JACKS_HEALTH, purpose: 'AUDIT' });
      for (const purpose of purposes)
        expect(
          await explained(reader(grace), { coordinate: 'Person.givenName', of: jack, purpose }),
        ).toMatchObject({ outcome: 'OPEN', decidedBy: { role: 'TAF_MEMBER', verdict: 'MET' } });
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.7a',
      outcome: 'granted',
      that: 'what the reader’s own agency recorded is explained as open by that, and given without a justification',
    },
    async () => {
      const { outcome, decidedBy, required } = await explained(reader(tom), NGOZIS_ETHNICITY);
      expect({ outcome, required }).toEqual({ outcome: 'OPEN', required: [] });
      expect(decidedBy.conditions).toContainEqual({
        words: 'it comes from the reader’s own agency',
        clause: 'SHR-3.3.7a',
        verdict: 'MET',
      });
      expect(await ethnicityAsReadBy(tom)).toBe('Black African');
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.7a',
      outcome: 'denied',
      that: 'what another agency recorded is not, and the explanation says whose would be',
    },
    async () => {
      const { outcome, message, code } = await explained(reader(grace), NGOZIS_ETHNICITY);
      expect({ outcome, code }).toEqual({ outcome: 'WITHHELD', code: 'JUSTIFICATION_REQUIRED' });
      expect(message).toContain('What the reader’s own agency recorded is shown all the same.');
      expect(await ethnicityAsReadBy(grace)).toBeNull();
    },
  );

  test('every field that asks for a justification opens by it, and by nothing else', async () => {
    const opened: string[] = [];
    for (const [field, dataClass] of wholeDictionary().get('Person') ?? []) {
      const asked = { coordinate: `Person.${field}`, of: jack };
      const before = await explained(reader(grace), asked);
      if (before.code !== 'JUSTIFICATION_REQUIRED') continue;
      expect(before.required).toContainEqual(BY_JUSTIFICATION);
      // An agency is of the health service or a school, or it is not: no justification makes it one.
      const alone = before.required.length === 1;
      const justified = { holder: grace, person: jack, episode: yarrow.episodes.current };
      const row =
        dataClass === 'CRIMINAL_OFFENCE'
          ? offenceJustification({ ...justified, approver: esther })
          : healthJustification(justified, { classes: [dataClass] });
      await given.added('access.justification', row);
      const { outcome } = await explained(reader(grace), asked);
      expect(outcome, field).toBe(alone ? 'OPEN' : 'WITHHELD');
      if (alone) opened.push(field);
      await given.restore();
    }
    expect(opened.length).toBeGreaterThan(15);
  });
});
