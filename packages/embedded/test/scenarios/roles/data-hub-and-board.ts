import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { dateFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { halima, desmond, evander, beatrix, grace, dev } = cast.practitioners;
const { matchCandidates } = cast;
const { quantock, gresham } = cast.families;

const POOL =
  '{ matchCandidates(first: 100) { edges { node { familyName postcode criteria source receivedOn } } } }';
const COUNTS =
  '{ episodeCounts: indicator(id: EPISODES, by: [AGENCY_KIND]) { publishedThrough cells { value } } }';

interface Candidate {
  readonly familyName: string;
  readonly criteria: readonly string[];
  readonly source: string;
}

/** The match pool, and what a board or a national evaluation gets. */
export function dataHubAndBoardScenarios({ given, reader }: Scene): void {
  async function pool(who: { readonly subject: string }): Promise<readonly Candidate[]> {
    const { body } = await reader(who).for('MATCH_DATA').asks(POOL);
    expect(body.errors).toBeUndefined();
    return body.data.matchCandidates.edges.map(({ node }: { node: Candidate }) => node);
  }
  const names = async (who: { readonly subject: string }): Promise<readonly string[]> =>
    (await pool(who)).map(({ familyName }) => familyName);

  scenario(
    {
      clause: 'SHR-3.5.6b',
      outcome: 'granted',
      that: 'the data hub matches: it reads which of the programme’s criteria the data of a source met',
    },
    async () => {
      const { familyName, criteria, source } = matchCandidates.recent;
      expect(await pool(halima)).toContainEqual(
        expect.objectContaining({ familyName, criteria, source }),
      );
    },
  );

  scenario(
    {
      clause: 'SHR-3.5.6b',
      outcome: 'denied',
      that: 'for nothing but matching, and by nobody else: a team member and the front door find an empty pool',
    },
    async () => {
      await reader(halima).for('UNDERSTAND_NEEDS').isRefused('PURPOSE_NOT_PERMITTED');
      for (const who of [grace, dev]) {
        const { body } = await reader(who).asks(POOL);
        expect(body.data.matchCandidates.edges).toEqual([]);
      }
    },
  );

  scenario(
    {
      clause: 'DEV-A3-12m',
      outcome: 'granted',
      that: 'what came in within twelve months is matched, to the last day',
    },
    async () => {
      expect(await names(halima)).toContain(matchCandidates.almostAYear.familyName);
    },
  );

  scenario(
    {
      clause: 'DEV-A3-12m',
      outcome: 'denied',
      that: 'after twelve months under the threshold a person is in nobody’s pool any more',
    },
    async () => {
      expect(await names(halima)).not.toContain(matchCandidates.beyondAYear.familyName);
      await given.changed(
        'families.match_candidate',
        { family_name: matchCandidates.recent.familyName },
        { received_on: dateFromNow(-366) },
      );
      expect(await names(halima)).not.toContain(matchCandidates.recent.familyName);
    },
  );

  scenario(
    {
      clause: 'PN-ident',
      outcome: 'granted',
      that: 'to find out whether somebody has support, the matcher reads who it is and which criteria were met',
    },
    async () => {
      expect((await names(halima)).length).toBeGreaterThan(0);
      expect((await names(desmond)).length).toBeGreaterThan(0);
    },
  );

  scenario(
    {
      clause: 'PN-ident',
      outcome: 'denied',
      that: 'no record goes with it: the matcher finds no family’s, grants or not, and a partner not what is locked to others',
    },
    async () => {
      const matching = reader(halima).for('MATCH_DATA');
      await matching.findsNothingOf(quantock.episodes.current);
      await matching.findsNothingOf(gresham.episodes.current);
      const { familyName } = matchCandidates.underTheDigitalEconomyAct;
      expect(await names(halima)).toContain(familyName);
      expect(await names(desmond)).not.toContain(familyName);
    },
  );

  scenario(
    {
      clause: 'SHR-2.2b-m',
      outcome: 'granted',
      alone: 'a named source is stated or it is not; who may not read the pool is SHR-3.5.6b',
      that: 'every candidate says with which source’s data they came',
    },
    async () => {
      const sources = (await pool(halima)).map(({ source }) => source);
      expect(sources).toContain(matchCandidates.recent.source);
      expect(sources).toContain(matchCandidates.underTheDigitalEconomyAct.source);
      for (const source of sources) expect(source).toMatch(/\S/);
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.4a',
      outcome: 'granted',
      that: 'a government evaluator reads the protected counts, for evaluation',
    },
    async () => {
      const { body } = await reader(evander).atReporting().for('EVALUATION').asks(COUNTS);
      expect(body.errors).toBeUndefined();
      expect(body.data.episodeCounts.cells.length).toBeGreaterThan(0);
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.4a',
      outcome: 'denied',
      that: 'a government evaluator reads no record of anybody, and counts for no casework; a board member reads no record either',
    },
    async () => {
      await reader(evander).for('EVALUATION').isRefused('CONTRACT_NOT_PERMITTED');
      await reader(evander)
        .atReporting()
        .for('COORDINATE_SUPPORT')
        .isRefused('PURPOSE_NOT_PERMITTED', COUNTS);
      await reader(beatrix).for('UNDERSTAND_NEEDS').isRefused('CONTRACT_NOT_PERMITTED');
    },
  );
}
