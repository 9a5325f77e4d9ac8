import type { DetailType } from '@postern/recording';
import { day, dayToCome, text } from '@postern/steps';
import type { Finding } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { personResource } from './person.resource.ts';

const MOST_OF_A_LIST = 20;

const name = text(200);
const word = text(100);
const listed = z.array(word).max(MOST_OF_A_LIST, `at most ${MOST_OF_A_LIST}`);

/** What practitioners write of a person beside entries. That somebody died, or was born, has commands of its own. */
export const PERSON_DETAILS: DetailType = {
  resource: personResource,
  called: 'person',
  fields: {
    givenName: name,
    familyName: name,
    dateOfBirth: day,
    expectedOn: day,
    sex: word,
    gender: word,
    languages: listed,
    communicationNeeds: text(2_000),
    educationSetting: name,
    gpPractice: name,
    contactDetails: listed,
  },
  required: [],
  check: (given, standing, { now }) => {
    const born = said('dateOfBirth', 'date_of_birth');
    const expected = said('expectedOn', 'expected_on');
    refuseDays(dayToCome('person.dateOfBirth', born, now));
    if (born !== null && expected !== null) throw expectedOrBorn();

    function said(field: string, column: string): string | null {
      const value = Object.hasOwn(given, field) ? given[field] : standing?.row[column];
      return typeof value === 'string' ? value : null;
    }
  },
};

/** @throws CommandRefused ARGUMENT_INVALID where a day is not one that has been */
export function refuseDays(findings: readonly Finding[]): void {
  if (findings.length > 0) throw new CommandRefused('ARGUMENT_INVALID', { findings });
}

function expectedOrBorn(): CommandRefused {
  const expected = 'one of "expectedOn" and "dateOfBirth"; a birth is recorded by recordBirth';
  return new CommandRefused('ARGUMENT_INVALID', {
    findings: [{ rule: null, code: 'ARGUMENT_INVALID', part: 'person', found: '', expected }],
  });
}
