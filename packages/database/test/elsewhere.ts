import { AsyncLocalStorage } from 'node:async_hooks';

/** Does something that is no part of the transaction within which it is called. */
export const elsewhere = AsyncLocalStorage.snapshot();
