import { describe, expect, test } from 'vitest';
import { cast } from '../src/index.ts';
import { at, useCastCounty } from './cast-county.ts';

const { agencies, practitioners, families } = cast;
const county = useCastCounty();

describe('justifications differ from a complete one in one thing', () => {
  const { justifications } = families.merrow.episodes.current;

  test.each<[keyof typeof justifications, string]>([
    [
      'healthComplete',
      `state = 'LIVE' AND article_9 IS NOT NULL AND schedule_1_paragraph = '18' AND absence_of_consent_reason IS NOT NULL AND starts_at < ${at} AND expires_at > ${at}`,
    ],
    [
      'healthUnderParagraph6',
      `state = 'LIVE' AND schedule_1_paragraph = '6' AND absence_of_consent_reason IS NULL`,
    ],
    ['healthExpired', `expires_at < ${at}`],
    ['healthNotBegun', `starts_at > ${at}`],
    ['healthStruck', `state = 'STRUCK'`],
    ['healthWithdrawn', `state = 'WITHDRAWN'`],
    ['healthDraft', `state = 'DRAFT'`],
    ['healthOtherPurpose', `purpose = 'TRACK_OUTCOMES'`],
    ['healthOtherClass', `NOT 'SPECIAL_CATEGORY:HEALTH' = ANY (classes)`],
    ['healthNoArticle9', `article_9 IS NULL AND schedule_1_paragraph IS NOT NULL`],
    ['healthNoParagraph', `schedule_1_paragraph IS NULL AND article_9 IS NOT NULL`],
    ['healthNoAbsenceReason', `schedule_1_paragraph = '18' AND absence_of_consent_reason IS NULL`],
    ['healthBlankRelevance', `btrim(relevance) = '' AND article_9 IS NOT NULL`],
    [
      'offenceComplete',
      `article_10 IS NOT NULL AND approved_by IS NOT NULL AND approved_by <> account_id AND classes = ARRAY['CRIMINAL_OFFENCE']`,
    ],
    ['offenceNoArticle10', `article_10 IS NULL AND approved_by <> account_id`],
    ['offenceUnapproved', `article_10 IS NOT NULL AND approved_by IS NULL`],
    ['offenceSelfApproved', `approved_by = account_id`],
    ['restrictedComplete', `classes = ARRAY['RESTRICTED:HOUSING'] AND relevance <> ''`],
    ['restrictedBlankRelevance', `classes = ARRAY['RESTRICTED:HOUSING'] AND relevance = ''`],
  ])('%s', async (key, condition) => {
    const holds = `SELECT FROM access.justification WHERE id = $1::uuid AND account_id = $2::uuid AND ${condition}`;
    expect(await county.count(holds, [justifications[key], practitioners.joel.id])).toBe(1);
  });

  test('one more lacks the appropriate policy document of its holder’s agency', async () => {
    const { magdaWithoutPolicyDocument } = families.thistle.episodes.current.justifications;
    expect(await county.one('access.justification', magdaWithoutPolicyDocument)).toMatchObject({
      account_id: practitioners.magda.id,
      schedule_1_paragraph: '18',
    });
    const kinds = `SELECT FROM access.agency_evidence WHERE agency_id = $1::uuid AND kind = 'APPROPRIATE_POLICY_DOCUMENT'`;
    expect(await county.count(kinds, [agencies.millRace.id])).toBe(0);
  });
});
