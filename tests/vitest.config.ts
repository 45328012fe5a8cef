import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Each kind of proof is a project of its own: `npx vitest run --config tests/vitest.config.ts --project unit`. */
const project = (name: string, extra: Record<string, unknown> = {}) => ({
  root,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], testTimeout: 30_000, hookTimeout: 60_000, ...extra },
});

export default defineConfig({
  root,
  test: {
    // Every core: left to itself the runner keeps one back, which on a machine of two is half of it.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      // Pure code: its files need no world of their own, and starting one for each costs more than many of them.
      project('unit', { isolate: false }),
      project('lint'),
      project('core'),
      project('transport'),
      project('migrations'),
      project('docx'),
      project('renderer', { environment: 'jsdom' }),
      // A browser on a busy machine may lose a moment: such a test is tried once more, and the report says so.
      project('e2e', {
        retry: 1,
        testTimeout: 120_000,
        globalSetup: ['tests/e2e/global-setup.ts'],
        fileParallelism: false,
        sequence: { groupOrder: 1 },
      }),
      project('desktop', {
        retry: 1,
        testTimeout: 60_000,
        globalSetup: ['tests/e2e/global-setup.ts'],
        fileParallelism: false,
        sequence: { groupOrder: 1 },
      }),
    ],
  },
});
