/** What is read out at the start of a meeting of agencies; whoever stays agrees to it (SHR-3.7.7, STA-11a). */
export interface ConfidentialityStatement {
  readonly version: string;
  /** `YYYY-MM-DD`, the first day on which it is the one to be read. */
  readonly from: string;
  readonly text: string;
}

/** Every version that there was, the earliest first: which one was read stands with each meeting. */
export const CONFIDENTIALITY_STATEMENTS: readonly [
  ConfidentialityStatement,
  ...ConfidentialityStatement[],
] = [
  {
    version: '2024-10',
    from: '2024-10-01',
    text: [
      'What is said here about families is confidential, and data protection law applies to all of it.',
      'By attending you agree not to share it outside this meeting.',
      'Do not keep it in your own systems unless you need it for your own work with the family; then keep no more than that work needs, as your own organisation requires.',
      'What your agency brings stays its own: it remains the controller of it.',
      'What is decided goes onto the family’s record. Visitors are told the same, and who is here is noted.',
    ].join('\n'),
  },
];

/** The statement to be read on a day. */
export function confidentialityStatement(
  day: string,
  statements: readonly [
    ConfidentialityStatement,
    ...ConfidentialityStatement[],
  ] = CONFIDENTIALITY_STATEMENTS,
): ConfidentialityStatement {
  return statements.findLast(({ from }) => from <= day) ?? statements[0];
}
