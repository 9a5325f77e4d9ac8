import { LARGE, SMALL } from './plant.ts';

const page = (episode: string, more: string): string =>
  `{ activities(episode: "${episode}", first: 10${more}) { edges { cursor node { id kind subject occursAt attendance notes recordedBy { id name } concerns { id } } } pageInfo { hasNextPage endCursor } } }`;

/** A page of entries, of the small record and of the large; `after` a cursor of it. */
export const PAGES = {
  small: page(SMALL.id, ''),
  large: page(LARGE.id, ''),
  after: (cursor: string): string => page(LARGE.id, `, after: ${JSON.stringify(cursor)}`),
  hundred: (cursor: string | null): string =>
    `{ activities(episode: "${LARGE.id}", first: 100${cursor === null ? '' : `, after: ${JSON.stringify(cursor)}`}) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
};

export const PLAN = `{ episode(reference: "${LARGE.reference}") { plan { id objective actions { id goal responsible dueOn status familyRating concerns { id givenName } } } } }`;
export const HOUSEHOLD = `{ episode(reference: "${LARGE.reference}") { family { households { id name members { id givenName familyName age } addresses { id line town postcode } } } } }`;

export const ADD_ACTION = `mutation ($plan: ID!, $key: String!) {
  recordPlanAction(plan: $plan, action: { goal: "One more", responsible: "School", status: PLANNED }, nature: FACT, concerns: ["${LARGE.concerns}"], idempotencyKey: $key) {
    __typename ... on CommandRefusal { code } } }`;

export const BEGIN = `mutation ($document: NewDocument!, $key: String!) {
  answer: beginDocument(episode: "${LARGE.id}", document: $document, nature: FACT, concerns: ["${LARGE.concerns}"], idempotencyKey: $key) {
    ... on DocumentChanged { document { id } } ... on CommandRefusal { code } } }`;
export const ADD_PART = `mutation ($document: ID!, $number: Int!, $content: Base64!) {
  answer: addDocumentPart(document: $document, number: $number, content: $content) { ... on DocumentChanged { document { id revision } } ... on CommandRefusal { code } } }`;
export const COMPLETE = `mutation ($document: ID!, $revision: Int!) {
  answer: completeDocument(document: $document, expectedRevision: $revision) { ... on DocumentChanged { document { id } } ... on CommandRefusal { code } } }`;
export const PARTS = `{ episode(reference: "${LARGE.reference}") { documents { id parts { id bytes } } } }`;
export const PART = 'query ($part: ID!) { documentPart(id: $part) { content } }';
