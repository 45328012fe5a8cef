import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkFile, checkRooms, roomOf } from './check-rooms.ts';

const says = (file: string, source: string): string[] =>
  checkFile(file, source).map((offence) => `${offence.line}: ${offence.message}`);

describe('the table of rooms', () => {
  test('the whole tree keeps to it', () => {
    expect(checkRooms(fileURLToPath(new URL('../..', import.meta.url)))).toEqual([]);
  });

  test('every way to import is seen', () => {
    const ways = [
      `import { app } from 'electron';`,
      `import type { App } from 'electron';`,
      `export { app } from 'electron';`,
      `export * from 'electron';`,
      `const a = await import('electron');`,
      `const a = require('electron');`,
      `type A = import('electron').App;`,
    ];
    for (const way of ways)
      expect(says('electron/core/kernel/x.ts', `const one = 1;\n${way}`), way).toEqual([
        expect.stringMatching(/^2: electron\/core\/kernel may not import electron\. Ask the host/),
      ]);
  });

  test.each([
    ['shared/dates/x.ts', `import { a } from '../contract/index.ts';`],
    ['shared/kernel/x.ts', `import { readFileSync } from 'node:fs';`],
    ['shared/model/x.ts', `import { core } from '#core/index.ts';`],
    ['renderer/ui/x.tsx', `import type { Engine } from '#core/kernel/engine.ts';`],
    ['renderer/features/people/x.tsx', `import { Row } from '../chronology/row.tsx';`],
    ['renderer/features/people/x.tsx', `import { $getRoot } from 'lexical';`],
    ['electron/core/features/themes/x.ts', `import { commitReturn } from '../returns/commit.ts';`],
    ['electron/core/features/returns/x.ts', `import { Document } from 'docx';`],
    ['electron/core/db/x.ts', `import { createLens } from '../kernel/lens.ts';`],
    ['electron/hosts/loopback/x.ts', `import { openEngine } from '#core/kernel/open-engine.ts';`],
    ['electron/hosts/cli/x.ts', `import Database from 'better-sqlite3';`],
    ['electron/core/kernel/x.ts', `import _ from 'left-pad';`],
  ])('%s may not: %s', (file, source) => {
    expect(says(file, source)).toHaveLength(1);
  });

  test.each([
    [
      'electron/core/features/returns/x.ts',
      `import { nextRefs } from '../chronology/writes.ts'; import { a } from './commit.ts';`,
    ],
    ['electron/hosts/desktop/x.ts', `import { app } from 'electron'; import { createWorkbench } from '#core/index.ts';`],
    ['renderer/editor/x.ts', `import { $getRoot } from 'lexical'; import { HeadingNode } from '@lexical/rich-text';`],
    ['tests/unit/x.test.ts', `import Database from 'better-sqlite3';`],
  ])('%s may: %s', (file, source) => {
    expect(says(file, source)).toEqual([]);
  });

  test('a folder that nobody has sorted into a room fails', () => {
    expect(says('electron/extras/x.ts', '')).toEqual([expect.stringContaining('in no room')]);
    expect(says('shared/extras/x.ts', '')).toEqual([expect.stringContaining('in no room')]);
  });

  test('the longest room counts', () => {
    expect(roomOf('electron/core/features/publish/render/docx-render.ts')?.path).toBe('electron/core/features/publish/render');
    expect(roomOf('electron/core/features/themes/handlers.ts')?.path).toBe('electron/core/features/*');
    expect(roomOf('electron/core/index.ts')?.path).toBe('electron/core');
  });
});
