import { EventEmitter } from 'node:events';
import { registerHooks } from 'node:module';

/**
 * Loaded with --import before the real main bundle: the module `electron` becomes the stand-in beside this file.
 * In a process that the stand-in has forked as a utility process, `process.parentPort` is put in place instead.
 */
const standIn = new URL('./electron.ts', import.meta.url).href;

if (process.env['STAND_IN_UTILITY'] === '1') {
  const port = new EventEmitter();
  process.on('message', (data) => port.emit('message', { data, ports: [] }));
  process.on('disconnect', () => process.exit(0));
  Object.assign(process, {
    parentPort: Object.assign(port, { postMessage: (message: unknown) => process.send?.(message) }),
  });
} else {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' ? { url: standIn, format: 'module-typescript', shortCircuit: true } : next(specifier, context),
  });
}
