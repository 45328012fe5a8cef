export { movePosition, nextPosition } from './position.ts';
