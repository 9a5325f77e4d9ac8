/** A long seeded run that keeps what it has finished; tells progress, writes its evidence and brings a text to show. */
export type DeepRun = (onProgress: (line: string) => void) => Promise<string>;
