import { DEVON } from './devon/agreement.ts';
import { PRIVACY_NOTICE } from './privacy-notice/agreement.ts';
import { SHROPSHIRE } from './shropshire/agreement.ts';
import { SOMERSET } from './somerset/agreement.ts';
import { STAFFORDSHIRE } from './staffordshire/agreement.ts';
import type { Agreement, AgreementId } from './terms/agreement.ts';

/** The agreements that this service knows. */
export const AGREEMENTS: Readonly<Record<AgreementId, Agreement>> = {
  SHROPSHIRE_ISA: SHROPSHIRE,
  SHROPSHIRE_PRIVACY_NOTICE: PRIVACY_NOTICE,
  DEVON_WPA: DEVON,
  STAFFORDSHIRE_SSCB_ISA: STAFFORDSHIRE,
  SOMERSET_SSCP_TIER_1: SOMERSET,
};
