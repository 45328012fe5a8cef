import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

const OUT = fileURLToPath(new URL('../../out', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Found = { file: string; specifiers: string[] };

/** Whatever a bundle still loads from elsewhere, by import, export or a plain dynamic import. */
function bundles(folder: string, ending: string): Found[] {
  return readdirSync(join(OUT, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => {
      const { module } = parseSync(name, readFileSync(join(OUT, folder, name), 'utf8'));
      const statics = module.staticImports.map((found) => found.moduleRequest.value);
      const exported = module.staticExports.flatMap((found) => found.entries.map((entry) => entry.moduleRequest?.value ?? ''));
      return { file: name, specifiers: [...statics, ...exported].filter((specifier) => specifier !== '') };
    });
}

describe('the bundles', () => {
  it('of the page load nothing but each other', () => {
    for (const { file, specifiers } of bundles('renderer/assets', '.js')) {
      expect([file, specifiers.filter((specifier) => !specifier.startsWith('./'))]).toEqual([file, []]);
    }
  });

  it('of the Node side load Node, the driver and each other; main alone loads electron', () => {
    for (const { file, specifiers } of bundles('node', '.js')) {
      const foreign = specifiers.filter((specifier) => !isBuiltin(specifier) && !specifier.startsWith('./'));
      const allowed = file === 'desktop-main.js' ? ['electron'] : ['better-sqlite3'];
      expect([file, foreign.filter((specifier) => !allowed.includes(specifier))]).toEqual([file, []]);
    }
  });

  it('of the preload is one file that needs electron and nothing else', () => {
    const text = readFileSync(join(OUT, 'node/desktop-preload.cjs'), 'utf8');
    expect([...text.matchAll(/require\("([^"]+)"\)/g)].map((found) => found[1])).toEqual(['electron']);
    expect(text.length).toBeLessThan(10_000);
  });

  it('hold no path of the machine that built them, and no development code', () => {
    for (const folder of ['node', 'renderer', 'renderer/assets']) {
      for (const name of readdirSync(join(OUT, folder)).filter((found) => /\.(c?js|css|html)$/.test(found))) {
        const text = readFileSync(join(OUT, folder, name), 'utf8');
        expect([name, text.includes(ROOT), text.includes('jsxDEV')]).toEqual([name, false, false]);
      }
    }
  });

  it('of the page name no other place on the network', () => {
    for (const name of readdirSync(join(OUT, 'renderer/assets')).filter((found) => found.endsWith('.css'))) {
      expect([name, /url\(\s*["']?(https?:)?\/\//.test(readFileSync(join(OUT, 'renderer/assets', name), 'utf8'))]).toEqual([
        name,
        false,
      ]);
    }
    expect(readFileSync(join(OUT, 'renderer/index.html'), 'utf8')).not.toMatch(/(src|href)="(https?:)?\/\//);
  });
});
