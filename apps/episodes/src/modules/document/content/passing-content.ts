import { createHash } from 'node:crypto';
import type { ContentFinding } from './content-finding.ts';
import { PassingEnds } from './ends.ts';
import type { MediaType } from './media-types.ts';
import { FINDINGS } from './media-types.ts';

/** What was found of content that passed. */
export interface PassedContent {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** Why it is not what it claims to be; null where it is. */
  readonly finding: ContentFinding | null;
}

/** Looks at a document as it passes: its length, its hash, and whether it is what it claims; no more of it than its ends is held. */
export async function passedContent(
  chunks: AsyncIterable<Uint8Array>,
  claimed: MediaType,
): Promise<PassedContent> {
  const hash = createHash('sha256');
  const ends = new PassingEnds();
  for await (const chunk of chunks) {
    hash.update(chunk);
    ends.take(chunk);
  }
  const passed = ends.end();
  return {
    bytes: passed.length,
    sha256: hash.digest('hex'),
    finding: FINDINGS[claimed](passed),
  };
}
