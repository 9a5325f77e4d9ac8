import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { sends } from '../vocabulary/command.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { fires, toldOf } from '../vocabulary/due-work.ts';
import { holdsOffice, relates } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { caspar, gideon, grace, niamh, prue } = cast.practitioners;
const { okafor } = cast.families;
const REQUEST = '... on InformationRequestChanged { informationRequest { id } }';

/** Contact officers who have a relationship with the family that their agency is asked about. */
export function relatedContactScenarios(scene: Scene): void {
  const { clock, reader } = scene;
  const asks = async () => {
    await scene.database().owner.script(`DELETE FROM partners.information_request;
      DELETE FROM scheduler.notice WHERE kind LIKE 'INFORMATION_REQUEST%' OR kind LIKE 'NO%FREE'`);
    const given = {
      episode: okafor.episodes.current.id,
      holdingAgency: grace.agency.id,
      asked: 'Attendance since September.',
      idempotencyKey: crypto.randomUUID(),
    };
    const health = reader(niamh).for('COORDINATE_SUPPORT');
    const asked = await sends(health, 'askForInformation', given, REQUEST);
    expect(asked.informationRequest).toBeDefined();
  };
  const told = (kind: string) => toldOf(scene, kind);
  const itIs = async (days: number) => {
    clock.set(new Date(daysFromNow(days)));
    await fires(scene, ({ name }) => name.startsWith('INFORMATION_REQUEST'));
  };

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'granted',
      that: 'a contact officer who is not related to the family is told that their agency is asked about it, and, as whoever asked, that nobody answered',
    },
    async () => {
      await asks();
      expect(await told('INFORMATION_REQUEST_WAITING')).toEqual([caspar.id]);
      await itIs(60);
      expect(await told('INFORMATION_REQUEST_UNANSWERED')).toEqual([caspar.id, niamh.id].sort());
      expect(await told('NO_CONTACT_OFFICER_FREE')).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'denied',
      that: 'a contact officer who is related to the family is told neither, and nor is whoever asked and turns out to be; another contact officer is',
    },
    async () => {
      await relates(scene, caspar, okafor);
      await holdsOffice(scene, grace, 'CONTACT_OFFICER');
      await asks();
      await relates(scene, niamh, okafor);
      expect(await told('INFORMATION_REQUEST_WAITING')).toEqual([grace.id]);
      await itIs(60);
      expect(await told('INFORMATION_REQUEST_UNANSWERED')).toEqual([grace.id]);
      expect(await told('NO_CONTACT_OFFICER_FREE')).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'denied',
      that: 'where no contact officer of the agency asked is left, whoever of the host gives that office and is not related is told once that somebody there is needed, and for which agency; a contact officer of another agency stands for nobody',
    },
    async () => {
      await relates(scene, caspar, okafor);
      await relates(scene, gideon, okafor);
      await holdsOffice(scene, niamh, 'CONTACT_OFFICER');
      await asks();
      expect(await told('INFORMATION_REQUEST_WAITING')).toEqual([]);
      for (const days of [0, 1]) {
        await itIs(days);
        expect(await told('NO_CONTACT_OFFICER_FREE')).toEqual([prue.id]);
      }
      const [notice] = await scene.database().owner.run<{ params: object }>({
        text: `SELECT params FROM scheduler.notice WHERE kind = 'NO_CONTACT_OFFICER_FREE'`,
        values: [],
      });
      expect(notice?.params).toEqual({
        agency: grace.agency.name,
        since: '2026-06-17',
        page: '/roles',
      });
    },
  );
}
