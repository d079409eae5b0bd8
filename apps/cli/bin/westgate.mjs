#!/usr/bin/env node
// The committed entry of the `westgate` command: builds what is missing or stale, then runs the compiled program.
import { ensureBuilt, ensureInstalled, partsFor } from '../../../tools/build.mjs';

const args = process.argv.slice(2);
try {
  ensureInstalled();
  ensureBuilt(partsFor(args));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const { main } = await import('../dist/src/main.js');
process.exitCode = await main(args);
