/** The Shropshire information sharing agreement as this service holds it (SHR-0-ver). */
export const SHROPSHIRE = {
  agreement: 'SHROPSHIRE_ISA',
  version: '1.1',
  userAgreementVersion: '2024-10',
} as const;
