export { cast } from './cast/cast.ts';
export { type LawfulBasis, lawfulBasis } from './cast/model/lawful-basis.ts';
export { type SampleAccount, sampleAccounts, sampleNewcomers } from './cast/sample-accounts.ts';
export { loadSampleCounty, type SampleCountyOptions } from './load-sample-county.ts';
export { isUnfinished as isCountyUnfinished } from './marker.ts';
export { registerDevelopmentIssuer } from './register-development-issuer.ts';
