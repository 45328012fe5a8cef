export { alsoTold } from './groups.ts';
