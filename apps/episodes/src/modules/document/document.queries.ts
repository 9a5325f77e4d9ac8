import type { RootField } from '@postern/subgraph-kit';

/** The content of documents, a part at a time. */
export const documentQueries: Readonly<Record<string, RootField>> = {
  documentPart: { kind: 'BY_ID', type: 'DocumentPart' },
};
