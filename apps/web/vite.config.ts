import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Where the API is while the screens are worked on; the built screens come from the server itself. */
const API = process.env.WESTGATE_API ?? 'http://127.0.0.1:4310';

/** Our packages are taken from their sources, so that no other build must run first. Not by the condition `source`: others use it too. */
const alias = Object.fromEntries(
  [
    ['contract/addresses', 'contract/src/endpoints/addresses.ts'],
    ...['base', 'domain', 'contract'].map((name) => [name, `${name}/src/index.ts`]),
  ].map(([name, file]) => [`@westgate/${name}`, fileURLToPath(new URL(`../../packages/${file}`, import.meta.url))]),
);

/** React Aria says a few things itself, in 34 languages: those that the screens do not speak are left out. */
const languagesSpoken: Plugin = {
  name: 'languages-spoken',
  enforce: 'pre',
  load: (id) =>
    /\/react-(?:aria|stately)[^/]*\/dist\/private\/(?:.*\/)?intl\/(?!.*(?:en-US|zh-CN)\.mjs)/.test(id) ? 'export default {};' : null,
};

export default defineConfig({
  plugins: [languagesSpoken, react()],
  resolve: { alias },
  server: { proxy: { '/api': API } },
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    // What several screens share comes in a few files: each would be a request of its own.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 6, test: /\/(?:src|node_modules)\/(?!maplibre)/ }] } },
    },
  },
});
