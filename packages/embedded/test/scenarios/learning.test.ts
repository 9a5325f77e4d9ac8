import { learningScenarios } from './sharing/learning.ts';
import { setScene } from './vocabulary/scene.ts';

const scene = setScene();
learningScenarios(scene);
