/** What an agency is in law beside its kind; each is held from a day, until a day. */
export const STANDINGS = [
  /** Answers for what it does as part of the state: a council, a police force, an NHS body, a maintained school. */
  'PUBLIC_AUTHORITY',
  /** Published as a specified person of the Digital Economy Act 2017 (SHR-3.5L-i). */
  'DEA2017_SPECIFIED_PERSON',
  /** A relevant partner of the council in its own right: an integrated care board, probation, youth justice, further education. */
  'CA2004_S10_PARTNER',
  /** Among the bodies of section 11: an NHS trust, probation, or a contractor of one through its commissioner. */
  'CA2004_S11_BODY',
  /** A safeguarding partner, or designated by one as a relevant agency. */
  'CA2004_S16E_AGENCY',
  /** Commissions health services: an integrated care board or NHS England. */
  'NHS_COMMISSIONER',
  /** Has a task in the public interest of its own laid down by law, though it is no public authority. */
  'PUBLIC_TASK_OF_ITS_OWN',
  /** Its workers owe the secrecy of Article 9(3) without being health or social-work professionals. */
  'DUTY_OF_SECRECY',
] as const;
export type Standing = (typeof STANDINGS)[number];
