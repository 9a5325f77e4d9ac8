export * from './modules/schema.ts';
export * from './published/area.table.ts';
export * from './published/cell.table.ts';
export * from './published/edition.table.ts';
