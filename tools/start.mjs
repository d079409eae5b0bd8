// `npm start -- --port 4310 --data DIR --district FOLDER` (or --empty): installs and builds if needed, then serves in this same process, so that
// Ctrl+C reaches the server itself and nothing is left behind. (package.json says `exec`, so that no shell stands between npm and it.)
import { makeReady, partsFor } from './build.mjs';

const PARENT_CHECK_MS = 500;
const args = ['serve', ...process.argv.slice(2)];
makeReady(partsFor(args));
const { main } = await import('../apps/cli/dist/src/main.js');

// When whoever started it is gone without a word (npm killed), it stops as well.
const starter = process.ppid;
const watch = setInterval(() => process.ppid !== starter && process.kill(process.pid, 'SIGTERM'), PARENT_CHECK_MS);
watch.unref();

process.exitCode = await main(args);
