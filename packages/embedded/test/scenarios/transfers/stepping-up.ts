import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { carriedOut } from '../../machines/commands.ts';
import { recordedOf } from '../../machines/walking.ts';
import { toldOf } from '../vocabulary/due-work.ts';
import { holdsOffice } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { settingOf } from './setting.ts';

const { tom, joel, gideon, solveig, grace, rhona, niamh } = cast.practitioners;

/** How a risk is handed to social care: to one of the council, by two people, and with the episode. */
export function steppingUpScenarios(scene: Scene): void {
  const { database } = scene;
  const { help, begun, asks } = settingOf(scene);

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
      await scene.given.changed(
        'access.account',
        { id: niamh.id },
        { agency_id: solveig.agency.id },
      );
      await scene.given.changed(
        'partners.practitioner',
        { id: niamh.id },
        { agency_id: solveig.agency.id },
      );
      await holdsOffice(scene, niamh, 'SOCIAL_CARE_WORKER');
      const next = await ways.sends(tom, transfer, { practitioner: niamh.id });
      expect(next.findings ?? next.state).toBe('SENT');
      expect(await asks(solveig, reference)).toBeNull();
      expect((await ways.steps(solveig, 'receiveTransfer', transfer)).code).toBe('RECORD_UNKNOWN');
    },
  );
}
