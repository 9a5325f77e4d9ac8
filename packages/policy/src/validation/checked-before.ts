import { oncePerText } from '../rules/once-per-text.ts';
import { checkRule } from './findings-of.ts';

/** As {@link checkRule}, of rules as JSON has them: a draft changes few rules of many. */
export const checkedBefore = oncePerText(checkRule);
