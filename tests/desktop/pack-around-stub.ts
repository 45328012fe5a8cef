import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Configuration } from 'app-builder-lib';

/** Packs the program into the folder given, around files that only bear the names of Electron's. */
const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));
const [folder = ''] = process.argv.slice(2);
const electronDist = join(folder, 'electron');
mkdirSync(join(electronDist, 'resources'), { recursive: true });
for (const name of ['electron', 'version', 'LICENSE', 'chrome-sandbox', 'chrome_crashpad_handler']) {
  writeFileSync(join(electronDist, name), '');
}
type Builder = {
  build(options: { projectDir: string; targets: unknown; publish: 'never'; config: Configuration }): Promise<unknown>;
  Platform: { LINUX: { createTarget(type: string): unknown } };
};
type ConfigTools = { getConfig(folder: string, file: string, more: null): Promise<Configuration> };
const { build, Platform } = require('electron-builder') as Builder;
const { getConfig } = require('app-builder-lib/out/util/config/config.js') as ConfigTools;
const config = await getConfig(root, 'electron-builder.yml', null);
const directories = { ...config.directories, output: join(folder, 'dist') };
await build({
  projectDir: root,
  targets: Platform.LINUX.createTarget('dir'),
  publish: 'never',
  // Fuses are burnt into Electron's own binary, which is not here.
  config: { ...config, electronDist, electronFuses: null, directories },
});
