import { expect } from 'vitest';
import type { Answered, Asking } from '../../county-fixture.ts';
import type { Scene } from './scene.ts';

/** Far more than any transaction of another test takes. */
const MOST_ASKED = 5_000;

/** What a system that keeps up with the record reads of it. */
export class ChangesFeed {
  readonly #scene: Scene;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** One page: its changes, its cursor and whether there are more. */
  async page(who: Asking, since: string | null, first = 100): Promise<Answered> {
    const { body } = await this.#scene
      .reader(who)
      .for('COORDINATE_SUPPORT')
      .asks(
        'query ($since: String, $first: Int) { episodeChanges(since: $since, first: $first) { changes { type id revision } cursor more } }',
        { since, first },
      );
    expect(body.errors).toBeUndefined();
    return body.data.episodeChanges;
  }

  /** The page once this record is on it: whatever else writes in the same database server may hold changes back. */
  async settled(who: Asking, since: string | null, id: string): Promise<Answered> {
    for (let asked = 0; asked < MOST_ASKED; asked += 1) {
      const page = await this.page(who, since);
      if (page.changes.some((change: Answered) => change.id === id)) return page;
    }
    throw new Error('what was written never came');
  }
}
