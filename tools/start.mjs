// `npm start -- --port 4310 --data DIR --district FOLDER`: installs and builds if needed, then serves in this same process, so that
// Ctrl+C reaches the server itself and nothing is left behind.
import { ensureBuilt, ensureInstalled } from './build.mjs';

try {
  ensureInstalled();
  ensureBuilt(['code', 'template', 'web']);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const { main } = await import('../apps/cli/dist/src/main.js');
process.exitCode = await main(['serve', ...process.argv.slice(2)]);
