/**
 * What a scanner says of a document: nothing was found, something was, or it could not be asked. Only the first makes a
 * document readable.
 */
export type ScanVerdict =
  | { readonly kind: 'CLEAN' }
  | { readonly kind: 'INFECTED'; readonly signature: string }
  | { readonly kind: 'UNAVAILABLE' };

/** A document in its order, some of it at a time. */
export type Chunks = AsyncIterable<Uint8Array>;

/** Looks through documents for malware (STA-4.0b). */
export interface DocumentScanner {
  /** Takes the chunks one after another and keeps none. What goes wrong with the scanner is `UNAVAILABLE`; what the chunks throw goes on. */
  scan(chunks: Chunks): Promise<ScanVerdict>;
}
