import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPageFiles } from '#hosts/common/page-files.ts';

test('a file of the page that has gone under the running program is not found; one that was read stays', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-page-'));
  for (const name of ['index.html', 'a.css', 'b.css']) writeFileSync(join(folder, name), 'x');
  const files = loadPageFiles(folder);
  expect(files.find('/a.css')?.bytes.toString()).toBe('x');
  rmSync(folder, { recursive: true });
  expect(files.find('/a.css')?.type).toBe('text/css; charset=utf-8');
  expect(files.find('/b.css')).toBeNull();
  expect(files.find('/../a.css')).toBeNull();
});
