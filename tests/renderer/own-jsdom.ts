import { builtinEnvironments } from 'vitest/runtime';

/*
 * A page for a test that runs in the environment `node`: import this before anything of the page.
 * The core's modules start workers, and those do not pass the transformer of the environment `jsdom`.
 */
await builtinEnvironments.jsdom.setup(globalThis, { jsdom: { url: 'http://127.0.0.1/' } });
