import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { dateFromNow } from '../vocabulary/county-words.ts';
import { healthJustification, offenceJustification } from '../vocabulary/justification.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { magda, esther, tom } = cast.practitioners;
const { families, agencies } = cast;
const thistle = families.thistle.episodes.current;
const { child: toby } = families.thistle.persons;

/** The appropriate policy document that some conditions need. */
export function policyDocumentScenarios({ given, reader }: Scene): void {
  /** A worker of an agency without an appropriate policy document has bases that need one, for health and for an offence. */
  async function basesThatNeedPolicyDocument(): Promise<void> {
    await given.added('families.person_entry', {
      id: '00000000-0000-4000-8000-000000000501',
      person_id: toby.id,
      episode_id: thistle.id,
      kind: 'CONVICTION',
      label: 'Graffiti',
      recorded_by: tom.id,
      agency_id: tom.agency.id,
      recorded_at: `${dateFromNow(-5)}T09:00:00Z`,
      nature: 'FACT',
    });
    const justified = { holder: magda, person: toby, episode: thistle };
    await given.added('access.justification', healthJustification(justified));
    await given.added(
      'access.justification',
      offenceJustification({ ...justified, approver: esther }),
    );
  }

  scenario(
    {
      clause: 'SOM-9',
      outcome: 'granted',
      that: 'once the agency holds its appropriate policy document, its worker reads health and offences under those conditions',
    },
    async () => {
      await basesThatNeedPolicyDocument();
      await given.added('access.agency_evidence', {
        id: '00000000-0000-4000-8000-000000000502',
        agency_id: agencies.millRace.id,
        kind: 'APPROPRIATE_POLICY_DOCUMENT',
        valid_from: dateFromNow(0),
        valid_until: dateFromNow(365),
      });
      const child = await reader(magda).readsOf(toby, thistle);
      child.gives('healthConditions', ['Asthma']);
      child.gives('convictions', ['Graffiti']);
    },
  );

  scenario(
    {
      clause: 'SOM-9',
      outcome: 'denied',
      that: 'without the document, neither health nor offences are read, complete as the justification is otherwise',
    },
    async () => {
      await basesThatNeedPolicyDocument();
      const child = await reader(magda).readsOf(toby, thistle);
      child.withholds('healthConditions');
      child.withholds('convictions');
    },
  );
}
