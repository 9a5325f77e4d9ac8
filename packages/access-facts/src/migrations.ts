/** Schema `access`; first of all schemas, because every other builds on it. */
export const accessFactsMigrations = {
  name: 'access',
  folder: new URL('../migrations/', import.meta.url),
} as const;
