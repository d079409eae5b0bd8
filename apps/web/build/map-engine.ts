import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Plugin, transformWithOxc } from 'vite';

/** What `src/map/library.ts` asks for: the address of the worker that cuts tiles. */
const WORKER = 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
const ADDRESS = '\0map-worker';
const SOURCES = join(dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json')), 'src');
/** A field that a class declares anew, without a value, keeps the one its base class gave it: so its own build reads these sources. */
const KEEPS_FIELDS = { assumptions: { setPublicClassFields: true }, typescript: { removeClassFieldsWithoutInitializer: true } };

/**
 * The map engine comes as two files, for the page and for its worker, and what both need, most of the worker's, lies in both. The build takes its sources
 * instead and makes the worker an entry of its own: what both need is then one file.
 */
export function mapEngine(): Plugin {
  let worker = '';
  return {
    name: 'map-engine',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      worker = this.emitFile({ type: 'chunk', id: join(SOURCES, 'source/worker.ts'), name: 'map-worker' });
    },
    resolveId: (id) => (id === WORKER ? ADDRESS : id === 'maplibre-gl' ? join(SOURCES, 'index.ts') : null),
    async load(id) {
      if (id === ADDRESS) return `export default import.meta.ROLLUP_FILE_URL_${worker};`;
      if (!id.startsWith(SOURCES) || !id.endsWith('.ts')) return null;
      const { code, map } = await transformWithOxc(readFileSync(id, 'utf8'), id, KEEPS_FIELDS);
      return { code, map, moduleType: 'js' };
    },
  };
}
