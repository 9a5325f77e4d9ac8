import type { AuthenticatedCaller } from '@postern/authentication';
import type { Purpose } from '@postern/policy';
import type { ReleaseManifest } from '../release/release-manifest.ts';

/** What every fetch of one request knows: who, for what, and where its releases are noted. */
export interface RequestContext {
  readonly caller: AuthenticatedCaller;
  readonly purpose: Purpose;
  readonly manifest: ReleaseManifest;
}
