// Compiles the inner loops to dist/kernel/sd03.wasm. `node kernel/build.mjs`.
import { mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const KERNEL = dirname(fileURLToPath(import.meta.url));
const OUT = join(KERNEL, '../dist/kernel');
/** What the kernel may use at most, in pages of 64 KiB: 1 GiB. */
const PAGES = '16384';

mkdirSync(OUT, { recursive: true });
const { error, stderr } = await asc.main([
  ...['sd03.ts', 'inertia.ts', 'cells.ts'],
  ...['--baseDir', KERNEL, '--outFile', relative(KERNEL, join(OUT, 'sd03.wasm'))],
  ...['-O3', '--noAssert', '--runtime', 'stub', '--memoryBase', '65536'],
  ...['--importMemory', '--sharedMemory', '--initialMemory', '2', '--maximumMemory', PAGES],
  ...['--enable', 'simd', '--enable', 'threads', '--enable', 'bulk-memory'],
]);
if (error) {
  console.error(stderr.toString());
  process.exit(1);
}
