export * from './modules/assessment/assessment.table.ts';
export * from './modules/case-note/case-note.table.ts';
export * from './modules/episode/episode.table.ts';
export * from './modules/meeting/meeting.table.ts';
export * from './modules/need/need.table.ts';
export * from './modules/plan/plan.table.ts';
export * from './modules/referral/referral.table.ts';
export * from './modules/schema.ts';
