import { cast } from '@postern/sample-county';
import { expect } from 'vitest';
import type { Answered, Asking } from '../../county-fixture.ts';
import type { Contact } from '../vocabulary/living-record.ts';
import { Help } from '../vocabulary/living-record.ts';
import { holdsOffice } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';
import type { Item } from '../vocabulary/transferring.ts';
import { Transferring } from '../vocabulary/transferring.ts';

const { solveig, niamh } = cast.practitioners;
const READ = 'status needs { id } family { address members { id givenName } }';

/** A family that a team helps, with a need on its record. */
interface Begun extends Contact {
  readonly ways: Transferring;
  readonly need: Item;
}

interface Setting {
  readonly help: Help;
  begun(): Promise<Begun>;
  /** What somebody reads of an episode. */
  asks(who: Asking, reference: string): Promise<Answered>;
  /** Another social-care worker of the council. */
  anotherWorker(): Promise<typeof niamh>;
}

/** Where what goes to social care begins. */
export function settingOf(scene: Scene): Setting {
  const help = new Help(scene);
  const begun = async () => {
    const contact = await help.opensAsTeam();
    const ways = new Transferring(scene, { id: contact.episode });
    return { ...contact, ways, need: await ways.need() };
  };
  const asks = async (who: Asking, reference: string): Promise<Answered> => {
    const isSocialCare = [solveig.subject, niamh.subject].includes(who.subject);
    const purpose = isSocialCare ? 'SAFEGUARDING' : 'ENGAGE_FAMILY';
    const { body } = await scene
      .reader(who)
      .for(purpose)
      .asks(`{ episode(reference: "${reference}") { ${READ} } }`);
    expect(body.errors).toBeUndefined();
    return body.data.episode;
  };
  const anotherWorker = async () => {
    for (const table of ['access.account', 'partners.practitioner'])
      await scene.given.changed(table, { id: niamh.id }, { agency_id: solveig.agency.id });
    await holdsOffice(scene, niamh, 'SOCIAL_CARE_WORKER');
    return niamh;
  };
  return { help, begun, asks, anotherWorker };
}
