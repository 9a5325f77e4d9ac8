/** What a value of the Data Protection Act 1998, which the Devon agreement cites, has become. */
export interface Successor {
  readonly article6: string | null;
  readonly article9: string | null;
  readonly paragraph: string | null;
  readonly gateway: string | null;
}

const NONE = { article6: null, article9: null, paragraph: null, gateway: null } as const;

/** The 1998 Act's conditions and exemptions, each with what stands in their place today. */
export const SUCCESSORS_OF_1998: Readonly<Record<string, Successor>> = {
  'Sch 2 para 1': { ...NONE, article6: 'A6_1_A_CONSENT' },
  'Sch 2 para 3': { ...NONE, article6: 'A6_1_C_LEGAL_OBLIGATION' },
  'Sch 2 para 4': { ...NONE, article6: 'A6_1_D_VITAL_INTERESTS' },
  'Sch 2 para 5': { ...NONE, article6: 'A6_1_E_PUBLIC_TASK' },
  'Sch 2 para 6': { ...NONE, article6: 'A6_1_F_LEGITIMATE_INTERESTS' },
  'Sch 3 para 1': { ...NONE, article9: 'A9_2_A_EXPLICIT_CONSENT' },
  'Sch 3 para 3': { ...NONE, article9: 'A9_2_C_VITAL_INTERESTS' },
  'Sch 3 para 7': { ...NONE, article9: 'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST', paragraph: '6' },
  'SI 2000/417 para 1': {
    ...NONE,
    article9: 'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST',
    paragraph: '10',
  },
  'SI 2000/417 para 9': {
    ...NONE,
    article9: 'A9_2_J_ARCHIVING_RESEARCH_STATISTICS',
    paragraph: '4',
  },
  s29: { ...NONE, gateway: 'DPA2018_SCH2_P2_CRIME' },
  s35: { ...NONE, gateway: 'DPA2018_SCH2_P5_LEGAL' },
};
