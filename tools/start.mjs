// `npm start -- --port 4310 --data DIR --district FOLDER`: installs and builds if needed, then serves in this same process, so that
// Ctrl+C reaches the server itself and nothing is left behind.
import { ensureBuilt, ensureInstalled, partsFor } from './build.mjs';

const args = ['serve', ...process.argv.slice(2)];
try {
  ensureInstalled();
  ensureBuilt(partsFor(args));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const { main } = await import('../apps/cli/dist/src/main.js');
process.exitCode = await main(args);
