export { type Place, rowBody, rowsBody, serviceBody } from './answer/bodies.ts';
export { errorBody } from './answer/error-body.ts';
export { metadataXml } from './answer/metadata.ts';
export { answerRow, answerRows, chosenRows, type Edition } from './answer/rows-answer.ts';
export { heldBetween, heldTo } from './expression/held-to.ts';
export type { EdmType, EntitySet, Property, Row, Value } from './model/entity-set.ts';
export { checkVersion, JSON_TYPE, ODATA_HEADERS, pageSizeFor } from './protocol.ts';
export { type Address, type Question, readQuestion } from './read-question.ts';
