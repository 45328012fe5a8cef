import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds `node/` and `renderer/` once built, found from the bundle and from the sources alike. */
export function outFolder(): string {
  const here = fileURLToPath(import.meta.url);
  return here.endsWith('.ts') ? join(dirname(here), '..', '..', '..', 'out') : dirname(dirname(here));
}

/** The clone or the installed package: where `node_modules` is. */
export function programFolder(): string {
  return dirname(outFolder());
}
