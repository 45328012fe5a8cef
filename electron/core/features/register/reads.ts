export { readRegister } from './steps.ts';
