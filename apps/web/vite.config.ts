import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { fonts } from './build/fonts.ts';
import { mapEngine } from './build/map-engine.ts';

/** Where the API is while the screens are worked on; the built screens come from the server itself. */
const API = process.env.WESTGATE_API ?? 'http://127.0.0.1:4310';

const OF_SCREENS = /\/(?:src|node_modules)\/(?!maplibre)/;
const ENTRY = fileURLToPath(new URL('src/main.tsx', import.meta.url));
let start: ReadonlySet<string> | null = null;

/** The modules that every screen starts with: all that the entry imports, however far. */
function startOf(build: { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null }): ReadonlySet<string> {
  if (start) return start;
  const reached = new Set([ENTRY]);
  for (const id of reached) for (const imported of build.getModuleInfo(id)?.importedIds ?? []) reached.add(imported);
  start = reached;
  return reached;
}

/** What was packed before, by its content: the best packing takes a second for each of our largest files. */
const PACKED = fileURLToPath(new URL('../../node_modules/.cache/westgate-packed', import.meta.url));
const BEST = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

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
  async writeBundle({ dir = '' }, files) {
    mkdirSync(PACKED, { recursive: true });
    const texts = [...Object.keys(files)].filter((each) => /\.(?:js|css|html|svg|json)$/.test(each));
    const kept = await Promise.all(texts.map((name) => pack(join(dir, name))));
    for (const name of readdirSync(PACKED)) if (!kept.includes(name)) rmSync(join(PACKED, name));
  },
};

/** Packs a file; gives the name it is kept under for the next build. */
async function pack(file: string): Promise<string> {
  const bytes = readFileSync(file);
  const name = createHash('sha256').update(bytes).digest('hex');
  const known = join(PACKED, name);
  const small = existsSync(known) ? readFileSync(known) : await promisify(brotliCompress)(bytes, BEST);
  writeFileSync(known, small);
  writeFileSync(`${file}.br`, small);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
  return name;
}

export default defineConfig({
  plugins: [fonts(), mapEngine(), languagesSpoken, react(), packed],
  resolve: { alias },
  server: { proxy: { '/api': API, '/letters': API, '/fonts': API } },
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    // What several screens share comes in a few files, as each would be a request of its own: what every screen starts with, and the rest, mostly of lists and records.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: (id, build) => (startOf(build).has(id) ? 'shared' : null), priority: 1, test: OF_SCREENS },
            { name: 'records', minShareCount: 6, test: OF_SCREENS },
          ],
        },
      },
    },
  },
});
