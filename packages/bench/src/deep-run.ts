/** A long run, seeded where it draws; tells progress, writes its evidence and brings a text to show. */
export type DeepRun = (onProgress: (line: string) => void) => Promise<string>;
