import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { accepts, joins, partnershipOf } from '../vocabulary/partnerships.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { grace, wilma, sigrid, tom } = cast.practitioners;

/** What whoever signs is bound to and no machine can hold them to: it stands in the agreement, which is published whole. */
type Bound = 'DEVON_WPA' | 'SHROPSHIRE_ISA' | 'STAFFORDSHIRE_SSCB_ISA';
const BOUND: readonly (readonly [Bound, clause: string, says: string])[] = [
  ['SHROPSHIRE_ISA', 'SHR-2.3a', 'adds to operational contact between staff and does not stop it'],
  ['SHROPSHIRE_ISA', 'SHR-2.3b', 'no written procedure is a way round it'],
  ['SHROPSHIRE_ISA', 'SHR-4.1', 'no law was found that blocks the sharing'],
  ['SHROPSHIRE_ISA', 'SHR-9.1', 'whoever defaults indemnifies the others'],
  ['SHROPSHIRE_ISA', 'SHR-9.2–9.5', 'capped, with exceptions; the figures are among the timers'],
  ['SHROPSHIRE_ISA', 'SHR-11.1.1', 'indemnity is mutual; the body in breach is liable'],
  ['DEVON_WPA', 'DEV-1.1', 'binds every member of staff who shares personal data'],
  ['DEVON_WPA', 'DEV-3.5', 'each partner answers for its own'],
  ['DEVON_WPA', 'DEV-5.1', 'whoever breaches indemnifies the others'],
  ['DEVON_WPA', 'DEV-5.2', 'losses are to be kept small'],
  ['STAFFORDSHIRE_SSCB_ISA', 'STA-2.2a', 'accurate, timely, secure and confidential'],
  ['STAFFORDSHIRE_SSCB_ISA', 'STA-7.1b', 'the employer alone decides on discipline'],
];

interface Published {
  readonly key: string;
  readonly terms: readonly { readonly says: string; readonly clause: string }[];
  readonly timers: readonly { readonly name: string; readonly value: number | null }[];
}

/** What nobody takes part without being bound to. */
export function boundScenarios({ given, reader, readerUnder }: Scene): void {
  const published = async (agreement: Bound): Promise<Published | undefined> => {
    const { body } = await reader(grace).asks(
      '{ agreements { key terms { says clause } timers { name value } } }',
    );
    expect(body.errors).toBeUndefined();
    return body.data.agreements.find(({ key }: Published) => key === agreement);
  };
  /** Of the two that are not in force in the county, where they are, and somebody who works by each. */
  const elsewhere = {
    DEVON_WPA: { of: partnershipOf('DEVON_WPA'), who: tom, purpose: 'COORDINATE_SUPPORT' as const },
    STAFFORDSHIRE_SSCB_ISA: {
      of: partnershipOf('STAFFORDSHIRE_SSCB_ISA'),
      who: sigrid,
      purpose: 'REVIEW' as const,
    },
  };

  for (const [agreement, clause, says] of BOUND) {
    scenario(
      {
        clause,
        outcome: 'granted',
        that: `whoever signed takes part, bound by what the agreement says as everybody reads it: ${says}`,
      },
      async () => {
        const whole = await published(agreement);
        expect(whole?.terms).toContainEqual({ says, clause });
        if (clause === 'SHR-9.2–9.5')
          expect(whole?.timers).toEqual(
            expect.arrayContaining([
              { name: 'LIABILITY_CAP', value: 50_000 },
              { name: 'LIABILITY_PERIOD', value: 6 },
            ]),
          );
        if (agreement === 'SHROPSHIRE_ISA') return;
        const { of, who, purpose } = elsewhere[agreement];
        await joins(given, who, agreement);
        const { body } = await (await readerUnder(of, who)).for(purpose).asks('{ me { id } }');
        expect(body.data?.me).toEqual({ id: who.id });
      },
    );

    scenario(
      {
        clause,
        outcome: 'denied',
        that: 'nobody takes part without it: an agency that has not signed the agreement in which it stands is served nothing',
      },
      async () => {
        if (agreement === 'SHROPSHIRE_ISA') {
          await reader(wilma).isRefused('AGENCY_NOT_IN_FORCE');
          return;
        }
        const { of, who, purpose } = elsewhere[agreement];
        await accepts(given, who, agreement);
        await (await readerUnder(of, who)).for(purpose).isRefused('AGENCY_NOT_IN_FORCE');
      },
    );
  }
}
