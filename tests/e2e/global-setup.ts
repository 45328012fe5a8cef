import type { TestProject } from 'vitest/node';
import { buildAll, isFresh } from '../build/build.ts';
import { chromiumAtHand, type ChromiumAtHand } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    chromium: ChromiumAtHand;
  }
}

/** Before the first browser test: one unpacked Chromium, and bundles made from the sources as they are now. */
export default async function setup({ provide }: TestProject): Promise<void> {
  const chromium = await chromiumAtHand();
  if (!isFresh()) await buildAll(() => undefined);
  provide('chromium', chromium);
}
