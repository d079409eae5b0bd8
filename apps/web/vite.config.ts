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
import { pastIndexes } from './build/past-indexes.ts';
import { withoutAbouts } from './build/without-abouts.ts';

/** Where the API is while the screens are worked on; the built screens come from the server itself. */
const API = process.env.WESTGATE_API ?? 'http://127.0.0.1:4310';

const OF_SCREENS = /\/(?:src|node_modules)\/(?!maplibre)/;
const MAIN = fileURLToPath(new URL('src/main.ts', import.meta.url));
const APP = fileURLToPath(new URL('src/app.tsx', import.meta.url));
/** The screen that the first address shows. */
const ATLAS = fileURLToPath(new URL('src/screens/places/atlas/atlas.tsx', import.meta.url));
const reached = new Map<string, ReadonlySet<string>>();

/** The modules that one imports, however far. */
function reachOf(
  from: string,
  build: { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null },
): ReadonlySet<string> {
  const known = reached.get(from);
  if (known) return known;
  const found = new Set([from]);
  for (const id of found) for (const imported of build.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  reached.set(from, found);
  return found;
}

/** The letters that every screen is first set in. */
const FIRST_LETTERS = /noto-(?:sans-sc-latin-wght|serif-sc-latin-600)-normal-.*\.woff2$/;

/** The page names what every screen needs, so that it comes beside the few lines that ask for it: the code of the app, and letters, without which text would be laid out twice. */
const neededNamed: Plugin = {
  name: 'needed-named',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const app = Object.values(bundle).find((file) => file.type === 'chunk' && file.moduleIds.includes(APP));
      const code = app?.type === 'chunk' ? [app.fileName, ...app.imports].filter((file) => !html.includes(file)) : [];
      const letters = Object.keys(bundle).filter((file) => FIRST_LETTERS.test(file));
      const link = (file: string, what: Record<string, string>) => ({
        tag: 'link',
        attrs: { ...what, crossorigin: true, href: `/${file}` },
        injectTo: 'head' as const,
      });
      return [
        ...code.map((file) => link(file, { rel: 'modulepreload' })),
        ...letters.map((file) => link(file, { rel: 'preload', as: 'font', type: 'font/woff2' })),
      ];
    },
  },
};

/** Says of the code of all screens that what it holds is called at once: a browser that knows this compiles it beside the page and not in its way. */
const calledAtOnce: Plugin = {
  name: 'called-at-once',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk' && file.moduleIds.includes(APP)) file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
    },
  },
};

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

/**
 * React Aria looks up the language of the browser while its code is read, which takes as long as drawing half a screen. The frame tells it the language of the screen, so nobody needs that.
 */
const languageGiven: Plugin = {
  name: 'language-given',
  enforce: 'pre',
  load: (id) =>
    /\/react-aria\/dist\/private\/i18n\/useDefaultLocale\.mjs$/.test(id)
      ? "const own = { locale: 'en-US', direction: 'ltr' }; export const getDefaultLocale = () => own; export const useDefaultLocale = () => own;"
      : null,
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
  plugins: [fonts(), mapEngine(), pastIndexes, withoutAbouts, languagesSpoken, languageGiven, react(), neededNamed, calledAtOnce, packed],
  resolve: { alias },
  server: { proxy: { '/api': API, '/letters': API, '/fonts': API } },
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    // What several screens share comes in a few files, as each would be a request of its own: the few lines that ask for all else, what every screen starts with, what the map needs, and the rest, mostly of lists and records.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: (id, build) => (id.includes('vite/preload-helper') || reachOf(MAIN, build).has(id) ? 'first' : null), priority: 3 },
            { name: (id, build) => (reachOf(APP, build).has(id) ? 'shared' : null), priority: 2, test: OF_SCREENS },
            { name: (id, build) => (reachOf(ATLAS, build).has(id) ? 'looks' : null), minShareCount: 8, priority: 1, test: OF_SCREENS },
            { name: 'records', minShareCount: 8, test: OF_SCREENS },
            { name: 'maps', minShareCount: 2, test: /\/src\/map\/(?!engine|library)|\/src\/sketch\/drawing/ },
          ],
        },
      },
    },
  },
});
