import { NONCE_PLACE } from '#shared/rpc/host-bridge.ts';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

/** The page, one build for every door. Where it lies and where it goes to is said by tests/build/build.ts. */
export const pageBuild: InlineConfig = {
  configFile: false,
  base: '/',
  plugins: [react()],
  // The host puts a fresh nonce in each answer: the component library writes style elements as it runs.
  html: { cspNonce: NONCE_PLACE },
  build: {
    target: 'es2023',
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
  },
};
