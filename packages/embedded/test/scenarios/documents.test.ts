import { contentScenarios } from './documents/content.ts';
import { onTheRecordScenarios } from './documents/on-the-record.ts';
import { setScene } from './vocabulary/scene.ts';

// Scenarios of files on the record: who sends them, who reads them, and what of them nobody reads.
const scene = setScene();

onTheRecordScenarios(scene);
contentScenarios(scene);
