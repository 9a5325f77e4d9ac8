const MIB = 1_024 * 1_024;

/** The most that a document holds, and that one part of it holds. */
export const LARGEST_DOCUMENT = 25 * MIB;
export const LARGEST_PART = MIB / 2;
export const MOST_PARTS = 250;

/** For how long a document's content may be on its way (SHR-3.4.6). */
export const LONGEST_RECEIVING = '24 hours';

/** After how long a document is looked through again where nobody could. */
export const SCAN_AGAIN_AFTER = '5 minutes';
