import type { TimerKind } from '@postern/scheduler';
import { nobodyFreeTimer } from '../conflict/nobody-free.ts';
import { isBarred } from './store/covers.ts';

/** A request for cover that nobody of the host may decide about does not wait unnoticed. */
export const coverTimers: readonly TimerKind[] = [
  nobodyFreeTimer({
    name: 'COVER_NOBODY_FREE',
    from: 'partners.cover_request cover',
    id: 'cover.id',
    since: 'cover.asked_at',
    where: `cover.state = 'REQUESTED'`,
    isBarred: (account) => isBarred(account, '$1'),
  }),
];
