import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { carriedOut } from '../../machines/commands.ts';
import { recordedOf } from '../../machines/walking.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { toldOf } from '../vocabulary/due-work.ts';
import { holdsOffice } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { settingOf } from './setting.ts';

const { tom, dev, joel, gideon, solveig, grace, rhona, niamh } = cast.practitioners;

/** How a risk is handed to social care: to one of the council, by two people, and with the episode. */
export function steppingUpScenarios(scene: Scene): void {
  const { database } = scene;
  const { help, begun, asks, anotherWorker } = settingOf(scene);

  scenario(
    {
      clause: 'SHR-3.4.10a',
      outcome: 'granted',
      that: 'children’s and adults’ social care of the council are where a transfer may go',
    },
    async () => {
      const { ways } = await begun();
      for (const destination of ['CHILDRENS_SOCIAL_CARE', 'ADULTS_SOCIAL_CARE'])
        expect(carriedOut(await ways.triesToPropose(tom, { destination }))).toMatchObject({
          state: 'PROPOSED',
          revision: 1,
        });
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.10a',
      outcome: 'denied',
      that: 'there is no other place it could go to, of the council or anybody’s, and nobody receives it who is not of the council',
    },
    async () => {
      const { ways, need } = await begun();
      for (const destination of ['HOUSING', 'POLICE', 'childrens_social_care', 'https://lcs'])
        expect(await ways.triesToPropose(tom, { destination })).toMatchObject({
          code: 'DESTINATION_NOT_PERMITTED',
          about: ['CHILDRENS_SOCIAL_CARE', 'ADULTS_SOCIAL_CARE'],
        });
      const transfer = await ways.approved([need]);
      await holdsOffice(scene, grace, 'SOCIAL_CARE_WORKER');
      expect(await ways.sends(tom, transfer, { practitioner: grace.id })).toMatchObject({
        code: 'GRANT_NOT_POSSIBLE',
        findings: [{ expected: 'a social-care worker of the council' }],
      });
      expect(await ways.sends(tom, transfer, { practitioner: niamh.id })).toMatchObject({
        code: 'GRANT_NOT_POSSIBLE',
      });
      expect(await ways.status()).toBe('OPEN_TAF');
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.10b',
      outcome: 'granted',
      that: 'who leads says which risk requires social care, another approves, and with the sending the episode is stepped up; the lead reads on until it closes',
    },
    async () => {
      const { ways, need, episode, reference } = await begun();
      const before = (await toldOf(scene, 'EPISODE_STEPPED_UP')).length;
      const transfer = await ways.sent([need]);
      expect(await ways.status()).toBe('STEPPED_UP');
      expect((await asks(solveig, reference)).needs).toEqual([{ id: need.id }]);
      expect((await asks(tom, reference)).needs).toEqual([{ id: need.id }]);
      expect(await asks(joel, reference)).toBeNull();
      expect((await toldOf(scene, 'EPISODE_STEPPED_UP')).slice(before)).toEqual([joel.id]);
      expect(await toldOf(scene, 'TRANSFER_TO_RECEIVE')).toContain(solveig.id);
      carriedOut(await ways.steps(solveig, 'receiveTransfer', transfer));
      await help.takes(tom, 'beginClosing', episode);
      await help.takes(tom, 'closeEpisode', episode, { endReason: 'STEP_UP' });
      expect((await ways.stands(transfer)).state).toBe('ENDED');
      for (const who of [solveig, tom]) expect(await asks(who, reference)).toBeNull();
      const ended = await database().owner.run({
        text: `SELECT revoked_cause AS cause FROM access.access_grant WHERE episode_id = $1 AND account_id = $2`,
        values: [episode, solveig.id],
      });
      expect(ended).toEqual([{ cause: 'EPISODE_CLOSED' }]);
      const steps = await recordedOf(database().owner, transfer);
      expect(steps.map(({ move }) => move)).toEqual([
        ...['PROPOSE', 'PICK', 'APPROVE', 'SEND', 'RECEIVE', 'END'],
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.10b',
      outcome: 'denied',
      that: 'nobody proposes it who neither leads nor works at the front door on it, none without a need, and no episode ends as stepped up of which nothing was sent',
    },
    async () => {
      const { ways, episode } = await begun();
      for (const who of [joel, rhona, gideon])
        expect((await ways.triesToPropose(who)).code, who.subject).toBe('ROLE_NOT_PERMITTED');
      await holdsOffice(scene, joel, 'EHAST_PRACTITIONER');
      expect((await ways.triesToPropose(joel)).code).toBe('ROLE_NOT_PERMITTED');
      await holdsOffice(scene, grace, 'LEAD_PROFESSIONAL');
      expect((await ways.triesToPropose(grace)).code).toBe('RECORD_UNKNOWN');
      expect((await ways.triesToPropose(tom, { need: ' ' })).code).toBe('ARGUMENT_INVALID');
      await ways.proposed();
      await help.takes(tom, 'beginClosing', episode);
      const { refused } = await help.tries(tom, 'closeEpisode', episode, { endReason: 'STEP_UP' });
      expect(refused?.code).toBe('END_REASON_NOT_POSSIBLE');
      expect(refused?.about).not.toContain('STEP_UP');
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1h',
      outcome: 'granted',
      that: 'where the social-care worker changes it is sent to the next, and whoever had it reads it no more',
    },
    async () => {
      const { ways, need, reference } = await begun();
      const transfer = await ways.received([need]);
      await anotherWorker();
      const next = await ways.sends(tom, transfer, { practitioner: niamh.id });
      expect(next.findings ?? next.state).toBe('SENT');
      expect(await asks(solveig, reference)).toBeNull();
      expect((await ways.steps(solveig, 'receiveTransfer', transfer)).code).toBe('RECORD_UNKNOWN');
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.10b',
      outcome: 'granted',
      that: 'a further item goes to the worker who has the family already; sent to another, it takes nothing else with it',
    },
    async () => {
      const { ways, need, reference, episode } = await begun();
      await ways.sent([need]);
      const further = await ways.need('FAMILY_RELATIONSHIPS');
      const transfer = await ways.sent([further]);
      const both = { needs: expect.arrayContaining([{ id: need.id }, { id: further.id }]) };
      expect(await asks(solveig, reference)).toMatchObject(both);
      carriedOut(await ways.sends(tom, transfer, { practitioner: (await anotherWorker()).id }));
      expect((await asks(solveig, reference)).needs).toEqual([{ id: need.id }]);
      expect((await asks(niamh, reference)).needs).toEqual([{ id: further.id }]);
      // What is suspended is not gone round by sending something else.
      const of = { episode_id: episode, account_id: niamh.id };
      await scene.given.changed('access.access_grant', of, { suspended_at: daysFromNow(-1) });
      const another = await ways.approved([need]);
      expect(await ways.sends(tom, another, { practitioner: niamh.id })).toMatchObject({
        code: 'GRANT_NOT_POSSIBLE',
        findings: [{ part: 'role' }],
      });
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1g',
      outcome: 'denied',
      that: 'nobody is sent what they proposed, picked or approved themselves',
    },
    async () => {
      const { ways, need } = await begun();
      const further = await ways.need('FAMILY_RELATIONSHIPS');
      for (const who of [dev, gideon]) await holdsOffice(scene, who, 'SOCIAL_CARE_WORKER');
      const approved = await ways.approved([need]);
      expect((await ways.sends(tom, approved, { practitioner: dev.id })).code).toBe('OWN_ACCESS');
      const proposed = await ways.proposed(dev);
      const picked = await ways.proposed(tom);
      carriedOut(await ways.picks(tom, proposed, [need]));
      carriedOut(await ways.picks(tom, picked, [need]));
      carriedOut(await ways.picks(dev, picked, [further]));
      for (const transfer of [proposed, picked]) {
        carriedOut(await ways.steps(gideon, 'approveTransfer', transfer));
        for (const who of [dev, gideon])
          expect((await ways.sends(tom, transfer, { practitioner: who.id })).code).toBe(
            'OWN_ACCESS',
          );
      }
      expect(await ways.status()).toBe('OPEN_TAF');
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.10b',
      outcome: 'denied',
      that: 'what moves the episode with a transfer moves it from where help goes on, and opens none that has closed',
    },
    async () => {
      const { ways, episode } = await begun();
      const moves = async (move: string) => {
        const [moved] = await database().owner.run<{ stood: string | null }>({
          text: `SELECT partners.move_episode($1, $2, 'As agreed.', $3::uuid, $4::uuid, $5::timestamptz) AS stood`,
          values: [episode, move, tom.id, tom.agency.id, daysFromNow(0)],
        });
        return moved?.stood;
      };
      expect(await moves('STEP_DOWN')).toBeNull();
      await expect(moves('GO_ON')).rejects.toThrow();
      await help.takes(tom, 'beginClosing', episode);
      await help.takes(tom, 'closeEpisode', episode, { endReason: 'OTHER' });
      for (const move of ['STEP_UP', 'STEP_DOWN']) expect(await moves(move)).toBeNull();
      expect(await ways.status()).toBe('CLOSED');
    },
  );
}
