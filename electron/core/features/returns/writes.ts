export { ensureAgency } from './agencies.ts';
