import type { Dated } from './dated.ts';
import { BEGINNING } from './dated.ts';

const OBJECTIVES_IN_FORCE: Dated = {
  from: BEGINNING,
  until: null,
  source: 'DEA 2017 s35; SI 2018/912',
};
const objective = (name: string) => ({ ...OBJECTIVES_IN_FORCE, name });

/** The objectives of public service delivery; early help shares for the first. */
export const DEA_OBJECTIVES = {
  MULTIPLE_DISADVANTAGES: objective('Multiple disadvantages'),
  TV_RETUNING: objective('Television retuning'),
  FUEL_POVERTY: objective('Fuel poverty'),
  WATER_POVERTY: objective('Water poverty'),
} as const satisfies Readonly<Record<string, Dated & { readonly name: string }>>;

/** What affects an individual or household that the first objective is about. */
export const DISADVANTAGE_FACTORS = [
  'ANTI_SOCIAL_BEHAVIOUR',
  'CARE_LEAVER',
  'CHILD_IN_NEED',
  'CRIMINAL_OFFENDING',
  'DOMESTIC_VIOLENCE',
  'FINANCIAL_EXCLUSION',
  'DISABILITY',
  'HOMELESSNESS',
  'ILL_HEALTH',
  'IRREGULAR_SCHOOL_ATTENDANCE',
  'NOT_IN_EDUCATION_OR_TRAINING',
  'SUBSTANCE_MISUSE',
  'UNEMPLOYMENT',
] as const;

/** How many of them make disadvantages multiple. */
export const FACTORS_NEEDED = 2;

/** An agency kind of which Schedule 4 can specify persons; the list that counts is each agency's dated standing. */
export interface SpecifiedPersons extends Dated {
  readonly persons: string;
}

const schedule4 = (persons: string): SpecifiedPersons => ({
  from: BEGINNING,
  until: null,
  source: 'DEA 2017 Sch 4 paras 1–5, 7–8, 10–16, 18–25',
  persons,
});

/** Who can be specified, by agency kind. Health bodies, charities and housing associations are not there in their own right. */
export const SPECIFIED_PERSONS: Readonly<Record<string, SpecifiedPersons>> = {
  GOVERNMENT: schedule4(
    'Home Office, Defence, Lord Chancellor, Justice, Education, Work and Pensions, local government, Revenue and Customs',
  ),
  COUNCIL: schedule4(
    'county, district and London borough councils, combined authorities, the City, Scilly',
  ),
  POLICE: schedule4('chief officers of police'),
  SCHOOL: schedule4('proprietors of schools and academies'),
  CONTRACTOR: schedule4(
    'whoever provides services to a specified person in connection with the objective',
  ),
};
