export { type ClamdAddress, clamdScanner } from './clamd-scanner.ts';
export type { Chunks, DocumentScanner, ScanVerdict } from './document-scanner.ts';
export { eicarScanner } from './eicar-scanner.ts';
export { unavailableScanner } from './unavailable-scanner.ts';
