import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { fonts } from './build/fonts.ts';

/** Where the API is while the screens are worked on; the built screens come from the server itself. */
const API = process.env.WESTGATE_API ?? 'http://127.0.0.1:4310';

/** Half a second more of the build than the quickest, and a tenth smaller. */
const BROTLI_QUALITY = 9;

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

/** Beside each file of text stands the same packed, by brotli and for browsers that have no secure address by gzip: the server sends that. */
const packed: Plugin = {
  name: 'packed',
  writeBundle({ dir = '' }, files) {
    for (const name of [...Object.keys(files)].filter((each) => /\.(?:js|css|html|svg|json)$/.test(each))) {
      const bytes = readFileSync(join(dir, name));
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }));
      writeFileSync(join(dir, `${name}.gz`), gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
    }
  },
};

export default defineConfig({
  plugins: [fonts(), languagesSpoken, react(), packed],
  resolve: { alias },
  server: { proxy: { '/api': API, '/letters': API, '/fonts': API } },
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
