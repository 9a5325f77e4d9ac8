import { checkRule } from './findings-of.ts';
import { oncePerText } from './once-per-text.ts';

/** As {@link checkRule}, of rules as JSON has them: a draft changes few rules of many. */
export const checkedBefore = oncePerText(checkRule);
