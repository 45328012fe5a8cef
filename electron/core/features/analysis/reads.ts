export { listFindings } from './findings.ts';
