export * from './modules/episode-counts/published-cell.table.ts';
export * from './modules/episode-counts/published-period.table.ts';
export * from './modules/schema.ts';
export * from './published/cell.table.ts';
export * from './published/edition.table.ts';
