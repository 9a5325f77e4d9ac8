import { startGate } from './gate.ts';
import { serve } from './serve.ts';

serve((task) => startGate(task, (connection) => connection));
