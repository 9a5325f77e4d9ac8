import { afterEach } from 'vitest';
import type { Scene } from '../scenarios/vocabulary/scene.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';

/** A scene in which nobody answers for any key or service when a test begins. */
export function setToolScene(): Scene {
  const scene = setScene();
  afterEach(() => scene.database().owner.script('DELETE FROM partners.reporting_credential'));
  return scene;
}
