import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API is while the screens are worked on; the built screens come from the server itself. */
const API = process.env.WESTGATE_API ?? 'http://127.0.0.1:4310';

/** Our packages are taken from their sources, so that no other build must run first. Not by the condition `source`: others use it too. */
const alias = Object.fromEntries(
  ['base', 'domain', 'contract'].map((name) => [
    `@westgate/${name}`,
    fileURLToPath(new URL(`../../packages/${name}/src/index.ts`, import.meta.url)),
  ]),
);

export default defineConfig({
  plugins: [react()],
  resolve: { alias },
  server: { proxy: { '/api': API } },
  build: { outDir: 'dist/site', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1200 },
});
